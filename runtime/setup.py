"""What must be there before Odoo can run: packages, Odoo's source, the Python environment."""

import shutil

from . import apt, odoo_source, postgres, virtualenv
from .odoo import Odoo
from .progress import Stop

# wkhtmltopdf prints the PDFs, Noto CJK is the font they are printed in
FOR_SERVING = {"wkhtmltopdf": "wkhtmltopdf", "fonts-noto-cjk": None}
# Playwright drives the browser with a program that needs libatomic
FOR_TESTS = {"chromium": "chromium", "libatomic1": None}
DATABASE = {"postgresql": None, "postgresql-client": "psql"}


def prepare(home, folder, tests=False):
    """Set up what is missing; a function that makes the :class:`~runtime.odoo.Odoo` of ``folder``
    for the PG* variables of a server."""
    _packages(home, tests)
    source = odoo_source.ensure(home)
    python = virtualenv.ensure(home)
    return lambda pg: Odoo(python, source, folder, pg)


def _packages(home, tests):
    wanted = FOR_SERVING | (FOR_TESTS if tests else {}) | _database()
    if apt.here():
        apt.install(list(wanted), home / "log/apt-install.log")
    lacking = [program for program in wanted.values() if program and not shutil.which(program)]
    if lacking:
        raise Stop(f"{' and '.join(lacking)} can't be found: install what brings it.")


def _database():
    only_client = {"postgresql-client": "psql"}
    return only_client if postgres.elsewhere() else DATABASE
