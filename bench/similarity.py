"""Every essay held against every other: how long that takes, and which planted copies it finds."""

import time

from bench.common.database import open_registry
from bench.common.essays import ALTERATIONS, Writer
from bench.common.table import print_table

SIZES = (300, 1000)
LENGTH = 1500  # characters
COPIES = 3  # of each kind of alteration
ROUNDS = 3  # the fastest counts


def run():
    """Print pairs, seconds and what was found at both sizes; returns {size: seconds}."""
    rows, fastest = [], {}
    for size in SIZES:
        texts, planted = essays(size)
        rounds = [timed(texts) for _round in range(ROUNDS)]
        fastest[size] = min(seconds for seconds, _found in rounds)
        found = {(match.one, match.other) for match in rounds[0][1]}
        rows.append(
            (
                size,
                size * (size - 1) // 2,
                f"{fastest[size]:.1f}",
                len(planted),
                len(planted & found),
                len(found - planted),
            )
        )
    print_table(
        ["essays", "pairs", "s of one core", "planted copies", "of them found", "others found"],
        rows,
    )
    return fastest


def essays(size):
    """Return {key: text} of ``size`` essays, and the pairs of keys that are a text and its copy."""
    writer = Writer()
    alterations = ALTERATIONS * COPIES
    texts = {number: writer.essay(LENGTH) for number in range(size - len(alterations))}
    planted = set()
    for number, alteration in enumerate(alterations):
        texts[alteration, number] = writer.altered(texts[number], alteration)
        planted.add((number, (alteration, number)))
    return texts, planted


def timed(texts):
    """Return the seconds that one comparison takes of a core and its matches."""
    # Odoo finds its addons once a registry is open.
    from odoo.addons.leifeng_campaign.tools import similarity  # noqa: PLC0415

    begun = time.process_time()  # one thread that waits for nothing
    found = similarity.find(texts)
    return time.process_time() - begun, found


if __name__ == "__main__":
    open_registry()
    run()
