"""An Odoo server as a process of its own."""

import os
import random
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from http import HTTPStatus

from . import command
from .database import Databases
from .progress import Stop

START_SECONDS = 120
STOP_SECONDS = 20


class Server:
    """Odoo serving one database.

    :param odoo: the :class:`~runtime.odoo.Odoo` to run
    :param log: the path of its log, which is added to
    :param options: more of Odoo's options, such as ``workers=2``
    """

    def __init__(self, odoo, database, log, port, interface="127.0.0.1", **options):
        self.odoo, self.database, self.log = odoo, database, log
        self.port, self.interface, self.options = port, interface, options
        self.process = None

    @property
    def url(self):
        """Where it answers."""
        everywhere = self.interface in ("0.0.0.0", "::")
        return f"http://{'127.0.0.1' if everywhere else self.interface}:{self.port}"

    def start(self):
        """Start it and wait until it answers a page from its database."""
        need_free_port(self.interface, self.port)
        self._write_address()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                list(map(str, self.odoo.command(*self._words()))),
                env=command.environment(self.odoo.environment),
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches us alone; we stop it in order
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def _write_address(self):
        """Tell the database where it is served, unless its administrator froze the address.

        Links and QR codes begin with the one, the printing of PDFs fetches styles from the other.
        """
        databases = Databases(self.odoo.pg, self.odoo.filestore)
        frozen = "SELECT 1 FROM ir_config_parameter WHERE key = 'web.base.url.freeze'"
        if databases.query(frozen, self.database):
            return
        for key in ("web.base.url", "report.url"):
            databases.set_parameter(self.database, key, self.url)

    def _words(self):
        options = {
            "database": self.database,
            "db-filter": f"^{self.database}$",
            "http-port": self.port,
            "http-interface": self.interface,
            **self.options,
        }
        return [f"--{key.replace('_', '-')}={value}" for key, value in options.items()]

    def _wait_until_ready(self):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Stop(f"Odoo ended while it started; its log says why: {self.log}")
            if self._answers():
                return
            time.sleep(0.2)
        raise Stop(f"Odoo didn't answer in {START_SECONDS} s; its log may say why: {self.log}")

    def _answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/web/login", timeout=60) as response:
                return response.status == HTTPStatus.OK
        except (urllib.error.URLError, OSError):
            return False

    def stop(self):
        """Let it finish what it does and end it."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self):
        """End it, its workers too, in the middle of whatever it does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        end = time.monotonic() + STOP_SECONDS
        while _is_taken(self.interface, self.port) and time.monotonic() < end:
            time.sleep(0.05)  # its workers die a moment later


def need_free_port(interface, port):
    """Raise :class:`~runtime.progress.Stop` when ``port`` can't be listened on."""
    error = _is_taken(interface, port)
    if error:
        raise Stop(
            f"Port {port} of {interface} can't be used ({error}): choose another with --port."
        )


def _is_taken(interface, port):
    """Why ``port`` can't be listened on; empty when it can."""
    family = socket.AF_INET6 if ":" in interface else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((interface, port))
        except OSError as error:
            return error.strerror
    return ""


def free_port():
    """A port of the loopback interface that nobody listens on.

    It isn't one of those that the system gives to outgoing connections, so it stays free.
    """
    ports = random.sample(range(20000, 32768), 100)
    return next(port for port in ports if not _is_taken("127.0.0.1", port))
