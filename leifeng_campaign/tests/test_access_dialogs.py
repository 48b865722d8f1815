from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.fields import Datetime

from .common import LeifengCase


class TestDialogs(LeifengCase):
    """What somebody typed into a dialog, and what it shows, is nobody else's to read or write."""

    def _late_entry(self):
        now = Datetime.now()
        return self._as("coordinator", self.env["leifeng.service.entry.add"]).create(
            {
                "employee_id": self.people["employee"].id,
                "activity_id": self.service.id,
                "start": now - timedelta(hours=4),
                "stop": now - timedelta(hours=2),
                "reason": "The sheet got wet",
            }
        )

    def test_every_dialog_belongs_to_its_maker(self):
        fields = self.env["ir.model.fields"].search([("name", "=", "create_uid")])
        transient = fields.model_id.filtered(
            lambda model: model.transient and model.model.startswith("leifeng.")
        )
        rules = self.env["ir.rule"].search([("model_id", "in", transient.ids)])

        own = rules.filtered(
            lambda rule: rule.domain_force and "('create_uid', '=', user.id)" in rule.domain_force
        )

        self.assertFalse(own.groups, "a rule of groups alone would widen the right")
        self.assertFalse((transient - own.model_id).mapped("model"))

    def test_a_dialog_of_somebody_else(self):
        dialog = self._late_entry()

        self.assertEqual(self._as("coordinator", dialog).reason, "The sheet got wet")
        for role in ("internal", "officer"):
            seen = self._as(role, dialog)
            self.assertFalse(seen.search([]), role)
            with self.assertRaises(AccessError, msg=role):
                seen.read(["reason"])
            with self.assertRaises(AccessError, msg=role):
                seen.write({"reason": "Mine now"})

    def test_the_warning_of_a_sheet_names_nobody_to_strangers(self):
        session = self._session(hours_ahead=-15, length=13)
        self._line(session, self.people["employee"], attendance="present")
        dialogs = self.env["leifeng.session.confirm"]

        for role, warned in (("officer", True), ("internal", False)):
            dialog = self._as(role, dialogs).create({"session_id": session.id})
            self.env.invalidate_all()
            self.assertEqual("Employee" in (dialog.sheet_warning or ""), warned, role)
