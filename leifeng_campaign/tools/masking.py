"""What a list shows of people's data unless somebody needs all of it and says why."""

import re

# A number as people type it: 13812341234, 138 1234 1234, 0000-8801312, +86 138…
NUMBER = re.compile(r"\+?\d[\d \-]{2,}\d")


def masked_name(name):
    """Return ``name`` with all but the family name hidden: 聂小雨 → 聂**; '' for none.

    A family name of two characters is cut to one as well: which one it is, is nobody's guess.
    """
    return name[:1] + "*" * (len(name) - 1) if name else ""


def masked_phone(text):
    """Return ``text`` with every telephone number in it masked: 13812341234 → 138****1234."""
    return NUMBER.sub(lambda found: _masked_digits(found[0]), text) if text else ""


def masked_number(text):
    """Return an identifier of which two characters at either end show: 44**********21."""
    if not text:
        return ""
    shown = 2 if len(text) > 6 else 0
    return text[:shown] + "*" * (len(text) - 2 * shown) + text[len(text) - shown :]


def _masked_digits(number):
    head = 3 if len(number) > 9 else 0
    tail = 4 if len(number) > 6 else 2
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
