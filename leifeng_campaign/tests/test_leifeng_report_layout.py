import io
from datetime import timedelta

from openpyxl import load_workbook

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from ..models.leifeng_report_layout_column import OF_PERSONS, OF_PERSONS_ALONE, SOURCES
from .common import LeifengCase

RARE = "马翀珺韡䶮"


class LayoutCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.me.write({"name": RARE, "barcode": "0012", "leifeng_volunteer_number": "44010000012"})
        cls.session = cls._shift(cls.me | cls.colleague, "2026-03-05 18:30", 130)

    @classmethod
    def _shift(cls, people, moment, minutes):
        start = cls._moment(moment)
        return cls._confirmed(people, start=start, stop=start + timedelta(minutes=minutes))

    def _layout(self, *columns, **vals):
        """Return a layout with ``columns``: sources, headed by their own names."""
        return self.env["leifeng.report.layout"].create(
            {
                "name": "Platform",
                "column_ids": [
                    Command.create({"heading": source, "source": source, "sequence": place})
                    for place, source in enumerate(columns)
                ],
                **vals,
            }
        )

    def _wizard(self, layout, role="officer", full=True, **vals):
        vals |= {"unmasked": full, "reason": "For the platform" if full else False}
        wizards = self._as(role, self.env["leifeng.report.export"])
        wizard = wizards.create({"layout_id": layout.id, **vals})
        wizard.action_export()
        return wizard

    def _rows(self, wizard):
        file = io.BytesIO()
        wizard._write(file)
        book = load_workbook(io.BytesIO(file.getvalue()))
        return [list(row) for row in book[book.sheetnames[0]].values]


class TestLayout(LayoutCase):
    def test_practice_29_the_columns_that_were_mapped_with_numbers_as_text(self):
        layout = self._layout(
            "row", "name", "volunteer_number", "date", "start", "hours", "minutes"
        )

        rows = self._rows(self._wizard(layout))

        self.assertEqual(
            rows[1],
            ["1", RARE, "44010000012", "2026-03-05", "18:30", "2.1", "126"],
        )

    def test_numbers_that_can_be_added_up(self):
        layout = self._layout("hours", "minutes", "date", text_numbers=False)

        self.assertEqual(self._rows(self._wizard(layout))[1], [2.1, 126, "2026-03-05"])

    def test_every_source_of_a_record(self):
        sources = [source for source, _label in SOURCES if source not in OF_PERSONS_ALONE]

        heading, row, _other = self._rows(self._wizard(self._layout(*sources)))

        values = dict(zip(heading, row, strict=True))
        expected = {
            "staff_number": "0012",
            "department": "Service Hall",
            "stop_moment": "2026-03-05 20:40",
            "work_hours": "0",
            "break": "0",
            "service": "Shift",
            "category": "Community Service",
            "campaign": "Campaign",
            "recording_unit": self.company.name,
            "leader": "Leader",
            "grade": "From Sign-in Sheet",
            "constant": None,
            "empty": None,
        }
        self.assertEqual({key: values[key] for key in expected}, expected)

    def test_one_row_for_each_person(self):
        self._shift(self.me, "2026-03-07 10:00", 60)
        sources = [source for source, _label in SOURCES if source in OF_PERSONS]

        heading, *rows = self._rows(self._wizard(self._layout(*sources, rows="person")))

        self.assertEqual(len(rows), 2)
        [mine] = [row for row in rows if RARE in row]
        values = dict(zip(heading, mine, strict=True))
        expected = {"hours": "3.1", "services": "2", "first_date": "2026-03-05"}
        self.assertEqual({key: values[key] for key in expected}, expected)
        self.assertEqual(values["last_date"], "2026-03-07")
        self.assertEqual({row[0] for row in rows}, {"1", "2"})

    def test_dates_as_the_platform_wants_them(self):
        layout = self._layout("date", "stop_moment")
        for pattern, expected in (
            ("YYYYMMDD", ["20260305", "20260305 20:40"]),
            ('YYYY"年"FMMM"月"FMDD"日"', ["2026年3月5日", "2026年3月5日 20:40"]),
        ):
            layout.column_ids.date_format = pattern
            with self.subTest(pattern=pattern):
                self.assertEqual(self._rows(self._wizard(layout))[1], expected)

    def test_fixed_text_stays_text(self):
        layout = self._layout("constant")
        layout.column_ids.text = "=1+1 100%"

        self.assertEqual(self._rows(self._wizard(layout))[1], ["=1+1 100%"])

    def test_corrected_records_are_left_out(self):
        record = self.session.record_ids.filtered(lambda each: each.employee_id == self.me)
        self._as("officer", record).action_correct("Was not there")

        self.assertEqual(len(self._rows(self._wizard(self._layout("name")))), 2)

    def test_practice_19_masked_unless_there_is_a_reason(self):
        layout = self._layout("name", "volunteer_number", "leader")
        wizard = self._wizard(layout, full=False)

        self.assertEqual(self._rows(wizard)[1], ["马****", "44*******12", "L*****"])
        self.assertFalse(self.env["leifeng.journal"].search([("kind", "=", "names_exported")]))
        with self.assertRaises(UserError):
            wizard.unmasked = True
            wizard.action_export()

    def test_the_journal_notes_the_layout(self):
        layout = self._layout("name")
        self._wizard(layout)

        fact = self.env["leifeng.journal"].search([("kind", "=", "names_exported")])
        facts = fact._facts()
        self.assertEqual((facts["what"], facts["layout"]), ("layout", layout.id))


