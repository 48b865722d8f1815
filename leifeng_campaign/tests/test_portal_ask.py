import re
from datetime import timedelta
from unittest.mock import patch

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.fields import Date
from odoo.tests import tagged

from ..controllers import ask
from ..models.leifeng_service_request_ask import MAX_WAITING
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase

FORM = {
    "served": "alone",
    "people_count": "14人",
    "household_count": "12",
    "volunteers_needed": "",
    "need": "Look at the wiring\nand the gas",
    "wish_date": "",
    "wish_time": "18:30以后",
    "contact": "Jian",
    "contact_phone": "0000-8802005",
}
ERROR = "//*[@data-leifeng='error']"


@tagged("post_install", "-at_install")
class TestPortalAsk(PortalCase):
    """A residents' committee asks by its own link, without an account."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.write(
            {"leifeng_office": "Party Office", "leifeng_office_phone": "0000-8801312"}
        )
        cls.committee = cls._organization("Riverside Committee", phone="0000-8802005").sudo()
        cls.garden = cls._organization("Garden Office").sudo()
        cls.url = cls.committee._leifeng_ask_path()
        cls.requests = cls.env["leifeng.service.request"]

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        for name in ("by_address", "by_link"):
            self.startPatcher(patch.object(ask, name, RateLimit(1000, 600)))

    def _own(self, partner=None, **vals):
        partner = partner or self.committee
        values = {"partner_id": partner.id, "served": "residents", "need": "Sweep", **vals}
        return self.requests.create(values)

    def _asked(self):
        return self.requests.search([("partner_id", "=", self.committee.id)])

    def test_a_request_by_the_link(self):
        day = Date.today() + timedelta(days=9)

        tree = self._post(self.url, **{**FORM, "wish_date": str(day), "state": "served"})

        self.assertRecordValues(
            self._asked(),
            [
                {
                    "state": "new",
                    "source": "link",
                    "company_id": self.company.id,
                    "served": "alone",
                    "people_count": 14,
                    "household_count": 12,
                    "volunteers_needed": 0,
                    "need": "Look at the wiring\nand the gas",
                    "wish_date": day,
                    "contact": "Jian",
                }
            ],
        )
        self._has(tree, "//*[@data-leifeng='done']")
        self._has(tree, "//*[@data-state='new']")
        self.assertIn("Party Office", tree.text_content())
        self.assertIn("0000-8801312", tree.text_content())

    def test_what_is_wrong_is_said_and_nothing_is_lost(self):
        yesterday = str(Date.today() - timedelta(days=1))
        for name, value in (
            ("served", ""),
            ("served", "x"),
            ("need", " "),
            ("need", "x" * 1001),
            ("contact", ""),
            ("contact_phone", "0" * 31),
            ("wish_time", "x" * 61),
            ("people_count", "many"),
            ("people_count", "-3"),
            ("household_count", "99999"),
            ("wish_date", "5 March"),
            ("wish_date", yesterday),
            ("wish_date", "9999-12-31"),
        ):
            with self.subTest(name=name, value=value[:20]):
                tree = self._post(self.url, status=422, **{**FORM, name: value})
                self._has(tree, ERROR)
                kept = "need" if name != "need" else "contact"
                self.assertIn(FORM[kept].split("\n")[0], self.answer.text)
        self.assertFalse(self._asked())

    def test_malformed_posts(self):
        for data in (
            {},
            {"need": ""},
            {**FORM, "need": "\0"},
            {**FORM, "served": "alone\0", "need": "<script>alert(1)</script>" * 50},
            {**FORM, "people_count": "1" * 5000},
            {**FORM, "wish_date": "\0x\0"},
        ):
            tree = self._post(self.url, status=422, **data)
            self._has(tree, ERROR)
            self._lacks(tree, "//script[contains(text(), 'alert(1)')]")

    def test_files_and_doubled_fields_are_no_text(self):
        self._post(
            self.url, status=422, **{**FORM, "served": ["alone", "disabled", "x"], "need": ""}
        )
        self.assertFalse(self._asked())

    def test_html_is_shown_as_text(self):
        tree = self._post(self.url, **{**FORM, "need": "<b>Bold</b>"})

        self._lacks(tree, "//div[contains(@class, 'o_leifeng_text')]/b")
        self.assertEqual(self._asked().need, "<b>Bold</b>")

    def test_a_robot_fills_in_what_people_don_t_see(self):
        self._has(self._page(self.url), "//*[@aria-hidden='true']//input[@name='website']")

        self._post(self.url, **FORM, website="http://spam.example")

        self.assertFalse(self._asked())

    def test_too_much_at_once(self):
        with patch.object(ask, "by_link", RateLimit(2, 600)):
            for _time in range(2):
                self._post(self.url, **FORM)
            tree = self._post(self.url, status=429, **FORM)

        self.assertEqual(len(self._asked()), 2)
        self._has(tree, ERROR)
        self.assertIn("Look at the wiring", tree.xpath("//textarea")[0].text)

    def test_so_many_wait_for_an_answer(self):
        for _number in range(MAX_WAITING):
            self._own()

        self._has(self._post(self.url, status=422, **FORM), ERROR)

    def test_links_that_aren_t_known_all_look_the_same(self):
        mine = self.url.rpartition("/")[2]
        old = self.url
        self.committee._leifeng_ask_path(renew=True)
        links = ("0" * 32, mine[:-1], mine.upper() + "0", "%00", "'; DROP", "x" * 3000, mine)

        pages = {self._unknown(f"/leifeng/ask/{link}") for link in links}

        self.assertEqual(len(pages), 1)
        own = self._own()
        for path in (old, f"{old}/{own.id}/change", f"{old}/{own.id}/withdraw"):
            self._has(self._post(path, status=404, **FORM), "//*[@data-leifeng='unknown']")
        self.assertEqual(own.state, "new")

    def _unknown(self, path):
        self._has(self._page(path, status=404), "//*[@data-leifeng='unknown']")
        (wrap,) = re.findall(r'<div id="wrap">.*?</main>', self.answer.text, re.DOTALL)
        return re.sub(r'(csrf_token|url_code)[^>]*>|href="[^"]*"', "", wrap)

    def test_no_robot_keeps_the_page(self):
        for path in (self.url, "/leifeng/ask/0"):
            headers = self.url_open(path).headers
            self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Cache-Control"], "no-store")

    def test_without_csrf_token_nothing_is_asked(self):
        with self.assertLogs("odoo.http", "WARNING"):
            response = self.url_open(self.url, data=FORM)

        self.assertEqual(response.status_code, 400)
        self.assertFalse(self._asked())

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
