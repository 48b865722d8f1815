"""The sheet as a plain form: what was sent, and what of it stands on the page again."""

from ..models.leifeng_session_sheet import RESULTS
from .portal import text_of

CELLS = ("seen", "attendance", "time_in", "time_out", "break_minutes")


def read(numbers, params):
    """Return what the form says of the sign-ups ``numbers`` and of the day's results, in the
    shape of ``session.action_save_sheet``."""
    rows = [
        {"id": number, **{cell: text_of(params, f"{cell}_{number}") for cell in CELLS}}
        for number in numbers
        if f"seen_{number}" in params
    ]
    for row in rows:
        row["attendance"] = row["attendance"] or "pending"
    results = {name: text_of(params, f"result_{name}") for name in ("seen", *RESULTS)}
    return {"rows": rows, "results": results if "result_seen" in params else None}


def faults(outcome):
    """Return the outcomes that weren't saved."""
    results = outcome.get("results")
    every = [*outcome["rows"], *outcome["walk_ins"], *([results] if results else [])]
    return [each for each in every if each["status"] != "saved"]


def lay_over(rows, results, sent, outcome):
    """Put what was typed and not saved over the values of the page, with the reason.

    ``seen`` stays what the database says: whoever saves a second time has seen it.
    """
    typed = {row["id"]: row for row in sent.get("rows", ()) if "attendance" in row}
    unsaved = {each["id"]: each for each in outcome.get("rows", ()) if each["status"] != "saved"}
    for row in rows:
        fault, mine = unsaved.get(row["id"]), typed.get(row["id"])
        row["message"] = fault["message"] if fault else ""
        if mine and (fault or not outcome.get("rows")):
            row.update({cell: mine[cell] for cell in CELLS if cell != "seen"})
    of_day = outcome.get("results")
    if sent.get("results") and (not of_day or of_day["status"] != "saved"):
        results.update({name: sent["results"][name] for name in RESULTS})
        results["message"] = of_day["message"] if of_day else ""
    results["people"] = [
        each["message"] for each in outcome.get("walk_ins", ()) if each["status"] != "saved"
    ]
