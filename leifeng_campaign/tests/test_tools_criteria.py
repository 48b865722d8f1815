from decimal import Decimal

from odoo.tests import BaseCase

from ..tools.criteria import sheet

SEED = [
    "爱岗敬业，业绩突出；",
    "团结互助，乐于奉献；",
    "服务热情，群众认可；",
    "积极参加志愿服务。",
]


class TestCriteria(BaseCase):
    def test_the_seed_s_four_criteria_are_the_sheet_of_the_models(self):
        self.assertEqual(
            sheet(SEED, computed=True),
            [
                ("爱岗敬业，业绩突出", 30, False),
                ("团结互助，乐于奉献", 20, False),
                ("服务热情，群众认可", 25, False),
                ("积极参加志愿服务", 15, True),
                ("积极参加志愿服务", 10, False),
            ],
        )

    def test_nothing_is_computed_where_nothing_can_be(self):
        self.assertEqual(
            [row[1:] for row in sheet(SEED)], [(30, False), (20, False), (25, False), (25, False)]
        )

    def test_four_others_have_the_same_points(self):
        rows = sheet(["甲", "乙", "丙", "丁"], computed=True)

        self.assertEqual([points for _name, points, _how in rows], [30, 20, 25, 25])

    def test_points_of_the_plan_stand(self):
        lines = ["主题立意30分", "内容结构（30分）；", "语言文字：20 分", "Novelty, 20 points."]

        self.assertEqual(
            sheet(lines, computed=True),
            [
                ("主题立意", 30, False),
                ("内容结构", 30, False),
                ("语言文字", 20, False),
                ("Novelty", 20, False),
            ],
        )

    def test_points_in_some_lines_alone_are_dealt_anew(self):
        self.assertEqual([row[1] for row in sheet(["甲 60分", "乙"])], [50, 50])

    def test_other_numbers_of_lines_share_exactly_100(self):
        for count in (1, 2, 3, 6, 7, 13):
            points = [row[1] for row in sheet([f"c{index}" for index in range(count)])]
            self.assertEqual(sum(points), Decimal(100), count)
            self.assertLess(max(points) - min(points), Decimal("0.2"), count)

    def test_empty_lines_are_none(self):
        self.assertEqual(sheet(["", "  "]), [])
        self.assertEqual(sheet([]), [])
