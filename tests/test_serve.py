"""``bin/serve`` from its first start to its second."""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from types import SimpleNamespace

import pytest
from browsing import DESK

from runtime import demo, logcheck
from runtime.cluster import Cluster
from runtime.database import Databases
from runtime.home import REPO
from runtime.progress import Stop
from runtime.server import free_port


@pytest.fixture(scope="module")
def home(odoo, tmp_path_factory):
    """A home of its own with the Odoo, the Python and the files of databases that are there."""
    home = tmp_path_factory.mktemp("home")
    (home / "serve").mkdir()
    (home / "serve/data").symlink_to(odoo.filestore.parent)
    for part in ("odoo", "python"):
        (home / part).symlink_to(odoo.folder.parent / part)
    return home


@pytest.fixture
def serve(home):
    """A function that starts ``bin/serve`` and gives its process, address and greeting."""
    own = {"LEIFENG_HOME": str(home), "PGDATABASE": os.environ["LEIFENG_RUN"] + "serve"}
    running = []

    def start(*words):
        process = subprocess.Popen(
            [sys.executable, REPO / "bin/serve", f"--port={free_port()}", *words],
            env={**os.environ, **own},
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        printed = ""
        while not printed.endswith("the data stay.\n"):
            line = process.stdout.readline()
            assert line, f"bin/serve ended: {printed}"
            printed += line
        return process, re.search(r"http://\S+", printed)[0], printed

    yield start
    for process in running:
        process.terminate()
        process.wait()


def test_serve_builds_stops_and_starts_again(serve, home, visit):
    process, url, printed = serve()

    assert "Building the demo agency: done" in printed
    for login, *_ in demo.accounts()[1:]:
        assert f"\n  {login} " in printed
    page = visit(SimpleNamespace(url=url), "officer", demo.PASSWORD, looks=DESK)
    page.wait_for_selector(".o_user_menu")

    process.send_signal(signal.SIGINT)

    assert process.wait() == 0
    assert process.stdout.read().endswith("Stopped.\n")
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(url)

    process, url, printed = serve()

    assert "Building" not in printed
    visit(SimpleNamespace(url=url), "employee", demo.PASSWORD)
    for log in (home / "serve/log").glob("*.log"):
        assert logcheck.unclaimed(log.read_text(encoding="utf-8")) == [], log


def test_cluster_is_made_shared_and_stopped_by_its_last_user(odoo):
    folder = odoo.folder / "cluster-under-test"
    shutil.rmtree(folder, ignore_errors=True)
    cluster, other = (Cluster(folder, odoo.folder / "log", durable=False) for _ in range(2))
    databases = Databases(cluster.environment, odoo.filestore)

    with cluster.in_use():
        with other.in_use():
            assert "template1" in databases.names()
        assert "template1" in databases.names()

    with pytest.raises(Stop):
        databases.names()
    with cluster.in_use():
        assert databases.names("template") != []
