"""Plain values of a session, as templates get them."""

from odoo.fields import Datetime

from ..models.leifeng_campaign_activity import STUDY_KINDS
from . import agenda_values, formats


def url_of(session):
    return f"/my/leifeng/sessions/{session.id}"


def card_values(session):
    """Return what the list shows of a session."""
    tz = session._tz()
    return {
        "url": url_of(session),
        "name": session.name,
        "kind": formats.label(session, "kind"),
        "day": formats.day_text(session.env, session.start, tz),
        "times": formats.times_text(session.env, session.start, session.stop, tz),
        "location": session.location,
        "department": department_name(session),
        "badge": session.badge,
        "badge_text": formats.label(session, "badge"),
        "free_count": session.free_count,
        "capacity": session.capacity,
        "waiting_count": session.waiting_count,
        "mine": standing_values(session.my_signup_id),
    }


def station_values(station):
    """Return what the list shows of a station: one session, or several at one post and time."""
    # one by one: a slice of a recordset would read its rows apart from the others'
    first, *more = station
    values = card_values(first)
    if not more:
        return values
    desks = [choice_values(session) for session in (first, *more)]
    return {**values, "station": station._station_name(), "desks": desks}


def choice_values(session, open_to_me=False):
    """Return what a list of choices shows of a session: its places, condition, one's standing."""
    tz = session._tz()
    return {
        **card_values(session),
        "when": formats.span_text(session.env, session.start, session.stop, tz),
        "tags": session._conditions_text(),
        "open_to_me": open_to_me,
    }


def page_values(session):
    """Return everything a volunteer must know before signing up (志愿服务条例 art. 12)."""
    return {
        **card_values(session),
        **_time_values(session),
        **_people_values(session),
        **_safety_values(session),
        "cancelled": session.state == "cancelled",
        "cancel_reason": session.cancel_reason,
        "meeting_point": session.meeting_point,
        "bring": session.bring,
        "conditions": session.conditions,
        "tags": session._conditions_text(),
        "lecturer": session.lecturer,
        "lecturer_about": session.lecturer_about,
        "reflect_url": _reflect_url(session),
        "served": session.served_text,
        "campaign": session.campaign_id.name,
        "activity": session.activity_id.name,
        "instructions": session.activity_id.instructions,
        "study": session.kind in STUDY_KINDS,
        "materials": _material_values(session),
        "agenda": agenda_values.agenda_rows(session),
        "links": session._link_values(),
    }


def _reflect_url(session):
    """Return where one may write a reflection on a study session that has begun, or ''."""
    begun = session.kind in STUDY_KINDS and session.start <= Datetime.now()
    return f"/my/leifeng/reflections/new?session_id={session.id}" if begun else ""


def standing_values(signup):
    """Return where somebody stands in the line, or None for somebody who isn't in it."""
    if not signup:
        return None
    # sudo: leifeng.session - how many places there were is public
    capacity = signup.sudo().session_id.capacity
    return {
        "id": signup.id,
        "key": signup.standing,
        "text": _standing_text(signup, capacity),
        "asked_again": signup.asked_again,
        "seen": Datetime.to_string(signup.start),
    }


def _standing_text(signup, capacity):
    """Return what somebody in the line of ``capacity`` places is told, or the state's word."""
    env, place = signup.env, signup.place
    if signup.attendance != "pending" and signup.start <= Datetime.now():
        return formats.label(signup, "attendance")
    if signup.standing == "signed_up":
        return env._(
            "You are signed up: place %(place)s of %(capacity)s.", place=place, capacity=capacity
        )
    if signup.standing == "waiting":
        return env._(
            "You are number %(rank)s on the waiting list. "
            "If someone withdraws you move up and will be told.",
            rank=place - capacity,
        )
    return formats.label(signup, "standing")


def department_name(session):
    # sudo: hr.department - portal users can't read departments; the name stands on the notice
    return session.sudo().department_id.name


def _time_values(session):
    env, tz = session.env, session._tz()
    return {
        "when": formats.span_text(env, session.start, session.stop, tz),
        "opens": formats.moment_text(env, session.opens, tz),
        "closes": formats.moment_text(env, session.closes or session.start, tz),
        "withdraw_until": formats.moment_text(env, session.withdraw_until, tz),
    }


def _people_values(session):
    # sudo: hr.employee - the leader's name stands on the notice, portal users can't read hr
    leader = session.sudo().leader_id
    company = session.company_id
    return {
        "leader": leader.name,
        "contact": session.contact,
        "contact_phone": session.contact_phone,
        "office": company.leifeng_office,
        "office_phone": company.leifeng_office_phone,
    }


def _safety_values(session):
    return {
        "dangerous": session.dangerous,
        "risks": session.risks,
        "protection": session.protection,
        "insured": session.insured,
        "briefed": session.briefed,
        "safety_reason": session.safety_reason,
    }


def _material_values(session):
    # sudo: ir.attachment - names alone; the files go through a route that checks the session
    return [
        {"name": file.name, "url": f"{url_of(session)}/materials/{file.id}"}
        for file in session.sudo().material_ids
    ]
