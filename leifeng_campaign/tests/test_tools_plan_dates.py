from datetime import date

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools.plan_dates import find_periods, in_year, says_more, year_in
from odoo.addons.leifeng_campaign.tools.script import fold

ONE_PERIOD = {
    "3月1日—3月10日": ("2026-03-01", "2026-03-10"),
    "（3月1日-3月10日）": ("2026-03-01", "2026-03-10"),
    "3月1日至10日": ("2026-03-01", "2026-03-10"),
    "3月1—10日": ("2026-03-01", "2026-03-10"),
    "３月１日～３月１０日": ("2026-03-01", "2026-03-10"),
    "2024年2月24日至4月10日": ("2024-02-24", "2024-04-10"),
    "2026年12月20日至1月10日": ("2026-12-20", "2027-01-10"),
    "12月20日至2027年1月10日": ("2026-12-20", "2027-01-10"),
    "3月上旬": ("2026-03-01", "2026-03-10"),
    "3月中旬": ("2026-03-11", "2026-03-20"),
    "2月下旬": ("2026-02-21", "2026-02-28"),
    "3月上旬至4月中旬": ("2026-03-01", "2026-04-20"),
    "3月第一周": ("2026-03-01", "2026-03-07"),
    "3月第二、三周": ("2026-03-08", "2026-03-21"),
    "3月第四周": ("2026-03-22", "2026-03-31"),
    "3月底": ("2026-03-21", "2026-03-31"),
    "3月": ("2026-03-01", "2026-03-31"),
    "三月份": ("2026-03-01", "2026-03-31"),
    "3—4月": ("2026-03-01", "2026-04-30"),
    "2月至4月": ("2026-02-01", "2026-04-30"),
    "一季度": ("2026-01-01", "2026-03-31"),
    "全年": ("2026-01-01", "2026-12-31"),
    "2026.3.5": ("2026-03-05", "2026-03-05"),
    "2026-03-05至2026-04-01": ("2026-03-05", "2026-04-01"),
    "3.5学雷锋纪念日": ("2026-03-05", "2026-03-05"),
    "3.1—3.10": ("2026-03-01", "2026-03-10"),
    "1.3月5日，启动": ("2026-03-05", "2026-03-05"),
    "二〇二六年三月五日": ("2026-03-05", "2026-03-05"),
    "三月二十一日": ("2026-03-21", "2026-03-21"),
    "3月5日（周四）上午9:00—11:00": ("2026-03-05", "2026-03-05"),
    "3月1日起": ("2026-03-01", None),
    "至4月底": (None, "2026-04-30"),
    "4月10日前": (None, "2026-04-10"),
    "即日起至4月10日": (None, "2026-04-10"),
    "3月1日起至4月底": ("2026-03-01", "2026-04-30"),
}
NO_PERIOD = [
    "每次1.5小时",
    "不少于3.5棵",
    "2.3万元",
    "100.5",
    "满意度98.5%",
    "13月5日",
    "第3.5版",
    "v3.5",
    "2026年度",
    "雷锋",
]


class TestPlanDates(BaseCase):
    def test_one_period(self):
        for text, expected in ONE_PERIOD.items():
            with self.subTest(text):
                periods = find_periods(fold(text))
                found = [
                    tuple(day and str(day) for day in period.dates(2026)) for period in periods
                ]
                self.assertEqual(found, [expected])

    def test_no_period(self):
        for text in NO_PERIOD:
            with self.subTest(text):
                self.assertEqual(find_periods(fold(text)), [])

    def test_day_that_does_not_exist(self):
        self.assertEqual(find_periods("2月30日")[0].dates(2026), (None, None))
        self.assertEqual(find_periods("2月29日")[0].dates(2024), (date(2024, 2, 29),) * 2)

    def test_year_that_is_none(self):
        for year in (None, 0, -1, 99999):
            self.assertEqual(find_periods("3月5日")[0].dates(year), (None, None))

    def test_end_before_the_beginning(self):
        for text in ("3月20日至3月10日", "2026年4月1日至2026年3月1日"):
            start, stop = find_periods(text)[0].dates(2026)
            self.assertEqual((bool(start), stop), (True, None))

    def test_what_says_more_than_dates(self):
        for text in ("2月24日至4月10日。", "（第1阶段）", "（3月1日—3月10日）", ""):
            self.assertFalse(says_more(text), text)
        for text in ("[具体活动时间]", "3月5日上午9:00—11:30"):
            self.assertTrue(says_more(text), text)

    def test_several_in_order(self):
        key = "2月24日至3月1日学习，3月5日服务，4月底前总结"
        self.assertEqual(
            [key[period.at : period.to] for period in find_periods(key)],
            ["2月24日至3月1日", "3月5日", "4月底前"],
        )

    def test_year_of_a_title(self):
        self.assertEqual(year_in("2026年学雷锋活动方案"), 2026)
        self.assertEqual(year_in("二〇二六年学雷锋活动方案"), 2026)
        self.assertIsNone(year_in("1963号文件"))

    def test_moved_to_another_year(self):
        self.assertEqual(in_year(date(2024, 2, 29), 2026), date(2026, 2, 28))
        self.assertEqual(in_year(date(2025, 3, 5), 2026), date(2026, 3, 5))
        self.assertIsNone(in_year(None, 2026))
