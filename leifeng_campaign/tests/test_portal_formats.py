from datetime import datetime

from freezegun import freeze_time

from odoo.tests import TransactionCase

from ..controllers import formats
from ..tools import moments

BEIJING = "Asia/Shanghai"


class TestPortalFormats(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["res.lang"]._activate_lang("zh_CN")
        cls.chinese = cls.env(context={"lang": "zh_CN"})

    @freeze_time("2026-11-23 12:00:00")
    def test_a_day_of_this_year_has_no_year(self):
        moment = datetime(2026, 11, 24, 23, 30)  # 7:30 of the next day in Beijing

        self.assertEqual(formats.moment_text(self.chinese, moment, BEIJING), "11月25日 周三 07:30")

    @freeze_time("2026-12-31 17:00:00")
    def test_the_year_is_the_agency_s(self):
        """At that moment it is 2027 in Beijing."""
        moment = datetime(2026, 12, 31, 10, 0)

        self.assertEqual(formats.day_text(self.chinese, moment, BEIJING), "2026年12月31日 周四")

    def test_a_session_over_midnight_names_the_other_day(self):
        with freeze_time("2026-11-23 12:00:00"):
            text = formats.span_text(
                self.chinese,
                datetime(2026, 11, 24, 15, 0),
                datetime(2026, 11, 24, 17, 0),
                BEIJING,
            )

        self.assertEqual(text, "11月24日 周二 23:00–11月25日 周三 01:00")

    def test_sentences_and_paper_write_days_as_pages_do(self):
        moment = datetime(2026, 11, 24, 23, 30)

        self.assertEqual(
            moments.full_text(self.chinese, moment, BEIJING), "2026年11月25日 周三 07:30"
        )
        self.assertEqual(formats.long_date(self.chinese, moment.date()), "2026年11月24日")
