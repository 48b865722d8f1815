"""Plain values of My Department, as its template gets them."""

from operator import itemgetter

from odoo.tools import format_list, groupby

from ..models.leifeng_campaign_department_turn import WRITTEN
from ..tools import hours
from . import formats, session_values


def part_values(part):
    env = part.env
    return {
        "id": part.id,
        "url": f"/my/leifeng/department/{part.id}",
        "name": part.name,
        "campaign": part.campaign_id.name,
        "internal": env.user._is_internal(),
    }


def switch_values(parts, part):
    """Return a link for each of the parts; the campaign is named where there are several."""
    several = len(parts.campaign_id) > 1
    return [
        {
            "name": f"{each.name} · {each.campaign_id.name}" if several else each.name,
            "url": f"/my/leifeng/department/{each.id}",
            "here": each == part,
        }
        for each in parts
    ]


def plan_values(part):
    """Return the plan with what this user can do about it now."""
    state = part.state
    mine = part.is_my_turn and state != "submitted"  # which waits for the office
    writing = mine and state in WRITTEN
    return {
        "state": state,
        "state_text": formats.label(part, "state"),
        "remark": state == "returned" and part.remark,
        "lines": [line_values(line) for line in part.line_ids],
        "mine": mine,
        "may_write": writing,
        "may_send": writing and bool(part._planned_lines()),
        "may_agree": mine and state == "head",
        "may_take_back": part.may_take_back,
        "edit_url": f"/my/leifeng/department/{part.id}/plan",
    }


def line_values(line):
    """Return a line as it is read, and what of it differs from the campaign's plan."""
    return {
        "id": line.id,
        "what": line.what,
        "days": _days_text(line),
        "people": line.people or "",
        "not_for_us": line.not_for_us,
        "is_ours": line.is_ours,
        "activity": line.activity_id.name or "",
        "name": line.name or "",
        "date": str(line.date or ""),
    }


def _days_text(line):
    """Return one day, 'first – last', or ''."""
    days = [each for each in (line.date_start, line.date_stop) if each]
    return " – ".join(dict.fromkeys(formats.date_text(line.env, day) for day in days))


def coming_values(part):
    """Return the days on which somebody of the department comes somewhere, each with its sessions
    and the own people's names."""
    signups, offers = part._coming_signups(), part._open_invitations()
    # grouped keeps what is read ahead, filtered doesn't
    lines, asked = signups.grouped("session_id"), offers.grouped("session_id")
    rows = [
        _coming_session(
            session, lines.get(session, signups.browse()), asked.get(session, offers.browse())
        )
        for session in (signups.session_id | offers.session_id).sorted("start")
    ]
    return [{"day": day, "sessions": group} for day, group in groupby(rows, key=itemgetter("day"))]


def _coming_session(session, signups, offers):
    """Return a session with the names of those who hold a place, wait, and are invited."""
    held = signups.filtered("holds_place")
    return {
        **_session_values(session),
        "held": _names(held),
        "waiting": _names(signups - held),
        "invited": _names(offers),
    }


def _names(people):
    return format_list(people.env, people.mapped("employee_name"))


def _session_values(session):
    return {
        "url": session_values.url_of(session),
        "name": session.name,
        "day": formats.day_text(session.env, session.start, session._tz()),
        "times": formats.times_text(session.env, session.start, session.stop, session._tz()),
    }


def short_values(session):
    return {
        **_session_values(session),
        "invite_url": f"{session_values.url_of(session)}/invite",
        "free_count": session.free_count,
        "capacity": session.capacity,
        "missing": max(session.minimum - session.held_count, 0),
    }


def sheet_values(session):
    return {
        **_session_values(session),
        "lead_url": f"/my/leifeng/lead/{session.id}",
        "leader": session._leader_name(),
    }


def record_values(record):
    return {
        "name": record.employee_name,
        "date": formats.date_text(record.env, record.date),
        "content": record.content,
        "hours": hours.hours_text(record.minutes),
        "state": record.state,
        "state_text": formats.label(record, "state"),
    }


def sum_values(part):
    """Return the sums of the year with the head-count beside them."""
    department = part.department_id
    sums = department._leifeng_year_figures().get(department.id, (0, 0, 0))
    minutes, inside, people = sums
    return {
        "hours": hours.hours_text(minutes),
        "work_hours": hours.hours_text(inside),
        "people": people,
        "headcount": department._leifeng_headcounts().get(department.id, 0),
    }


def figure_values(figures):
    """Return the figures of the campaign as they are shown; hours instead of minutes."""
    return {**figures, "hours": hours.hours_text(figures["minutes"])}
