"""What people type into the form of a request: numbers with a word behind, times in a sentence."""

import re

# a number alone, or with the word that people put behind it: "12", "12 户", "１４人"
NUMBER = re.compile(r"\s*(\d{1,9})\s*[^\W\d]{0,10}\s*")
CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s*[:：点點时時]\s*([0-5]\d)?(?!\d)")


def whole_number(text, most):
    """Return the number in ``text``, 0 for none; raise ValueError for anything else."""
    if not text.strip():
        return 0
    found = NUMBER.fullmatch(text)
    if not found or int(found[1]) > most:
        raise ValueError(text)
    return int(found[1])


def clock_in(text):
    """Return the first time of day in ``text``: "18:30以后" → (18, 30), or None."""
    found = CLOCK.search(text or "")
    return (int(found[1]), int(found[2] or 0)) if found else None
