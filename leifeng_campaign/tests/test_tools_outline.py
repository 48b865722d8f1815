from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools import outline, script

from .plan_texts import SEED, STANDARD, kinds, shape, span, text_of

SERVICES = ["service"] * 3
SHAPE = {
    "雷锋精神学习月": ["组织专题学习", "开展主题征文"],
    "志愿服务活动周": ["社区志愿服务", "环保志愿服务", "交通文明劝导志愿服务"],
    "岗位学雷锋标兵评选": ["岗位学雷锋标兵评选"],
    "学雷锋活动总结表彰大会": ["活动总结", "表彰先进", "经验交流", "活动部署"],
}


class TestDownloadedPlan(BaseCase):
    """A plan as a document site shows it: surroundings, no line breaks, traditional characters."""

    beginnings = {
        "background": "學雷鋒重在日常",
        "objective": "讓每位干部職工",
        "criteria": ["热爱本职工作", "积极帮助新同", "主动为群众跑", "积极参与志愿"],
        "procedure": ["个人自荐或部", "所在部门对推", "机关党委组织", "对评选出的标"],
        "instructions": "邀请退休老同志",
    }
    endings = ("制定本方案。", "遇到的难事。", "好人好")
    placeholder = "[填寫起止日期]"

    @classmethod
    def _text(cls):
        return text_of("downloaded")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.text = cls._text()
        cls.plan = outline.read_plan(cls.text, 2026)
        cls.simplified = outline.read_plan(script.to_simplified(cls.text), 2026)

    def test_title_and_script(self):
        self.assertEqual(self.plan.title, "機關學雷鋒活動方案")
        self.assertEqual(self.plan.script, "hant")
        self.assertEqual(self.simplified.title, "机关学雷锋活动方案")
        self.assertEqual(self.simplified.script, "hans")

    def test_phases_and_activities(self):
        self.assertEqual(shape(self.simplified), SHAPE)
        names = [script.to_simplified(name) for name in shape(self.plan)]
        self.assertEqual(names, list(SHAPE))
        self.assertEqual(kinds(self.plan), kinds(self.simplified))

    def test_kinds(self):
        self.assertEqual(
            kinds(self.plan),
            ["lecture", "essay", *SERVICES, "selection", "other", *["ceremony"] * 3],
        )
        categories = [part.category for part in self.plan.activities if part.kind == "service"]
        self.assertEqual(categories, ["community", "environment", "traffic"])

    def test_sections(self):
        plan = self.plan
        self.assertTrue(plan.background.startswith(self.beginnings["background"]))
        self.assertTrue(plan.background.endswith(self.endings[0]))
        self.assertEqual(len(plan.objectives), 4)
        self.assertTrue(plan.objectives[0].text.startswith(self.beginnings["objective"]))
        self.assertEqual(plan.participants, "機關全體干部職工")

    def test_placeholder_is_no_date(self):
        self.assertEqual(self.plan.date_text, self.placeholder)
        self.assertIn("date_placeholder", self.plan.warnings)
        parts = [self.plan, *self.plan.phases, *self.plan.activities]
        self.assertEqual({span(part) for part in parts}, {"-/-"})

    def test_selection_carries_its_lists(self):
        selection = self.simplified.phases[2].activities[0]
        for name in ("criteria", "procedure"):
            begun = [text[:6] for text in getattr(selection, name)]
            self.assertEqual(begun, self.beginnings[name])

    def test_sentences_are_kept_as_instructions(self):
        first = self.simplified.activities[0]
        self.assertTrue(first.text.startswith(self.beginnings["instructions"]))
        self.assertTrue(first.text.endswith(self.endings[1]))
        self.assertTrue(first.guessed)

    def test_last_requirement_is_cut_off(self):
        names = [item.name for item in self.simplified.requirements]
        self.assertEqual(names, ["提高认识,加强领导", "精心组织,确保实效", "广泛宣传,营造氛围"])
        self.assertEqual([item.cut_off for item in self.plan.requirements], [False, False, True])
        self.assertIn("cut_off", self.plan.warnings)

    def test_surroundings_are_left_over(self):
        self.assertEqual({left.reason for left in self.plan.leftovers}, {"page"})
        page = "\n".join(left.text for left in self.plan.leftovers)
        for words in ("下載本文檔", "溫馨提示", "版權說明", "提交評論", "已閱讀", "0/150"):
            self.assertIn(words, page)

    def test_pasted_without_any_line_break(self):
        plan = outline.read_plan(" ".join(self.text.split()), 2026)
        self.assertEqual(shape(plan), shape(self.plan))
        self.assertEqual(plan.title, self.plan.title)
        self.assertTrue(plan.requirements[-1].text.endswith(self.endings[2]))


