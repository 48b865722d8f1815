"""Links that staff write down, one a line: a name, then the address."""

import re
from urllib.parse import urlsplit

ADDRESS = re.compile(r"\S+$")
SCHEMES = ("http", "https")


def read(text):
    """Return [(name, address)] of ``text``; the address itself is the name of one without.

    Raises ValueError with the line that ends in no address of the web.
    """
    return [_link(line.strip()) for line in (text or "").splitlines() if line.strip()]


def _link(line):
    address = ADDRESS.search(line)[0]
    if not _is_web(address):
        raise ValueError(line)
    return line.removesuffix(address).rstrip(" \t　:：") or address, address


def _is_web(address):
    """Whether it is a page's address: nothing that runs, and no file of this machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.hostname)
