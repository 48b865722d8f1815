"""From an uploaded file to the lines of its text: .docx, .txt (UTF-8, GB18030, UTF-16)."""

import codecs
import re

from .docx_text import docx_lines
from .plan_file_error import PlanFileError

__all__ = ["MAX_FILE", "MAX_TEXT", "PlanFileError", "clean_text", "read_file"]

MAX_FILE = 10 * 1024 * 1024  # bytes
MAX_TEXT = 200_000  # characters
_SIGNATURES = [(b"%PDF", "pdf"), (b"{\\rtf", "rtf"), (b"\xd0\xcf\x11\xe0", "old_doc")]
# A database can't hold these, or they hide in words and break them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffe\ufffd\ud800-\udfff]")
_BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def read_file(content):
    """The text of a file, its parts on lines of their own, table cells parted by tabs.

    :param bytes content: the file
    :raise PlanFileError: ``reason`` is too_big, empty, pdf, rtf, old_doc, encrypted, not_docx,
        broken, dtd, encoding, unknown_type or too_long
    """
    if len(content) > MAX_FILE:
        raise PlanFileError("too_big")
    if not content.strip(b"\0 \t\r\n"):
        raise PlanFileError("empty")
    _refuse_other_types(content)
    is_zip = content.startswith(b"PK\x03\x04")
    text = "\n".join(docx_lines(content)) if is_zip else _decoded(content)
    return clean_text(text)


def clean_text(text):
    """The text without characters that can't be stored.

    :raise PlanFileError: empty, too_long
    """
    text = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise PlanFileError("empty")
    if len(text) > MAX_TEXT:
        raise PlanFileError("too_long")
    return text


def _refuse_other_types(content):
    for signature, reason in _SIGNATURES:
        if content.startswith(signature):
            # An encrypted .docx is wrapped in the container of the old .doc.
            locked = "EncryptedPackage".encode("utf-16-le") in content
            raise PlanFileError("encrypted" if locked else reason)


def _decoded(content):
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strictly(content, encoding)
    if b"\0" in content:
        raise PlanFileError("unknown_type")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(content, "gb18030")


def _strictly(content, encoding):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise PlanFileError("encoding") from error
