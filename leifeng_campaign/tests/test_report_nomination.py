import io

from openpyxl import load_workbook
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .nomination_case import PDF, NominationCase, NominationPortalCase, b64, picture

URL = "/my/leifeng/nominations"


class TestSignedForm(NominationCase):
    """The paper names its version; the scan that comes back belongs to that version alone."""

    def setUp(self):
        super().setUp()
        self.entry = self._sent("employee", self.me)

    def _file(self, role="employee", content=PDF):
        self._as(role, self.entry).action_file_form("form.pdf", b64(content))

    def test_a_scan_is_filed_for_the_version_printed(self):
        with self.assertRaisesRegex(UserError, "print the form first"):
            self._file()
        self._as("coordinator", self.entry).action_print_form()
        self._file()

        expected = {"printed_version": 2, "scan_version": 2}
        self.assertRecordValues(self.entry, [expected])
        self.assertEqual(self.entry.printed_hash, self.entry._form_hash())
        self.assertEqual(self.entry.scan_id.raw, PDF)

    def test_a_changed_nomination_has_to_be_printed_again(self):
        self.entry.action_print_form()
        self._as("head", self.entry).action_return("Please name the year.")
        entry = self._as("employee", self.entry)
        entry.action_save_nomination({"deeds_short": "Helps since 2019."})
        entry.action_send_nomination(considered=True)

        with self.assertRaisesRegex(UserError, "print it again"):
            self._file()
        self._as("employee", self.entry).action_print_form()
        self._file()
        self.assertEqual(self.entry.scan_version, 3)

    def test_another_post_or_department_is_another_paper(self):
        self.entry.action_print_form()
        before = self.entry._form_hash()
        self.entry.sudo().post = "Clerk"

        self.assertNotEqual(self.entry._form_hash(), before)
        with self.assertRaisesRegex(UserError, "print it again"):
            self._file()

    def test_the_department_s_opinion_leaves_the_paper_as_it_is(self):
        self.entry.action_print_form()
        self._as("head", self.entry).action_put_forward("We agree.")

        self._file("head")

        self.assertTrue(self.entry.scan_id)

    def test_a_better_scan_takes_the_place_of_the_first(self):
        self.entry.action_print_form()
        self._file()
        first = self.entry.scan_id
        self._file("officer", picture())

        self.assertFalse(first.exists())
        self.assertEqual(self.entry.sudo().scan_id.name, "form.jpg")

    def test_strangers_neither_print_nor_file(self):
        self.entry.action_print_form()
        for role in ("colleague", "internal", "leader", "supervisor", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.entry).action_print_form()
            with self.assertRaises(AccessError, msg=role):
                self._file(role)

    def test_a_draft_is_not_printed(self):
        draft = self._nominate("coordinator", self.colleague)

        with self.assertRaisesRegex(UserError, "send the nomination first"):
            draft.action_print_form()


