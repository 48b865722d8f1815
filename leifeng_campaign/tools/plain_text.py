"""Text that people type or paste: what a database can't hold or what hides in it is left out."""

import re

# Controls, invisible and direction marks, halves of surrogate pairs; tabs and line ends stay.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def cleaned(text):
    """Return ``text`` with \\n as line end, without space around it."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).strip()


def one_line(text):
    """Return ``text`` cleaned, on one line, with single spaces."""
    return " ".join(cleaned(text).split())
