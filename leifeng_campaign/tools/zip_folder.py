"""A folder of files as a zip: the same files always give the same bytes, whatever their names.

What the archive of a campaign (归档) consists of, with a list of checksums beside it.
"""

import hashlib
import io
import re
import unicodedata
import zipfile

LONGEST = 200  # bytes of a name in UTF-8; file systems end at 255
SUFFIX = 20  # characters of what may be a file's ending
MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that the format can tell: a file's own isn't known
UNIX, READABLE = 3, 0o100644 << 16
# Control characters, those that turn the direction of writing, and halves of characters.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_RESERVED = str.maketrans('<>:"|?*', "＜＞：＂｜？＊")  # by Windows; full-width twins stand in
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def zip_bytes(files):
    """Return a zip of ``files``, [(path, bytes)], under their :func:`safe_paths`.

    A path that isn't ASCII is marked as UTF-8, so that Chinese Windows doesn't read it as GBK.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, content in _safe(files):
            info = zipfile.ZipInfo(path, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            # else they would tell on which system the zip was made
            info.create_system, info.external_attr = UNIX, READABLE
            archive.writestr(info, content)
    return stream.getvalue()


def checksums(files):
    """Return a line for each of ``files`` as ``sha256sum`` prints and ``sha256sum -c`` reads it."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in _safe(files))
    return "".join(lines)


def safe_paths(paths):
    """Return ``paths`` as names that every system can unpack below the folder it unpacks into.

    Folders are parted by "/". No "..", no characters that Windows reserves, no two that are one
    where case doesn't count: the second is "name (2).txt".
    """
    parts = [_parts(path) for path in paths]
    taken = {_key(each[:end]) for each in parts for end in range(1, len(each))}
    return [_unique(each, taken) for each in parts]


def _safe(files):
    files = list(files)
    paths = safe_paths(path for path, _content in files)
    return [(path, content) for path, (_path, content) in zip(paths, files, strict=True)]


def _parts(path):
    """Return the folders of a path and its file's name, "-" when nothing is left."""
    names = [
        _name(part) for part in unicodedata.normalize("NFC", path).replace("\\", "/").split("/")
    ]
    return [name for name in names if name] or ["-"]


def _name(text):
    """Return one name without what systems don't take; '' for "..", too."""
    text = _CONTROL.sub("", text).translate(_RESERVED).strip(" .")
    return _cut(_DEVICES.sub(r"\1_", text, count=1) if _DEVICES.match(text) else text)


def _cut(name, mark=""):
    """Return ``name`` with ``mark`` before its ending, cut so that it isn't too long."""
    stem, ending = _split(name)
    room = LONGEST - len((mark + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + mark + ending


def _split(name):
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem and len(ending) <= SUFFIX else (name, "")


def _unique(parts, taken):
    """Return a path that isn't ``taken`` yet, and take it."""
    *folders, name = parts
    count = 1
    while _key([*folders, _cut(name, f" ({count})" if count > 1 else "")]) in taken:
        count += 1
    path = [*folders, _cut(name, f" ({count})" if count > 1 else "")]
    taken.add(_key(path))
    return "/".join(path)


def _key(parts):
    return "/".join(parts).casefold()
