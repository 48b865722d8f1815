"""Plain values of next steps, as their templates get them."""

from . import formats


def step_values(step, typed=""):
    """Return what is to be done by when, and what was reported; ``typed``: what was refused."""
    env = step.env
    return {
        "id": step.id,
        "name": step.name,
        "description": step.description or "",
        # sudo: hr.department - portal users can't read hr; the name of the one that serves
        "department": step.sudo().department_id.name,
        "due": formats.long_date(env, step.date_due),
        "late": step.is_late,
        "state": step.state,
        "state_text": formats.label(step, "state"),
        "may_report": step.may_report,
        "report": step.report or "",
        "reported": step.reported_on and formats.long_date(env, step.reported_on),
        "reported_by": step.reported_by or "",
        "typed": typed,
    }
