"""The two crossings, mornings and evenings, from eight workdays back to seven ahead."""

from datetime import timedelta

from . import line
from .clock import at, moment
from .service import shift

DAYS = range(-8, 8)
CROSSINGS = WEST, EAST = "望溪大道—学府路口", "人民广场东路口"
BANDS = {"早": "7:30-8:30", "晚": "17:20-18:20"}
TRIAL_DAY, FIRST_UNCONFIRMED = -11, -2
CANCELLED = (-4, EAST, "晚")
# How many are in line, where the story says so; else two to four in turn.
SIGNED = {
    (0, WEST, "早"): 4,
    (0, WEST, "晚"): 3,
    (1, WEST, "早"): 8,
    (5, EAST, "晚"): 1,
}
NOT_OPEN_DAY = 7
CLOSED = (1, EAST, "晚")
# Who serves just here, as the table of accounts says.
NAMED = {
    (-6, WEST, "早"): "聂小雨",
    (-7, EAST, "晚"): "俞景初",
    (-3, WEST, "早"): "俞景初",
    CANCELLED: "聂小雨",
}
# The first of the line, or the first two, who didn't come.
APART = {(-6, EAST, "晚"): ("absent", "excused"), (-3, EAST, "早"): ("excused",)}


def build(agency):
    _trial(agency)
    shifts = {key: _shift(agency, key) for key in _keys()}
    line.publish(agency, agency.env["leifeng.session"].union(*shifts.values()))
    for index, (key, session) in enumerate(shifts.items()):
        line.sign_up(agency, session, _volunteers(agency, key, index))
    _cancel(agency, shifts[CANCELLED])
    for key, session in shifts.items():
        if key[0] < FIRST_UNCONFIRMED and key != CANCELLED:
            line.confirm(agency, session, apart=_apart(key, session))
    _move_up(agency, shifts[1, WEST, "早"])


def _keys():
    return [(day, post, band) for day in DAYS for post in CROSSINGS for band in BANDS]


def _shift(agency, key):
    count, post, band = key
    day = agency.days.workday(count)
    start = moment(day, BANDS[band].split("-")[0])
    safety = {"insured": True, "briefed": True, "withdraw_until": start - timedelta(hours=12)}
    return shift(
        agency,
        "交通劝导",
        f"交通劝导（{band}）",
        post,
        day,
        BANDS[band],
        **safety,
        **_window(agency, key),
    )


def _window(agency, key):
    """Return when sign-up opens or closes, for the shifts where it isn't open now."""
    if key[0] == NOT_OPEN_DAY:
        return {"opens": moment(agency.days.workday(2), "9:00")}
    return {"closes": moment(agency.days.workday(-1), "17:30")} if key == CLOSED else {}


def _trial(agency):
    """The trial shift whose sheet nobody has confirmed in time."""
    day = agency.days.workday(TRIAL_DAY)
    safety = {"insured": True, "briefed": True}
    trial = shift(agency, "交通劝导", "交通劝导（试岗）", WEST, day, BANDS["早"], **safety)
    line.sign_up(agency, line.publish(agency, trial), agency.roster.take(day, 3))


def _volunteers(agency, key, index):
    if key[0] == NOT_OPEN_DAY:
        return []
    named = [agency.people[NAMED[key]]] if key in NAMED else []
    usual = (4, 3, 4, 2)[index % 4] if key[0] > 0 else (4, 4, 3)[index % 3]
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
