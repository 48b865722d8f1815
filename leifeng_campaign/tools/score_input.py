"""Scores as a judge typed them: exact numbers in steps of 0.1, from 0 to the points at most."""

import re
import unicodedata
from decimal import Decimal

STEP = Decimal("0.1")
NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{0,4})?")


def parsed(value, maximum):
    """Return what was typed as a Decimal with one decimal, None for nothing.

    ``value``: str, int, float or None, digits of full width too; ``maximum``: a float of one
    decimal. ValueError for what is no such number, or too large.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("not a number")
    text = unicodedata.normalize("NFKC", str(value)).replace("。", ".").strip()
    return _number(text, Decimal(str(maximum))) if text else None


def _number(text, maximum):
    if not NUMBER.fullmatch(text):
        raise ValueError("not a number")
    number = Decimal(text)
    if number > maximum or number % STEP:
        raise ValueError("not a step, or too large")
    return number.quantize(STEP)
