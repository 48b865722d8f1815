from datetime import date

from odoo.exceptions import AccessError
from odoo.fields import Date
from odoo.tests import freeze_time
from odoo.tools import mute_logger

from .common import LeifengCase


class TestWorkday(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.days = cls.env["leifeng.workday"]
        cls.other = cls.env["res.company"].create({"name": "Another Agency"})

    def _day(self, day, kind="off", **vals):
        return self.days.create({"name": "A day", "date": day, "kind": kind, **vals})

    def test_the_calendar_takes_own_and_common_days(self):
        self._day("2035-10-01")
        self._day("2035-10-02", company_id=False)
        self._day("2035-10-03", company_id=self.other.id)
        self._day("2035-10-06", "work")

        own = self.days.calendar(self.company).own

        self.assertEqual(
            own, {date(2035, 10, 1): False, date(2035, 10, 2): False, date(2035, 10, 6): True}
        )

    @mute_logger("odoo.sql_db")
    def test_a_day_stands_once_per_company(self):
        self._day("2035-10-01")
        self._day("2035-10-01", company_id=self.other.id)

        with self.assertRaisesRegex(Exception, "already|leifeng_workday"), self.cr.savepoint():
            self._day("2035-10-01")

    @freeze_time("2034-11-02")
    def test_the_list_opens_with_a_word_about_years_not_known(self):
        opened = self._as("officer", self.days).action_open_calendar()

        self.assertEqual(opened["tag"], "display_notification")
        self.assertRegex(opened["params"]["message"], "2034.+2035")
        self.assertEqual(opened["params"]["next"]["res_model"], "leifeng.workday")

    @freeze_time("2025-03-02")
    def test_known_years_need_no_word(self):
        opened = self._as("officer", self.days).action_open_calendar()

        self.assertEqual(opened["res_model"], "leifeng.workday")

    def test_the_office_alone_writes_the_calendar(self):
        for role in ("officer", "manager"):
            self._as(role, self.days).create(
                {"name": "Day", "date": Date.today(), "kind": "off"}
            ).unlink()
        for role in ("coordinator", "supervisor", "hr", "internal"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.days).create({"name": "Day", "date": Date.today()})

    def test_the_campaign_warns_of_years_not_known(self):
        late = self._campaign(start=False, date_start="2034-03-01", date_stop="2035-03-01")
        early = self._campaign(start=False, date_start="2025-03-01", date_stop="2025-03-31")

        self.assertRegex(late.holidays_unknown, "^2034.+2035$")
        self.assertEqual(early.holidays_unknown, "")
