"""Databases of a single run, of the tests or of a benchmark: copied before it, dropped after it."""

import os
from contextlib import contextmanager

from . import template
from .database import Databases
from .home import locked
from .progress import Step

PREFIX = "leifeng_run_"


@contextmanager
def databases(odoo):
    """Copies that nobody else uses; gives the variables that tell a process of them.

    LEIFENG_RUN: what the names of this run's databases begin with: ``main`` with the addon,
    ``installed`` the same to copy from, ``base`` without the addon to copy from; others may be
    added. LEIFENG_FOLDER: the folder of :class:`~runtime.odoo.Odoo`. LEIFENG_INSTALL_LOG: the log
    of how the addon was installed.
    """
    all_of_them = Databases(odoo.pg, odoo.filestore)
    own = f"{PREFIX}{os.getpid()}_"
    try:
        with locked(odoo.folder / "template.lock"):
            _drop_left_over(all_of_them)
            installed = _copy(odoo, all_of_them, own)
        yield {
            "LEIFENG_RUN": own,
            "LEIFENG_FOLDER": str(odoo.folder),
            "LEIFENG_INSTALL_LOG": str(template.log_of(odoo, installed)),
        }
    finally:
        for name in all_of_them.names(own):
            all_of_them.drop(name)


def _copy(odoo, all_of_them, own):
    installed = template.installed(odoo, all_of_them)
    with Step("Copying the databases"):
        all_of_them.copy(template.base(odoo, all_of_them), f"{own}base")
        all_of_them.copy(installed, f"{own}installed")
        all_of_them.copy(installed, f"{own}main")
    return installed


def _drop_left_over(all_of_them):
    """Drop the databases of runs that were killed."""
    for name in all_of_them.names(PREFIX):
        pid = name.removeprefix(PREFIX).partition("_")[0]
        if not os.path.exists(f"/proc/{pid}"):
            all_of_them.drop(name)
