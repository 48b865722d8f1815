"""A server beside the benchmark, and a visitor of its portal."""

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from runtime.odoo import Odoo
from runtime.odoo_source import Source
from runtime.server import Server, free_port

from .crowd import environment
from .visitors import Visitor


@contextmanager
def serving(database, **options):
    """Serve ``database`` on a free port of the loopback interface; gives the running server."""
    source = Source(Path(os.environ["PYTHONPATH"].split(":")[0]), "19.0")
    odoo = Odoo(Path(sys.executable), source, Path(os.environ["LEIFENG_FOLDER"]), {})
    with tempfile.TemporaryDirectory() as folder:
        options = {"gevent_port": free_port(), **options}
        server = Server(odoo, database, Path(folder) / "odoo.log", free_port(), **options)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def portal_visitor(registry, server, user_id):
    """Return a browser in which the user is signed in."""
    with registry.cursor() as cr:
        env = environment(cr)
        return Visitor(server, env, env["res.users"].browse(user_id))
