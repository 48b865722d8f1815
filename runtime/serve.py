"""``bin/serve``: set up what is missing and start Odoo with the demo agency."""

import argparse
import datetime
import fcntl
import secrets
import signal

from . import demo, postgres, setup
from .database import Databases
from .home import home, locked
from .odoo import write_secret
from .progress import Step, Stop, say
from .server import Server, need_free_port

BUSY = "Another bin/serve runs already: stop it, or set LEIFENG_HOME to another folder."
CHINA = datetime.timezone(datetime.timedelta(hours=8))  # the demo agency's day begins earlier
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def main(argv=None):
    """Serve until Ctrl-C; the exit code."""
    options = _options(argv)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        _serve(options)
    except Stop as error:
        say(f"bin/serve stops: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
    return 0


def _options(argv):
    parser = argparse.ArgumentParser(prog="bin/serve", description=__doc__.split(": ")[1])
    parser.add_argument("--port", type=int, default=8069, help="default: %(default)s")
    parser.add_argument("--interface", default="127.0.0.1", help="default: %(default)s")
    parser.add_argument("--no-demo", action="store_true", help="a database without the demo agency")
    parser.add_argument("--reset", action="store_true", help="build the demo database anew")
    options = parser.parse_args(argv)
    if options.no_demo and options.reset:
        parser.error("--reset is for the demo database; one with real data is yours to drop")
    return options


def _serve(options):
    need_free_port(options.interface, options.port)
    folder = home()
    with locked(folder / "serve.lock", fcntl.LOCK_EX | fcntl.LOCK_NB, BUSY):
        odoo_on = setup.prepare(folder, folder / "serve")
        with postgres.serving(folder / "postgres", folder / "log") as pg:
            _run(odoo_on(pg), options)


def _run(odoo, options):
    odoo.configure()
    databases = Databases(odoo.pg, odoo.filestore)
    if options.reset:
        databases.drop(demo.database(True))
    secret = odoo.folder / "admin-password"
    password = _password(secret) if options.no_demo else demo.PASSWORD
    name = demo.ensure(odoo, databases, not options.no_demo, password)
    server = Server(odoo, name, odoo.folder / "log/odoo.log", options.port, options.interface)
    with Step("Starting Odoo"):
        server.start()
    try:
        say(f"\n{server.url}\n")
        _say_who_can_log_in(options, secret)
        _say_age(demo.built_on(databases, name))
        say(f"Log: {server.log}\nCtrl-C stops it; the data stay.")
        server.process.wait()
        raise Stop(f"Odoo ended by itself; its log says why: {server.log}")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not break the order
        server.stop()


def _password(secret):
    if not secret.exists():
        write_secret(secret, secrets.token_urlsafe(12))
    return secret.read_text(encoding="utf-8")


def _say_who_can_log_in(options, secret):
    if options.no_demo:
        say(f"The administrator is admin; the first password is in {secret}.")
        return
    demo.say_accounts()
    say(f"\nThe password of every demo account: {demo.PASSWORD}")
    if options.interface not in LOOPBACK:
        say("Everybody who reaches this machine can log in with it.")


def _say_age(day):
    today = datetime.datetime.now(CHINA).date().isoformat()
    if day and day != today:
        say(f"The demo agency was built around {day}; bin/serve --reset builds it around today.")
