"""Databases with their files: copied, renamed and dropped together."""

import os
import shutil
import time

from . import command

TRIES = 10  # a second apart


class Databases:
    """The databases of one server, and the folder that holds the files of each.

    ``environment``: the PG* variables that reach the server; ``filestore``: a path.
    A note can be kept with a database (PostgreSQL's comment), such as what it was built from.
    """

    def __init__(self, environment, filestore):
        self.environment, self.filestore = environment, filestore

    def names(self, prefix=""):
        """The names of the databases that begin with ``prefix``."""
        rows = self.query("SELECT datname FROM pg_database").splitlines()
        return [name for name in rows if name.startswith(prefix)]

    def note(self, name):
        """The note of the database ``name``; empty when there is none, or no database."""
        return self.query(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
            f"WHERE datname = '{name}'"
        )

    def set_note(self, name, note):
        """Keep ``note`` with the database ``name``."""
        self.query(f"COMMENT ON DATABASE \"{name}\" IS '{note}'")

    def copy(self, source, name):
        """Make ``name`` a copy of ``source``, which nobody may be connected to."""
        self.drop(name)
        self._run("createdb", "-T", source, name)
        if (self.filestore / source).exists():  # Odoo never changes a file, so a link will do
            shutil.copytree(self.filestore / source, self.filestore / name, copy_function=os.link)

    def rename(self, name, new):
        """Call the database ``name`` from now on ``new``."""
        self.query(f'ALTER DATABASE "{name}" RENAME TO "{new}"')
        shutil.rmtree(self.filestore / new, ignore_errors=True)
        if (self.filestore / name).exists():
            (self.filestore / name).rename(self.filestore / new)

    def drop(self, name):
        """Remove the database ``name`` and its files, whoever is connected; none is no error."""
        self._drop(name)
        shutil.rmtree(self.filestore / name, ignore_errors=True)

    def _drop(self, name):
        """While the server tidies up in a database (autovacuum), which only a superuser may end,
        it refuses to drop it: then it is asked again."""
        words = ("dropdb", "--if-exists", "--force", name)
        for _attempt in range(TRIES):
            if command.works(words, self.environment):
                return
            time.sleep(1)
        self._run(*words)  # says why

    def query(self, sql, name="postgres"):
        """What psql prints for ``sql`` in the database ``name``: a row a line."""
        return self._run("psql", "-XAt", "-v", "ON_ERROR_STOP=1", "-d", name, "-c", sql)

    def set_parameter(self, name, key, value):
        """Set Odoo's system parameter ``key`` in the database ``name``, which nobody serves."""
        sql = f"INSERT INTO ir_config_parameter (key, value) VALUES ('{key}', '{value}') "
        self.query(sql + f"ON CONFLICT (key) DO UPDATE SET value = '{value}'", name)

    def _run(self, *words):
        return command.output(words, self.environment)
