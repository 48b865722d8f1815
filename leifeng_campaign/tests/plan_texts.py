"""The plans in ``plans/`` and what a test asks about how they were read."""

from pathlib import Path

from odoo.addons.leifeng_campaign.tools import outline

PLANS = Path(__file__).parent / "plans"
# The document that the product was asked for, where it lies beside the checkout.
SEED = Path(__file__).parents[3] / "shared/seed/000_1dffc67ee8db2807.txt"
STANDARD = Path(__file__).parents[1] / "data" / "standard_plan.txt"


def text_of(name):
    return (PLANS / f"{name}.txt").read_text(encoding="utf-8")


def plan_of(name, year=2026):
    return outline.read_plan(text_of(name), year)


def shape(plan):
    """``{phase: [activities]}`` by name."""
    return {phase.name: [activity.name for activity in phase.activities] for phase in plan.phases}


def kinds(plan):
    return [activity.kind for activity in plan.activities]


def span(part):
    """The dates of a part as text, ``-`` where open."""
    return "/".join(str(day) if day else "-" for day in (part.date_start, part.date_stop))


def strings(value):
    """Every string inside nested lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
