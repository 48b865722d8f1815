"""A database of the release before becomes one of today. Not collected before there is one."""

import subprocess
from dataclasses import replace

import pytest

from conftest import releases
from runtime import logcheck
from runtime.home import ADDON, REPO


@pytest.fixture
def earlier(odoo, tmp_path):
    """An Odoo whose addon is that of the newest earlier release, on the same files."""
    words = ["git", "archive", releases()[0], ADDON]
    archive = subprocess.run(words, cwd=REPO, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", tmp_path], input=archive, check=True)
    earlier = replace(odoo, folder=tmp_path)
    earlier.configure(addons=tmp_path, data_dir=odoo.filestore.parent)
    return earlier


def test_upgrade_from_the_release_before_is_quiet(odoo, earlier, new_database, base, tmp_path):
    name = new_database(base)
    log = tmp_path / "odoo.log"
    earlier.run(["-d", name, "-i", ADDON, "--stop-after-init", "--no-http"], log)
    demo = {"LEIFENG_PASSWORD": "leifeng", "LEIFENG_DEMO": "1"}
    earlier.script(name, REPO / "runtime/first_data.py", log, variables=demo)

    odoo.run(["-d", name, "-u", ADDON, "--stop-after-init", "--no-http"], log)

    assert logcheck.unclaimed(log.read_text(encoding="utf-8")) == []
