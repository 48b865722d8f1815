"""Plain values of a conference's agenda and of outlines, as templates get them."""

import json

from ..models.leifeng_session_speech_acts import MAX_TEXT, URL
from ..tools import essay_text
from ..tools.speech_time import A_MINUTE
from . import formats


def agenda_rows(session):
    """Return what colleagues read of the agenda: times, titles, speakers."""
    if session.kind != "ceremony":
        return []
    return [
        {"clock": item.clock, "name": item.name, "speaker": item.speaker or ""}
        for item in session.agenda_ids
    ]


def row_values(speech):
    """Return where an outline stands, for a list."""
    # sudo: leifeng.session, leifeng.session.agenda - the speaker knows of a conference that isn't
    # published yet
    item = speech.sudo().agenda_id
    session = item.session_id
    return {
        "url": f"{URL}/{speech.id}",
        "name": session.name,
        "when": formats.span_text(speech.env, session.start, session.stop, session._tz()),
        "state": speech.state,
        "state_text": formats.label(speech, "state"),
    }


def page_values(speech):
    """Return the outline with what its writer can do about it now."""
    # sudo: leifeng.session, leifeng.session.agenda - see row_values
    item = speech.sudo().agenda_id
    session = item.session_id
    due = session.speech_due
    return {
        **row_values(speech),
        "item": item.name,
        "clock": item.clock,
        "minutes": item.minutes,
        "location": session.location,
        "due": due and formats.long_date(speech.env, due),
        **saved_values(speech),
        "id": speech.id,
        "count": speech.character_count,
        "needed": speech._minutes_needed(),
        "remark": speech.remark if speech.state == "returned" else "",
        "may_write": speech._may_write(),
        "may_take_back": speech.state == "submitted",
        "count_rules": json.dumps(essay_text.patterns()),
        "a_minute": A_MINUTE,
        "max_text": MAX_TEXT,
    }


def saved_values(speech):
    """Return what the script gets: the text as it stands, and its mark."""
    return {"text": speech.text or "", "seen": speech._mark()}
