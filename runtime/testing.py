"""``bin/test``: set up what is missing and run lint and every test."""

import datetime
import re
import subprocess
import sys

from . import command, odoo_source, postgres, run, setup, virtualenv
from .home import ADDON, REPO, home
from .progress import Stop, say

SIDE_BY_SIDE = ("--numprocesses", "auto", "--dist", "loadfile", "--durations", "15")
# odoo-test-helper up to this release can't be imported on Odoo 19 (MetaModel.module_to_models).
HELPER, HELPER_BROKEN = "odoo-test-helper", "2.1.3"


def main(argv=None):
    """Test; pytest's exit code. ``argv`` is ``--lint`` or anything for pytest."""
    words = sys.argv[1:] if argv is None else argv
    try:
        return _lint() if words == ["--lint"] else _test(words)
    except Stop as error:
        say(f"bin/test stops: {error}")
    except KeyboardInterrupt:
        say("\nStopped.")
    return 1


def _lint():
    folder = home()
    source = odoo_source.ensure(folder)  # the tests' helpers import it
    words = ["-p", "no:odoo", "tests/test_lint.py"]
    return _pytest(virtualenv.ensure(folder), words, {"PYTHONPATH": str(source.path)})


def _test(words):
    folder = home()
    odoo_on = setup.prepare(folder, folder / "test", tests=True)
    if not words:
        _look_for_test_helper(folder, odoo_on({}).python)
    with postgres.serving(folder / "postgres-test", folder / "log", durable=False) as pg:
        odoo = odoo_on(pg)
        # Odoo's limit of memory would hold for the browser too, which its process starts
        odoo.configure(max_cron_threads=0, limit_memory_hard=0)
        with run.databases(odoo) as names:
            options = ["--odoo-database", names["LEIFENG_RUN"] + "main", "--odoo-http"]
            options += ["--odoo-log-level", "warn"]
            environment = {**odoo.environment, **names}
            if words:
                return _pytest(odoo.python, [*options, *words], environment)
            # apart: Odoo's tests put an end to processes that other tests need
            parts = ([f"{ADDON}/tests"], ["tests", "--no-loadscope-reorder"])
            words = ([*options, *SIDE_BY_SIDE, *part] for part in parts)
            return max([_pytest(odoo.python, each, environment) for each in words])


def _pytest(python, words, environment):
    """Run pytest in the repository; its summary is the last that is printed."""
    result = subprocess.run(
        [python, "-m", "pytest", *words],
        env=command.environment(environment),
        cwd=REPO,
        check=False,
    )
    return result.returncode


def _look_for_test_helper(folder, python):
    """Once a month: say when a release of the helper came out that may work again."""
    asked = folder / "test-helper-asked"
    month = datetime.date.today().strftime("%Y-%m")
    if asked.exists() and asked.read_text(encoding="utf-8") == month:
        return
    try:
        words = [python, "-m", "pip", "index", "versions", HELPER, "--timeout", "10"]
        newest = re.search(r"\((.*?)\)", command.output(words))[1]
    except Stop:
        return  # no network: next time
    asked.write_text(month, encoding="utf-8")
    if newest != HELPER_BROKEN:
        say(f"Note: {HELPER} {newest} is out; {HELPER_BROKEN} didn't work with Odoo 19. Try it.")
