from odoo.tests import tagged

from .conference_case import ConferencePortalCase

DONE = "The <large> letters are on every screen"
URL = "/my/leifeng/next_steps"
ROW = f"//a[@href='{URL}']"


@tagged("post_install", "-at_install")
class TestPortalOwnFollowup(ConferencePortalCase):
    """Next Steps of the responsible colleague, who has the portal and is nobody else."""

    def setUp(self):
        super().setUp()
        self.step = self._step(description="Ask for samples", employee_id=self.me.id)
        self.card = f"//*[@data-step='{self.step.id}']"

    def _report(self, text, status=200, step=None):
        return self._post(URL, status, step_id=(step or self.step).id, report=text)

    def test_the_responsible_colleague_reports_once(self):
        self._login("employee")
        self._has(self._page("/my/leifeng"), ROW)
        tree = self._page(URL)
        for words in (self.step.name, "Ask for samples", self.hall.name):
            self.assertIn(words, self._text(tree, self.card))

        tree = self._report(DONE)

        self._has(tree, f"{self.card}[@data-state='done']")
        self.assertIn(DONE, self._text(tree, self.card))
        self._lacks(tree, f"{self.card}//form")
        self._report("Once more", 422)
        found = (self.step.state, self.step.report, self.step.reported_by)
        self.assertEqual(found, ("done", DONE, "Employee"))

    def test_a_refusal_keeps_what_was_typed(self):
        self._login("employee")

        tree = self._report("x" * 2001, 422)

        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(len(self._text(tree, f"{self.card}//textarea")), 2001)
        self._report(" ", 422)
        self.assertEqual(self.step.state, "open")

    def test_nobody_else_reports_it_here(self):
        """A colleague of the department, one of another department, each with the other's id."""
        self.colleague.department_id = self.hotline
        theirs = self._step(employee_id=self.colleague.id, department_id=self.hotline.id)
        nobodys = self._step()
        for role in ("leader", "internal", "colleague", "officer", "supervisor"):
            self._login(role)
            self._lacks(self._page(URL), self.card)
            self._report(DONE, 404)
            url = f"/my/leifeng/department/{self.part.id}/next_step"
            self._post(url, 404, step_id=self.step.id, report=DONE)
        self._login("employee")
        for step in (theirs, nobodys):
            self._lacks(self._page(URL), f"//*[@data-step='{step.id}']")
            self._report(DONE, 404, step)
        self._post(URL, 404, step_id="x", report=DONE)
        steps = self.step | theirs | nobodys
        self.assertEqual(steps.mapped("state"), ["open"] * 3)

    def test_the_row_shows_to_whom_it_concerns(self):
        for role in ("colleague", "leader", "head", "officer"):
            self._login(role)
            self._lacks(self._page("/my/leifeng"), ROW)
            self._has(self._page(URL), "//*[@data-leifeng='empty']")
        self.step.action_drop()
        self._login("employee")
        self._lacks(self._page("/my/leifeng"), ROW)

    def test_whoever_takes_it_over_next_year_has_it_when_that_begins(self):
        coming = self._campaign(start=False, name="Next Year")
        self.step.copy(
            {
                "campaign_id": coming.id,
                "origin_id": self.step.id,
                "employee_id": self.colleague.id,
            }
        )
        self._login("employee")
        self._has(self._page(URL), self.card)

        coming.action_start()

        self._lacks(self._page(URL), self.card)
        self._login("colleague")
        self._has(self._page(URL), f"//*[@data-step='{self.step.next_ids.id}']")

    def test_a_campaign_in_preparation_is_nobody_s_yet(self):
        coming = self._campaign(start=False, name="Next Year")
        planned = self._step(campaign_id=coming.id, employee_id=self.me.id)
        self._login("employee")

        self._lacks(self._page(URL), f"//*[@data-step='{planned.id}']")
        self._report(DONE, 404, planned)

    def test_the_page_costs_the_same_however_many_steps_there_are(self):
        self._login("employee")
        for _number in range(10):
            self._step(employee_id=self.me.id)
        few = self._queries(URL)
        for _number in range(40):
            self._step(employee_id=self.me.id)

        self.assertEqual(few, self._queries(URL))
