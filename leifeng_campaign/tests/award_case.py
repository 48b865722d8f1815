from odoo import SUPERUSER_ID, Command

from .common import LeifengCase, LeifengSetup
from .portal_case import PortalCase

# Most tests need an award at some stage; where they are about the way there they walk it.
CRITERIA = {
    "essay": [("Theme", 30, "judged"), ("Structure", 30, "judged"), ("Language", 40, "judged")],
    "person": [("Work", 60, "judged"), ("Help", 25, "judged"), ("Service", 15, "hours")],
    "department": [("Quality", 60, "judged"), ("Taking Part", 40, "people")],
}
ESSAY = "The bell rang at nine and nobody came to the window. " * 4


class AwardSetup(LeifengSetup):
    """Awards at any stage, with judges from inside and outside; for any test case class."""

    @classmethod
    def _set_up_awards(cls):
        groups = {"judge": ["base.group_user"], "judge2": ["base.group_portal"]}
        judges = cls._people(groups, department=cls.hotline)
        cls.people.update(judges)
        cls.users.update({role: person.user_id for role, person in judges.items()})
        # a judge from outside has an account and no employee
        outside = cls._person("outside", ["base.group_portal"])
        cls.users["outside"] = outside.user_id
        outside.unlink()

    @classmethod
    def _award(cls, kind="person", judges=("judge", "judge2", "outside"), **vals):
        """Return an award in preparation with one tier of two places, criteria and judges."""
        criteria = [
            {"name": name, "weight": weight, "source": source, "target": 10, "sequence": number}
            for number, (name, weight, source) in enumerate(CRITERIA[kind])
        ]
        seats = [{"name": role.title(), "user_id": cls.users[role].id} for role in judges]
        return cls.env["leifeng.award"].create(
            {
                "name": f"Award for a {kind}",
                "kind": kind,
                "campaign_id": cls.campaign.id,
                "tier_ids": [Command.create({"name": "First", "quota": 2})],
                "criterion_ids": list(map(Command.create, criteria)),
                "judge_ids": list(map(Command.create, seats)),
                **vals,
            }
        )

    @classmethod
    def _entry(cls, award, employee=None, state="candidate", **vals):
        """Return an entry of ``employee``, or of ``department_id`` in ``vals``, in ``state``."""
        department = employee.department_id if employee else cls.hall
        texts = {
            "essay": {"title": "A Morning", "body": ESSAY, "original": True},
            "person": {"deeds_short": "Helps", "deeds_full": "Helps everybody, every day."},
            "department": {},
        }
        entry = cls.env["leifeng.award.entry"].create(
            {
                "award_id": award.id,
                "employee_id": employee and employee.id,
                "department_id": department.id,
                "employee_name": employee and employee.name,
                "department_name": department.name,
                "entered_by_id": employee and employee.id,
                "consent_considered": True,
                "consent_named": True,
                "consent_publicized": True,
                **texts[award.kind],
                **vals,
            }
        )
        steps = {"draft": (), "candidate": ("submitted", "candidate")}.get(
            state, ("submitted", state)
        )
        for step in steps:
            if step != entry.state:
                entry._set_state(step)
        return entry

    @classmethod
    def _as_system(cls, records):
        """Return ``records`` in the hands of the system's own user."""
        return records.with_user(SUPERUSER_ID)

    @classmethod
    def _stage(cls, award, state):
        """Bring ``award`` to ``state`` by the transitions alone, without what they bring about."""
        way = ("open", "screening", "judging", "proposed", "approved", "notice", "granted")
        begun = way.index(award.state) + 1 if award.state in way else 0
        for step in way[begun : way.index(state) + 1]:
            award._set_state(step)
        return award


class AwardCase(AwardSetup, LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_awards()


class AwardPortalCase(AwardSetup, PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_awards()
