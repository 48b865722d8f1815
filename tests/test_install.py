"""The addon comes into a database, is updated and leaves it, without a word in the log."""

import os
import sys
import zipfile
from pathlib import Path

import pytest

from runtime import command, logcheck
from runtime.home import ADDON, REPO

OURS = {
    "relation": "SELECT relname FROM pg_class WHERE relname LIKE 'leifeng%'",
    "function": "SELECT proname FROM pg_proc WHERE proname LIKE '%leifeng%'",
    "trigger": "SELECT tgname FROM pg_trigger WHERE tgname LIKE '%leifeng%'",
    "column": "SELECT table_name || '.' || column_name FROM information_schema.columns "
    "WHERE column_name LIKE '%leifeng%'",
    "model": "SELECT model FROM ir_model WHERE model LIKE 'leifeng.%'",
    "record": f"SELECT name FROM ir_model_data WHERE module = '{ADDON}'",
    "parameter": "SELECT key FROM ir_config_parameter WHERE key LIKE 'leifeng%'",
    "job": "SELECT cron_name FROM ir_cron WHERE cron_name LIKE '%Lei Feng%'",
}


@pytest.fixture
def run_odoo(odoo, tmp_path):
    """A function that runs Odoo to its end and gives the bad entries of its log."""

    def run(*words):
        log = tmp_path / "odoo.log"
        odoo.run(words, log)
        return logcheck.unclaimed(log.read_text(encoding="utf-8"))

    return run


def left_in(databases, name):
    """What of ours the database ``name`` holds, as ``kind name``."""
    found = {kind: databases.query(sql, name).split() for kind, sql in OURS.items()}
    return sorted(f"{kind} {word}" for kind, words in found.items() for word in words)


def test_install_is_quiet():
    log = Path(os.environ["LEIFENG_INSTALL_LOG"]).read_text(encoding="utf-8")

    assert logcheck.unclaimed(log) == []


def test_update_is_quiet(run_odoo, new_database, installed):
    name = new_database(installed)

    assert run_odoo("-d", name, "-u", ADDON, "--stop-after-init", "--no-http") == []


def test_uninstall_leaves_nothing_and_install_works_again(
    run_odoo, databases, new_database, installed
):
    name = new_database(installed)
    assert left_in(databases, name) != []

    assert run_odoo("module", "uninstall", "-d", name, ADDON) == []
    assert left_in(databases, name) == []

    assert run_odoo("-d", name, "-i", ADDON, "--stop-after-init", "--no-http") == []


def test_wheel_holds_the_addon(tmp_path):
    words = ["-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, REPO / ADDON]
    command.run([sys.executable, *words], tmp_path / "build.log")

    (wheel,) = tmp_path.glob("*.whl")
    assert f"odoo/addons/{ADDON}/__manifest__.py" in zipfile.ZipFile(wheel).namelist()
