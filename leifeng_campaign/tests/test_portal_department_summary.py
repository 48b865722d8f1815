import json
from datetime import timedelta

from odoo.tests import tagged

from .portal_case import PortalCase

URL = "/my/leifeng/department"


@tagged("post_install", "-at_install")
class TestPortalDepartmentSummary(PortalCase):
    """The summary on a phone: figures, facts, words, and its way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.url = f"{URL}/{cls.part.id}"
        cls.summary_url = f"{cls.url}/summary"
        cls._confirmed([cls.me, cls.colleague])
        cls.today = cls.company._leifeng_today()
        cls.campaign.summary_due = cls.today

    def _save(self, **texts):
        """Send the script's message; return its answer."""
        message = {"jsonrpc": "2.0", "method": "call", "params": texts}
        answer = self.url_open(
            f"{self.summary_url}/save",
            data=json.dumps(message),
            headers={"Content-Type": "application/json"},
        )
        self.env.invalidate_all()
        return answer.json()

    def _seen(self):
        form = self._page(self.summary_url).xpath("//form[@data-seen]")[0]
        return int(form.get("data-seen"))

    def _figure(self, tree, name):
        return self._text(tree, f"//*[@data-figure='{name}']")

    def test_the_figures_stand_on_the_page(self):
        for role in ("head", "coordinator"):
            self._login(role)
            tree = self._page(self.url)
            heads = str(len(self.people))
            found = [self._figure(tree, name) for name in ("headcount", "people", "hours")]
            self.assertEqual(found, [heads, "2", "4"], role)

    def test_it_is_due_in_its_time(self):
        for days, asked in ((15, False), (14, True), (-3, True)):
            self.campaign.summary_due = self.today + timedelta(days=days)
            self._login("coordinator")
            found = self._page(self.url).xpath("//*[@data-due='summary']")
            self.assertIs(bool(found), asked, days)
            self._login("head")
            self._lacks(self._page(self.url), "//*[@data-due='summary']")

    def test_coordinator_and_head_take_it_to_the_office(self):
        self._login("coordinator")
        facts = self._text(self._page(self.summary_url), "//textarea[@name='summary_facts']")
        self.assertIn("2", facts)
        typed = {"summary_facts": facts, "summary_results": "Two <yards> are clean"}
        self._post(self.summary_url, act="save", **typed)
        self.assertEqual(self.part.summary_results, "Two <yards> are clean")
        tree = self._post(self.summary_url, act="send", **typed)
        self.assertEqual(self.part.summary_state, "head")
        self._lacks(tree, "//textarea")

        self._login("head")
        self._has(self._page(self.url), "//*[@data-due='summary']")
        tree = self._page(self.summary_url)
        self.assertIn("Two <yards>", self._text(tree, "//textarea[@name='summary_results']"))
        self._post(self.summary_url, act="agree", summary_results="Three yards are clean")
        self.assertEqual(self.part.summary_state, "submitted")
        self.assertEqual(self.part.summary_results, "Three yards are clean")
        self._post(self.summary_url, act="take_back")
        self.assertEqual(self.part.summary_state, "head")
        self._post(self.summary_url, act="return", remark="Name the <yards>")
        self.assertEqual(self.part.summary_remark, "Name the <yards>")
        self._login("coordinator")
        self.assertIn("Name the <yards>", self._page(self.summary_url).text_content())

    def test_a_refusal_loses_nothing(self):
        self.company.leifeng_summary_limit = 20
        self._login("coordinator")
        long = "字" * 30
        tree = self._post(self.summary_url, 422, act="send", summary_problems=long)
        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(self._text(tree, "//textarea[@name='summary_problems']"), long)
        self.assertEqual(self.part.summary_problems, long, "and it is saved")
        huge = "字" * 20001
        tree = self._post(self.summary_url, 422, act="save", summary_problems=huge)
        self.assertEqual(self._text(tree, "//textarea[@name='summary_problems']"), huge)
        tree = self._post(self.summary_url, 422, act="return", remark="Not mine")
        self.assertEqual(self._text(tree, "//textarea[@name='remark']"), "Not mine")

    def test_facts_are_drafted_anew_and_the_rest_is_kept(self):
        self._login("coordinator")
        self._post(
            self.summary_url, act="draft", summary_facts="Nothing.", summary_measures="Earlier"
        )

        self.assertIn("2", self.part.summary_facts)
        self.assertNotIn("Nothing.", self.part.summary_facts)
        self.assertEqual(self.part.summary_measures, "Earlier")

    def test_the_script_saves_whose_turn_it_is(self):
        self._login("coordinator")
        answer = self._save(summary_measures="晚两天", seen=self._seen())["result"]
        self.assertEqual(answer["saved"]["seen"], self._seen())
        self.assertEqual(self.part.summary_measures, "晚两天")
        self._save(summary_state="approved", head_id=1)
        self.assertEqual(self.part.summary_state, "draft")
        for role in ("head", "employee"):
            self._login(role)
            answer = self._save(summary_measures="Mine")
            self.assertTrue("error" in answer or "refused" in answer["result"], role)
        self.assertEqual(self.part.summary_measures, "晚两天")

    def test_what_was_written_elsewhere_meanwhile_is_not_saved_over(self):
        self._login("coordinator")
        before = self._seen()
        first = {"summary_measures": "First", "seen": before}
        self.assertIn("saved", self._save(**first)["result"])
        self.assertIn("saved", self._save(**first)["result"], "a message that comes twice")
        self.assertIn("saved", self._save(summary_results="More", seen=before)["result"])

        answer = self._save(summary_measures="Older", seen=before)["result"]

        self.assertEqual(answer["theirs"]["summary_measures"], "First")
        self.assertEqual(self.part.summary_measures, "First")
        self._save(summary_measures="Older", seen=answer["theirs"]["seen"])
        self.assertEqual(self.part.summary_measures, "Older")

    def test_facts_that_were_drafted_anew_meanwhile_are_nobody_s_words(self):
        self._login("coordinator")
        facts = self._text(self._page(self.summary_url), "//textarea[@name='summary_facts']")
        before = self._seen()
        self._confirmed([self.me], hours_ahead=-50)

        answer = self._save(summary_facts=f"{facts} So.", summary_results="x", seen=before)

        self.assertIn("saved", answer["result"])

    def test_nobody_acts_out_of_turn(self):
        for role, act in (("head", "send"), ("coordinator", "agree"), ("coordinator", "take_back")):
            self._login(role)
            self._post(self.summary_url, 422, act=act)
        self._login("coordinator")
        for act in ("", "pass", "action_pass_summary", "\0"):
            self._post(self.summary_url, 404, act=act)
        self._login("internal")
        self._page(self.summary_url, status=404)
        self._post(self.summary_url, 404, act="save", summary_results="Mine")
        self.assertEqual(self.part.summary_state, "draft")

    def test_the_page_costs_the_same_at_any_size(self):
        self._login("coordinator")
        few = self._queries(self.summary_url)
        for index in range(5):
            self._confirmed([self.me, self.colleague], hours_ahead=-24 * (index + 3))

        self.assertEqual(self._queries(self.summary_url), few)
