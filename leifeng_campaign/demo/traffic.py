"""The two crossings, mornings and evenings, from eight workdays back to seven ahead."""

from datetime import timedelta

from odoo import Command

from . import line
from .clock import at, moment
from .service import shift

FIRST, LAST = -8, 7
CROSSINGS = WEST, EAST = "望溪大道—学府路口", "人民广场东路口"
MORNING, EVENING = "7:30", "17:20"
TRIAL_DAY, FIRST_UNCONFIRMED = -11, -2
CANCELLED = (-4, EAST, EVENING)
# How many are in line, where the story says so; else one to four in turn.
SIGNED = {
    (0, WEST, MORNING): 4,
    (0, WEST, EVENING): 3,
    (1, WEST, MORNING): 8,
    (5, EAST, EVENING): 1,
}
NOT_OPEN_DAY = 7
CLOSED = (1, EAST, EVENING)
# Who serves just here, as the table of accounts says.
NAMED = {
    (-6, WEST, MORNING): "聂小雨",
    (-7, EAST, EVENING): "俞景初",
    (-3, WEST, MORNING): "俞景初",
    CANCELLED: "聂小雨",
}
# The first of the line, or the first two, who didn't come.
APART = {(-6, EAST, EVENING): ("absent", "excused"), (-3, EAST, MORNING): ("excused",)}


def build(agency):
    _trial(agency)
    days = [agency.days.workday(count) for count in (FIRST, LAST)]
    shifts = _by_key(agency, lay_out(agency, *days))
    for key, session in shifts.items():
        session.write(_window(agency, key))
    line.publish(agency, agency.env["leifeng.session"].union(*shifts.values()))
    for index, (key, session) in enumerate(shifts.items()):
        line.sign_up(agency, session, _volunteers(agency, key, index))
    _cancel(agency, shifts[CANCELLED])
    for key, session in shifts.items():
        if key[0] < FIRST_UNCONFIRMED and key != CANCELLED:
            line.confirm(agency, session, apart=_apart(key, session))
    _move_up(agency, shifts[1, WEST, MORNING])


def lay_out(agency, first, last, **vals):
    """Return the shifts at both crossings on the workdays from ``first`` to ``last``."""
    posts = [agency.posts[name].id for name in CROSSINGS]
    wizard = agency.officer(agency.env["leifeng.session.layout"]).create(
        {
            "activity_id": agency.activities["交通劝导"].id,
            "post_ids": [Command.set(posts)],
            "date_first": first,
            "date_last": last,
            **vals,
        }
    )
    action = wizard.action_lay_out()
    sessions = wizard.env["leifeng.session"].search(action["domain"])
    sessions.write({"insured": True, "briefed": True})
    return sessions


def _by_key(agency, sessions):
    """Return {(workdays from today, post, clock): session}."""
    found = {(session.start, session.post_id.name): session for session in sessions}
    return {
        (count, post, clock): found[moment(agency.days.workday(count), clock), post]
        for count in range(FIRST, LAST + 1)
        for post in CROSSINGS
        for clock in (MORNING, EVENING)
    }


def _window(agency, key):
    """Return when sign-up opens or closes, where the office sets it otherwise than the post."""
    if key[0] == NOT_OPEN_DAY:
        return {"opens": moment(agency.days.workday(2), "9:00")}
    if key == CLOSED:
        return {"closes": moment(agency.days.workday(-1), "17:30")}
    return {}


def _trial(agency):
    """The trial shift whose sheet nobody has confirmed in time."""
    day = agency.days.workday(TRIAL_DAY)
    safety = {"insured": True, "briefed": True}
    trial = shift(agency, "交通劝导", "交通劝导（试岗）", WEST, day, "7:30-8:30", **safety)
    line.sign_up(agency, line.publish(agency, trial), agency.roster.take(day, 3))


def _volunteers(agency, key, index):
    if key[0] == NOT_OPEN_DAY:
        return []
    named = [agency.people[NAMED[key]]] if key in NAMED else []
    usual = (2, 3, 4, 3, 1)[index % 5] if key[0] > 0 else (4, 4, 3)[index % 3]
    count = SIGNED.get(key, usual) - len(named)
    return named + agency.roster.take(agency.days.workday(key[0]), count)


def _cancel(agency, session):
    with at(session.start - timedelta(hours=3)):
        agency.officer(session).action_cancel("雷雨预警")
        line.sweep(agency, session)


def _apart(key, session):
    return dict(zip(session.signup_ids.employee_id, APART.get(key, ()), strict=False))


def _move_up(agency, session):
    """Somebody withdraws from the full morning: the first who waits moves up and is told."""
    line.tell_waiting(session)
    first = session.signup_ids[0]
    first.with_user(first.employee_id.user_id).action_withdraw()
    line.sweep(agency, session)
