"""Files about a whole campaign, as the officer has them made: queries, seconds, memory."""

import tempfile
import time

from .memory import MB, peak


def measured_files(env, campaign):
    """Return {file: (queries, seconds, MB that the process holds at most)}."""
    files = {
        "the campaign's summary": summary(env, campaign),
        "the workbook": workbook(env, campaign),
    }
    return {name: measured_file(env, act) for name, act in files.items()}


def measured_file(env, act):
    """Return (queries, seconds, MB), with nothing read before."""
    env.flush_all()
    env.invalidate_all()
    before, begun = env.cr.sql_log_count, time.perf_counter()
    memory = peak(act)
    return env.cr.sql_log_count - before, time.perf_counter() - begun, memory / MB


def summary(env, campaign):
    """Return the act of making the campaign's summary as docx."""
    dialog = env["leifeng.document"].create({"campaign_id": campaign.id, "kind": "summary"})
    return lambda: dialog._file("docx")


def workbook(env, campaign):
    """Return the act of writing the workbook that is reported upward."""
    dialog = env["leifeng.workbook"].create({"campaign_id": campaign.id})

    def write():
        with tempfile.TemporaryFile() as file:
            dialog._write(file)

    return write
