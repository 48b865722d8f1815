from odoo.tests import tagged

from .conference_case import ConferencePortalCase

DONE = "Open twice a month"


@tagged("post_install", "-at_install")
class TestPortalFollowup(ConferencePortalCase):
    """Next steps on My Department: reported once by the head or the coordinator."""

    def setUp(self):
        super().setUp()
        self.step = self._step(description="Agree on days")
        self.url = f"/my/leifeng/department/{self.part.id}"
        self.card = f"//*[@data-step='{self.step.id}']"

    def _report(self, text, status=200, step=None):
        url = f"{self.url}/next_step"
        return self._post(url, status, step_id=(step or self.step).id, report=text)

    def test_a_head_with_a_portal_account_reports_once(self):
        self._login("head")
        tree = self._page(self.url)
        self.assertIn("Agree on days", self._text(tree, self.card))

        tree = self._report(DONE)

        self._has(tree, f"{self.card}[@data-state='done']")
        self.assertIn(DONE, self._text(tree, self.card))
        self._lacks(tree, f"{self.card}//form")
        self._report("Once more", 422)
        self.assertEqual((self.step.report, self.step.reported_by), (DONE, "Head"))

    def test_a_refusal_keeps_what_was_typed(self):
        self._login("coordinator")

        tree = self._report("x" * 2001, 422)

        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(len(self._text(tree, f"{self.card}//textarea")), 2001)
        self.assertEqual(self.step.state, "open")

    def test_steps_of_others_can_t_be_reported(self):
        foreign = self._step(department_id=self.hotline.id)
        self._login("head")
        self._lacks(self._page(self.url), f"//*[@data-step='{foreign.id}']")
        self._report(DONE, 404, foreign)
        for role in ("employee", "internal"):
            self._login(role)
            self._report(DONE, 404)
        self.assertEqual((self.step | foreign).mapped("state"), ["open", "open"])

    def test_open_steps_of_last_year_are_there_until_they_are_carried_on(self):
        last = self._campaign(name="Last Year")
        values = {"department_id": self.hall.id, "head_id": self.people["head"].id}
        last.department_ids = [(0, 0, values)]
        last._set_state("closing")
        old = self._step(campaign_id=last.id)
        self._login("head")
        self._has(self._page(self.url), f"//*[@data-step='{old.id}']")

        self.step.origin_id = old

        self._lacks(self._page(self.url), f"//*[@data-step='{old.id}']")

    def test_without_steps_there_is_no_section(self):
        self.step.unlink()
        self._login("head")

        self._lacks(self._page(self.url), "//*[@data-leifeng='next_steps']")

    def test_the_page_costs_the_same_however_many_steps_there_are(self):
        self._login("head")
        for _number in range(10):
            self._step()
        few = self._queries(self.url)
        for _number in range(40):
            self._step()

        self.assertEqual(few, self._queries(self.url))
