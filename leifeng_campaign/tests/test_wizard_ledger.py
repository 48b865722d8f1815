import io
from datetime import timedelta

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date
from odoo.tests import Form

from .common import LeifengCase

RARE = "马翀珺韡䶮"


class LedgerCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.me.write({"name": RARE, "barcode": "0012"})
        cls.far = cls._employee("远山", cls.hotline)
        start = cls._moment("2026-03-05 18:30")
        cls.session = cls._confirmed(
            cls.me | cls.colleague | cls.far,
            start=start,
            stop=start + timedelta(minutes=130),
            contact="廖主任",
            contact_phone="13812341234",
        )
        cls.session.write({"people_served": 46, "materials_handed_out": 260})

    def _wizard(self, role="officer", **vals):
        return self._as(role, self.env["leifeng.ledger.export"]).create(vals)

    def _file(self, wizard):
        file = io.BytesIO()
        wizard._write(file)
        return load_workbook(io.BytesIO(file.getvalue()))

    def _sheets(self, wizard):
        """Return {sheet: rows} as texts and numbers."""
        return {sheet.title: [list(row) for row in sheet.values] for sheet in self._file(wizard)}

    def _rows(self, wizard, sheet="Service Hall"):
        """Return the rows of a sheet as dicts by heading."""
        heading, *rows = self._sheets(wizard)[sheet]
        return [dict(zip(heading, row, strict=True)) for row in rows]

    def _journal(self):
        return self.env["leifeng.journal"].search([("kind", "=", "names_exported")])


class TestLedgerOfServices(LedgerCase):
    def test_practice_26_one_workbook_with_sums_and_a_sheet_for_each_department(self):
        sheets = self._sheets(self._wizard())

        self.assertEqual(list(sheets), ["Sums", "Hotline", "Service Hall"])

    def test_practice_19_names_and_phones_are_masked_by_default(self):
        [row] = self._rows(self._wizard())

        self.assertEqual(row["Contact Person"], "廖**")
        self.assertEqual(row["Contact Phone"], "138****1234")
        self.assertEqual(row["Who Took Part"], "马**** (2.1 h), C******** (2.1 h)")
        everything = str(self._sheets(self._wizard()))
        for name in (RARE, "Colleague", "13812341234", "廖主任"):
            self.assertNotIn(name, everything)

    def test_a_line_says_what_an_activity_ledger_asks_for(self):
        [row] = self._rows(self._wizard())

        expected = {
            "No.": 1,
            "Service": "Shift",
            "Service Category": "Community Service",
            "Place": "Corner",
            "Organizing Unit": self.company.name,
            "Hours": 4.2,
            "From": "2026-03-05 18:30",
            "To": "2026-03-05 20:40",
            "Details of the Service": "Materials handed out: 260",
            "People Taking Part": 2,
            "People Served": 46,
        }
        self.assertEqual({key: row[key] for key in expected}, expected)

    def test_full_names_ask_for_a_reason_that_goes_into_the_journal(self):
        wizard = self._wizard(unmasked=True)
        with self.assertRaises(UserError):
            wizard.action_export()
        wizard.reason = "Asked for by the federation"

        wizard.action_export()

        [row] = self._rows(wizard)
        self.assertIn(RARE, row["Who Took Part"])
        self.assertEqual(row["Contact Phone"], "13812341234")
        facts = self._journal()._facts()
        self.assertEqual(facts["reason"], "Asked for by the federation")
        self.assertEqual((facts["what"], facts["records"]), ("ledger", 3))
        self.assertNotIn(RARE, self._journal().payload)

    def test_without_the_button_nothing_is_shown_in_full(self):
        forged = self._as("officer", self.env["leifeng.ledger.export"]).with_context(
            default_disclosed=True
        )
        wizard = self._wizard(unmasked=True, reason="Because")

        self.assertNotIn(RARE, str(self._sheets(wizard)))
        with self.assertRaises(AccessError):
            wizard.write({"disclosed": True})
        with self.assertRaises(AccessError):
            forged.create({"unmasked": True, "reason": "Because"})
        self.assertFalse(self._journal())

    def test_another_choice_is_masked_again(self):
        wizard = self._wizard(unmasked=True, reason="Because")
        wizard.action_export()

        wizard.rows = "records"

        self.assertNotIn(RARE, str(self._sheets(wizard)))

    def test_what_was_corrected_is_counted_as_corrected(self):
        record = self.session.record_ids.filtered(lambda each: each.employee_id == self.me)
        again = (record.start, record.stop - timedelta(minutes=40))
        self._as("officer", record).action_correct("Left early", *again)

        [row] = self._rows(self._wizard())

        self.assertAlmostEqual(row["Hours"], 3.6)
        self.assertIn("马**** (1.5 h)", row["Who Took Part"])


