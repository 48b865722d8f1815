"""Files that people hand in: told by their first bytes, named so that they can be stored."""

import re

MAX_NAME = 80  # characters, the ending included
SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
)
UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


def kind_of(content):
    """Return "pdf", "png" or "jpg" by what ``content`` (bytes) begins with, "" for all else."""
    return next((kind for start, kind in SIGNATURES if content.startswith(start)), "")


def safe_name(name, kind):
    """Return ``name`` without folders, control characters and foreign endings, ending in ``kind``.

    '../感谢信.JPEG', 'jpg' → '感谢信.jpg'; where nothing is left, 'file.jpg'.
    """
    last = re.split(r"[/\\]", name or "")[-1]
    stem = UNSAFE.sub("", last.rpartition(".")[0] or last).strip(" .")
    return f"{stem[: MAX_NAME - len(kind) - 1] or 'file'}.{kind}"
