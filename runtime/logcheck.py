"""What in Odoo's log nobody expected.

Odoo warns of things that are part of a test (a refused action, a constraint that was hit): a test
claims such lines. What is neither claimed nor known noise of Odoo's own libraries is a fault.
"""

import re

# date, time, process, level, database, logger, message
ENTRY = re.compile(r"^[\d-]{10} [\d:,]{12} \d+ (?P<level>[A-Z]+) \S+ (?P<logger>\S+): (?P<text>.*)")
BAD = {"WARNING", "ERROR", "CRITICAL"}
TRACEBACK = "Traceback (most recent call last):"
EXCEPTION = re.compile(r"^[\w.]+(Error|Exception|Warning): ")
NOISE = (
    # Python's own remarks on two libraries that Odoo 19 imports at every start
    r"DeprecationWarning: 'crypt' is deprecated",
    r"DeprecationWarning: PyPDF2 is deprecated",
)


def entries(text):
    """The entries of a log: each a line with the lines that continue it (tracebacks).

    What stands before the first entry is an entry too.
    """
    found = [""]
    for line in text.splitlines():
        if ENTRY.match(line):
            found.append(line)
        else:
            found[-1] += f"\n{line}"
    return [entry.strip("\n") for entry in found if entry.strip()]


def is_bad(entry):
    """Whether an entry warns or worse; a traceback that no logger wrote counts too."""
    match = ENTRY.match(entry)
    return match["level"] in BAD if match else TRACEBACK in entry


def unclaimed(text, claims=()):
    """The bad entries of the log ``text`` that match none of the patterns ``claims``."""
    patterns = [re.compile(pattern) for pattern in (*NOISE, *claims)]
    return [
        entry
        for entry in entries(text)
        if is_bad(entry) and not any(pattern.search(entry) for pattern in patterns)
    ]


def unmet(text, claims):
    """Those of ``claims`` that match no bad entry of the log ``text``: they claim too much."""
    bad = [entry for entry in entries(text) if is_bad(entry)]
    return [claim for claim in claims if not any(re.search(claim, entry) for entry in bad)]


def last_words(text):
    """What the log ``text`` says of its last fault: the exception of the traceback if there is
    one, else the last line."""
    bad = [entry for entry in entries(text) if is_bad(entry)] or entries(text) or ["no word"]
    lines = bad[-1].strip().splitlines()
    exceptions = [line for line in lines if EXCEPTION.match(line)]
    return (exceptions or lines)[-1]
