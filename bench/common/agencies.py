"""The databases of ``bin/bench agency``: the demo agency, and a large one that is made once.

The large one takes minutes, so it is kept as a template until the addon changes.
"""

import os
from pathlib import Path

from odoo.modules.registry import Registry
from odoo.sql_db import close_db

from runtime import fingerprint
from runtime.database import Databases
from runtime.home import locked

from .agency import make_agency
from .crowd import environment
from .table import print_table

KEPT = "leifeng_agency_"


def demo_agency():
    """Return the name of this run's database with the demo agency."""
    return _filled(_databases(), _own("demo"), _build_demo)


def _build_demo(env):
    """Build it with everybody in the language of the large one, whose addresses have no prefix."""
    # where the addon lies is known once the configuration was read
    from odoo.addons.leifeng_campaign.demo import build  # noqa: PLC0415

    build(env)
    env["res.partner"].with_context(active_test=False).search([]).lang = "en_US"


def large_agency(scale):
    """Return the name of this run's copy of the large agency at ``scale``."""
    databases, name = _databases(), _own("agency")
    template = f"{KEPT}{fingerprint.addon()}_{scale:g}".replace(".", "_")
    with locked(Path(os.environ["LEIFENG_FOLDER"]) / "agency.lock"):
        if not databases.note(template):
            for old in databases.names(KEPT):
                databases.drop(old)
            _filled(databases, template, lambda env: _make(env, scale))
            # in use PostgreSQL does so by itself within minutes
            databases.query("VACUUM (ANALYZE)", template)
            databases.set_note(template, "complete")
        databases.copy(template, name)
    return name


def _make(env, scale):
    took = make_agency(env, scale)
    rows = [(name, f"{seconds:.1f}") for name, seconds in took.items()]
    print_table(["made", "s"], [*rows, ("all", f"{sum(took.values()):.1f}")])


def _databases():
    return Databases({}, Path(os.environ["LEIFENG_FOLDER"]) / "data/filestore")


def _own(name):
    return os.environ["LEIFENG_RUN"] + name


def _filled(databases, name, fill):
    """Return ``name``, a copy of the installed database into which ``fill(env)`` wrote."""
    databases.copy(_own("installed"), name)
    with Registry(name).cursor() as cr:
        fill(environment(cr))
        cr.commit()
    close_db(name)
    Registry.delete(name)
    return name
