"""Databases that are made once and copied: Odoo with what the addon needs, and with the addon."""

from . import fingerprint
from .home import ADDON, REPO
from .progress import Step

BASE = "leifeng_base_"
INSTALLED = "leifeng_installed_"


def base(odoo, databases):
    """The name of a database with the addon's dependencies and languages, without the addon."""
    name = BASE + fingerprint.base(odoo.source)
    words = ["-i", ",".join(fingerprint.depends())]
    words += ["--load-language", ",".join(fingerprint.LANGUAGES)]
    if not databases.note(name):
        _make(odoo, databases, name, words, "Making a database with Odoo's own modules")
        databases.set_note(name, "complete")
    return name


def installed(odoo, databases):
    """The name of a database in which the addon, as it is now, is installed."""
    first = base(odoo, databases)
    name = INSTALLED + fingerprint.addon() + first.removeprefix(BASE)
    if not databases.note(name):
        _make(odoo, databases, name, ["-i", ADDON], "Installing the addon", source=first)
        databases.set_note(name, "without bundles")
    _build_assets(odoo, databases, name)
    return name


def _build_assets(odoo, databases, name):
    """Build scripts and styles when their files' times have changed, as in a new checkout: Odoo
    tells by them whether what it built is still good, and would build anew for each page."""
    times = fingerprint.times()
    if databases.note(name) != times:
        with Step("Building scripts and styles of the pages"):
            script = REPO / "runtime/build_assets.py"
            odoo.script(name, script, odoo.folder / "log/build-assets.log")
        databases.set_note(name, times)


def log_of(odoo, name):
    """The log of how the database ``name`` was made."""
    return odoo.folder / f"log/{name}.log"


def _make(odoo, databases, name, words, title, source=None):
    """Make the database ``name`` in place of older ones of its kind."""
    for old in databases.names(name[: name.rindex("_") + 1]):
        databases.drop(old)
    with Step(title) as step:
        if source:
            databases.copy(source, name)
        run = ["-d", name, *words, "--stop-after-init", "--no-http"]
        odoo.run(run, log_of(odoo, name), step)
