"""Short digests that tell whether something was built from what is there now."""

import ast
import hashlib

from .home import ADDON, REPO
from .virtualenv import digest

LANGUAGES = ("en_US", "zh_CN", "zh_TW")  # the first becomes everybody's until told otherwise
NOT_INSTALLED = {"__pycache__", "tests"}


def addon(folder=REPO / ADDON):
    """A digest of the addon's files that an installation depends on, as 12 hex digits."""
    hasher = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and NOT_INSTALLED.isdisjoint(inside.parts):
            hasher.update(f"{inside}\0".encode() + path.read_bytes() + b"\0")
    return hasher.hexdigest()[:12]


def times(folder=REPO / ADDON / "static"):
    """A digest of when the addon's scripts and styles were last written, as 12 hex digits."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (f"{path.relative_to(folder)} {path.stat().st_mtime_ns}" for path in paths)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def depends(folder=REPO / ADDON):
    """The modules that the addon depends on."""
    return ast.literal_eval((folder / "__manifest__.py").read_text(encoding="utf-8"))["depends"]


def base(source):
    """A digest of what a database without the addon is made from, as 12 hex digits."""
    parts = [source.version, digest(), *depends(), *LANGUAGES]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
