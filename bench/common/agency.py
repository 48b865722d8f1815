"""A large agency, made by SQL from nothing: people, five campaigns, service, awards.

The same at every run but for the day, around which it lies as the demo agency does. Of its size
everything is a share: ``scale`` 1 is 20,000 employees in 300 departments, 400,000 sign-ups, 300,000
records, 20,000 entries; the five campaigns are five at any scale.
"""

import time
from dataclasses import dataclass

from .agency_awards import add_awards
from .agency_plan import add_campaigns
from .agency_service import add_records, add_results, add_sessions, add_signups
from .agency_staff import add_departments, add_people


@dataclass(frozen=True)
class Size:
    """How many there are of what."""

    employees: int
    departments: int
    sessions: int  # of each campaign
    records: int
    entries: int
    seats: int = 20  # of each session, all of them taken
    campaigns: int = 5

    @property
    def signups(self):
        return self.campaigns * self.sessions * self.seats


def size_of(scale):
    """Return the sizes at ``scale``, a number between 0.001 and 1."""
    return Size(
        employees=max(20, round(20_000 * scale)),
        departments=max(2, round(300 * scale)),
        sessions=max(4, round(4_000 * scale)),
        records=round(300_000 * scale),
        entries=round(20_000 * scale),
    )


def make_agency(env, scale=1):
    """Fill the database; returns {what was made: seconds that it took}."""
    size = size_of(scale)
    took = {}
    for name, step in (
        ("departments", add_departments),
        ("people", add_people),
        ("campaigns", add_campaigns),
        ("sessions", add_sessions),
        ("sign-ups", add_signups),
        ("records", add_records),
        ("requests and answers", add_results),
        ("awards and entries", add_awards),
    ):
        begun = time.perf_counter()
        step(env, size)
        took[name] = time.perf_counter() - begun
    env.cr.execute("ANALYZE")
    env.invalidate_all()
    return took