class TestLedgerOfRecords(LedgerCase):
    def test_a_row_for_each_record(self):
        row, _other = self._rows(self._wizard(rows="records"))

        expected = {
            "Full Name": "马****",
            "Staff Number": "0012",
            "Department on That Day": "Service Hall",
            "Service": "Shift",
            "Place": "Corner",
            "From": "18:30",
            "To": "20:40",
            "Service Hours": 2.1,
            "Training Hours": None,
            "Source": "From Sign-in Sheet",
            "Correction Mark": None,
            "Person in Charge": "L*****",
        }
        self.assertEqual({key: row[key] for key in expected}, expected)
        self.assertEqual(f"{row['Date']:%Y-%m-%d}", "2026-03-05")

    def test_practice_6_corrections_stay_visible_and_sums_are_right(self):
        record = self.session.record_ids.filtered(lambda each: each.employee_id == self.me)
        self._as("officer", record).action_correct("Was not there")

        rows = self._rows(self._wizard(rows="records"))

        marks = sorted(row["Correction Mark"] or "" for row in rows)
        self.assertEqual(marks, ["", "Corrected", "Correction Entry"])
        self.assertAlmostEqual(sum(row["Service Hours"] for row in rows), 2.1)

    def test_formulas_stay_text(self):
        self.session.record_ids.flush_recordset()
        start = self._moment("2026-03-06 09:00")
        self._confirmed(
            self.me,
            name="=HYPERLINK(1)",
            location="@SUM(1)",
            start=start,
            stop=start + timedelta(hours=1),
        )

        sheet = self._file(self._wizard(rows="records"))["Service Hall"]

        cell = sheet.cell(row=4, column=5)
        self.assertEqual((cell.value, cell.data_type), ("=HYPERLINK(1)", "s"))


class TestChoice(LedgerCase):
    def test_departments_with_names_that_sheets_refuse(self):
        name = "审批服务一科/企业准入[" + "长" * 40
        for number in range(2):
            start = self._moment(f"2026-03-0{number + 2} 18:30")
            person = self._employee(f"Person {number}", self._department(name))
            self._confirmed(person, start=start, stop=start + timedelta(hours=1))

        titles = list(self._sheets(self._wizard()))

        first = "审批服务一科／企业准入［" + "长" * 19
        self.assertIn(first, titles)
        self.assertIn(first[:27] + " (2)", titles)

    def test_one_department_with_what_belongs_to_it(self):
        part = self._department("Counter")
        part.parent_id = self.hall
        person = self._employee("Deep", part)
        start = self._moment("2026-03-06 18:30")
        self._confirmed(person, start=start, stop=start + timedelta(hours=1))

        sheets = self._sheets(self._wizard(department_ids=[self.hall.id]))

        self.assertEqual(list(sheets), ["Sums", "Counter", "Service Hall"])
        self.assertNotIn("Hotline", str(sheets["Sums"]))

    def test_a_period(self):
        start = self._moment("2026-03-06 18:30")
        self._confirmed(self.me, start=start, stop=start + timedelta(hours=1))
        wizard = self._wizard(scope="period", date_from="2026-03-06", date_to="2026-03-06")

        [row] = self._rows(wizard)

        self.assertEqual(row["From"], "2026-03-06 18:30")
        self.assertEqual(wizard.record_count, 1)

    def test_choices_that_can_not_be(self):
        for vals in (
            {"scope": "period", "date_from": False},
            {"scope": "period", "date_from": "2026-03-02", "date_to": "2026-03-01"},
            {"scope": "period", "date_from": "1990-01-01", "date_to": "1990-01-02"},
            {"scope": "campaign", "campaign_id": False},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                self._wizard(**vals).action_export()

    def test_the_form_begins_with_the_campaign_and_masked(self):
        form = Form(self._as("officer", self.env["leifeng.ledger.export"]))
        self.assertEqual((form.scope, form.unmasked), ("campaign", False))
        self.assertEqual(form.campaign_id, self.campaign)
        form.scope = "period"
        self.assertEqual(form.date_from, Date.today().replace(month=1, day=1))

        wizard = form.save()

        self.assertEqual(wizard.action_export()["url"], f"/leifeng/ledger/{wizard.id}")

    def test_queries_do_not_grow_with_records_and_departments(self):
        def queries():
            wizard = self._wizard()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            wizard._write(io.BytesIO())
            return self.cr.sql_log_count - before

        queries()
        few = queries()
        people = self.env["hr.employee"].concat(
            *(self._employee("Person", self._department(f"D{count}")) for count in range(8))
        )
        start = self._moment("2026-03-07 18:30")
        self._confirmed(people, start=start, stop=start + timedelta(hours=1))

        self.assertEqual(queries(), few)


class TestWhoMay(LedgerCase):
    def test_only_the_office(self):
        for role in ("hr", "supervisor", "coordinator", "internal", "employee", "head"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._wizard(role)
        for role in ("officer", "manager"):
            self.assertTrue(self._wizard(role).action_export())

    def test_nobody_sees_another_one_s_dialog(self):
        wizard = self._wizard("manager")

        with self.assertRaises(AccessError):
            self._as("officer", wizard).read(["reason"])

    def test_not_for_another_agency(self):
        other = self.env["res.company"].create({"name": "Other Agency"})
        wizard = self._wizard()
        wizard.sudo().company_id = other

        with self.assertRaises(AccessError):
            wizard.action_export()
