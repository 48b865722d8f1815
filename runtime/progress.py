"""What the person at the terminal sees: one line a step, how far it is, how long it took."""

import shutil
import sys
import time


class Stop(Exception):
    """It can't go on. The message is one sentence: what is missing and what to do."""


class Step:
    """A step that takes a while; use it as a context manager.

    On a terminal its line is rewritten in place, in a file a new line is written now and then.
    """

    def __init__(self, title, out=None):
        self.title = title
        self.out = out or sys.stdout
        self.live = self.out.isatty()
        self.pause = 0.2 if self.live else 10

    def __enter__(self):
        self.started = self.shown = time.monotonic()
        self._show("…")
        return self

    def __exit__(self, kind, *_):
        word = "stopped" if kind else "done"
        seconds = time.monotonic() - self.started
        self._show(f"{word}, {seconds:.0f} s", end="\n")

    def at(self, how_far):
        """Say how far the step is, such as ``37 of 71 packages``."""
        if time.monotonic() - self.shown >= self.pause:
            self.shown = time.monotonic()
            self._show(how_far)

    def _show(self, text, end=None):
        line = f"{self.title}: {text}"
        if self.live:  # a line that wraps can't be rewritten
            width = shutil.get_terminal_size().columns - 1
            line = f"\r\033[K{line[:width]}{end or ''}"
        else:
            line += "\n"
        self.out.write(line)
        self.out.flush()


def say(text=""):
    """Print a line at once, also into a file or a pipe."""
    print(text, flush=True)
