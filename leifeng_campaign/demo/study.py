"""Lecture, film, the departments' discussions, the sharing at noon, and the ceremony to come."""

from . import line
from .agency import OFFICER, rows
from .clock import moment
from .roster import mixed

HALL = "三楼报告厅"
ON_LEAVE = "施南星"
UNCONFIRMED = "数据资源科"


def build(agency):
    lecture(agency, "专题讲座：窗口服务与雷锋精神", "林伯庸", signed=105)
    _film(agency)
    for index, row in enumerate(rows("departments.csv")):
        _discussion(agency, row, agency.days.workday(-20 + index // 2))
    _sharing(agency)
    _ceremony(agency)


def session(agency, activity, name, day, clock, **vals):
    """Return a session in preparation on ``day``; ``clock`` is such as '12:40-13:20'.

    Without a ``name`` it is called after its activity and its post or department.
    """
    start, stop = (moment(day, time) for time in clock.split("-"))
    return agency.officer(agency.env["leifeng.session"]).create(
        {
            "activity_id": agency.activities[activity].id,
            **({"name": name} if name else {}),
            "start": start,
            "stop": stop,
            **vals,
        }
    )


def _in_hall(agency, activity, name, day, clock, leader, **vals):
    place = {"location": HALL, "capacity": 120, "leader_id": agency.people[leader].id}
    return session(agency, activity, name, day, clock, **place, **vals)


def lecture(agency, name, lecturer, signed):
    """Hold the lecture on the topic; all but three of those signed up come."""
    day = agency.days.workday(-30)
    values = {"lecturer": lecturer, "lecturer_about": "长期从事群众文化工作，编写过职工读本。"}
    talk = _in_hall(agency, "专题讲座", name, day, "14:30-16:30", OFFICER, **values)
    _attend(agency, talk, signed, 3)


def _film(agency):
    day = agency.days.workday(-24)
    _attend(agency, _in_hall(agency, "集体观影", "集体观影", day, "15:00-17:00", "邵一鸣"), 90, 3)


def _attend(agency, session, signed, excused):
    """``signed`` people sign up, all come but the last ``excused``."""
    people = [person for person in mixed(agency.everyone) if person.name != ON_LEAVE][:signed]
    line.sign_up(agency, line.publish(agency, session), people)
    line.confirm(agency, session, apart=dict.fromkeys(people[-excused:], "excused"))


def _discussion(agency, row, day):
    department = agency.departments[row["name"]]
    people = [
        person
        for person in agency.everyone
        if person.department_id == department and person.name != ON_LEAVE
    ]
    meeting = session(
        agency,
        "学习讨论",
        None,
        day,
        "12:40-13:20",
        department_id=department.id,
        location=f"{row['name']}会议室",
        capacity=len(people),
        leader_id=agency.people[row["head"]].id,
    )
    line.sign_up(agency, line.publish(agency, meeting), people)
    if row["name"] != UNCONFIRMED:
        line.confirm(agency, meeting)


def _sharing(agency):
    day = agency.days.workday(2)
    sharing = session(
        agency,
        "学习讨论",
        "午间分享会：我身边的好人",
        day,
        "12:40-13:20",
        location="二楼职工书屋",
        capacity=30,
        leader_id=agency.people["乔晓雯"].id,
    )
    line.sign_up(agency, line.publish(agency, sharing), agency.roster.take(day, 11))


def _ceremony(agency):
    day = agency.days.workday(15)
    _in_hall(agency, "总结表彰大会", "总结表彰大会", day, "9:00-11:00", OFFICER)
