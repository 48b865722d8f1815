"""Simplified and traditional characters."""

from .script_table import AMBIGUOUS, SIMPLIFIED, TRADITIONAL

# Full-width ASCII becomes half-width, so that one pattern finds （1） and (1).
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_OTHERS = {0x3000: 0x20, 0x3014: 0x5B, 0x3015: 0x5D}  # the wide space, 〔 and 〕
_FOLD = str.maketrans(TRADITIONAL, SIMPLIFIED) | _HALF_WIDTH | _OTHERS
_ONLY_TRADITIONAL = frozenset(TRADITIONAL) - frozenset(SIMPLIFIED)
_ONLY_SIMPLIFIED = frozenset(SIMPLIFIED) - frozenset(TRADITIONAL) - frozenset(AMBIGUOUS)


class ConverterMissing(Exception):
    """The Python package ``opencc`` isn't installed."""


def fold(text):
    """The text for matching: half-width, the words of a plan in simplified characters.

    One character for one, so that positions are the same in both texts.
    """
    return text.translate(_FOLD)


def script_of(text):
    """``"hant"`` if more known characters are traditional than simplified, else ``"hans"``."""
    traditional = sum(char in _ONLY_TRADITIONAL for char in text)
    simplified = sum(char in _ONLY_SIMPLIFIED for char in text)
    return "hant" if traditional > simplified else "hans"


def to_simplified(text):
    """The text in simplified characters (OpenCC, characters and not words).

    :raise ConverterMissing: the package ``opencc`` can't be imported
    """
    try:
        # Imported here: it loads its dictionaries, and only this one button needs it.
        from opencc import OpenCC  # noqa: PLC0415
    except ImportError as error:
        raise ConverterMissing from error
    return OpenCC("t2s").convert(text)
