"""Plain values of notices and of one's own objections, as templates get them."""

from . import formats


def row(notice):
    return {
        "url": f"/my/leifeng/notices/{notice.id}",
        "name": notice.name,
        "period": notice._period_text(),
        "current": notice._is_running(),
        "state": notice.state,
        "state_text": formats.label(notice, "state"),
    }


def page(notice):
    return {
        "notice_page": {
            **row(notice),
            "object_url": f"/my/leifeng/notices/{notice.id}/object",
            "basis": notice.basis,
            "renewed": notice.replace_reason,
            "unknown": notice._unknown_text(),
            "office": notice._office_lines(),
            "how": notice._how_text(),
            "code": notice._code_text(),
            "accepts": notice._accepts_objections(),
            "newer_url": newer_url(notice),
        },
        "groups": notice._list_groups(),
        "choices": [(line.id, line._about_text()) for line in notice.line_ids],
    }


def newer_url(notice):
    """Return where the notice is that replaced this one, or ''."""
    if notice.state != "replaced":
        return ""
    newer = notice.search([("replaces_id", "=", notice.id)], limit=1)
    return f"/my/leifeng/notices/{newer.id}" if newer else ""


def objection(own_sudo):
    """Return an own objection; the answer is for whoever signed it and the handler alone."""
    return {
        "about": own_sudo.about,
        "notice_url": f"/my/leifeng/notices/{own_sudo.notice_id.id}",
        "text": own_sudo.text,
        "state": own_sudo.state,
        "state_text": formats.label(own_sudo, "state"),
        "received_on": formats.date_text(own_sudo.env, own_sudo.received_on),
        "reply": own_sudo.reply,
        "files": len(own_sudo.file_ids),
    }
