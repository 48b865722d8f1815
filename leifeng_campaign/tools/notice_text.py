"""What a public notice shows of a person: as little as serves it (practice.md, point 19)."""

import re

from .masking import masked_name, masked_phone

SHORT = 100  # characters of a reason
END = re.compile(r"[。！？；.!?;](?!.*[。！？；.!?;])")  # the last end of a sentence


def short_reason(text, limit=SHORT):
    """Return ``text`` in a line of at most ``limit`` characters, cut after a sentence if it can."""
    line = " ".join((text or "").split())
    if len(line) <= limit:
        return line
    end = END.search(line[:limit])
    return line[: end.end()] if end else line[: limit - 1] + "…"


def without_person(text, name):
    """Return ``text`` with ``name`` and the given name in it masked, and telephone numbers.

    A given name of one character isn't looked for: 伟 stands in many words.
    """
    text = masked_phone(text or "")
    if not name:
        return text
    text, given = text.replace(name, masked_name(name)), name[1:]
    return text.replace(given, "*" * len(given)) if len(given) > 1 else text


def names_person(text, name):
    """Whether ``text`` contains the full name, whatever spaces are in it."""
    squeezed = ("".join(each.split()) for each in (text or "", name or ""))
    text, name = squeezed
    return len(name) > 1 and name in text
