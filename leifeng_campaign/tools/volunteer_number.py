"""The number that a volunteer has on a platform outside: optional, typed by the person."""

import re
import unicodedata

LENGTH = 32
NUMBER = re.compile(r"[0-9A-Za-z-]+")
ID_CARD = re.compile(r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def normalized(text):
    """Return ``text`` with full-width characters made narrow and without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def fault(number):
    """Return what is wrong with a normalized number: 'long', 'characters', 'id_card', or None.

    Identity card numbers are not to be stored (practice.md point 16); one is told by the date in
    it and by its check digit.
    """
    if not number:
        return None
    if not NUMBER.fullmatch(number):
        return "characters"
    if len(number) > LENGTH:
        return "long"
    return "id_card" if _is_id_card(number.upper()) else None


def _is_id_card(number):
    if not ID_CARD.fullmatch(number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[17]
