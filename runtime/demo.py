"""The database that ``bin/serve`` shows: built once, then updated when the addon changes."""

import csv
import os
import unicodedata

from . import fingerprint, template
from .home import ADDON, REPO
from .progress import Step, say

PASSWORD = "leifeng"  # of every demo account; they exist in the demo database alone


def database(demo):
    """The name of the database, with the demo agency or without it."""
    name = os.environ.get("PGDATABASE", ADDON)
    return f"{name}_demo" if demo else name


def ensure(odoo, databases, demo, password):
    """The name of the database, made or updated so that it fits the addon as it is now."""
    name = database(demo)
    current = fingerprint.addon()
    if name not in databases.names():
        _build(odoo, databases, name, demo, password)
    elif databases.note(name) != current:
        words = ["-d", name, "-u", ADDON, "--i18n-overwrite", "--stop-after-init", "--no-http"]
        with Step("Updating the addon in the database") as step:
            odoo.run(words, odoo.folder / "log/update.log", step)
    databases.set_note(name, current)
    return name


def _build(odoo, databases, name, demo, password):
    """Make it under another name first: one that was broken off is never taken for whole."""
    part = f"{name}_part"
    databases.copy(template.installed(odoo, databases), part)
    variables = {"LEIFENG_PASSWORD": password, "LEIFENG_DEMO": "1" if demo else ""}
    with Step("Building the demo agency" if demo else "Preparing the database") as step:
        script = REPO / "runtime/first_data.py"
        odoo.script(part, script, odoo.folder / "log/first-data.log", step, variables)
    databases.rename(part, name)


def built_on(databases, name):
    """The day on which the demo agency in the database ``name`` was built, as ISO date."""
    key = f"{ADDON}.demo_built_on"
    return databases.query(f"SELECT value FROM ir_config_parameter WHERE key = '{key}'", name)


def accounts():
    """The demo accounts as rows of login, who and role, the heading first."""
    file = REPO / ADDON / "demo/accounts.csv"
    if not file.exists():
        return []
    with open(file, encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def say_accounts():
    """Print the demo accounts as a table."""
    rows = accounts()
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        text = "  ".join(cell + " " * (width - _width(cell)) for cell, width in cells)
        say(f"  {text.rstrip()}")


def _width(text):
    """How many columns of a terminal ``text`` takes: a Chinese character takes two."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
