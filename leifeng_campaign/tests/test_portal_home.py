from odoo.tests import tagged

from .portal_case import PortalCase

PAGES = [
    "/my/leifeng",
    "/my/leifeng/sessions",
    "/my/leifeng/signups",
    "/my/leifeng/records",
    "/my/leifeng/certificates",
    "/my/leifeng/messages",
    "/my/leifeng/stories",
    "/my/leifeng/reflections",
]

ROWS = ("sessions", "signups", "records", "notices", "stories", "reflections", "messages", "data")


@tagged("post_install", "-at_install")
class TestPortalHome(PortalCase):
    def test_the_card_leads_from_the_home_page(self):
        self._login("employee")

        self._has(self._page("/my"), "//a[@href='/my/leifeng']")

    def test_the_overview_has_one_row_per_page(self):
        self._login("employee")

        rows = self._page("/my/leifeng").xpath("//*[@data-leifeng='rows']/a/@href")

        self.assertEqual(
            rows,
            [f"/my/leifeng/{page}" for page in ROWS],
        )

    def test_figures_on_the_overview_are_ones_own(self):
        self._confirmed([self.me, self.colleague])
        self._line(self._session(), [self.me])
        self._line(self._session(hours_ahead=48), [self.colleague])
        self._login("employee")

        tree = self._page("/my/leifeng")

        def number(page):
            text = self._text(tree, f"//a[@href='/my/leifeng/{page}']/div[2]")
            return [word for word in text.split() if word.replace(".", "").isdigit()]

        self.assertEqual((number("signups"), number("records")), (["1"], ["2"]))

    def test_unread_messages_are_counted_for_the_person_alone(self):
        self.env["leifeng.message"].tell(self.me, lambda env: "One")
        self.env["leifeng.message"].tell(self.me + self.colleague, lambda env: "Both")

        for role, count in (("employee", 2), ("colleague", 1), ("officer", 0)):
            self._login(role)
            counters = self.make_jsonrpc_request(
                "/my/counters", {"counters": ["leifeng_unread_count"]}
            )
            self.assertEqual(counters, {"leifeng_unread_count": count}, role)

    def test_an_account_without_employee_reads_a_friendly_sentence(self):
        self._account_without_employee()
        self._login("guest")

        for page in PAGES:
            self._has(self._page(page), "//*[@data-leifeng='no_employee']")

    def test_strangers_are_sent_to_the_login(self):
        for page in [*PAGES, "/my/leifeng/data"]:
            response = self.url_open(page, allow_redirects=False)
            while response.is_redirect and "/web/login" not in response.headers["Location"]:
                response = self.url_open(response.headers["Location"], allow_redirects=False)
            self.assertIn("/web/login", response.headers.get("Location", ""), page)

    def test_every_page_leads_to_how_data_is_used(self):
        for role in ("employee", "internal"):
            self._login(role)
            for page in PAGES:
                self._has(self._page(page), "//a[@href='/my/leifeng/data']")

    def test_how_data_is_used_states_the_periods_that_are_set(self):
        self.company.write(
            {
                "leifeng_signup_months": 17,
                "leifeng_message_months": 19,
                "leifeng_office": "Room <312>",
                "leifeng_office_phone": "0000-8801312",
            }
        )
        self.env["ir.config_parameter"].set_param("leifeng_campaign.record_years", "23")
        self._login("employee")

        tree = self._page("/my/leifeng/data")

        periods = self._text(tree, "//*[@data-leifeng='periods']")
        self.assertEqual(
            [number for number in ("17", "19", "30", "23", "6") if number not in periods], []
        )
        office = self._text(tree, "//*[@data-leifeng='office']")
        self.assertIn("Room <312>", office)
        self.assertIn("0000-8801312", office)
