import io
import os
import tempfile

from openpyxl import load_workbook

from odoo.tools import mute_logger

from .portal_case import PortalCase


class TestDownload(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._confirmed(cls.me | cls.colleague)

    def _wizard(self, role="officer", model="leifeng.ledger.export"):
        wizard = self._as(role, self.env[model]).create({})
        self.env.flush_all()
        return wizard

    def test_the_office_gets_a_workbook_and_nothing_stays_behind(self):
        for model, path in (
            ("leifeng.ledger.export", "ledger"),
            ("leifeng.report.export", "layout"),
        ):
            wizard = self._wizard(model=model)
            attachments = self.env["ir.attachment"].search_count([])
            before = set(os.listdir(tempfile.gettempdir()))
            self._login("officer")

            response = self.url_open(f"/leifeng/{path}/{wizard.id}")

            self.assertEqual(response.status_code, 200)
            self.assertIn("spreadsheetml", response.headers["Content-Type"])
            self.assertIn(".xlsx", response.headers["Content-Disposition"])
            self.assertEqual(int(response.headers["Content-Length"]), len(response.content))
            self.assertTrue(load_workbook(io.BytesIO(response.content)).sheetnames)
            self.assertEqual(self.env["ir.attachment"].search_count([]), attachments)
            left = set(os.listdir(tempfile.gettempdir())) - before
            self.assertFalse([name for name in left if name.endswith((".xlsx", ".xml"))])

    def test_forged_numbers_lead_nowhere(self):
        wizard = self._wizard("manager")
        self._login("officer")

        for number in (wizard.id, 0, 2147483647, 99999999999999, "x", "-1"):
            with self.subTest(number=number):
                answer = self.url_open(f"/leifeng/ledger/{number}")
                self.assertEqual(answer.status_code, 404)

    def test_nobody_else(self):
        wizard = self._wizard()
        for role in ("hr", "supervisor", "coordinator", "employee", "head", "leader"):
            self._login(role)
            with self.subTest(role=role), mute_logger("odoo.http"):
                for path in ("ledger", "layout"):
                    answer = self.url_open(f"/leifeng/{path}/{wizard.id}")
                    self.assertEqual(answer.status_code, 403)
                    self.assertNotIn("spreadsheetml", answer.headers["Content-Type"])

    def test_visitors_log_in_first(self):
        answer = self.url_open(f"/leifeng/ledger/{self._wizard().id}", allow_redirects=False)

        self.assertEqual(answer.status_code, 303)
        self.assertIn("/web/login", answer.headers["Location"])
