"""The set-up's own parts, as far as they can be had without setting up."""

import fcntl
import io
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from runtime import command, fingerprint, odoo_source
from runtime.cluster import Cluster
from runtime.home import REPO, home, locked, need_room
from runtime.progress import Step, Stop
from runtime.server import free_port, need_free_port

HOLD_LOCK = """
import fcntl, sys
file = open(sys.argv[1], "a")
fcntl.flock(file, fcntl.LOCK_EX)
print("held")
input()
"""
LOCK_NOW = fcntl.LOCK_EX | fcntl.LOCK_NB


@pytest.fixture
def cluster():
    """A cluster of the fast kind that holds a database ``mark``; it is running."""
    with tempfile.TemporaryDirectory(dir=home()) as folder:
        Path(folder).chmod(0o755)  # root's is run by another user
        cluster = Cluster(Path(folder) / "postgres", Path(folder), durable=False)
        with cluster.in_use():
            assert command.works(["createdb", "mark"], cluster.environment)
            yield cluster


def databases_of(cluster):
    words = ["psql", "-XAt", "-d", "postgres", "-c", "SELECT datname FROM pg_database"]
    return command.output(words, cluster.environment).split()


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_step_writes_lines_into_a_file():
    out = io.StringIO()

    with Step("Fetching", out) as step:
        step.pause = 0
        step.at("1 of 2")

    assert out.getvalue() == "Fetching: …\nFetching: 1 of 2\nFetching: done, 0 s\n"


def test_step_rewrites_its_line_on_a_terminal():
    out = Terminal()

    with Step("Fetching", out):
        pass

    assert out.getvalue() == "\r\033[KFetching: …\r\033[KFetching: done, 0 s\n"


def test_step_says_that_it_was_stopped():
    out = io.StringIO()

    with pytest.raises(Stop), Step("Fetching", out):
        raise Stop("No network.")

    assert "Fetching: stopped" in out.getvalue()


def test_taken_port_stops_in_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(Stop, match=f"Port {port} of 127.0.0.1 .*--port"):
            need_free_port("127.0.0.1", port)


def test_free_port_can_be_used():
    need_free_port("127.0.0.1", free_port())


def test_full_disk_stops_in_one_sentence(tmp_path):
    with pytest.raises(Stop, match=r"Odoo needs 1000000 GB in .* GB are free: make room"):
        need_room(tmp_path, 1_000_000, "Odoo")


def test_home_that_cant_be_made_stops(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("LEIFENG_HOME", str(tmp_path / "file/home"))

    with pytest.raises(Stop, match="set LEIFENG_HOME"):
        home()


def test_lock_held_by_another_process_stops(tmp_path):
    path = tmp_path / "lock"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-uc", HOLD_LOCK, path], **pipes) as other:
        other.stdout.readline()

        with pytest.raises(Stop, match="Busy"), locked(path, LOCK_NOW, "Busy."):
            pass

        other.stdin.close()


def test_fast_cluster_that_was_not_shut_down_is_made_anew(cluster):
    command.run(cluster._pg_ctl("stop", "-m", "immediate"), cluster.logs / "pg_ctl.log")

    with cluster.in_use():
        assert "mark" not in databases_of(cluster)


def test_fast_cluster_that_was_stopped_keeps_its_databases(cluster):
    command.run(cluster._pg_ctl("stop", "-m", "fast"), cluster.logs / "pg_ctl.log")

    with cluster.in_use():
        assert "mark" in databases_of(cluster)


def test_odoo_src_without_odoo_stops(monkeypatch, tmp_path):
    monkeypatch.setenv("ODOO_SRC", str(tmp_path))

    with pytest.raises(Stop, match="holds no odoo/release"):
        odoo_source.ensure(tmp_path)


@pytest.mark.parametrize(
    ("version", "found"), [("18, 0", "18.0"), ("'saas~19', 1", "'saas~19'.1"), ("20, 0", "20.0")]
)
def test_odoo_src_of_another_version_stops(monkeypatch, tmp_path, version, found):
    monkeypatch.setenv("ODOO_SRC", str(odoo_tree(tmp_path, version)))

    with pytest.raises(Stop, match=f"is of version {found}"):
        odoo_source.ensure(tmp_path)


def test_odoo_src_of_19_is_used(monkeypatch, tmp_path):
    monkeypatch.setenv("ODOO_SRC", str(odoo_tree(tmp_path, "19, 0")))

    source = odoo_source.ensure(tmp_path)

    assert source.path == tmp_path
    assert source.addons == [tmp_path / "addons", tmp_path / "odoo/addons"]


def odoo_tree(folder, version):
    for part in ("addons", "odoo/addons"):
        (folder / part).mkdir(parents=True)
    text = f"version_info = ({version}, 0, FINAL, 0, '')\n"
    (folder / "odoo/release.py").write_text(text, encoding="utf-8")
    return folder


def test_follow_gives_lines_keeps_them_and_tells_the_failure(tmp_path):
    program = [sys.executable, "-c", "print('one', flush=True); raise SystemExit('two')"]
    lines = []

    with pytest.raises(Stop, match="failed: two"):
        lines.extend(command.follow(program, tmp_path / "log"))

    assert sorted((tmp_path / "log").read_text(encoding="utf-8").split()) == ["one", "two"]


def test_fingerprint_follows_what_is_installed_alone(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "model.py").write_text("a")
    first = fingerprint.addon(tmp_path)

    (tmp_path / "tests/test_model.py").write_text("b")
    assert fingerprint.addon(tmp_path) == first

    (tmp_path / "model.py").write_text("c")
    assert fingerprint.addon(tmp_path) != first


def test_times_follow_when_a_file_was_written(tmp_path):
    script = tmp_path / "script.js"
    script.write_text("a")
    os.utime(script, (1, 1))
    first = fingerprint.times(tmp_path)

    assert fingerprint.times(tmp_path) == first
    os.utime(script, (2, 2))
    assert fingerprint.times(tmp_path) != first


@pytest.mark.parametrize("name", ["serve", "test", "bench"])
def test_program_can_be_started(name):
    assert os.access(REPO / "bin" / name, os.X_OK)
