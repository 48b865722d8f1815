"""Plain values of a department's summary, as its templates get them."""

from ..models.leifeng_campaign_department_length import LONGEST_PART
from ..models.leifeng_campaign_department_summary import SUMMARY_PARTS
from ..models.leifeng_campaign_department_turn import WRITTEN
from ..tools.essay_text import count_characters
from . import formats


def row_values(part, figures):
    """Return where the summary stands, for My Department."""
    due = part.campaign_id.summary_due
    return {
        **_state_values(part),
        "asked": part._is_summary_asked(),
        "due": formats.date_text(part.env, due) if due else "",
        "shown": part._is_summary_time() or part.summary_state not in WRITTEN,
        "count": _count(_texts(part, {}, figures)),
    }


def page_values(part, typed):
    """Return the summary as it is read and written; ``typed`` is what a refused form sent."""
    texts = _texts(part, typed)
    return {
        **_state_values(part),
        "parts": [
            {"name": name, "label": part._fields[name]._description_string(part.env), "text": text}
            for name, text in texts.items()
        ],
        "count": _count(texts),
        "rules": part.summary_count_rules,
        "longest": LONGEST_PART,
        "seen": part._summary_mark(),
        "edited": part.summary_facts_edited,
    }


def saved_values(part):
    """Return what the script gets: the texts as they stand, and their mark."""
    return {**_texts(part, {}), "seen": part._summary_mark()}


def _state_values(part):
    state, mine = part.summary_state, part.is_my_summary_turn
    return {
        "url": f"/my/leifeng/department/{part.id}/summary",
        "state": state,
        "state_text": formats.label(part, "summary_state"),
        "remark": state == "returned" and part.summary_remark,
        "limit": part.summary_limit,
        "may_write": mine and state in (*WRITTEN, "head"),
        "may_send": mine and state in WRITTEN,
        "may_agree": mine and state == "head",
        "may_take_back": part.may_take_back_summary,
    }


def _texts(part, typed, figures=None):
    shown = {name: part[name] or "" for name in SUMMARY_PARTS}
    return {**shown, "summary_facts": part._shown_facts(figures), **typed}


def _count(texts):
    return sum(count_characters(text) for text in texts.values())