class TestMissingNumbers(LayoutCase):
    def test_who_has_none_is_listed_before(self):
        form = Form(self._as("officer", self.env["leifeng.report.export"]))
        form.layout_id = self._layout("name", "volunteer_number")

        self.assertEqual(form.missing_count, 1)
        self.assertEqual(form.missing_names, "Colleague (Service Hall)")

    def test_nobody_where_the_layout_does_not_ask(self):
        form = Form(self._as("officer", self.env["leifeng.report.export"]))
        form.layout_id = self._layout("name")

        self.assertEqual(form.missing_count, 0)

    def test_their_rows_are_included_or_left_out(self):
        layout = self._layout("name", "volunteer_number")
        included = self._wizard(layout)
        left_out = self._wizard(layout, missing_rows="leave_out")

        self.assertIn(["Colleague", None], self._rows(included))
        self.assertEqual(self._rows(left_out)[1:], [[RARE, "44010000012"]])

    def test_officers_can_not_read_the_number_itself(self):
        with self.assertRaises(AccessError):
            self._as("officer", self.me).read(["leifeng_volunteer_number"])


class TestMapping(LayoutCase):
    def test_manager_maps_the_columns(self):
        form = Form(self._as("manager", self.env["leifeng.report.layout"]))
        form.name = "District"
        with form.column_ids.new() as column:
            column.heading, column.source = "时长", "hours"
        layout = form.save()

        self.assertEqual(self._rows(self._wizard(layout)), [["时长"], ["2.1"], ["2.1"]])

    def test_only_the_manager(self):
        layout = self._layout("name")
        for role in ("officer", "hr", "supervisor", "internal", "employee"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(role, layout).write({"name": "Mine"})
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(role, layout.column_ids).write({"source": "volunteer_number"})

    def test_a_person_has_no_date(self):
        with self.assertRaisesRegex(ValidationError, "“date” asks for “Date”"):
            self._layout("name", "date", rows="person")
        layout = self._layout("date")
        with self.assertRaises(ValidationError):
            layout.rows = "person"
        with self.assertRaises(ValidationError):
            self._layout("services")

    def test_file_names(self):
        layout = self._layout("name", file_name="%(unit)s/补录 %(date)s")
        name = self._wizard(layout)._file_name()

        self.assertRegex(name, r"补录 \d{8}\.xlsx$")
        self.assertNotIn("/", name)
        for wrong in ("%(who)s", "100%", "%d"):
            with self.subTest(wrong=wrong), self.assertRaises(ValidationError):
                layout.file_name = wrong

    def test_an_empty_layout_is_refused(self):
        with self.assertRaises(UserError):
            self._wizard(self._layout())

    def test_the_layouts_that_are_shipped(self):
        for name in ("platform", "persons"):
            layout = self.env.ref(f"leifeng_campaign.leifeng_report_layout_{name}")
            with self.subTest(layout=layout.name):
                heading, *rows = self._rows(self._wizard(layout))
                self.assertEqual(heading, layout.column_ids.mapped("heading"))
                self.assertEqual(len(rows), 2)
                cells = [cell for row in rows for cell in row if cell is not None]
                self.assertTrue(all(isinstance(cell, str) for cell in cells))

    def test_copies(self):
        copy = self._layout("name", "hours").copy()

        self.assertEqual(copy.name, "Platform (copy)")
        self.assertEqual(copy.column_ids.mapped("source"), ["name", "hours"])
