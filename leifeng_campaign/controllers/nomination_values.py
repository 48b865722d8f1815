"""Plain values of nominations and their screening, as templates get them."""

from ..models.leifeng_award_entry_nominate import LIMITS
from ..models.leifeng_award_entry_proof import MAX_FILES, MAX_MEGABYTES
from ..models.leifeng_award_entry_screen import MAX_OPINION
from ..models.leifeng_award_nominate import STAGES
from . import formats

URL = "/my/leifeng/nominations"
SCREENED = ("submitted", "candidate", "dropped")


def open_awards(env):
    """Return the awards of persons that accept nominations today."""
    found = env["leifeng.award"].search([("kind", "=", "person"), ("state", "=", "open")])
    return [award_values(award) for award in found if award._accepts_entries()]


def award_values(award):
    return {
        "id": award.id,
        "name": award.name,
        "url": f"{URL}/award/{award.id}",
        "rules_url": f"/my/leifeng/awards/{award.id}",
        "until": formats.date_text(award.env, award.date_deadline) if award.date_deadline else "",
        "instructions": award.instructions,
    }


def list_values(env):
    """Return what one wrote and what is about oneself, latest first."""
    entries, me = env["leifeng.award.entry"], env.user.employee_id.id
    persons = [("kind", "=", "person")]
    about = entries.search([*persons, ("employee_id", "=", me)], order="id desc")
    wrote = entries.search([*persons, ("entered_by_id", "=", me)], order="id desc") - about
    return {
        "awards": open_awards(env),
        "about": [row_values(entry) for entry in about],
        "wrote": [row_values(entry) for entry in wrote],
    }


def row_values(entry):
    return {
        "url": f"{URL}/{entry.id}",
        "name": entry.employee_name,
        "award": entry.award_id.name,
        "state": entry.state,
        "state_text": formats.label(entry, "state"),
        "reason": entry.reason,
    }


def entry_values(entry):
    """Return the entry with what this visitor can do about it now."""
    return {
        **row_values(entry),
        "id": entry.id,
        "kind": entry.kind,
        "department": entry.department_name or "",
        "post": entry.post or "",
        "title": entry.title,
        "body": entry.body,
        "deeds_short": entry.deeds_short,
        "deeds_full": entry.deeds_full,
        "origin_text": entry._form_origin(),
        "files": files(entry),
        "facts": entry._record_facts() if entry.kind == "person" else None,
        "consents": consent_values(entry),
        "opinion": entry.department_opinion,
        "opinion_by": entry.department_by,
        **_writing(entry),
        **_answering(entry),
        **_papers(entry),
        **screen_values(entry),
    }


def hints(env, values):
    """Return what stands below the fields: how much may be written, and how much it is."""
    counts = {name: len(values[name] or "") for name in LIMITS}
    return {
        **{
            name: env._(
                "At most %(limit)s characters, now %(count)s", limit=limit, count=counts[name]
            )
            for name, limit in LIMITS.items()
        },
        "files": env._(
            "At most %(count)s files of %(size)s MB each", count=MAX_FILES, size=MAX_MEGABYTES
        ),
    }


def files(entry):
    # sudo: ir.attachment - names of the files of an entry that the visitor may read
    return [
        {"id": file.id, "name": file.name, "url": f"{URL}/{entry.id}/files/{file.id}"}
        for file in entry.sudo().proof_ids.sorted("id")
    ]


def consent_values(entry):
    return {
        "considered": entry.consent_considered,
        "named": entry.consent_named,
        "publicized": entry.consent_publicized,
    }


def _writing(entry):
    # sudo: leifeng.award - in which stage it is
    award, writer = entry.award_id.sudo(), entry.kind == "person" and entry._is_writer()
    sent = entry.state in ("consent", "submitted") and not entry.department_on
    return {
        "own": entry.employee_id == entry.env.user.employee_id,
        "may_write": writer and entry.state in ("draft", "returned") and award.state in STAGES,
        "may_delete": writer and entry.state == "draft",
        "may_take_back": writer and sent and award._accepts_entries(),
    }


def _answering(entry):
    mine = entry.kind == "person" and entry.employee_id == entry.env.user.employee_id
    # sudo: leifeng.award - in which stage it is
    standing = mine and entry.award_id.sudo().state in STAGES
    return {
        "asked": mine and entry.state == "consent",
        "may_change_consent": mine and entry._may_change_consent(),
        "may_withdraw": standing and entry.state in ("submitted", "returned", "candidate"),
    }


def _papers(entry):
    """Return what can be printed and filed; the signed form is of the version printed."""
    person, own = entry.kind == "person", entry.employee_id == entry.env.user.employee_id
    filing = person and (own or entry._answers_for_papers())
    return {
        "may_print": person and entry.state not in ("draft", "withdrawn"),
        "form_url": f"/leifeng/nominations/{entry.id}/form",
        "may_file_form": filing and entry._may_file_form(),
        "form_stale": bool(entry.printed_version) and entry.printed_version != entry.version,
        "scan": entry.scan_id and f"{URL}/{entry.id}/files/{entry.scan_id.id}",
        "consent_scan": entry.consent_scan_id
        and f"{URL}/{entry.id}/files/{entry.consent_scan_id.id}",
        "may_file_consent": filing and entry.state == "consent" and not entry._has_account(),
    }


def screen_values(entry, part=None):
    """Return what the department's reviewer can do; ``part`` as of ``_may_screen``."""
    screened = entry.state in SCREENED and entry.employee_id != entry.env.user.employee_id
    may = entry._may_screen(part)
    return {
        "screened": screened,
        "may_screen": may,
        "may_put_forward": entry.state in ("submitted", "dropped"),
        "may_return": entry.state in ("submitted", "candidate"),
        "may_drop": entry.state in ("submitted", "candidate"),
        "screening_refusal": entry._screening_refusal(part) if screened and not may else "",
        "max_opinion": MAX_OPINION,
    }
