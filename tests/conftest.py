"""Odoo servers in processes of their own, with real commits, and a real browser."""

import contextlib
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import Visitor, open_chromium
from served import Served

from runtime.database import Databases
from runtime.home import REPO
from runtime.odoo import Odoo
from runtime.odoo_source import Source

NUMBERS = itertools.count(1)
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "") + "_"  # of several that test side by side


def releases():
    """The tags of earlier releases, the newest first."""
    words = ["git", "tag", "--list", "v19.*", "--sort=-version:refname"]
    result = subprocess.run(words, cwd=REPO, capture_output=True, text=True, check=False)
    return result.stdout.split()


# Begun first, so that none of them runs alone at the end while other processes have nothing to do.
LONGEST = ("test_serve.py", "test_install.py", "test_lint.py", "test_portal_rush.py")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.name not in LONGEST)


collect_ignore = [] if releases() else ["test_upgrade.py"]


def pytest_report_header():
    return None if releases() else "no earlier release (tag v19.*), so no upgrade from one to test"


@pytest.fixture(scope="module", autouse=True)
def enable_odoo_test_flag():
    """Override of pytest-odoo's: these tests are about Odoo as it is in use."""


@pytest.fixture(scope="session")
def odoo():
    """The Odoo that ``bin/test`` set up."""
    source = Source(Path(os.environ["PYTHONPATH"]), "19.0")
    return Odoo(Path(sys.executable), source, Path(os.environ["LEIFENG_FOLDER"]), {})


@pytest.fixture(scope="session")
def databases(odoo):
    return Databases({}, odoo.filestore)


@pytest.fixture(scope="session")
def base():
    """The name of a database without the addon, to copy from."""
    return os.environ["LEIFENG_RUN"] + "base"


@pytest.fixture(scope="session")
def installed():
    """The name of a database with the addon, to copy from."""
    return os.environ["LEIFENG_RUN"] + "installed"


@pytest.fixture(scope="module")
def new_database(databases):
    """A function that copies a database under a new name; all are dropped after the module."""
    made = []

    def copy(source):
        name = f"{os.environ['LEIFENG_RUN']}{WORKER}{next(NUMBERS)}"
        databases.copy(source, name)
        made.append(name)
        return name

    yield copy
    for name in made:
        databases.drop(name)


@pytest.fixture(scope="module")
def start_server(odoo, new_database, installed, tmp_path_factory):
    """A function that starts a server: ``start_server(database=None, **odoo_options)``.

    Without a database it gets a new one with the addon. ``workers=2`` makes it several processes.
    After the module all are stopped, and their logs checked.
    """
    with contextlib.ExitStack() as stack:

        def start(database=None, **options):
            log = tmp_path_factory.mktemp("server") / "odoo.log"
            server = Served(odoo, database or new_database(installed), log, **options)
            server.start()
            stack.callback(server.finish)
            return server

        yield start


@pytest.fixture(scope="module")
def server(start_server):
    """A server of one process with a database of its own, for all tests of the module."""
    return start_server()


@pytest.fixture(scope="session")
def chromium():
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def visit(chromium):
    """A function that lets somebody visit a server: see :class:`browsing.Visitor`.

    With a password they log in by the form; with a login alone they are signed in already.

    After the test it is an error when a page called another host or its script failed.
    """
    visitors = []

    def visit(server, login=None, password=None, **looks):
        visitors.append(Visitor(chromium, server, **looks))
        if password:
            visitors[-1].log_in(login, password)
        elif login:
            visitors[-1].keep_session(server.session(login))
        return visitors[-1].page

    yield visit
    for visitor in visitors:
        visitor.leave()
    assert [fault for visitor in visitors for fault in visitor.faults] == []