if SEED.exists():

    class TestSeed(TestDownloadedPlan):
        """The document that the product was asked for, where it is at hand."""

        beginnings = {
            "background": "雷鋒精神是中華民族",
            "objective": "提高機關干部職工",
            "criteria": ["热爱本职工作", "积极践行雷锋", "主动为服务对", "积极参与学雷"],
            "procedure": ["个人自荐或部", "所在部门对推", "机关党委组织", "对评选出的岗"],
            "instructions": "邀请专家学者举办",
        }
        endings = ("精神動力。", "认识和体会。", "事跡和典")
        placeholder = "[具體活動時間區間]"

        @classmethod
        def _text(cls):
            return SEED.read_text(encoding="utf-8")


class TestStandardPlan(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.text = STANDARD.read_text(encoding="utf-8")
        cls.plan = outline.read_plan(cls.text, 2026)

    def test_phases(self):
        self.assertEqual(
            [(phase.name, span(phase), len(phase.activities)) for phase in self.plan.phases],
            [
                ("学习提升阶段", "2026-02-24/2026-03-14", 4),
                ("志愿行动阶段", "2026-03-02/2026-03-27", 3),
                ("评选推荐阶段", "2026-03-16/2026-04-03", 2),
                ("总结表彰阶段", "2026-04-07/2026-04-10", 2),
            ],
        )
        self.assertEqual(span(self.plan), "2026-02-24/2026-04-10")

    def test_year_is_asked_for(self):
        plan = outline.read_plan(self.text, 2027)
        self.assertEqual(span(plan.phases[0]), "2027-02-24/2027-03-14")

    def test_without_a_year_there_are_no_dates(self):
        plan = outline.read_plan(self.text)
        self.assertEqual(span(plan), "-/-")
        self.assertEqual(len(plan.phases), 4)

    def test_lists(self):
        selection = self.plan.phases[2].activities[0]
        self.assertEqual(
            selection.criteria,
            ["爱岗敬业，业绩突出", "团结互助，乐于奉献", "服务热情，群众认可", "积极参加志愿服务"],
        )
        self.assertEqual(len(selection.procedure), 7)
        self.assertEqual(selection.procedure[0], "个人自荐或部门推荐")
        self.assertEqual(selection.procedure[6], "表彰并颁发证书")

    def test_objectives_and_requirements(self):
        self.assertEqual(
            [item.name for item in self.plan.objectives],
            ["学有所悟", "行有所为", "评有所据", "常有所续"],
        )
        self.assertEqual(
            [item.name for item in self.plan.requirements],
            ["加强领导", "注重实效", "做好保障", "广泛宣传"],
        )

    def test_kinds(self):
        self.assertEqual(
            kinds(self.plan),
            [
                "lecture",
                "screening",
                "discussion",
                "essay",
                *SERVICES,
                *["selection"] * 2,
                "other",
                "ceremony",
            ],
        )

    def test_nothing_is_left_over_or_guessed(self):
        self.assertEqual((self.plan.leftovers, self.plan.warnings), ([], []))


class TestNoPlan(BaseCase):
    def assert_refused(self, name, why):
        text = text_of(f"not_plans/{name}")
        plan = outline.read_plan(text, 2026)
        self.assertEqual((plan.is_plan, plan.why_not), (False, why))
        self.assertEqual([left.text for left in plan.leftovers], [text.strip()])
        self.assertFalse(plan.phases)

    def test_report(self):
        self.assert_refused("report", "report")

    def test_news(self):
        self.assert_refused("news", "report")

    def test_list_of_names(self):
        self.assert_refused("names", "name_list")

    def test_verse(self):
        self.assert_refused("verse", "verse")

    def test_anything_else(self):
        self.assert_refused("recipe", "no_structure")

    def test_empty(self):
        plan = outline.read_plan(" \n　\n")
        self.assertEqual((plan.is_plan, plan.why_not, plan.leftovers), (False, "empty", []))
