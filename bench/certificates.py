"""A batch of 300 honor certificates beside what wkhtmltopdf alone needs for the same pages."""

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from odoo.addons.base.models import ir_actions_report

from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.honors import make_honors
from bench.common.serving import serving
from bench.common.table import print_table

SIZES = (30, 300)
ROUNDS = 3  # the best of three, in turn
REPORT = "leifeng_campaign.action_report_honor"


def run(registry):
    """Print times and ratio at both sizes; returns {size: ratio}."""
    with registry.cursor() as cr:
        env = environment(cr)
        honors = make_honors(env, max(SIZES))
        cr.commit()
    with serving(registry.db_name) as server, registry.cursor() as cr:
        env = environment(cr)
        # style sheets are fetched from a server, by ours and by what it is compared with
        env["ir.config_parameter"].set_param("report.url", server.url)
        rows = [compare(honors.with_env(env)[:size]) for size in SIZES]
        cr.rollback()
    print_table(
        ["certificates", "ours, s", "wkhtmltopdf alone, s", "times", "file, KB"],
        [
            (size, f"{ours:.1f}", f"{alone:.1f}", f"{ours / alone:.2f}", f"{kilobytes:.0f}")
            for size, ours, alone, kilobytes in rows
        ],
    )
    return {size: ours / alone for size, ours, alone, _kilobytes in rows}


def compare(honors):
    """Return (how many, best seconds of ours, of wkhtmltopdf alone, size of the file in KB)."""
    ours, alone = [], []
    for _round in range(ROUNDS):
        honors.env.invalidate_all()
        with tempfile.TemporaryDirectory() as folder:
            command = []
            with patch.object(ir_actions_report, "_run_wkhtmltopdf", keeping(command, folder)):
                content, seconds = timed(lambda: printed(honors))
            ours.append(seconds)
            alone.append(timed(lambda words=command: subprocess.run(words, check=False))[1])
    return len(honors), min(ours), min(alone), len(content) / 1024


def printed(honors):
    """Return the batch as its button makes it."""
    return honors.env["ir.actions.report"]._render_qweb_pdf(REPORT, honors.ids)[0]


def keeping(command, folder):
    """Return Odoo's call of wkhtmltopdf that leaves ``command`` behind, with its pages kept."""
    run_as_always = ir_actions_report._run_wkhtmltopdf

    def run_and_keep(words):
        kept = [keep(word, folder) for word in words[:-1]]
        command[:] = [ir_actions_report._wkhtml().bin, *kept, str(Path(folder) / "alone.pdf")]
        return run_as_always(words)

    return run_and_keep


def keep(word, folder):
    """Return ``word``, or the path of a copy where it is the path of a file."""
    path = Path(word)
    return str(shutil.copy(path, folder)) if path.is_absolute() and path.is_file() else word


def timed(act):
    begun = time.perf_counter()
    outcome = act()
    return outcome, time.perf_counter() - begun


if __name__ == "__main__":
    run(open_registry())
