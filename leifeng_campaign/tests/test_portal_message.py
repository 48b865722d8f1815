from odoo.tests import tagged
from odoo.tools import mute_logger

from .portal_case import PortalCase

URL = "/my/leifeng/messages"


@tagged("post_install", "-at_install")
class TestPortalMessage(PortalCase):
    def test_looking_is_reading(self):
        messages = self.env["leifeng.message"]
        messages.tell(self.me, lambda env: "Moved <up>", url="/my/leifeng/signups")
        messages.tell(self.colleague, lambda env: "For somebody else")
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(tree.xpath("//div[@data-unread]/@data-unread"), ["1"])
        self.assertIn("Moved <up>", tree.text_content())
        self.assertNotIn("For somebody else", tree.text_content())
        self._has(tree, "//div[@data-unread]//a[@href='/my/leifeng/signups']")
        self.assertEqual(self._page(URL).xpath("//div[@data-unread]/@data-unread"), ["0"])
        theirs = messages.search([("employee_id", "=", self.colleague.id)])
        self.assertFalse(theirs.read_on)

    def test_an_officer_reads_no_mail_of_others(self):
        self.env["leifeng.message"].tell(self.me, lambda env: "Private")
        self._login("officer")

        self.assertNotIn("Private", self._page(URL).text_content())

    def test_a_long_list_has_pages_and_costs_the_same(self):
        def add(count):
            for index in range(count):
                self.env["leifeng.message"].tell(self.me, lambda env, n=index: f"Message {n}")

        add(2)
        self._login("employee")
        few = self._queries(URL)
        add(20)

        self.assertEqual(self._queries(URL), few)
        self.assertEqual(len(self._page(f"{URL}/page/2").xpath("//div[@data-unread]")), 2)

    def test_the_person_switches_the_mail_off_and_on(self):
        """Reminders are switchable (practice point 30)."""
        self.me.work_email = "me@agency.cn"
        self._login("employee")
        self.env["ir.mail_server"].search([]).active = False
        self._lacks(self._page(URL), "//*[@data-leifeng='mail']")
        self.env["ir.mail_server"].create({"name": "Own", "smtp_host": "mail.agency.cn"})
        self._has(self._page(URL), "//*[@data-leifeng='mail' and @data-on='1']")

        self._has(self._post(f"{URL}/mail_off"), "//*[@data-leifeng='mail' and @data-on='0']")
        self.assertFalse(self.me.leifeng_mail)
        self.assertTrue(self.colleague.leifeng_mail)
        self._has(self._post(f"{URL}/mail_on"), "//*[@data-leifeng='mail' and @data-on='1']")
        self.assertTrue(self.me.leifeng_mail)

        self.me.work_email = False
        self._lacks(self._page(URL), "//*[@data-leifeng='mail']//form")
        self.company.leifeng_mail = False
        self._lacks(self._page(URL), "//*[@data-leifeng='mail']")

    def test_a_switch_needs_a_login_an_employee_and_a_token(self):
        self._account_without_employee()
        for act in ("mail_off", "mail_on"):
            self._login("guest")
            self._has(self._post(f"{URL}/{act}"), "//*[@data-leifeng='no_employee']")
            self._login("employee")
            self.assertIn(self.url_open(f"{URL}/{act}").status_code, (404, 405))
            with mute_logger("odoo.http"):
                response = self.url_open(f"{URL}/{act}", data={"csrf_token": "x"})
            self.assertEqual(response.status_code, 400)
        self.assertTrue(self.me.leifeng_mail)
