from datetime import timedelta

from odoo.fields import Date

from .award_case import AwardPortalCase

URL = "/my/leifeng/awards"


class TestPortalAward(AwardPortalCase):
    """Everyone who may enter sees what is open, and all rules of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.open = cls._stage(
            cls._award(
                name="Models at Work",
                date_open=Date.today(),
                date_deadline=Date.today() + timedelta(days=5),
                department_quota=1,
                procedure="First this\nThen that",
                instructions="For those who serve well.",
            ),
            "open",
        )

    def _cards(self, tree, section):
        return tree.xpath(f"//section[@data-leifeng='{section}']//a/@href")

    def test_open_calls_come_first_then_what_is_under_way(self):
        judged = self._stage(self._award(name="Judged"), "judging")
        self._award(name="Draft")
        self._award(name="Template", is_template=True, campaign_id=False)
        granted = self._award(name="Granted", is_earlier=True)
        granted._set_state("granted")
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(self._cards(tree, "accepting"), [f"{URL}/{self.open.id}"])
        self.assertEqual(self._cards(tree, "others"), [f"{URL}/{judged.id}"])
        self._has(tree, f"//a[@href='{URL}/{judged.id}'][@data-state='judging']")

    def test_a_call_past_its_last_day_accepts_nothing(self):
        self.open.write(
            {"date_open": Date.today() - timedelta(9), "date_deadline": Date.today() - timedelta(1)}
        )
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(self._cards(tree, "accepting"), [])
        self._lacks(
            self._page(f"{URL}/{self.open.id}"),
            f"//a[@href='/my/leifeng/nominations/award/{self.open.id}']",
        )

    def test_nothing_under_way_is_said(self):
        self.open.action_cancel("Not this year")
        self._login("employee")

        self._has(self._page(URL), "//*[@data-leifeng='nothing']")
        page = self._page(f"{URL}/{self.open.id}")
        self.assertIn("Not this year", page.text_content())

    def test_the_page_shows_all_rules(self):
        """The issue, 1: shown to everyone who may enter."""
        self._login("employee")

        tree = self._page(f"{URL}/{self.open.id}")

        criteria = tree.xpath("//section[@data-leifeng='criteria']//div[contains(@class, 'card ')]")
        self.assertEqual(len(criteria), 3)
        self.assertIn("Service Hours", self._text(tree, "//section[@data-leifeng='criteria']"))
        rules = self._text(tree, "//section[@data-leifeng='rules']")
        for words in ("First: 2", "At most 1", "3 judges", "Higher Score in the First Criterion"):
            self.assertIn(words, rules)
        self.assertEqual(len(tree.xpath("//section[@data-leifeng='procedure']//li")), 2)
        self.assertEqual(len(tree.xpath("//section[@data-leifeng='dates']//dt")), 2)
        self._has(tree, "//section[@data-leifeng='data']")
        self._has(tree, f"//a[@href='/my/leifeng/nominations/award/{self.open.id}']")

    def test_frozen_rules_bear_their_check_code(self):
        self.open._freeze_rules()
        self._stage(self.open, "screening")._set_state("judging", judging_on="2026-03-05 00:00:00")
        self._login("employee")

        tree = self._page(f"{URL}/{self.open.id}")

        self.assertIn(self.open.rules_hash[:16], tree.text_content())

    def test_no_name_of_a_judge_is_on_the_page(self):
        self.open.judge_ids[0].name = "Ms. Unmistakable"
        self._login("employee")

        text = self._page(f"{URL}/{self.open.id}").text_content()

        self.assertNotIn("Unmistakable", text)

    def test_drafts_templates_and_nonsense_are_no_pages(self):
        draft = self._award()
        template = self._award(is_template=True, campaign_id=False)
        for role in ("employee", "officer"):
            self._login(role)
            for number in (draft.id, template.id, 2147483647):
                self._page(f"{URL}/{number}", 404)

    def test_another_agency_s_award_is_no_page(self):
        other = self.env["res.company"].create({"name": "Next Door"})
        foreign = self._stage(
            self._award(company_id=other.id, is_earlier=True, campaign_id=False), "open"
        )
        self._login("employee")

        self._page(f"{URL}/{foreign.id}", 404)
        self.assertNotIn(f"{URL}/{foreign.id}", self._cards(self._page(URL), "accepting"))

    def test_the_overview_has_a_row_while_something_is_under_way(self):
        self._login("employee")
        row = "//a[@data-leifeng='awards']"
        self.assertIn("1", self._text(self._page("/my/leifeng"), row))

        self.open.action_cancel("Over")

        self._lacks(self._page("/my/leifeng"), row)

    def test_an_account_without_employee_is_told_so(self):
        self._account_without_employee()
        self._login("guest")

        self._has(self._page(URL), "//*[@data-leifeng='no_employee']")

    def test_the_list_costs_the_same_whatever_its_length(self):
        self._login("employee")
        few = self._queries(URL)
        for number in range(10):
            self._stage(self._award(name=f"Award {number}"), "open")

        self.assertEqual(self._queries(URL), few)

    def test_a_page_costs_the_same_whatever_its_rules(self):
        self._login("employee")
        url = f"{URL}/{self.open.id}"
        few = self._queries(url)
        self.env["leifeng.award.criterion"].create(
            [
                {"award_id": self.open.id, "name": f"Criterion {number}", "weight": 1}
                for number in range(10)
            ]
        )

        self.assertEqual(self._queries(url), few)
