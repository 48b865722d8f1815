from ..demo.awards import BEST

SHEETS_IN = 68


class AwardFacts:
    """What the demo agency shows of awards, each at another stage."""

    def _award(self, name, year=0):
        campaigns = self.env["leifeng.campaign"].search([], order="date_start desc")
        domain = [("name", "like", name), ("campaign_id", "=", campaigns[year].id)]
        return self.env["leifeng.award"].search(domain)

    def _sheets(self, award, *states):
        return self.env["leifeng.award.review"].search(
            [("award_id", "=", award.id), ("state", "in", states)]
        )

    def test_every_stage_is_shown(self):
        stages = {
            "主题征文": "judging",
            "学雷锋微故事征集": "open",
            "岗位学雷锋标兵": "notice",
            "优秀学雷锋志愿者": "screening",
            "优秀联络员": "proposed",
            "优秀组织奖": "draft",
        }
        for name, state in stages.items():
            self.assertEqual(self._award(name).state, state, name)
        last_year = self._award("%", year=1)
        self.assertEqual(last_year.mapped("state"), ["granted"] * 3)

    def test_the_contest_in_panel_review(self):
        contest = self._award("主题征文")

        self.assertEqual(len(contest.entry_ids), 22)
        self.assertEqual(len(contest.judge_ids), 7)
        self.assertEqual(len(self._sheets(contest, "submitted", "abstained")), SHEETS_IN)
        self.assertEqual(len(self._sheets(contest, "abstained")), 1)
        self.assertEqual(set(contest.recusal_ids.mapped("reason")), {"department"})
        self.assertEqual(contest.similarity_ids.mapped("state"), ["kept"])

    def test_a_draft_is_its_writer_s_alone(self):
        stories = self._award("学雷锋微故事征集")
        draft = stories.entry_ids.filtered(lambda entry: entry.state == "draft")

        self.assertEqual(draft.employee_id.user_id, self._user("employee"))
        seen = stories.entry_ids.with_user(self._user("officer"))
        self.assertNotIn(draft, seen.search([("award_id", "=", stories.id)]))

    def test_the_models_on_notice_with_an_objection(self):
        models = self._award("岗位学雷锋标兵")

        self.assertEqual(len(models.entry_ids), 9)
        self.assertEqual(set(models._winners().mapped("employee_name")), set(BEST))
        moved = models.result_ids.filtered("departure_reason")
        self.assertEqual(set(moved.mapped("employee_name")), {"胡水根", "祝余庆"})
        objection = self.env["leifeng.award.objection"].search([])
        self.assertEqual((objection.state, objection.signed), ("checking", True))
        self.assertIn("二百一十六人次", objection.findings)
        self.assertTrue(models.with_user(self._user("officer"))._notice_refusal())

    def test_one_opinion_is_outstanding(self):
        proposed = self._award("优秀联络员")
        opinions = self.env["leifeng.award.opinion"].search([("award_id", "=", proposed.id)])

        self.assertEqual(len(opinions), 6)
        self.assertEqual(opinions.mapped("state").count("requested"), 1)

    def test_last_year_s_honors(self):
        honors = self.env["leifeng.certificate"].search([("kind", "=", "honor")])

        states = honors.mapped("state")
        self.assertEqual((states.count("replaced"), states.count("revoked")), (1, 1))
        self.assertEqual(len(honors), 8)
        self.assertFalse(self.env["leifeng.journal"]._first_break())
