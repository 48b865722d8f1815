import base64
from datetime import date
from unittest.mock import patch

from .award_case import AwardCase

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
REPLY = "The office compared the sheets; the hours are right."


class NoticeSetup:
    """A notice on approved awards, for any test case class."""

    @classmethod
    def _set_up_notice(cls):
        cls.company.write(
            {
                "leifeng_office": "Discipline Office",
                "leifeng_office_phone": "0000-8801312",
                "leifeng_office_address": "Room 2",
                "leifeng_office_hours": "9 to 17",
            }
        )
        cls.award = cls._award("person", judges=("judge",))
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.mine = cls._winner(cls.award, cls.me)
        cls.other = cls._winner(cls.award, cls.colleague)
        cls._stage(cls.award, "approved")

    @classmethod
    def _winner(cls, award, employee=None, **vals):
        """Return an entry that the panel proposed."""
        entry = cls._entry(award, employee, **vals)
        cls.env["leifeng.award.result"].create(
            {
                "award_id": award.id,
                "company_id": award.company_id.id,
                "entry_id": entry.id,
                "code": f"C{entry.id}",
                "tier_id": award.tier_ids[0].id,
            }
        )
        return entry

    @classmethod
    def _notice(cls, awards=None, **vals):
        awards = awards or cls.award
        values = {"name": "Notice", "award_ids": awards.ids, "campaign_id": cls.campaign.id}
        return cls.env["leifeng.award.notice"].create({**values, **vals})

    @classmethod
    def _published(cls, day="2026-11-20", awards=None, **vals):
        notice = cls._notice(awards, **vals)
        with cls._on(day):
            cls._as("officer", notice).action_publish()
        return notice

    @classmethod
    def _on(cls, day):
        """The agency's date is ``day`` within."""
        company = type(cls.env["res.company"])
        return patch.object(company, "_leifeng_today", lambda self: date.fromisoformat(day))


class NoticeCase(NoticeSetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_notice()


class ObjectionCase(NoticeCase):
    """A published notice; it is its second day at the agency."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.notice = cls._published("2026-11-20")
        cls.line = cls.notice.line_ids.filtered(lambda line: line.entry_id == cls.other)
        cls.startClassPatcher(cls._on("2026-11-23"))

    def _object(self, role="employee", text="The hours are wrong", line=None, **vals):
        """Object as ``role`` in the portal; return the objection, in the system's hands."""
        line = self.line if line is None else line
        objections = self._as(role, self.env["leifeng.award.objection"])
        before = self._all()
        notice = self.notice.with_env(objections.env)
        objections.hand_in(notice, line.id or 0, text, **vals)
        return self._all() - before

    def _all(self):
        return self.env["leifeng.award.objection"].search([])

    def _find(self, objection, upheld=False, role="supervisor", **vals):
        values = {"findings": "Sheets compared", "reply": REPLY, **vals}
        self._as(role, objection).action_record_finding(upheld, **values)
