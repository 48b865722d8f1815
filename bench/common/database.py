"""The database of a benchmark: made by ``bin/bench``, dropped by it afterwards."""

import os

from odoo.modules.registry import Registry
from odoo.tools import config

from .crowd import environment


def open_registry(*modules):
    """Return the registry of this run's database, with ``modules`` installed besides ours."""
    config.parse_config(["--no-http", "--log-level=critical"], setup_logging=True)
    name = os.environ["LEIFENG_RUN"] + "main"
    registry = Registry(name)
    if modules:
        with registry.cursor() as cr:
            wanted = environment(cr)["ir.module.module"].search([("name", "in", modules)])
            wanted.button_immediate_install()
        registry = Registry(name)
    return registry
