from freezegun import freeze_time

from odoo.fields import Date
from odoo.tests import tagged

from .portal_case import PortalCase

URL = "/my/leifeng/certificates"


@tagged("post_install", "-at_install")
class TestPortalCertificate(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._confirmed([cls.me, cls.colleague])
        cls._confirmed([cls.me], hours_ahead=-30 - 24 * 30)

    def _of(self, employee):
        return self.env["leifeng.certificate"].search([("employee_id", "=", employee.id)])

    def test_a_certificate_over_all_records(self):
        self._login("employee")

        tree = self._post(f"{URL}/issue", date_from="", date_to="")

        certificate = self._of(self.me)
        self.assertEqual((certificate.minutes, certificate.service_count), (240, 2))
        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["valid"])
        self.assertIn(certificate.number, tree.text_content())
        self.assertFalse(self._of(self.colleague))

    def test_the_day_of_issue_is_the_agencys(self):
        self.users["employee"].tz = "America/Los_Angeles"
        self._login("employee")

        with freeze_time("2026-12-31 17:00:00"):
            self._post(f"{URL}/issue")

        certificate = self._of(self.me)
        self.assertEqual(certificate.issued_on.isoformat(), "2027-01-01")
        self.assertIn("2027", certificate.number)

    def test_a_certificate_over_a_period(self):
        self._login("employee")
        first = min(self.env["leifeng.service.record"].search([]).mapped("date"))

        self._post(f"{URL}/issue", date_from=first.isoformat(), date_to=first.isoformat())

        self.assertEqual(self._of(self.me).minutes, 120)

    def test_a_second_click_gives_the_same_paper(self):
        self._login("employee")

        for _click in range(2):
            self._post(f"{URL}/issue")
        self.assertEqual(len(self._of(self.me)), 1)
        self._post(f"{URL}/issue", date_from=Date.today().replace(day=1).isoformat(), status=200)

    def test_what_is_refused_stays_in_the_form(self):
        self._login("employee")

        for start in ("2001-01-01", "yesterday", "2026-99-99", "x" * 5000, "<b>", "\0"):
            tree = self._post(f"{URL}/issue", status=422, date_from=start, date_to="2001-01-02")
            self._has(tree, "//*[@data-leifeng='error']")
            self.assertEqual(
                tree.xpath("//input[@name='date_from']/@value"),
                [start.replace("\0", "")],
            )
        self.assertFalse(self._of(self.me))

    def test_without_records_there_is_none(self):
        self._login("leader")

        self._has(self._post(f"{URL}/issue", status=422), "//*[@data-leifeng='error']")

    def test_the_paper_is_for_its_holder(self):
        self._login("colleague")
        self._post(f"{URL}/issue")
        certificate = self._of(self.colleague)

        response = self.url_open(f"{URL}/{certificate.id}/pdf", timeout=60)

        # Odoo's tests get the paper before wkhtmltopdf.
        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        self.assertIn("attachment", response.headers["Content-Disposition"])
        self.assertIn(certificate.number, response.text)
        self.assertIn("Colleague", response.text)
        for role in ("employee", "head", "officer", "internal"):
            self._login(role)
            self._page(f"{URL}/{certificate.id}/pdf", status=404)
            self.assertNotIn(certificate.number, self._page(URL).text_content())
        for number in (0, -1, "abc", 99999999999999999999):
            self._page(f"{URL}/{number}/pdf", status=404)

    def test_it_is_issued_anew_by_its_holder_alone(self):
        self._login("employee")
        self._post(f"{URL}/issue")
        old = self._of(self.me)
        self._login("colleague")
        self._post(f"{URL}/{old.id}/reissue", status=404)
        self._login("employee")

        tree = self._post(f"{URL}/{old.id}/reissue")

        self.assertEqual(old.state, "replaced")
        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["valid", "replaced"])
        self.assertIn(old.replaced_by_id.number, tree.text_content())
        self._post(f"{URL}/{old.id}/reissue")
        self.assertEqual(len(self._of(self.me)), 2)
        for number in (0, -1, "abc", 99999999999999999999):
            self._post(f"{URL}/{number}/reissue", status=404)
