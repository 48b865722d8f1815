"""The database server: one that PG* variables point at, or a cluster of the project's own."""

import os
from contextlib import contextmanager

from . import command
from .cluster import OLDEST, Cluster
from .progress import Stop

POINTERS = ("PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE")


def elsewhere():
    """Whether the environment points at a server that isn't ours."""
    return any(os.environ.get(name) for name in POINTERS)


@contextmanager
def serving(folder, logs, durable=True):
    """A running server while the block runs; gives the PG* variables that reach it.

    The own cluster is started if need be and stopped when its last user leaves. ``durable=False``
    trades safety against a power cut for speed: for tests alone.
    """
    if elsewhere():
        _check_other()
        yield {}
    else:
        cluster = Cluster(folder, logs, durable)
        with cluster.in_use():
            yield cluster.environment


def _check_other():
    query = "SELECT current_setting('server_version_num')::int / 10000, current_user"
    try:
        row = command.output(["psql", "-XAt", "-d", "postgres", "-c", query])
    except Stop as error:
        raise Stop(f"The PostgreSQL of the PG* variables can't be used: {error}") from error
    version, user = row.split("|")
    if int(version) < OLDEST:
        raise Stop(f"PG* variables lead to PostgreSQL {version}: Odoo needs {OLDEST} or later.")
    if user == "postgres":
        raise Stop("Odoo refuses the role postgres: set PGUSER to one that may create databases.")
