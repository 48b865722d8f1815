from odoo.fields import Command
from odoo.tests import tagged

from .portal_case import PortalCase

URL = "/my/leifeng/department"


@tagged("post_install", "-at_install")
class TestPortalDepartmentPlan(PortalCase):
    """The coordinator's plan on a phone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan_url = f"{URL}/{cls.part.id}/plan"
        cls.lines_url = f"{URL}/{cls.part.id}/lines"
        cls.community, cls.talk = cls.part.line_ids

    def test_the_coordinator_writes_the_plan_and_sends_it(self):
        self._login("coordinator")
        tree = self._page(self.plan_url)
        self.assertEqual(len(tree.xpath("//*[@data-leifeng='line']")), 2)
        self._post(
            self.lines_url, act="keep", line_id=self.community.id, date="2026-03-07", people="Five"
        )
        self._post(self.lines_url, act="drop", line_id=self.talk.id)
        tree = self._post(self.lines_url, act="keep", line_id=0, name="Mend <the> bench")

        self.assertEqual(self.community.people, "Five")
        self.assertTrue(self.talk.not_for_us)
        self.assertIn("Mend <the> bench", tree.text_content())
        own = self.part.line_ids[-1:]
        self._post(self.lines_url, act="drop", line_id=own.id)
        self.assertFalse(own.exists())
        self.talk.unlink()
        self._post(self.lines_url, act="take")
        self.assertEqual(len(self.part.line_ids), 2)
        self._post(self.plan_url, act="send")
        self.assertEqual(self.part.state, "head")
        self._lacks(self._page(self.plan_url), "//input[@name='line_id']")

    def test_nothing_typed_is_lost(self):
        self._login("coordinator")
        values = {"line_id": self.talk.id, "name": "New <words>", "people": "x" * 301}

        tree = self._post(self.lines_url, 422, act="keep", **values)

        self._has(tree, "//*[@data-leifeng='error']")
        self._has(tree, "//details[@open]//input[@name='name'][@value='New <words>']")
        self._has(tree, f"//details[@open]//input[@name='people'][@value='{'x' * 301}']")
        tree = self._post(self.lines_url, 422, act="keep", name="", people="Two of us")
        self._has(tree, "//details[@open]//input[@name='people'][@value='Two of us']")
        tree = self._post(self.lines_url, 422, act="keep", name="Sweep", date="x")
        self._has(tree, "//details[@open]//input[@name='name'][@value='Sweep']")

    def test_nobody_else_writes_it(self):
        other = self.env["leifeng.campaign.department"].create(
            {
                "campaign_id": self.campaign.id,
                "department_id": self.hotline.id,
                "coordinator_id": self.people["internal"].id,
            }
        )
        self._login("head")
        self._lacks(self._page(self.plan_url), "//input[@name='line_id']")
        self._post(self.lines_url, 422, act="keep", line_id=self.talk.id, name="Mine")
        self._post(self.lines_url, 422, act="take")
        self._login("internal")
        self._page(self.plan_url, status=404)
        self._post(self.lines_url, 404, act="drop", line_id=self.talk.id)
        mine = f"{URL}/{other.id}/lines"
        self._post(mine, 422, act="drop", line_id=self.talk.id)
        self._post(mine, 404, act="unlink", line_id=self.talk.id)
        self._login("employee")
        self._post(self.lines_url, 404, act="take")

        self.assertFalse(self.talk.not_for_us or self.talk.name)

    def test_the_page_costs_the_same_at_any_size(self):
        self._login("coordinator")
        few = self._queries(self.plan_url)
        self.part.line_ids = [Command.create({"name": "Line"})] * 20

        self.assertEqual(self._queries(self.plan_url), few)
