"""Plain values of offers, as templates get them."""

from . import formats, session_values


def mine(env, session=None):
    """Return what the visitor is asked and may answer now; for one ``session`` alone if given."""
    offers = env["leifeng.session.offer"]._mine(session)
    return [offer_values(offer) for offer in offers]


def offer_values(offer):
    session = offer.session_id
    return {
        "id": offer.id,
        "kind": offer.kind,
        "by": offer.invited_by,
        "name": session.name,
        "url": session_values.url_of(session),
        "when": formats.span_text(offer.env, session.start, session.stop, session._tz()),
        "location": session.location,
    }


def given_values(signup):
    """Return whom the person in line asked to take over the place, or None."""
    # sudo: leifeng.session.offer - the own place, of which the own open offer alone is shown
    offer = signup.sudo().offer_ids.filtered(lambda each: each.state == "open")
    return {"id": offer.id, "name": offer.employee_name} if offer else None
