"""Odoo as a program: its configuration, and runs that end."""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from . import command, logcheck, odoo_source
from .home import REPO
from .progress import Stop

# such as "Loading module hr (12/40)"
PART = re.compile(r": (?:Loading module|Building) (\w+) \((\d+)/(\d+)\)")
DEFAULTS = {
    "list_db": False,
    "http_interface": "127.0.0.1",
    # One process with threads serves pages, websocket and scheduled jobs on one port. Several
    # worker processes would need a reverse proxy in front for the websocket.
    "workers": 0,
    "max_cron_threads": 1,
    # Odoo reports weekly to its publisher; here it doesn't.
    "publisher_warranty_url": "",
}


@dataclass(frozen=True)
class Odoo:
    """An Odoo that can be run: with which Python, which source, on which server.

    ``folder`` holds its configuration, its files and its logs.
    """

    python: Path
    source: odoo_source.Source
    folder: Path
    pg: dict

    @property
    def config(self):
        """The path of the configuration file."""
        return self.folder / "odoo.conf"

    @property
    def filestore(self):
        """The folder with the files of each database."""
        return self.folder / "data/filestore"

    @property
    def environment(self):
        """The variables under which this Odoo runs."""
        return {**self.pg, "PYTHONPATH": str(self.source.path), "ODOO_RC": str(self.config)}

    def configure(self, addons=REPO, **options):
        """Write the configuration; the master password is random and stays the same."""
        self.filestore.mkdir(parents=True, exist_ok=True)
        options = {
            "admin_passwd": self._master_password(),
            "addons_path": ",".join(map(str, [*self.source.addons, addons])),
            "data_dir": self.filestore.parent,
            **DEFAULTS,
            **options,
        }
        lines = ["[options]", *(f"{key} = {value}" for key, value in options.items())]
        write_secret(self.config, "\n".join(lines) + "\n")

    def _master_password(self):
        if self.config.exists():
            text = self.config.read_text(encoding="utf-8")
            return re.search(r"^admin_passwd = (.*)$", text, re.MULTILINE)[1]
        return secrets.token_urlsafe(24)

    def command(self, *words):
        """The command line that runs this Odoo with ``words``."""
        return [self.python, REPO / "runtime/program/start_odoo.py", *words]

    def run(self, words, log, step=None):
        """Run it to its end; :class:`~runtime.progress.Stop` when it fails. ``step`` is told how
        far it is."""
        self._follow(self.command(*words), log, self.environment, step)

    def script(self, database, script, log, step=None, variables=None):
        """Run the Python file ``script`` in Odoo's shell, where ``env`` is the superuser's; it
        commits by itself. ``variables`` are set in its process environment."""
        environment = {**self.environment, **(variables or {})}
        words = self.command("shell", "-d", database, "--no-http")
        self._follow(words, log, environment, step, stdin=script)

    def _follow(self, words, log, environment, step, **more):
        try:
            for line in command.follow(words, log, environment, **more):
                part = PART.search(line)
                if part and step:
                    step.at("{1} of {2}, {0}".format(*part.groups()))
        except Stop as error:
            fault = logcheck.last_words(log.read_text(encoding="utf-8"))
            raise Stop(f"Odoo failed: {fault} (all of it: {log})") from error


def write_secret(path, text):
    """Write ``text`` to a file that nobody else can read."""
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text, encoding="utf-8")