@tagged("post_install", "-at_install")
class TestNominationPapers(NominationPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me.sudo().write(
            {
                "job_title": "Clerk",
                "sex": "female",
                "birthday": "1990-03-05",
                "identification_id": "440000199003050000",
                "leifeng_ethnic_group": "Hui",
                "leifeng_political_status": "Party Member",
            }
        )

    def _paper(self, path, status=200):
        """Return the text of a paper; within a request of a test it stays HTML."""
        tree = self._page(path, status)
        return " ".join(tree.text_content().split())

    def _form(self, entry, copies=1, status=200):
        return self._paper(f"/leifeng/nominations/{entry.id}/form?copies={copies}", status)

    def _pages(self, report, record, **data):
        reports = self._as("officer", self.env["ir.actions.report"])
        reports = reports.with_context(force_report_rendering=True)
        name = f"leifeng_campaign.action_report_{report}"
        content, _kind = reports._render_qweb_pdf(name, record.ids, data=data)
        pages = PdfReader(io.BytesIO(content)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    def test_the_form_is_filled_from_hr_and_records_and_leaves_the_rest_blank(self):
        self._confirmed(self.me, hours_ahead=-30)
        self._confirmed(self.me, hours_ahead=-50, activity_id=self.lecture.id)
        entry = self._sent("employee", self.me)
        self._as("head", entry).action_put_forward("We agree, all of us.")
        self._login("employee")
        text = self._form(entry)

        asked = ("Employee", "Female", "Hui", "1990-03", "Party Member", "Service Hall Clerk")
        opinions = ("We agree, all of us.", "Opinion of HR", "Opinion of Discipline")
        chain = ("Opinion of the Review Panel", "Approval of the Party Committee", "(Seal)")
        facts = ("Service Hours: 2", "Number of Services: 1", "Study Sessions Attended: 1")
        foot = (f"Version: {entry.version}", entry._form_code())
        for word in (*asked, *opinions, *chain, *facts, *foot):
            self.assertIn(word, text)
        self.assertNotIn("440000", text)
        self.assertEqual(entry.printed_version, entry.version)

    def test_nothing_of_hr_before_the_person_agreed(self):
        entry = self._sent("coordinator", self.me)
        self._login("coordinator")
        text = self._form(entry)

        for word in ("Hui", "1990", "Party Member", "Female"):
            self.assertNotIn(word, text)
        self.assertIn("Helps at the counter.", text)

    def test_as_many_copies_as_wanted(self):
        entry = self._sent("employee", self.me)
        self._login("head")

        for copies, printed in ((1, 1), (3, 3), (99, 5), (-1, 1)):
            text = self._form(entry, copies)
            self.assertEqual(text.count("Approval of the Party Committee"), printed)
        once = self._pages("nomination_form", entry)
        self.assertEqual(len(self._pages("nomination_form", entry, copies=2)), 2 * len(once))
        self.assertIn(entry._form_code(), once[-1])

    def test_who_may_not_read_it_gets_no_paper(self):
        entry = self._sent("employee", self.me)
        draft = self._nominate("coordinator", self.colleague)
        for role in ("colleague", "internal", "judge", "supervisor", "hr"):
            self._login(role)
            self._form(entry, status=404)
        self._login("coordinator")
        self._form(draft, status=404)
        self.assertFalse(entry.printed_version)

    def _candidates(self):
        for role in ("employee", "colleague"):
            entry = self._sent(role, self.people[role])
            self._as("head", entry).action_put_forward("We agree.")
        self._as("head", entry).action_move_up()
        other = self._sent("judge", self.people["judge"])
        self._as("officer", other).action_put_forward("We agree.")
        self._sent("leader", self.people["leader"])  # nobody has looked at it yet

    def _sheet(self, path):
        answer = self.url_open(path)
        self.assertEqual(answer.status_code, 200, answer.text[:500])
        sheet = load_workbook(io.BytesIO(answer.content)).active
        return [list(row) for row in sheet.iter_rows(values_only=True)], sheet

    def test_the_summary_of_a_department_stands_in_its_order(self):
        self._candidates()
        path = f"/leifeng/nominees/{self.award.id}"
        self._login("head")
        rows, sheet = self._sheet(f"{path}/xlsx?part_id={self.part.id}")
        self.assertEqual([row[:2] for row in rows[1:]], [["1", "Colleague"], ["2", "Employee"]])
        self.assertEqual(
            rows[2][2:6], ["Female", "Service Hall Clerk", "Party Member", "Helps at the counter."]
        )
        self.assertEqual(sheet.cell(2, 1).data_type, "s", "numbers are text")
        text = self._paper(f"{path}/pdf?part_id={self.part.id}")
        self.assertLess(text.index("Colleague"), text.index("Employee"))
        self.assertNotIn("Leader", text)
        self.assertNotIn("Judge", text)
        self.assertEqual(len(self._pages("nominees", self.award)), 1)

    def test_the_summary_of_the_award_is_the_office_s(self):
        self._candidates()
        path = f"/leifeng/nominees/{self.award.id}"
        self._login("officer")
        rows, _sheet = self._sheet(f"{path}/xlsx")
        self.assertEqual({row[1] for row in rows[1:]}, {"Colleague", "Employee", "Judge"})
        for role in ("head", "coordinator", "employee", "internal", "supervisor"):
            self._login(role)
            for kind in ("xlsx", "pdf"):
                with self.assertLogs("odoo.http", "WARNING"):
                    self.assertEqual(self.url_open(f"{path}/{kind}").status_code, 403, role)
        for role in ("employee", "internal"):
            self._login(role)
            part = f"{path}/xlsx?part_id={self.part.id}"
            self.assertEqual(self.url_open(part).status_code, 404, role)

    def test_odoo_s_own_way_to_print_shows_no_more(self):
        self._candidates()
        entry = self.award.entry_ids.filtered(lambda each: each.employee_id == self.me)
        for role in ("colleague", "internal", "judge"):
            self._login(role)
            for name, number in (("nomination_form", entry.id), ("nominees", self.award.id)):
                self.env.flush_all()
                self.env.invalidate_all()
                with self.assertLogs(level="WARNING"):
                    answer = self.url_open(f"/report/html/leifeng_campaign.report_{name}/{number}")
                self.assertEqual(answer.status_code, 403, f"{role} {name}")
                self.assertNotIn("Party Member", answer.text, f"{role} {name}")
