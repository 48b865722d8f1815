"""Invitations that wait for an answer, and a place offered to a colleague."""

from .clock import moment
from .traffic import EAST, EVENING

COORDINATOR, INVITED = "万晴", "聂小雨"
STAND_IN = "俞景初"


def build(agency):
    _invitations(agency, _session(agency, 5, EVENING, EAST))
    _stand_in(agency, _session(agency, 4, "18:30", "梧桐里垃圾分类引导"))


def _session(agency, count, clock, post):
    start = moment(agency.days.workday(count), clock)
    domain = [("post_id.name", "=", post), ("start", "=", start), ("state", "=", "open")]
    return agency.env["leifeng.session"].search(domain)


def _invitations(agency, session):
    """The coordinator asks two of the department to the shift with one of four."""
    asked = agency.by(COORDINATOR, session)
    first = agency.people[INVITED].id
    rows, _count = asked._candidate_rows()
    others = [row["id"] for row in rows if row["has_account"] and row["id"] != first]
    asked.action_invite([first, others[0]])


def _stand_in(agency, session):
    """The first in line can't come after all and asks somebody to take over the place."""
    mine = session.signup_ids.filtered("employee_id.user_id")[0]
    mine.with_user(mine.employee_id.user_id).action_ask_stand_in(agency.people[STAND_IN].id)
