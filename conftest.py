"""For every test: what it logs as a warning or worse, and doesn't claim, is an error.

A test claims what it expects with ``assertLogs`` or ``mute_logger``, so that it never gets here;
the log of a server in a process of its own is claimed with the server's ``expect_log``.
"""

import logging
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from odoo.modules.registry import Registry
from odoo.tests.common import get_db_name
from odoo.tools import config

from runtime import logcheck
from runtime.database import Databases
from runtime.kept_caches import KeptCaches

# A slow machine is no fault, and a failing run can be repeated: the same examples every time.
settings.register_profile(
    "same everywhere",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same everywhere")


@pytest.fixture(scope="session", autouse=True)
def load_registry():
    """Override of pytest-odoo's, whose processes that test side by side share one folder of files.

    Here each of them has a database and files of its own.
    """
    if "LEIFENG_RUN" not in os.environ:  # lint alone
        return
    threading.current_thread().testing = True
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        run = os.environ["LEIFENG_RUN"]
        Databases({}, Path(config.filestore("x")).parent).copy(f"{run}installed", f"{run}{worker}")
        config["db_name"], config["dbfilter"] = [f"{run}{worker}"], f"^{run}{worker}$"
    Registry(get_db_name())


CACHES = KeptCaches()


@pytest.fixture(scope="session", autouse=True)
def kept_caches(load_registry):
    CACHES.start()
    yield
    CACHES.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    yield
    if getattr(nextitem, "cls", None) is not item.cls:
        CACHES.class_ended()


class Watch(logging.Handler):
    """Keeps what is logged, in the form of Odoo's log file."""

    def __init__(self):
        super().__init__(logging.WARNING)
        form = "%(asctime)s %(process)d %(levelname)s - %(name)s: %(message)s"
        self.setFormatter(logging.Formatter(form))
        self.kept = []

    def emit(self, record):
        self.kept.append(self.format(record))

    def take(self):
        """The text since the last time."""
        kept, self.kept = self.kept, []
        return "\n".join(kept)


@pytest.fixture(scope="session")
def log_watch():
    watch = Watch()
    logging.getLogger().addHandler(watch)
    yield watch
    logging.getLogger().removeHandler(watch)


@pytest.fixture(autouse=True)
def clean_log(log_watch):
    yield
    unclaimed = logcheck.unclaimed(log_watch.take())
    if unclaimed:
        pytest.fail("logged and not claimed:\n" + "\n".join(unclaimed), pytrace=False)
