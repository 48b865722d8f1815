"""A server under test: what it serves can be read and written beside it, with real commits."""

from contextlib import contextmanager

import psycopg2
import pytest

from odoo import SUPERUSER_ID, api, sql_db
from odoo.modules.registry import Registry

from bench.common.visitors import new_session
from runtime import logcheck
from runtime.server import Server, free_port


class Served(Server):
    """A server on a free port of the loopback interface; ``url``, ``database``, ``process``."""

    def __init__(self, odoo, database, log, **options):
        options = {"gevent_port": free_port(), **options}
        super().__init__(odoo, database, log, free_port(), **options)
        self.claims = []

    def expect_log(self, pattern):
        """Claim the warnings and errors of its log that match ``pattern``; one there must be."""
        self.claims.append(pattern)

    @contextmanager
    def env(self, login=None):
        """An environment on its database in this process, of the superuser or of ``login``.

        It is committed at the end of the block, and the server told what to read again.
        """
        registry = Registry(self.database).check_signaling()
        with registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            if login:
                user = env["res.users"].search([("login", "=", login)])
                env = api.Environment(cr, user.id, {})
            yield env
            env.flush_all()
        registry.signal_changes()

    def session(self, login):
        """The id of a new session of ``login``, made beside it: the form of the login page takes
        seconds, and has tests of its own."""
        with self.env() as env:
            user = env["res.users"].search([("login", "=", login)])
            return new_session(env, user).sid

    def connect(self):
        """A plain connection to its database, for SQL."""
        return psycopg2.connect(dbname=self.database)

    def finish(self):
        """Stop it and check its log."""
        self.stop()
        Registry.delete(self.database)
        sql_db.close_db(self.database)
        text = self.log.read_text(encoding="utf-8")
        if unclaimed := logcheck.unclaimed(text, self.claims):
            pytest.fail("logged and not claimed:\n" + "\n".join(unclaimed), pytrace=False)
        if unmet := logcheck.unmet(text, self.claims):
            pytest.fail(f"claimed and not logged: {unmet}", pytrace=False)
