"""The virtual environment, made from the lock file."""

import hashlib
import importlib.util
import re
import shutil
import sys

from . import apt, command
from .home import REPO, locked
from .progress import Step, Stop

LOCK = REPO / "requirements.lock"


def ensure(home):
    """The Python of the virtual environment in ``home``; made anew when the lock file changed."""
    folder = home / "python"
    python = folder / "bin/python"
    mark = folder / "lock-digest"
    with locked(home / "python.lock"):
        if not mark.exists() or mark.read_text(encoding="utf-8") != digest():
            _make(folder, python, home / "log")
            mark.write_text(digest(), encoding="utf-8")
    return python


def digest():
    """A digest of the lock file and of the Python that runs this, as 12 hex digits."""
    text = LOCK.read_bytes() + sys.version.encode()
    return hashlib.sha256(text).hexdigest()[:12]


def _make(folder, python, logs):
    if not importlib.util.find_spec("ensurepip"):
        _install_venv(logs)
    shutil.rmtree(folder, ignore_errors=True)
    total = len(re.findall(r"^[\w.-]+==", LOCK.read_text(encoding="utf-8"), re.MULTILINE))
    with Step("Making the Python environment") as step:
        command.run([sys.executable, "-m", "venv", folder], logs / "venv.log")
        try:
            _install(python, logs / "pip.log", lambda done: step.at(f"{done} of {total} packages"))
        except Stop as error:
            raise Stop(
                f"Python's packages can't be fetched: check the network ({error})"
            ) from error


def _install(python, log, tell):
    words = [python, "-m", "pip", "install", "--require-hashes", "-r", LOCK]
    fetched = 0
    for line in command.follow(words, log):
        fetched += line.startswith("Collecting ")
        tell(fetched)


def _install_venv(logs):
    if not apt.here():
        raise Stop("Python's venv module is incomplete here: install the one of your system.")
    apt.install([f"python3.{sys.version_info.minor}-venv"], logs / "apt-install.log")
