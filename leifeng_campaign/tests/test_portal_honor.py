import io
from unittest.mock import patch

from openpyxl import load_workbook

from odoo import Command
from odoo.tests import tagged

from .honor_case import HonorPortalCase

URL = "/my/leifeng/honors"


@tagged("post_install", "-at_install")
class TestPortalHonor(HonorPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._award("person", name="Model at Work")
        cls._winner(cls.award, cls.me)
        cls._winner(cls.award, cls.people["leader"])
        cls.organizers = cls._award("department", name="Well Organized")
        cls._winner(cls.organizers)
        cls.decision = cls._issue(cls.award, cls.organizers)
        cls.honor = cls.decision.honor_ids.filtered(lambda each: each.employee_id == cls.me)
        cls.of_hall = cls.decision.honor_ids.filtered("department_id")

    def _mine(self, tree):
        return tree.xpath("//section[@data-leifeng='mine']//div[@data-state]")

    def _wall(self, tree):
        return [
            " ".join(section.text_content().split())
            for section in tree.xpath("//section[@data-leifeng='award']")
        ]

    def test_my_honors_and_everyone_s(self):
        self._login("employee")

        tree = self._page(URL)

        (mine,) = self._mine(tree)
        self.assertIn(self.honor.number, mine.text_content())
        self.assertEqual(self._hrefs(tree, f"{URL}/"), [f"{URL}/{self.honor.id}/pdf"])
        persons, departments = sorted(self._wall(tree))
        for word in ("Model at Work", "Employee", "Leader", "Service Hall", "No. 6 of this year"):
            self.assertIn(word, persons)
        self.assertIn("Well Organized", departments)

    def test_the_notices_page_leads_here(self):
        self._login("colleague")
        self._has(self._page("/my/leifeng/notices"), f"//a[@href='{URL}']")

    def test_a_head_has_the_department_s_honor(self):
        for role in ("head", "coordinator"):
            self._login(role)
            (mine,) = self._mine(self._page(URL))
            self.assertIn("Well Organized", mine.text_content(), role)

    def test_who_won_nothing_sees_the_wall_alone(self):
        self._login("colleague")

        tree = self._page(URL)

        self.assertFalse(self._mine(tree))
        self.assertEqual(len(self._wall(tree)), 2)
        self.assertFalse(self._hrefs(tree, f"{URL}/"))

    def test_practice_19_the_wall_names_nobody_who_did_not_agree(self):
        self.honor.named = False
        self._login("colleague")
        self.assertNotIn("Employee", " ".join(self._wall(self._page(URL))))

        self._login("employee")

        tree = self._page(URL)
        self.assertEqual(len(self._mine(tree)), 1)
        self.assertNotIn("Employee", " ".join(self._wall(tree)))

    def test_a_revoked_one_leaves_the_wall_and_stays_with_its_holder(self):
        self._as("manager", self.honor).action_revoke_honor("Fraud", "No. 9")
        self._login("employee")

        tree = self._page(URL)

        (mine,) = self._mine(tree)
        self.assertEqual(mine.get("data-state"), "revoked")
        self.assertIn("Fraud", mine.text_content())
        self.assertFalse(self._hrefs(tree, f"{URL}/"))
        self.assertNotIn("Employee", " ".join(self._wall(tree)))
        self._page(f"{URL}/{self.honor.id}/pdf", status=404)

    def test_a_paper_issued_anew_stands_with_the_others(self):
        new = self._as("officer", self.honor).action_reissue_honor("Employée", "Misspelled")
        self._login("employee")

        tree = self._page(URL)

        states = [each.get("data-state") for each in self._mine(tree)]
        self.assertEqual(states, ["valid", "replaced"])
        self.assertEqual(self._hrefs(tree, f"{URL}/"), [f"{URL}/{new.id}/pdf"])
        walls = [wall for wall in self._wall(tree) if "Model at Work" in wall]
        self.assertEqual(len(walls), 1)
        self.assertIn("Employée", walls[0])

    def test_years(self):
        year = self.honor.honor_year
        older = self._award("person", name="Model of Old", year=year - 1)
        self._winner(older, self.people["coordinator"])
        self._issue(older)
        self._login("colleague")

        tree = self._page(URL)
        self.assertEqual(
            self._hrefs(tree, f"{URL}?"), [f"{URL}?year={year}", f"{URL}?year={year - 1}"]
        )
        self.assertNotIn("Model of Old", " ".join(self._wall(tree)))

        (wall,) = self._wall(self._page(f"{URL}?year={year - 1}"))
        self.assertIn("Model of Old", wall)
        for nonsense in ("x", "-1", "99999999999", ""):
            self.assertEqual(len(self._wall(self._page(f"{URL}?year={nonsense}"))), 2)

    def test_one_s_own_certificate_and_nobody_else_s(self):
        printer = self.env.registry["ir.actions.report"]
        self.startPatcher(patch.object(printer, "_run_wkhtmltopdf", return_value=b"%PDF-"))
        cases = (("employee", self.honor, 200), ("head", self.of_hall, 200))
        refused = (("colleague", self.honor, 404), ("employee", self.of_hall, 404))
        for role, honor, status in cases + refused:
            self._login(role)
            response = self.url_open(f"{URL}/{honor.id}/pdf")
            self.assertEqual(response.status_code, status, role)

    def test_internal_users_print_nobody_else_s_by_the_report_either(self):
        self._login("internal")
        with self.assertLogs("odoo.http", "WARNING"):
            response = self.url_open(f"/report/html/leifeng_campaign.report_honor/{self.honor.id}")
        self.assertNotIn(self.honor.sudo().token[:8], response.text)
        self.assertNotIn(self.honor._sentence(), response.text)

    def test_an_honor_is_on_no_page_of_service_certificates(self):
        self._login("employee")
        tree = self._page("/my/leifeng/certificates")
        self.assertNotIn(self.honor.number, tree.text_content())
        self._page(f"/my/leifeng/certificates/{self.honor.id}/pdf", status=404)
        self._post(f"/my/leifeng/certificates/{self.honor.id}/reissue", status=404)

    def test_accounts_without_an_employee_are_told(self):
        self._account_without_employee()
        self._login("guest")
        self._has(self._page(URL), "//*[@data-leifeng='no_employee']")

    def test_as_many_queries_for_many_honors(self):
        self._login("employee")
        few = self._queries(URL)
        crowd = self._award(
            "person",
            name="Crowd",
            tier_ids=[Command.create({"name": f"Tier {number}"}) for number in range(3)],
        )
        for number, person in enumerate(self._employees(30)):
            self._winner(crowd, person, crowd.tier_ids[number % 3])
        self._issue(crowd)

        many = self._queries(URL)

        self.assertEqual(len(self._page(URL).xpath("//section[@data-leifeng='award']//li")), 33)
        self.assertEqual(many, few)

    def test_the_decision_as_a_file_for_the_office_alone(self):
        path = f"/leifeng/decision/{self.decision.id}/docx"
        self._login("officer")
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.content.startswith(b"PK"))
        printed = self.url_open(path.replace("docx", "pdf"))
        self.assertTrue(printed.content.startswith(b"%PDF"))
        self.assertEqual(self.url_open("/leifeng/decision/999999/docx").status_code, 404)
        for role in ("internal", "employee", "supervisor"):
            self._login(role)
            for file in (path, path.replace("docx", "pdf")):
                with self.assertLogs("odoo.http", "WARNING"):
                    self.assertEqual(self.url_open(file).status_code, 403, role)

    def test_practice_19_the_register_as_a_workbook_masks_who_did_not_agree(self):
        self.honor.named = False
        path = self._as("officer", self.env["leifeng.certificate"]).action_export_register()["url"]
        self._login("officer")

        rows = self._rows(self.url_open(path))

        self.assertEqual(
            [row[:2] for row in rows],
            [
                [honor.number, "E*******" if honor == self.honor else honor.holder_name]
                for honor in self._honors_of(self.decision)
            ],
        )
        chosen = self.of_hall.with_user(self.users["officer"]).action_export_register()["url"]
        self.assertEqual([row[1] for row in self._rows(self.url_open(chosen))], ["Service Hall"])
        for role in ("internal", "supervisor", "employee"):
            self._login(role)
            with self.assertLogs("odoo.http", "WARNING"):
                self.assertEqual(self.url_open(path).status_code, 403, role)

    def _rows(self, response):
        """Return the rows of the workbook below its heading."""
        self.assertEqual(response.status_code, 200)
        sheet = load_workbook(io.BytesIO(response.content)).active
        return [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
