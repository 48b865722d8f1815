"""Community and environmental service: the station, cleaning, visits, leaflets, waste, trees."""

from . import line
from .study import session

FRIDAYS_PAST, FRIDAYS_AHEAD = (-3, -2, -1), (1, 2)
# What the station offers: (words, places, tag); who helps beyond the roster.
STATION = (("政策咨询", 2, None), ("法律咨询", 1, "法律"), ("义务理发", 2, "理发"))
LAWYERS, BARBERS = ("丁韡", "叶知微"), ("洪秀云", "武月明")
# People served by Friday and kind, 46 together.
SERVED = {-3: (9, 5, 8), -2: (10, 6, 8)}


def build(agency):
    for count in (*FRIDAYS_PAST, *FRIDAYS_AHEAD):
        helpers = [agency.people[name] for name in (*LAWYERS, *BARBERS, "傅予安")]
        agency.roster.reserve(agency.days.friday(count), helpers)
    for count in (*FRIDAYS_PAST, *FRIDAYS_AHEAD):
        _station(agency, count)
    _cleaning(agency)
    _visits(agency)
    _leaflets(agency)
    _waste(agency)
    _trees(agency)


def shift(agency, activity, name, post, day, clock, **vals):
    """Return a shift at ``post`` in preparation; its leader has no other duty on that day."""
    post = agency.posts[post]
    agency.roster.reserve(day, post.leader_id)
    return session(agency, activity, name, day, clock, post_id=post.id, **vals)


def _published(agency, *args, **vals):
    return line.publish(agency, shift(agency, *args, **vals))


def _station(agency, count):
    day = agency.days.friday(count)
    for index, (words, places, tag) in enumerate(STATION):
        tags = agency.env["hr.employee.category"].search([("name", "=", tag)])
        desk = shift(
            agency,
            "社区服务",
            f"服务站便民服务：{words}",
            "和风社区学雷锋志愿服务站",
            day,
            "14:30-16:30",
        )
        desk.write({"capacity": places, "tag_ids": [(6, 0, tags.ids)]})
        line.sign_up(agency, line.publish(agency, desk), _helpers(agency, tag, day, count))
        if count in SERVED:
            line.confirm(agency, desk, people_served=SERVED[count][index])


def _helpers(agency, tag, day, count):
    """Return who helps: all places taken in the past, one free in the weeks to come."""
    if tag == "法律":
        return [agency.people[LAWYERS[count % 2]]]
    places = 2 if count < 0 else 1
    if tag == "理发":
        return [agency.people[name] for name in BARBERS[:places]]
    return agency.roster.take(day, places)


def _cleaning(agency):
    args = ("社区服务", "环境卫生整治", "柳岸社区环境整治")
    past, coming = agency.days.saturday(-1), agency.days.saturday(1)
    done = _published(agency, *args, past, "9:00-11:00")
    people = [agency.people["樊铁山"], *agency.roster.take(past, 17)]
    line.sign_up(agency, done, people)
    walk_in = agency.roster.take(past, 1)
    line.confirm(agency, done, walk_ins=walk_in, extra_quantity=3, extra_unit="处杂物清运")
    full = _published(agency, *args, coming, "9:00-11:00")
    waiting = agency.roster.take(coming, 2)
    waiting.insert(1, agency.people["聂小雨"])
    line.sign_up(agency, full, agency.roster.take(coming, 20) + waiting)
    line.tell_waiting(full)


def _visits(agency):
    args = ("社区服务", "独居老人走访", "柳岸社区独居老人走访")
    past, coming = agency.days.workday(-5), agency.days.workday(3)
    done = _published(agency, *args, past, "18:30-19:30")
    line.sign_up(agency, done, agency.roster.take(past, 6))
    line.confirm(agency, done, people_served=14, goods_given="米、油各12份")
    visit = _published(agency, *args, coming, "18:30-19:30")
    line.sign_up(agency, visit, [*agency.roster.take(coming, 3), agency.people["聂小雨"]])


def _leaflets(agency):
    args = ("环保服务", "环保宣传", "滨河公园环保宣传")
    past, coming = agency.days.saturday(-1), agency.days.saturday(1)
    done = _published(agency, *args, past, "9:30-11:00")
    line.sign_up(agency, done, agency.roster.take(past, 8))
    line.confirm(agency, done, materials_handed_out=260)
    line.sign_up(
        agency, _published(agency, *args, coming, "9:30-11:00"), agency.roster.take(coming, 5)
    )


def _waste(agency):
    args = ("环保服务", "垃圾分类引导", "梧桐里垃圾分类引导")
    for day in (agency.days.workday(1), agency.days.workday(4)):
        evening = _published(agency, *args, day, "18:30-20:00")
        line.sign_up(agency, evening, agency.roster.take(day, 2))


def _trees(agency):
    """Not published: insurance and briefing aren't ticked, and the button says so."""
    day = agency.days.saturday(2)
    shift(agency, "环保服务", "义务植树", "北岭义务植树", day, "8:00-11:30")
