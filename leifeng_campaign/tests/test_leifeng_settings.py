from lxml import etree

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from ..tools import hours
from ..wizard.leifeng_settings import COMPANY_FIELDS
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
        wrong = ("No. 1", "%(month)s-%(number)s", "%s", "%(number)", "%(year)s")
        for name in ("leifeng_certificate_format", "leifeng_honor_format"):
            for text in wrong:
                page = Form(self._as("manager", self.env["leifeng.settings"]))
                setattr(page, name, text)
                with self.assertRaises(ValidationError, msg=(name, text)):
                    page.save()

    def test_notices_and_honors_of_the_agency(self):
        page = Form(self._as("manager", self.env["leifeng.settings"]))
        page.leifeng_notice_days = 7
        page.leifeng_notice_first = False
        page.leifeng_notice_masked = True
        page.leifeng_office_hours = "9:00–11:30"
        page.leifeng_honor_format = "H%(year)s-%(number)03d"

        page.save().action_save()

        self.assertEqual(self.company.leifeng_notice_days, 7)
        self.assertFalse(self.company.leifeng_notice_first)
        self.assertTrue(self.company.leifeng_notice_masked)
        self.assertEqual(self.company.leifeng_office_hours, "9:00–11:30")
        self.assertEqual(self.company.leifeng_honor_format, "H%(year)s-%(number)03d")

    @mute_logger("odoo.sql_db")
    def test_a_notice_is_never_shorter_than_five_workdays(self):
        page = Form(self._as("manager", self.env["leifeng.settings"]))
        page.leifeng_notice_days = 4
        with self.assertRaisesRegex(Exception, "five_workdays|five workdays"):
            page.save()

    def test_honors_and_service_records_need_numbers_that_differ(self):
        page = Form(self._as("manager", self.env["leifeng.settings"]))
        page.leifeng_honor_format = page.leifeng_certificate_format
        with self.assertRaises(ValidationError):
            page.save()

    def test_every_setting_says_why_it_is_there(self):
        view = self.env.ref("leifeng_campaign.leifeng_settings_view_form")
        page = etree.fromstring(view.get_combined_arch())
        reasons = {
            field.get("name"): setting.get("help")
            for setting in page.iter("setting")
            for field in setting.iter("field")
        }

        self.assertEqual(set(reasons), set(COMPANY_FIELDS))
        self.assertTrue(all(reasons.values()), reasons)

    def test_what_the_page_says_of_defaults_holds(self):
        """practice.md section 4: the defaults to ship."""
        company = self.env["res.company"].create({"name": "New Agency"})
        templates = self.env["leifeng.award"].with_company(company)._templates()
        essays = templates.filtered(lambda award: award.kind == "essay")[0]
        models = templates.filtered("department_quota")[0]

        self.assertEqual((essays.min_characters, essays.max_characters), (1000, 2000))
        self.assertEqual(essays.criterion_ids.mapped("weight"), [30, 30, 20, 20])
        self.assertEqual((models.department_quota, models.leader_share), (1, 20))
        self.assertEqual(company.leifeng_notice_days, 5)
        self.assertEqual(company.leifeng_rounding, "tenth")
        self.assertEqual((hours.DAY_WARNING, hours.DAY_SECOND_PERSON), (8 * 60, 12 * 60))
        self.assertEqual(hours.SESSIONS_A_DAY, 3)
