"""Files that people hand in as proof: told by their content, never by their name."""

MAX_FILES = 3
MAX_BYTES = 5 * 1024 * 1024
KINDS = {
    b"%PDF-": ("application/pdf", "pdf"),
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
}


def kind_of(content):
    """Return (mimetype, ending) of a PDF, PNG or JPEG file's content, None for anything else."""
    return next((kind for start, kind in KINDS.items() if content.startswith(start)), None)


def file_name(number, content):
    """Return a name that tells nothing of who handed the file in: '1.pdf'."""
    return f"{number}.{kind_of(content)[1]}"
