from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form

from .common import LeifengCase


class TestSettings(LeifengCase):
    def test_the_manager_sets_the_agency_s_rules(self):
        page = Form(self._as("manager", self.env["leifeng.settings"]))
        self.assertEqual(page.leifeng_rounding, self.company.leifeng_rounding)
        page.leifeng_rounding = "half"
        page.leifeng_office = "Office 312"

        page.save().action_save()

        self.assertEqual(self.company.leifeng_rounding, "half")
        self.assertEqual(self.company.leifeng_office, "Office 312")

    def test_a_manager_is_no_system_administrator(self):
        manager = self.users["manager"]

        self.assertFalse(manager._is_system())
        self.assertFalse(self._as("manager", self.company).has_access("write"))

    def test_nobody_else_sets_them(self):
        for role in ("officer", "supervisor", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.settings"]).create({})

    def test_a_format_without_a_number_is_refused(self):
        for wrong in ("No. 1", "%(month)s-%(number)s", "%s", "%(number)", "%(year)s"):
            page = Form(self._as("manager", self.env["leifeng.settings"]))
            page.leifeng_certificate_format = wrong
            with self.assertRaises(ValidationError, msg=wrong):
                page.save()
