"""What the builders of the demo hand on to each other."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .clock import BEIJING, Days

FOLDER = Path(__file__).parent
OFFICER = "许清和"


class Agency:
    """The environment, the days, and the records made so far by their names.

    ``everyone``: all employees; ``people``: the same by name (of two with one name, the latter);
    ``roster``: who serves in turn; ``partners``, ``departments``, ``posts``; ``activities`` of this
    year's plan.
    """

    def __init__(self, env):
        env["res.lang"]._activate_lang("zh_CN")
        self.env = env(context={**env.context, "lang": "zh_CN", "tz": BEIJING})
        today = datetime.now(ZoneInfo(BEIJING)).date()
        self.days = Days(env["leifeng.workday"].calendar(), today)
        self.everyone = self.env["hr.employee"]
        self.people, self.departments, self.partners = {}, {}, {}
        self.posts, self.activities = {}, {}
        self.roster = None

    def by(self, name, records):
        """Return ``records`` in the hands of the person called ``name``."""
        return records.with_user(self.people[name].user_id)

    def officer(self, records):
        """Return ``records`` in the hands of the campaign's office."""
        return self.by(OFFICER, records)


def rows(name):
    """Return the rows of the file ``name`` in this folder as dicts of text."""
    with open(FOLDER / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
