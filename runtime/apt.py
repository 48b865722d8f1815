"""Debian's packages: installed into the system, or only fetched, from another suite too."""

import os
import platform
import shutil
from pathlib import Path

from . import command
from .home import need_room
from .progress import Step, Stop

STATUS = "-oAPT::Status-Fd=1"  # makes apt print its progress for programs
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


def here():
    """Whether this is a Debian with apt."""
    return bool(shutil.which("apt-get")) and _release().get("ID") == "debian"


def _release():
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def missing(packages):
    """Those of ``packages`` that aren't installed, in the same order."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n"]
    lines = command.output([*query, "*"]).splitlines()
    installed = {name for name, status in map(str.split, lines) if status == "installed"}
    return [name for name in packages if name not in installed]


def install(packages, log):
    """Install what is missing of ``packages``, as root or through sudo."""
    wanted = missing(packages)
    if not wanted:
        return
    need_room("/usr", 1.5, "Installing Debian's packages")
    by_hand = f"run “apt-get install {' '.join(wanted)}” as root once, then start again."
    try:
        _install(wanted, log)
    except Stop as error:
        raise Stop(f"Packages are missing ({error}): {by_hand}") from error


def _install(wanted, log):
    apt = [*_as_root(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    with Step(f"Installing {', '.join(wanted)} (apt)") as step:
        command.run([*apt, "update"], log)
        _follow([*apt, STATUS, "install", "-y", "--no-install-recommends", *wanted], log, step)


def _as_root():
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"]
    raise Stop("there is no sudo here")


def _follow(words, log, step, cwd="/"):
    """Run apt and show in ``step`` what it says of its progress."""
    for line in command.follow(words, log, cwd=cwd):
        if line.startswith(("dlstatus:", "pmstatus:")):
            _kind, _what, percent, text = line.strip().split(":", 3)
            step.at(f"{float(percent):.0f} %, {text}")


class Suite:
    """Another suite of the distribution, kept apart from the system's own configuration.

    Packages are fetched, never installed; apt checks their signature with the distribution's
    keyring. The mirror is the one that the machine uses already.
    """

    def __init__(self, name, folder):
        self.folder = Path(folder)
        for part in ("lists/partial", "cache/archives/partial", "packages"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:  # apt fetches as this user then
            shutil.chown(self.folder / "packages", "_apt")
        self.stable = _release()["VERSION_CODENAME"]
        source = f"deb [signed-by={KEYRING}] {_mirror(self.stable)}"
        lines = [f"{source} {suite} main\n" for suite in (name, self.stable)]
        (self.folder / "sources.list").write_text("".join(lines), encoding="utf-8")

    def _apt(self, *words):
        options = {
            "Dir::Etc::SourceList": self.folder / "sources.list",
            "Dir::Etc::SourceParts": "/dev/null",
            "Dir::State::Lists": self.folder / "lists",
            "Dir::Cache": self.folder / "cache",
            "Acquire::Languages": "none",
            "APT::Update::Error-Mode": "any",
        }
        return ["apt-get", "-q", *(f"-o{key}={value}" for key, value in options.items()), *words]

    def update(self, log):
        """Read the suite's list of packages."""
        try:
            command.run(self._apt("update"), log)
        except Stop as error:
            raise Stop(
                f"Debian's mirror can't be read: check the network, or set ODOO_SRC ({error})"
            ) from error

    def fetch(self, packages, log, step):
        """Fetch ``packages`` (``name`` or ``name/suite``); the paths of their files."""
        folder = self.folder / "packages"
        _follow(self._apt(STATUS, "download", *packages), log, step, cwd=folder)
        return sorted(folder.glob("*.deb"))


def _mirror(codename):
    lines = command.output(
        ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"]
    )
    for line in lines.splitlines():
        release, _space, uri = line.partition(" ")
        if release == codename:
            return uri
    raise Stop(f"apt has no source for Debian {codename}: add one, or set ODOO_SRC to an Odoo 19.")
