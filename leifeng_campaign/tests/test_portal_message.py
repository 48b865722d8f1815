from odoo.tests import tagged

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
