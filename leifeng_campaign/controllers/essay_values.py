"""Plain values of essays for their pages."""

import json

from ..models.leifeng_award_entry_essay import MAX_TITLE
from ..models.leifeng_award_nominate import STAGES
from ..tools import essay_text
from . import formats

URL = "/my/leifeng/essays"
TOLD = ("returned", "dropped", "disqualified")  # states in which a reason is told


def contest_values(award):
    return {
        "id": award.id,
        "name": award.name,
        "url": f"{URL}/award/{award.id}",
        "rules_url": f"/my/leifeng/awards/{award.id}",
        "until": award.date_deadline and formats.long_date(award.env, award.date_deadline),
        "length": award._length_text(),
        "least": award.min_characters,
        "most": award.max_characters,
        "count_rules": json.dumps(essay_text.patterns(award.count_marks)),
        "max_title": MAX_TITLE,
    }


def list_values(env):
    """Return the contests that one can write for, and one's own essays of all years."""
    essays = env["leifeng.award"]._own_essays()
    begun = essays.filtered(lambda each: each.state != "withdrawn").award_id
    contests = env["leifeng.award"]._contests() - begun
    return {
        "contests": [contest_values(award) for award in contests],
        "essays": [row_values(essay) for essay in essays],
    }


def row_values(essay):
    award = essay.award_id
    # sudo: leifeng.award - an essay is its author's to read after the contest has been archived
    name, year = award.sudo().name, award.sudo().year
    writes = essay._may_write_essay()
    return {
        "url": f"{URL}/award/{award.id}" if writes else f"{URL}/{essay.id}",
        "title": essay.title or essay.env._("Without a title yet"),
        "award": f"{name} · {year}" if year else name,
        "state": essay.state,
        "state_text": formats.label(essay, "state"),
        "tier": essay.tier_name if essay.state == "granted" else "",
        "reason": essay.reason if essay.state in TOLD else "",
    }


def page_values(essay):
    """Return the essay as it is read, and what its author can still do."""
    return {
        **row_values(essay),
        "url": f"{URL}/{essay.id}",
        "write_url": f"{URL}/award/{essay.award_id.id}" if essay._may_write_essay() else "",
        "rules_url": f"/my/leifeng/awards/{essay.award_id.id}",
        "body": essay.body,
        "count": essay.character_count,
        "may_take_back": essay._is_writer() and essay._may_take_back(),
        "may_withdraw": _may_withdraw(essay),
        "named": essay.consent_named,
        "may_answer": essay._may_change_consent(),
        "may_delete": essay.state == "draft",
    }


def _may_withdraw(essay):
    # sudo: leifeng.award - in which stage it is
    stage = essay.award_id.sudo().state
    return essay.state in ("submitted", "returned", "candidate") and stage in STAGES


def write_values(essay):
    """Return what the form shows; empty where nothing is written yet."""
    return {
        "title": essay.title or "",
        "body": essay.body or "",
        "original": essay.original,
        "named": essay.consent_named,
        "seen": essay.version if essay else 0,
        "count": essay.character_count,
        "names": [place["context"] for place in essay._names_found()] if essay else [],
        "reason": essay.reason if essay.state == "returned" else "",
        "page_url": f"{URL}/{essay.id}" if essay else "",
        "may_delete": essay.state == "draft",
    }


def saved_values(essay):
    """Return what the script gets: the text as it stands, its version, and the names in it."""
    names = ("title", "body", "original", "named", "seen", "names")
    values = write_values(essay)
    return {name: values[name] for name in names}
