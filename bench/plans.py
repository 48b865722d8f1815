"""Reading texts of one piece repeated: seconds of a core at two sizes, how many times as long.

Reading is linear: four times the text takes about four times as long, brackets in brackets too.
"""

import time

from bench.common.database import open_registry
from bench.common.table import print_table

SIZES = (50_000, 200_000)  # characters
PIECES = (
    "（",
    "（【[(",
    "((一)",
    "一、（一）1.（1）①",
    "3月5日",
    "时间\t内容\n",
    "附件：1.a\n",
    "开展志愿服务。",
)
ROUNDS = 3  # the fastest counts


def run():
    """Print seconds at both sizes and their ratio; returns {piece: ratio}."""
    rows, ratios = [], {}
    for piece in PIECES:
        short, long = (fastest(piece * (size // len(piece))) for size in SIZES)
        ratios[piece] = long / short
        rows.append((repr(piece), f"{short:.2f}", f"{long:.2f}", f"{ratios[piece]:.1f}"))
    print_table(["piece", *(f"s, {size:,}" for size in SIZES), "times"], rows)
    return ratios


def fastest(text):
    return min(timed(text) for _round in range(ROUNDS))


def timed(text):
    """Return the seconds that one reading takes of a core."""
    # Odoo finds its addons once a registry is open.
    from odoo.addons.leifeng_campaign.tools import outline  # noqa: PLC0415

    begun = time.process_time()
    outline.read_plan(text, 2026)
    return time.process_time() - begun


if __name__ == "__main__":
    open_registry()
    run()
