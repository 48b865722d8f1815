from datetime import timedelta

from odoo import Command

from .award_case import AwardCase, AwardPortalCase
from .honor_case import HonorSetup


class ConferenceSetup(HonorSetup):
    """A conference of the campaign, and awards with winners; for any test case class."""

    @classmethod
    def _set_up_conference(cls):
        cls.campaign.phase_ids.activity_ids = [
            Command.create({"name": "Conference", "kind": "ceremony"})
        ]
        cls.activity = cls.campaign.plan_activity_ids.filtered(lambda each: each.kind == "ceremony")
        cls.conference = cls._session(
            publish=False, name="Conference", activity_id=cls.activity.id, capacity=50, length=2
        )

    @classmethod
    def _item(cls, kind="speech", **vals):
        values = {"session_id": cls.conference.id, "kind": kind, "name": "Item", **vals}
        return cls.env["leifeng.session.agenda"].create(values)

    @classmethod
    def _speech(cls, role="employee", text="", state="draft"):
        """Return the outline of ``role``, asked for, with ``text``, in ``state``."""
        item = cls._item(employee_id=cls.people[role].id, name=f"Speech of {role}")
        cls.conference.action_ask_outlines()
        speech = item.speech_ids
        speech.text = text
        way = {"submitted": ("submitted",), "approved": ("submitted", "approved")}
        for step in way.get(state, ()):
            speech._set_state(step)
        return speech

    @classmethod
    def _awards(cls):
        """Return an award of persons with two tiers and one of departments, with winners."""
        tiers = [
            Command.create({"name": name, "quota": 2, "sequence": n})
            for n, name in enumerate(("First", "Second"))
        ]
        models = cls._award("person", name="Models", tier_ids=tiers)
        departments = cls._award("department", name="Well Organized")
        first, second = models.tier_ids
        cls._winner(models, cls.people["colleague"], first)
        cls._winner(models, cls.people["employee"], first)
        cls._winner(models, cls.people["leader"], second, consent_named=False)
        cls._winner(departments, department_id=cls.hotline.id, department_name="Hotline")
        return models, departments

    @classmethod
    def _in_days(cls, days):
        return cls.company._leifeng_today() + timedelta(days=days)

    @classmethod
    def _step(cls, **vals):
        """Return a next step of the hall, due in a week."""
        return cls.env["leifeng.followup"].create(
            {
                "name": "Keep the station open",
                "campaign_id": cls.campaign.id,
                "department_id": cls.hall.id,
                "date_due": cls._in_days(7),
                **vals,
            }
        )


class ConferenceCase(ConferenceSetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_conference()


class ConferencePortalCase(ConferenceSetup, AwardPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_conference()
