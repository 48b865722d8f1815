from unittest.mock import patch

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .test_portal_ask import ERROR, FORM, AskCase


@tagged("post_install", "-at_install")
class TestOwnRequests(AskCase):
    """What became of it, read and answered by the same link."""

    def test_only_its_own_requests(self):
        own, foreign = self._own(need="Mine"), self._own(self.garden, need="Theirs")

        tree = self._page(self.url)

        self.assertEqual(tree.xpath("//@data-request"), [str(own.id)])
        self.assertNotIn("Theirs", tree.text_content())
        self.assertNotIn("Theirs", self._page(f"{self.url}/{foreign.id}").text_content())
        self.assertNotIn("Theirs", self._page(f"{self.url}?again={foreign.id}").text_content())
        for act in ("change", "withdraw", "rate"):
            self._post(f"{self.url}/{foreign.id}/{act}", status=422, **FORM, stars="5")
        self.assertRecordValues(foreign, [{"state": "new", "need": "Theirs"}])

    def test_changed_while_new(self):
        own = self._own(need="Sweep")
        tree = self._page(f"{self.url}/{own.id}")
        self.assertEqual(tree.xpath("//textarea")[0].text, "Sweep")

        self._post(f"{self.url}/{own.id}/change", **{**FORM, "need": "Sweep and paint"})
        self.assertEqual(own.need, "Sweep and paint")

        own.action_take_on()
        self._post(f"{self.url}/{own.id}/change", status=422, **FORM)
        self.assertEqual(own.need, "Sweep and paint")
        self.assertFalse(self._page(self.url).xpath(f"//a[@href='{self.url}/{own.id}']"))

    def test_taken_back(self):
        own = self._own()
        for _time in range(2):  # a second click is no fault
            tree = self._post(f"{self.url}/{own.id}/withdraw")
        self.assertEqual(own.state, "withdrawn")
        self._has(tree, "//*[@data-state='withdrawn']")

        served = self._own()
        served.action_take_on()
        served.action_serve()
        self._post(f"{self.url}/{served.id}/withdraw", status=422)
        self.assertEqual(served.state, "served")

    def test_ask_again_copies_into_the_form(self):
        own = self._own(need="Sweep the stairs", people_count=7)
        own.action_refuse("No car")

        tree = self._page(self.url)
        self.assertEqual(self._text(tree, "//*[@data-leifeng='refusal']")[-6:], "No car")
        (again,) = [h for h in tree.xpath("//a/@href") if "again=" in h]
        tree = self._page(again.partition("#")[0])

        self.assertEqual(tree.xpath("//textarea")[0].text, "Sweep the stairs")
        self.assertEqual(tree.xpath("//input[@name='people_count']/@value"), ["7"])
        for odd in ("x", "", "-1", "9" * 30, "9" * 5000, "²"):
            self._page(f"{self.url}?again={odd}")

    def test_two_answers_at_once(self):
        """The database refuses the second; the page says so."""
        own = self._own()
        requests = type(self.requests)

        with patch.object(requests, "_take_back", side_effect=IntegrityError("twice")):
            tree = self._post(f"{self.url}/{own.id}/withdraw", status=422)

        self._has(tree, ERROR)

    def test_it_reads_when_who_comes(self):
        leader = self.people["leader"]
        leader.work_phone = "0000-1234567"
        own, shift = self._own(), self._session(publish=False)
        own._plan(shift)
        self._lacks(self._page(self.url), "//*[@data-leifeng='visit']")  # a draft is no promise

        shift.action_publish()

        visit = self._text(self._page(self.url), "//*[@data-leifeng='visit']")
        self.assertIn("Leader", visit)
        self.assertIn("0000-8801312", visit)
        self.assertNotIn("1234567", self.answer.text)

    def test_it_says_how_it_was_once(self):
        shift = self._confirmed([self.people["employee"]])
        own = self._own()
        path = f"{self.url}/{own.id}/rate"
        self._post(path, status=422, stars="5")
        own.action_take_on()
        own.session_id = shift
        own.action_serve()

        self._has(self._post(path, status=422, stars="9", text="Good"), ERROR)
        self.assertEqual(self._page(self.url).xpath("count(//input[@name='stars'])"), 5)
        tree = self._post(path, stars="4", text="Come again")

        self.assertRecordValues(
            own.rating_ids, [{"stars": 4, "text": "Come again", "session_id": shift.id}]
        )
        self.assertTrue(own.is_rated)
        self._has(tree, "//*[@data-leifeng='stars']")
        self._post(path, status=422, stars="1")
        self.assertEqual(own.rating_ids.stars, 4)

    def test_as_many_queries_for_many_requests(self):
        def add(count):
            for _number in range(count):
                leader = self._employees(1)
                shift = self._confirmed(self._employees(1), leader_id=leader.id)
                own = self._own(session_id=shift.id)
                own.action_take_on()
                own.action_serve()

        add(2)
        few = self._queries(self.url)
        add(10)

        self.assertLessEqual(self._queries(self.url), few)

    def test_links_are_the_office_s(self):
        self.assertEqual(self._as("officer", self.committee)._leifeng_ask_path(), self.url)
        for role in ("supervisor", "hr", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.committee).sudo(False)._leifeng_ask_path()
        for role in ("manager", "officer", "hr", "internal"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.committee).sudo(False).read(["leifeng_ask_token"])

    def test_the_letter_has_the_link(self):
        wizard = self.env["leifeng.ask.link"].with_user(self.users["officer"])
        link = wizard.create({"partner_id": self.committee.id})
        self.assertTrue(link.url.endswith(self.url))

        html, _kind = self.env["ir.actions.report"]._render_qweb_html(
            "leifeng_campaign.report_ask_letter", link.ids
        )
        self.assertIn(self.url.encode(), html)

        link.action_renew()
        self.assertNotEqual(self.committee._leifeng_ask_path(), self.url)
