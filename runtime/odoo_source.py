"""Odoo 19 itself: one that is already there (ODOO_SRC), or Debian's package, unpacked."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import apt, command
from .home import need_room
from .progress import Step, Stop

SUITE = "sid"
ODOO = "odoo-19"
# The package links to these files of other packages.
LINKED = [
    "libjs-jquery",
    "libjs-jquery-form",
    "libjs-underscore",
    "fonts-roboto-unhinted",
    "fonts-montserrat",
    "fonts-inconsolata",
    "fonts-ocr-b",
]
# Debian strips this file and leaves its name in a bundle: each backend page logs an error.
STRIPPED = "mail/static/lib/selfie_segmentation/selfie_segmentation.js"
IN_PACKAGE = "usr/lib/python3/dist-packages"


@dataclass(frozen=True)
class Source:
    """An Odoo 19: the folder to import ``odoo`` from, and what tells it from another."""

    path: Path
    version: str

    @property
    def addons(self):
        """The folders with Odoo's own addons: one in a package, two in a checkout."""
        return [path for path in (self.path / "addons", self.path / "odoo/addons") if path.is_dir()]


def ensure(home):
    """The Odoo 19 of ODOO_SRC, or the one in ``home``, which is fetched at the first call."""
    given = os.environ.get("ODOO_SRC")
    if given:
        return _given(Path(given).expanduser().absolute())
    root = home / "odoo"
    if not (root / "version").exists():
        _fetch(home, root)
    return Source(root / IN_PACKAGE, (root / "version").read_text(encoding="utf-8").strip())


def _given(path):
    for folder in (path, path / IN_PACKAGE):
        release = folder / "odoo/release.py"
        if release.is_file():
            return Source(folder, _checked(release))
    raise Stop(f"ODOO_SRC={path} holds no odoo/release.py: set it to the source of Odoo 19.")


def _checked(release):
    text = release.read_text(encoding="utf-8")
    version = re.search(r"^version_info = \((.*?), (.*?),", text, re.MULTILINE)
    if not version or version.groups() != ("19", "0"):
        found = ".".join(version.groups()) if version else "unknown"
        raise Stop(f"{release} is of version {found}: set ODOO_SRC to an Odoo 19.0.")
    return f"{release.parents[1]} {release.stat().st_mtime_ns}"


def _fetch(home, root):
    if not apt.here():
        raise Stop(
            "Odoo 19 is fetched with Debian's apt, which isn't here: "
            "get Odoo 19's source and set ODOO_SRC to its folder."
        )
    need_room(home, 4, "Odoo with all that it needs")
    suite = apt.Suite(SUITE, home / "apt")
    with Step("Fetching Odoo 19") as step:
        suite.update(home / "log/apt-update.log")
        # the stable suite's font has the file names that Odoo links to, the newer one others
        wanted = [ODOO, *LINKED, f"fonts-font-awesome/{suite.stable}"]
        files = suite.fetch(wanted, home / "log/apt-fetch.log", step)
    _unpack(files, root)
    shutil.rmtree(suite.folder)


def _unpack(files, root):
    part = root.with_name("odoo.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    with Step("Unpacking Odoo 19") as step:
        for number, file in enumerate(files, 1):
            step.at(f"package {number} of {len(files)}")
            command.output(["dpkg-deb", "-x", file, part])
    stripped = part / IN_PACKAGE / "odoo/addons" / STRIPPED
    stripped.parent.mkdir(parents=True, exist_ok=True)
    stripped.touch()
    version = next(file.name for file in files if file.name.startswith(ODOO))
    (part / "version").write_text(version, encoding="utf-8")
    shutil.rmtree(root, ignore_errors=True)
    part.rename(root)
