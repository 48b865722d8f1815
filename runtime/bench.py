"""``bin/bench``: run one of the benchmarks of ``bench/`` on databases of its own."""

import subprocess
import sys

from . import command, postgres, run, setup
from .home import REPO, home
from .progress import Stop, say


def main(argv=None):
    """Run ``bench/<name>.py`` with the rest of the words; its exit code.

    It runs in Odoo's Python with the variables of :func:`runtime.run.databases`, on a cluster
    that writes as safely as in use.
    """
    words = sys.argv[1:] if argv is None else argv
    names = sorted(path.stem for path in (REPO / "bench").glob("[a-z]*.py"))
    if not words or words[0] not in names:
        say(f"Usage: bin/bench {'|'.join(names)} [words for it]")
        return 2
    try:
        return _bench(*words)
    except Stop as error:
        say(f"bin/bench stops: {error}")
    except KeyboardInterrupt:
        say("\nStopped.")
    return 1


def _bench(name, *words):
    folder = home()
    odoo_on = setup.prepare(folder, folder / "bench")
    with postgres.serving(folder / "postgres", folder / "log") as pg:
        odoo = odoo_on(pg)
        odoo.configure(max_cron_threads=0)
        with run.databases(odoo) as variables:
            environment = command.environment({**odoo.environment, **variables})
            environment["PYTHONPATH"] += f":{REPO}"
            program = [odoo.python, REPO / f"bench/{name}.py", *words]
            return subprocess.run(program, env=environment, cwd=REPO, check=False).returncode
