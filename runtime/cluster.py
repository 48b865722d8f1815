"""A PostgreSQL cluster of the project's own.

It listens on a Unix socket alone, in a folder that only its owner (and root) can enter; so it
needs no password and takes no port.
"""

import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from pathlib import Path

from . import command
from .home import locked
from .progress import Step, Stop

ROLE = "leifeng"
PORT = 5433  # no more than a part of the socket's file name
OLDEST = 13  # that Odoo 19 works with
C = {"LC_ALL": "C"}  # what programs print, in the words that we look for
UNSAFE_BUT_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """A cluster in ``folder``, owned by the user who runs this, or by ``postgres`` for root."""

    def __init__(self, folder, logs, durable):
        self.folder, self.logs, self.durable = Path(folder), logs, durable
        self.data = self.folder / "data"
        self.owner = "postgres" if os.geteuid() == 0 else None
        self.environment = {"PGHOST": str(self.folder), "PGPORT": str(PORT), "PGUSER": ROLE}

    @contextmanager
    def in_use(self):
        """Run the cluster for the block. Of several users at once the last one stops it."""
        started = self.folder / "started-by-us"
        with locked(self.folder.with_suffix(".users"), fcntl.LOCK_SH) as users:
            with locked(self.folder.with_suffix(".start"), fcntl.LOCK_EX):
                if not command.works(self._pg_ctl("status")):
                    if not (self.data / "PG_VERSION").exists() or self._broken():
                        self._make()
                    self._start()
                    started.touch()
            try:
                yield
            finally:
                if started.exists() and _alone(users):
                    command.run(self._pg_ctl("stop", "-m", "fast"), self.logs / "pg_ctl.log")
                    started.unlink()

    def _broken(self):
        """Whether it wasn't shut down, and may have lost what it hadn't written: fast, not safe."""
        if self.durable:
            return False
        words = self._as_owner(self._program("pg_controldata"), self.data)
        states = re.search(r"^Database cluster state: +(.+)$", command.output(words, C), re.M)
        return states[1] != "shut down"

    def _make(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700)
        if self.owner:
            shutil.chown(self.folder, self.owner)
            self._check_reach()
        part = self.folder / "data.part"
        words = ["-D", part, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8"]
        with Step("Making the database cluster"):
            command.run(self._as_owner(self._program("initdb"), *words), self.logs / "initdb.log")
        with open(part / "postgresql.conf", "a", encoding="utf-8") as conf:
            conf.writelines(f"{key} = {value}\n" for key, value in self._settings().items())
        part.rename(self.data)

    def _check_reach(self):
        if not command.works(self._as_owner("test", "-x", self.folder)):
            raise Stop(
                f"The user {self.owner} can't reach {self.folder}: "
                "set LEIFENG_HOME to a folder that other users may enter."
            )

    def _settings(self):
        settings = {
            "listen_addresses": "''",
            "port": PORT,
            "unix_socket_directories": f"'{self.folder}'",
            "max_connections": 200,
            "shared_buffers": "256MB",
        }
        return settings if self.durable else settings | UNSAFE_BUT_FAST

    def _start(self):
        start = self._pg_ctl("start", "-l", self.folder / "log", "-t", "60")
        command.run(start, self.logs / "pg_ctl.log")
        psql = ["psql", "-XAt", "-h", self.folder, "-p", PORT, "-U", "postgres", "-d", "postgres"]
        if not command.output([*psql, "-c", f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'"]):
            command.output([*psql, "-c", f"CREATE ROLE {ROLE} LOGIN CREATEDB"])

    def _pg_ctl(self, *words):
        return self._as_owner(self._program("pg_ctl"), "-D", self.data, "-w", *words)

    def _as_owner(self, *words):
        return ["runuser", "-u", self.owner, "--", *words] if self.owner else list(words)

    def _program(self, name):
        """The server's program ``name``, of the version that made the cluster if there is one."""
        made = self.data / "PG_VERSION"
        wanted = made.read_text(encoding="utf-8").strip() if made.exists() else r"\d+"
        found = {
            int(path.parts[-3]): path
            for path in Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
            if re.fullmatch(wanted, path.parts[-3]) and int(path.parts[-3]) >= OLDEST
        }
        if not found:
            raise Stop(f"PostgreSQL's {name} isn't here: install PostgreSQL, or set PGHOST.")
        return found[max(found)]


def _alone(users):
    """Whether nobody else holds the lock: makes ours the only one, without waiting."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
