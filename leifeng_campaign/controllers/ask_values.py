"""Plain values of an organization's page, as its template gets them."""

from ..models.leifeng_service_request_ask import NUMBERS, TEXTS
from . import formats

SHOWN = 30  # requests; older ones have long ended
FORM = ("served", "wish_date", *TEXTS, *NUMBERS)


def texts_of(own):
    """Return what the form shows of a request: {field: text}."""
    return {name: str(own[name] or "") for name in FORM}


def first_texts(partner_sudo):
    """Return the form of a request that nobody has begun: contact and phone are known."""
    return {**dict.fromkeys(FORM, ""), **partner_sudo._leifeng_contact()}


def page_values(env, partner_sudo):
    company = partner_sudo._leifeng_ask_company()
    requests = partner_sudo.env["leifeng.service.request"].search(
        [("partner_id", "=", partner_sudo.id)], limit=SHOWN
    )
    requests = requests.with_context(**env.context)
    fields = requests._fields
    return {
        "partner": partner_sudo.name,
        "token": partner_sudo.leifeng_ask_token,
        "company": company.name,
        "office": company.leifeng_office or company.name,
        "office_phone": company.leifeng_office_phone,
        "months": company.leifeng_request_months,
        "served_options": fields["served"]._description_selection(env),
        "limits": {name: most for name, (most, _needed) in TEXTS.items()},
        "requests": [request_values(env, each) for each in requests],
    }


def request_values(env, own):
    tz = own.company_id.leifeng_tz
    rating = own.rating_ids
    return {
        "id": own.id,
        "state": own.state,
        "state_text": formats.label(own, "state"),
        "received": formats.day_text(env, own.asked_on, tz),
        "served": formats.label(own, "served"),
        "people_count": own.people_count,
        "household_count": own.household_count,
        "volunteers_needed": own.volunteers_needed,
        "need": own.need,
        "wish": own._wish_text(),
        "refusal_reason": own.state == "refused" and own.refusal_reason,
        "outcome": own.state == "served" and own.outcome,
        "served_on": own.state == "served" and formats.long_date(env, own.closed_on),
        "visit": visit_values(env, own.session_id) if own.state in ("planned", "served") else None,
        "called_off": own.state == "accepted" and own.session_id.state == "cancelled",
        "may_change": own.state == "new",
        "may_withdraw": own.state in ("new", "accepted", "planned"),
        "may_rate": own._may_rate(),
        "stars": int(rating.stars),
    }


def visit_values(env, session):
    """Return when who comes: the leader by name, reached through the office."""
    if session.state not in ("open", "done"):
        return None
    return {
        "when": formats.span_text(env, session.start, session.stop, session._tz()),
        "where": session.meeting_point or session.location,
        "leader": session.leader_id.name,
    }
