"""Where everything lies that isn't in the repository, and whether there is room for it."""

import fcntl
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from .progress import Stop

REPO = Path(__file__).resolve().parents[1]
ADDON = "leifeng_campaign"


def home():
    """The folder with Odoo, the virtual environment, the database cluster and the logs.

    Root's lies under /var/lib, because its database server runs as another user who must be
    able to reach it.
    """
    chosen = os.environ.get("LEIFENG_HOME")
    if not chosen and os.geteuid() == 0:
        chosen = f"/var/lib/{ADDON}"
    if not chosen:
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
        chosen = Path(data) / ADDON
    return _made(Path(chosen).expanduser().absolute())


def _made(path):
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(
            f"{path} can't be made ({error.strerror}): set LEIFENG_HOME to a folder of yours."
        ) from error
    return path


def need_room(path, gigabytes, what):
    """Raise :class:`Stop` when the disk of ``path`` has less free than ``gigabytes``."""
    free = shutil.disk_usage(path).free / 1e9
    if free < gigabytes:
        raise Stop(
            f"{what} needs {gigabytes} GB in {path} and {free:.1f} GB are free: "
            "make room, or set LEIFENG_HOME to a folder on another disk."
        )


@contextmanager
def locked(path, how=fcntl.LOCK_EX, otherwise=None):
    """Hold the lock of the file ``path`` while the block runs; gives the open file.

    With LOCK_NB in ``how`` raises :class:`Stop` with the sentence ``otherwise`` when another
    process holds it.
    """
    with open(path, "a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, how)
        except BlockingIOError as error:
            raise Stop(otherwise) from error
        yield file
