import base64
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase
from .plan_texts import SEED, text_of

OWN_PLAN = """望溪区学雷锋活动方案

一、活动目标
1.学有所悟。联系本职工作理解雷锋精神。
二、活动内容
（一）学习阶段
1.专题讲座。邀请先进人物讲解。
2.主题征文。每人限一篇。
（二）志愿服务周
1.社区服务。清理公共空间。
三、活动要求
1.加强领导。明确一名联络员。
"""


class TestPlanImport(LeifengCase):
    def _import(self, role="officer", **values):
        form = Form(self.env["leifeng.plan.import"].with_user(self.users[role]))
        form.year = 2027
        for name, value in values.items():
            setattr(form, name, value)
        return form.save()

    def _text(self, text):
        plan = self._import(source="text", text=text)
        plan.action_read()
        return plan

    def _names(self, plan, kind):
        return [line.name or line.text for line in plan.line_ids.sorted() if line.kind == kind]

    def _create(self, plan):
        return self.env["leifeng.campaign"].browse(plan.action_create()["res_id"])

    # the way

    def test_the_standard_plan_becomes_a_campaign(self):
        plan = self._import(source="standard")
        plan.action_read()
        campaign = self._create(plan)

        phases = campaign.phase_ids
        self.assertEqual(campaign.name, "机关学雷锋活动方案")
        self.assertEqual(len(campaign.objectives.splitlines()), 4)
        self.assertEqual(len(campaign.requirements.splitlines()), 4)
        self.assertEqual([len(phase.activity_ids) for phase in phases], [4, 3, 2, 2])
        self.assertEqual(phases[0].date_start, date(2027, 2, 24))
        self.assertEqual(campaign.date_stop, date(2027, 4, 10))
        selection = phases[2].activity_ids[0]
        self.assertEqual(selection.kind, "selection")
        self.assertEqual(len(selection.criteria.splitlines()), 4)
        self.assertEqual(len(selection.procedure.splitlines()), 7)

    def test_the_document_is_kept(self):
        campaign = self._create(self._text(OWN_PLAN))

        kept = self.env["ir.attachment"].search(
            [("res_model", "=", "leifeng.campaign"), ("res_id", "=", campaign.id)]
        )
        self.assertIn("清理公共空间", kept.raw.decode())

    def test_a_file_goes_through_the_same_door(self):
        content = base64.b64encode(OWN_PLAN.encode("gb18030"))
        plan = self._import()
        plan.write({"file": content, "file_name": "plan.txt"})
        plan.action_read()

        self.assertEqual(self._names(plan, "phase"), ["学习阶段", "志愿服务周"])

    def test_the_campaign_is_one_that_can_start(self):
        plan = self._text(OWN_PLAN)
        plan.date_start = date(2027, 3, 1)
        plan.action_propose_dates()
        campaign = self._create(plan)

        campaign.action_start()

        self.assertEqual(campaign.state, "running")
        self.assertEqual(campaign.phase_ids[1].date_start, date(2027, 3, 15))
        self.assertEqual(campaign.date_stop, campaign.phase_ids[1].date_stop)

    # correcting the tree

    def _line(self, plan, name):
        return plan.line_ids.filtered(lambda line: line.name == name)

    def test_rename_and_retype(self):
        plan = self._text(OWN_PLAN)
        with Form(plan) as form:
            with form.line_ids.edit(1) as line:
                line.name = "春季学习"
            with form.line_ids.edit(3) as line:
                line.activity_kind = "other"

        campaign = self._create(plan)

        self.assertEqual(campaign.phase_ids[0].name, "春季学习")
        self.assertEqual(campaign.phase_ids[0].activity_ids[1].kind, "other")

    def test_move_the_cut(self):
        line = self._line(self._text(OWN_PLAN), "专题讲座")
        with Form(line) as form:
            form.whole = "专题｜讲座。邀请先进人物讲解。"

        self.assertEqual((line.name, line.text), ("专题", "讲座。邀请先进人物讲解。"))

    def test_split_and_merge(self):
        plan = self._text(OWN_PLAN)
        line = self._line(plan, "社区服务")
        line.text = "清理公共空间。\n\n环保宣传\n发放折页。"

        line.action_split()
        self.assertEqual(self._names(plan, "activity")[-2:], ["社区服务", "环保宣传"])

        self._line(plan, "环保宣传").action_merge()
        self.assertEqual(line.text, "清理公共空间。\n环保宣传\n发放折页。")

    def test_set_aside(self):
        plan = self._text(OWN_PLAN)
        self._line(plan, "主题征文").action_set_aside()

        campaign = self._create(plan)

        self.assertNotIn("主题征文", campaign.plan_activity_ids.mapped("name"))

    def test_convert_to_simplified_characters(self):
        plan = self._text(OWN_PLAN.replace("学雷锋", "學雷鋒").replace("专题讲座", "專題講座"))
        plan.script = "hant"

        plan.action_convert()

        self.assertEqual(plan.name, "望溪区学雷锋活动方案")
        self.assertTrue(self._line(plan, "专题讲座"))

    def test_dates_of_another_year_are_moved(self):
        plan = self._text(text_of("dates_in_text"))
        self.assertTrue(plan.other_year)
        self.assertEqual(plan.date_start, date(2024, 3, 1))

        plan.action_move_year()

        self.assertEqual((plan.date_start, plan.date_stop), (date(2027, 3, 1), date(2027, 4, 30)))
        self.assertEqual(self._line(plan, "服务阶段").date_start, date(2027, 3, 15))
        self.assertEqual(self._line(plan, "读书分享").date_stop, date(2027, 3, 5))
        self.assertFalse(plan.other_year)

    def test_what_was_not_understood_is_shown(self):
        plan = self._text(text_of("red_head"))
        rest = "\n".join(line.text for line in plan.line_ids if line.kind == "rest")
        for words in (
            "各党支部、机关各处室",
            "2026年2月20日",
            "联络员名单",
            "温书航",
            "委员会文件",
        ):
            self.assertIn(words, rest)

        rest = [
            line.text for line in self._text(text_of("downloaded")).line_ids if line.kind == "rest"
        ]
        self.assertTrue(any("下載本文檔" in text for text in rest))
        self.assertIn("[填寫起止日期]", rest)

    def test_one_requirement_is_one_line(self):
        campaign = self._create(self._text(text_of("red_head")))
        self.assertEqual(len(campaign.requirements.splitlines()), 2)

    # refusals, which lose nothing

    def test_year_without_four_digits(self):
        plan = self._import(source="standard")
        plan.year = 27
        with self.assertRaisesRegex(UserError, "four digits"):
            plan.action_read()

    def test_what_isn_t_a_plan_is_said_not_to_be_one(self):
        plan = self._import(source="text", text="张三\n李四\n王五\n赵六\n孙七\n周八")

        with self.assertRaisesRegex(UserError, "not"):
            plan.action_read()

        self.assertEqual((plan.step, plan.text[:2]), ("document", "张三"))

    def test_files_that_can_t_be_read(self):
        for content, word in (
            (b"%PDF-1.7 x", "PDF"),
            (b"\xd0\xcf\x11\xe0x", "old .doc"),
            (b"", "no text"),
        ):
            plan = self._import()
            plan.file = base64.b64encode(content)
            with self.assertRaisesRegex(UserError, word):
                plan.action_read()

    def test_what_is_missing_in_the_tree(self):
        plan = self._text(OWN_PLAN)
        plan.name = False
        with self.assertRaisesRegex(UserError, "title"):
            plan.action_create()
        plan.name = "X"
        self._line(plan, "专题讲座").name = False
        with self.assertRaisesRegex(UserError, "name"):
            plan.action_create()
        with self.assertRaisesRegex(UserError, "blank line"):
            self._line(plan, "社区服务").action_split()

    def test_only_the_office_imports(self):
        for role in ("internal", "coordinator", "hr", "supervisor", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self.env["leifeng.plan.import"].with_user(self.users[role]).create({})

    # a plan as a document site shows it

    def test_a_downloaded_plan(self):
        self._check_downloaded(text_of("downloaded"))

    def test_the_document_that_the_product_was_asked_for(self):
        """It lies beside the checkout or not; the test above has one like it."""
        if SEED.exists():
            self._check_downloaded(SEED.read_text(encoding="utf-8"))

    def _check_downloaded(self, text):
        plan = self._text(text)
        self.assertFalse(plan.date_start)
        plan.action_convert()

        self.assertEqual(plan.name, "机关学雷锋活动方案")
        self.assertEqual(len(self._names(plan, "objective")), 4)
        self.assertEqual(
            self._names(plan, "phase"),
            ["雷锋精神学习月", "志愿服务活动周", "岗位学雷锋标兵评选", "学雷锋活动总结表彰大会"],
        )
        self.assertEqual(
            self._names(plan, "activity"),
            [
                "组织专题学习",
                "开展主题征文",
                "社区志愿服务",
                "环保志愿服务",
                "交通文明劝导志愿服务",
                "岗位学雷锋标兵评选",
                "活动总结",
                "表彰先进",
                "经验交流",
                "活动部署",
            ],
        )
        requirements = plan.line_ids.filtered(lambda line: line.kind == "requirement").sorted()
        self.assertEqual(requirements.mapped("cut_off"), [False, False, True])
        campaign = self._create(plan)
        selection = campaign.phase_ids[2].activity_ids
        self.assertEqual(len(selection.criteria.splitlines()), 4)
        self.assertEqual(len(selection.procedure.splitlines()), 4)
        self.assertEqual(campaign.participants, "机关全体干部职工")
        self.assertTrue(campaign.background)
