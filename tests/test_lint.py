"""What tools say of the code."""

import subprocess
import sys

import pytest
from lxml import etree

from runtime.home import ADDON, REPO


def content(*words):
    """Fail with all that the tool says when it isn't content."""
    command = [sys.executable, "-m", *words]
    result = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.fail(result.stdout + result.stderr, pytrace=False)


def test_ruff_is_content():
    content("ruff", "check", "--quiet", "--output-format=concise")


def test_ruff_format_is_content():
    content("ruff", "format", "--check", "--quiet", "--output-format=concise", ".")


def test_pylint_odoo_is_content():
    content("pylint", ADDON)


def test_xml_is_well_formed():
    """Views are held against Odoo's schema when the addon is installed."""
    roots = {path.name: etree.parse(path).getroot().tag for path in (REPO / ADDON).rglob("*.xml")}

    assert {name: tag for name, tag in roots.items() if tag not in ("odoo", "templates")} == {}


def test_odoo_s_own_runner_knows_every_test_file():
    """It runs what ``tests/__init__.py`` imports; pytest finds files by itself."""
    folder = REPO / ADDON / "tests"
    listed = set((folder / "__init__.py").read_text().splitlines())
    files = {path.stem for path in folder.glob("test_*.py")}

    assert {name for name in files if f"from . import {name}" not in listed} == set()
