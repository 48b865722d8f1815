import base64
import io
from datetime import timedelta

from PIL import Image

from odoo.fields import Date

from .award_case import AwardCase, AwardPortalCase

TEXTS = {"deeds_short": "Helps at the counter.", "deeds_full": "Helps at the counter, every day."}
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def b64(content):
    return base64.b64encode(content).decode()


def picture(size=(40, 30), kind="JPEG", **options):
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, kind, **options)
    return file.getvalue()


class NominationSetup:
    """An award of persons that accepts nominations, and the acts of those who nominate."""

    @classmethod
    def _set_up_nominations(cls):
        today = Date.today()
        dates = {"date_open": today, "date_deadline": today + timedelta(days=9)}
        cls.award = cls._stage(cls._award("person", **dates), "open")
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]

    def _nominate(self, role, employee, award=None, texts=None):
        """Let ``role`` begin a nomination of ``employee`` with texts; return the draft."""
        award = self._as(role, award or self.award)
        entry = award.action_nominate(employee.id)
        entry.action_save_nomination(texts or TEXTS)
        return entry

    def _sent(self, role, employee, award=None, **consents):
        """Return a nomination that ``role`` sent."""
        entry = self._nominate(role, employee, award)
        entry.action_send_nomination(considered=True, **consents)
        return entry

    def _agreed(self, role, employee, award=None):
        """Return a colleague's nomination by ``role``, with the colleague's consent."""
        entry = self._sent(role, employee, award)
        self._as(employee.user_id.login[3:], entry).action_agree(named=True)
        return self._as(role, entry)

    def _told(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")


class NominationCase(NominationSetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_nominations()


class NominationPortalCase(NominationSetup, AwardPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_nominations()
