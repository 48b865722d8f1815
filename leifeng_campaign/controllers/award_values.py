"""Plain values of awards for their pages."""

from . import formats

URL = "/my/leifeng/awards"
ENTER = {"essay": "/my/leifeng/essays/award", "person": "/my/leifeng/nominations/award"}


def card_values(award):
    """Return what the list shows of an award."""
    accepts = award._accepts_entries()
    return {
        "name": award.name,
        "url": f"{URL}/{award.id}",
        "kind": formats.label(award, "kind"),
        "state": award.state,
        "state_text": formats.label(award, "state"),
        "accepts": accepts,
        "until": award.date_deadline and formats.long_date(award.env, award.date_deadline),
    }


def page_values(award):
    """Return all rules of an award in words."""
    return {
        **card_values(award),
        "enter_url": award.kind in ENTER and f"{ENTER[award.kind]}/{award.id}",
        "enter_text": _enter_text(award),
        "instructions": award.instructions,
        "procedure": [line for line in (award.procedure or "").splitlines() if line.strip()],
        "rules": award._rules_lines(),
        "dates": award._dates_lines(),
        "criteria": award._criteria_lines(),
        "cancel_reason": award.cancel_reason,
        "frozen_on": award.judging_on and _day(award, award.judging_on),
        "check_code": (award.rules_hash or "")[:16],
    }


def _enter_text(award):
    env = award.env
    return env._("Write for the Contest") if award.kind == "essay" else env._("Nominate or Apply")


def _day(award, moment):
    return formats.long_date(award.env, formats.local(moment, award.company_id.leifeng_tz).date())
