"""Other programs: run them, follow what they print, and say plainly when they fail."""

import os
import subprocess
from pathlib import Path

from .progress import Stop


def environment(extra=None):
    """This process's environment with ``extra`` on top."""
    return {**os.environ, **(extra or {})}


def output(command, env=None, cwd="/"):
    """What ``command`` prints, stripped; :class:`Stop` with its last words when it fails."""
    result = subprocess.run(
        list(map(str, command)),
        env=environment(env),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise Stop(f"{_name(command)} failed: {_last(result.stderr or result.stdout)}")
    return result.stdout.strip()


def works(command, env=None):
    """Whether ``command`` ends without an error."""
    result = subprocess.run(
        list(map(str, command)), env=environment(env), cwd="/", capture_output=True, check=False
    )
    return result.returncode == 0


def follow(command, log, env=None, cwd="/", stdin=os.devnull):
    """Yield each line ``command`` prints, errors included, and keep them in the file ``log``.

    ``stdin`` is the path of what it reads. Raises :class:`Stop` with the last words and the place
    of the log when it fails.
    """
    Path(log).parent.mkdir(parents=True, exist_ok=True)
    last = ""
    with (
        open(log, "w", encoding="utf-8") as kept,
        open(stdin, encoding="utf-8") as given,
        subprocess.Popen(
            list(map(str, command)),
            env=environment(env),
            cwd=cwd,
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as process,
    ):
        for line in process.stdout:
            kept.write(line)
            last = line.strip() or last
            yield line
    if process.returncode:
        raise Stop(f"{_name(command)} failed: {last or 'no word'} (all of it: {log})")


def run(command, log, env=None, stdin=os.devnull):
    """:func:`follow` to the end, for who doesn't care for the lines."""
    for _line in follow(command, log, env, stdin=stdin):
        pass


def _name(command):
    return Path(str(command[0])).name


def _last(text):
    return (text.strip().splitlines() or ["no word"])[-1]
