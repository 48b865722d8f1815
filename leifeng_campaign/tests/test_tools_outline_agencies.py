from odoo.tests import BaseCase

from .plan_texts import kinds, plan_of, shape, span


class TestOtherAgencies(BaseCase):
    def test_numbered_stages(self):
        plan = plan_of("stages")
        self.assertEqual(
            shape(plan),
            {
                "宣传发动": ["召开动员会"],
                "集中行动": ["送法进村", "清洁家园", "爱心助学"],
                "总结提升": [],
            },
        )
        self.assertEqual(
            [span(phase) for phase in plan.phases],
            ["2026-03-01/2026-03-10", "2026-03-11/2026-03-31", "2026-04-01/2026-04-08"],
        )
        self.assertEqual(plan.theme, "“雷锋在身边，服务进万家”")
        self.assertEqual(
            [item.name for item in plan.requirements], ["提高站位", "务求实效", "注意安全"]
        )

    def test_sentence_about_a_stage_is_no_phase(self):
        plan = plan_of("stages")
        self.assertIn("第一阶段工作不扎实的要补课", plan.phases[2].text)

        plan = plan_of("dates_no_headings")
        self.assertEqual(len(plan.phases), 1)
        self.assertIn("第一阶段要突出学习", plan.requirements[0].text)

    def test_dates_inside_the_text(self):
        plan = plan_of("dates_in_text")
        self.assertEqual(
            [(phase.name, span(phase)) for phase in plan.phases],
            [
                ("学习阶段", "2024-03-01/2024-03-12"),
                ("服务阶段", "2024-03-15/-"),
                ("总结阶段", "-/2024-04-30"),
            ],
        )
        self.assertEqual(span(plan), "2024-03-01/2024-04-30")
        self.assertEqual(span(plan.activities[0]), "2024-03-05/2024-03-05")
        self.assertEqual(span(plan.activities[1]), "-/2024-03-08")

    def test_another_year_is_said(self):
        self.assertIn("other_year", plan_of("dates_in_text").warnings)
        self.assertNotIn("other_year", plan_of("dates_in_text", 2024).warnings)

    def test_only_second_level_headings(self):
        plan = plan_of("second_level_only")
        self.assertEqual(
            (plan.theme, plan.participants), ("岗位就是雷锋岗", "全体在职人员和退休党员")
        )
        self.assertEqual(kinds(plan), ["lecture", "service", "service", "discussion"])
        self.assertEqual(span(plan.phases[0]), "2026-03-01/2026-03-31")

    def test_mixed_marks(self):
        plan = plan_of("mixed_marks")
        self.assertEqual(
            shape(plan),
            {
                "学习阶段": ["专题讲座", "观看电影"],
                "服务阶段": ["图书漂流", "交通劝导"],
                "评比阶段": ["优秀志愿者评选"],
            },
        )
        self.assertEqual(span(plan.phases[1]), "2026-03-11/2026-03-25")
        self.assertEqual(plan.activities[4].criteria, ["服务不少于两次", "读者评价好"])
        self.assertEqual(plan.activities[4].procedure, ["部门推荐", "馆务会研究", "公示"])
        self.assertIn("①到车站设漂流书架", plan.activities[2].text)
        self.assertEqual(len(plan.requirements), 2)

    def test_year_by_month(self):
        plan = plan_of("months")
        self.assertEqual(
            [(phase.name, span(phase)) for phase in plan.phases],
            [
                ("一月份", "2026-01-01/2026-01-31"),
                ("二月份", "2026-02-01/2026-02-28"),
                ("3月份", "2026-03-01/2026-03-31"),
                ("4月份", "2026-04-01/2026-04-30"),
                ("5月份", "2026-05-01/2026-05-31"),
                ("6月份", "2026-06-01/2026-06-30"),
            ],
        )
        self.assertEqual(
            [activity.kind for activity in plan.phases[2].activities],
            ["lecture", "service", "essay"],
        )

    def test_red_head(self):
        plan = plan_of("red_head")
        self.assertEqual(plan.title, "关于开展“学雷锋、护碧水”主题活动的通知")
        self.assertEqual(plan.document_number, "青水机党〔2026〕7号")
        self.assertEqual(plan.salutation, "各党支部、机关各处室：")
        self.assertEqual(
            (plan.issuer, str(plan.issued_on)), ("青岚市水务局机关委员会", "2026-02-20")
        )
        self.assertEqual(plan.attachments, ["附件：1.学雷锋标兵推荐表", "2.联络员名单"])
        self.assertIn("秦牧川", plan.leading_group)
        self.assertEqual(
            [activity.responsible for activity in plan.activities],
            ["河湖管理处", "节约用水办公室", ""],
        )
        self.assertEqual(plan.activities[2].criteria, ["政治坚定", "业务过硬", "热心公益"])
        self.assertEqual(len(plan.activities[2].procedure), 4)
        self.assertEqual(plan.requirements[0].name, "加强领导，精心组织")

    def test_chat(self):
        plan = plan_of("chat")
        self.assertEqual(plan.title, "三月学雷锋 一起来行动")
        self.assertEqual(
            [(part.name, part.kind, span(part)) for part in plan.activities],
            [
                ("旧物捐赠", "service", "2026-03-05/2026-03-05"),
                ("义务植树", "service", "2026-03-12/2026-03-12"),
                ("陪老人过周末", "other", "2026-03-21/2026-03-21"),
                ("交通劝导", "service", "-/-"),
            ],
        )
        self.assertEqual(len(plan.requirements), 3)

    def test_notice_that_carries_a_plan(self):
        plan = plan_of("notice_with_plan")
        self.assertEqual(plan.title, "柳泉区档案馆学雷锋活动方案")
        self.assertEqual(plan.document_number, "柳档发〔2026〕4号")
        self.assertEqual(str(plan.issued_on), "2026-02-25")
        self.assertEqual(list(shape(plan)), ["准备阶段", "实施阶段", "总结阶段"])
        self.assertEqual(span(plan.phases[2]), "2026-03-30/2026-03-31")
        self.assertEqual(
            [item.text[:6] for item in plan.requirements],
            ["一是加强领导", "二是落实经费", "三是做好宣传"],
        )
        notice = [left.text for left in plan.leftovers if left.reason == "notice"]
        self.assertIn("关于印发《柳泉区档案馆学雷锋活动方案》的通知", notice)

    def test_labels_without_numbers(self):
        plan = plan_of("labels")
        self.assertEqual(shape(plan), {"活动内容": ["启动仪式", "便民服务", "文明出行劝导"]})
        self.assertEqual(plan.activities[1].responsible, "运输管理科")
        self.assertIn("时间：9:00", plan.activities[0].text)
        self.assertEqual([left.text for left in plan.leftovers], ["活动地点：客运中心站广场"])

    def test_without_line_breaks(self):
        plan = plan_of("joined")
        self.assertEqual(plan.title, "望江街道办事处学雷锋活动方案")
        self.assertEqual(
            shape(plan),
            {
                "宣传发动阶段": ["召开动员会", "设立宣传栏"],
                "集中活动阶段": ["环境整治", "爱心理发", "文明交通劝导"],
                "总结阶段": ["总结经验", "表扬先进"],
            },
        )
        self.assertEqual(
            [item.name for item in plan.requirements], ["加强组织，落实责任", "注重安全，有序推进"]
        )

    def test_date_is_no_heading(self):
        plan = plan_of("dates_no_headings")
        self.assertEqual(
            [(part.name, span(part)) for part in plan.activities],
            [
                ("举行启动仪式", "2026-03-05/2026-03-05"),
                ("组织义务植树", "2026-03-12/2026-03-12"),
                ("开展志愿服务站便民服务", "2026-03-20/2026-03-20"),
                ("召开总结表彰会", "2026-03-28/2026-03-28"),
            ],
        )
        self.assertEqual(plan.requirements[1].text[:9], "3.5学雷锋纪念日")

    def test_traditional_with_full_width_digits(self):
        plan = plan_of("taiwan_script")
        self.assertEqual(
            shape(plan),
            {"學習週": ["專題演講", "觀看紀錄片"], "服務週": ["社區關懷", "交通安全勸導"]},
        )
        self.assertEqual(span(plan.phases[1]), "2026-03-09/2026-03-13")
        self.assertEqual(plan.script, "hant")

    def test_table(self):
        plan = plan_of("table")
        self.assertEqual(
            [(part.name, part.responsible, span(part)) for part in plan.activities],
            [
                ("学雷锋启动仪式", "机关党委", "2026-03-05/2026-03-05"),
                ("观看电影《雷锋》", "工会", "2026-03-06/2026-03-10"),
                ("义务植树", "办公室", "2026-03-12/2026-03-12"),
                ("树木养护知识讲座", "绿化科", "2026-03-12/2026-03-12"),
                ("社区清扫", "团支部", "2026-03-21/2026-03-31"),
            ],
        )
        self.assertIn("备注：自带铁锹", plan.activities[2].text)

    def test_labels_inside_a_section(self):
        plan = plan_of("ordinals")
        self.assertEqual((plan.theme, span(plan)), ("学雷锋 送法律", "2026-03-01/2026-03-31"))
        self.assertEqual(
            shape(plan), {"重点任务": ["法律咨询进集市", "人民调解送上门", "法治讲座进校园"]}
        )
        self.assertEqual(len(plan.requirements), 3)

    def test_weeks(self):
        plan = plan_of("weeks")
        self.assertEqual(plan.title, "学雷锋活动计划")
        self.assertEqual(
            list(shape(plan)), ["宣传发动周", "学习教育周", "实践活动周", "总结表彰周"]
        )
        self.assertEqual(shape(plan)["总结表彰周"], ["评选“学雷锋标兵”", "召开总结大会"])
        self.assertEqual(span(plan), "2026-03-01/2026-03-31")

    def test_memo_without_sections(self):
        plan = plan_of("memo")
        self.assertEqual(
            [(part.name, span(part)) for part in plan.activities],
            [
                ("观看电影《离开雷锋的日子》", "2026-03-03/2026-03-03"),
                ("服务大厅设便民服务台", "2026-03-05/2026-03-05"),
                ("植树", "2026-03-11/2026-03-13"),
                ("每人写一篇心得体会", "-/2026-03-31"),
            ],
        )
        self.assertEqual(shape(plan).keys(), {"活动安排"})
        self.assertIn("下午2:30", plan.activities[0].text)

    def test_decimal_numbers(self):
        plan = plan_of("dotted")
        self.assertEqual(shape(plan), {"活动内容": ["专题讲座", "志愿服务", "评选表彰"]})
        self.assertEqual(plan.activities[1].text, "3.2.1 社区清洁\n3.2.2 交通劝导")
        self.assertEqual(plan.activities[2].criteria, ["政治过硬", "业绩突出"])
