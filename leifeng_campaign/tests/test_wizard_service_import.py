import base64
from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from ..tools import partner_sheet
from .common import LeifengCase

HEAD = "Staff Number,Full Name,Department,Date,From,To,Hours,Service,Place,Recording Unit"


class TestServiceImport(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.people["employee"]
        cls.person.barcode = "WX065"
        cls.records = cls.env["leifeng.service.record"]

    def _read(self, *rows, role="officer", unit=False):
        """Return the wizard of ``role`` with ``rows`` (texts with commas) read."""
        wizards = self._as(role, self.env["leifeng.service.import"])
        with Form(wizards) as form:
            form.file = base64.b64encode("\n".join((HEAD, *rows)).encode())
            if unit:
                form.recording_unit = unit
        wizard = form.save()
        wizard.action_read()
        return wizard

    def _verdicts(self, wizard):
        return wizard.line_ids.sorted("row").mapped("verdict")

    def _imported(self):
        return self.records.search([("source", "=", "partner")])

    def test_partners_hours_are_taken_as_what_they_are(self):
        wizard = self._read("WX065,,,2026-03-05,09:00,11:00,1.5,Shelving,Library 2,Library")
        self.assertEqual(self._verdicts(wizard), ["ready"])
        self.assertFalse(self._imported(), "nothing is written before it was seen")

        wizard.action_import()

        self.assertRecordValues(
            self._imported(),
            [
                {
                    "employee_id": self.person.id,
                    "department_name": "Service Hall",
                    "start": self._moment("2026-03-05 09:00"),
                    "stop": self._moment("2026-03-05 11:00"),
                    "break_minutes": 30,
                    "minutes": 90,
                    "content": "Shelving",
                    "location": "Library 2",
                    "organizing_unit": "Library",
                    "recording_unit": "Library",
                    "source": "partner",
                    "kind": "service",
                    "recorded_by": "Officer",
                }
            ],
        )
        self.assertEqual(self.person.leifeng_hours, 0, "not among the agency's own")
        row = self.env["leifeng.journal"].search([("kind", "=", "partner_records")])
        self.assertEqual(list(row._digests()), self._imported().ids)

    def test_hours_of_a_day_alone_are_enough(self):
        self._read(",Employee,Service Hall,2026/3/5,,,2,Shelving,,Library").action_import()

        record = self._imported()
        self.assertEqual((record.start, record.minutes), (False, 120))
        self._as("officer", record).action_correct("Was not there")
        self.assertEqual(record.state, "reversed")

    def test_the_same_row_twice_is_not_doubled(self):
        row = "WX065,,,2026-03-05,09:00,11:00,,Shelving,,Library"
        bare = "WX065,,,2026-03-06,,,2,Shelving,,Library"
        wizard = self._read(row, row, bare)
        self.assertEqual(self._verdicts(wizard), ["ready", "known", "ready"])
        wizard.action_import()
        with self.assertRaises(UserError):
            wizard.action_import()

        again = self._read(row, bare)
        self.assertEqual(self._verdicts(again), ["known", "known"])
        again.action_import()
        self.assertEqual(len(self._imported()), 2)
        self._as("officer", self._imported()[0]).action_correct("Was not there")
        self.assertEqual(self._verdicts(self._read(row, bare)), ["known", "known"])

    def test_each_row_that_can_t_be_taken_says_why_and_comes_back(self):
        self._employee("Employee", department=self.hotline)
        rows = {
            "WX999,,,2026-03-05,,,2,Shelving,,Library": "no colleague",
            ",Employee,,2026-03-05,,,2,Shelving,,Library": "Several",
            "WX065,Colleague,,2026-03-05,,,2,Shelving,,Library": "another name",
            "WX065,,,yesterday,,,2,Shelving,,Library": "date",
            "WX065,,,2999-03-05,,,2,Shelving,,Library": "have been served",
            "WX065,,,2026-03-05,11:00,09:00,,Shelving,,Library": "times",
            "WX065,,,2026-03-05,,,,Shelving,,Library": "times",
            "WX065,,,2026-03-05,x,,2,Shelving,,Library": "07:30",
            "WX065,,,2026-03-05,,,much,Shelving,,Library": "number",
            "WX065,,,2026-03-05,09:00,11:00,3,Shelving,,Library": "more than",
            "WX065,,,2026-03-05,,,2,,,Library": "service was",
            "WX065,,,2026-03-05,,,2,Shelving,,": "unit",
            f"WX065,,,2026-03-05,,,2,Shelving,,{self.company.name}": "own sheets",
        }
        wizard = self._read(*rows)

        self.assertEqual(set(self._verdicts(wizard)), {"refused"})
        for line, word in zip(wizard.line_ids.sorted("row"), rows.values(), strict=True):
            self.assertIn(word, line.remark)
        returned = partner_sheet.read(base64.b64decode(wizard.refused_file))
        self.assertEqual(len(returned), len(rows))
        self.assertEqual(returned[0][1]["number"], "WX999")
        wizard.action_import()
        self.assertFalse(self._imported())

    def test_practice_05_the_rules_on_a_day_hold_for_partners_too(self):
        start = self._moment("2026-03-05 09:00")
        self._confirmed(self.person, start=start, stop=start + timedelta(hours=2))
        at = "WX065,,,2026-03-05"
        wizard = self._read(
            f"{at},10:00,12:00,,Overlaps,,Library",
            f"{at},11:00,12:00,,Second,,Library",
            f"{at},12:00,22:00,,Long,,Library",
            f"{at},22:00,23:00,,Fourth,,Library",
        )

        self.assertEqual(self._verdicts(wizard), ["refused", "ready", "review", "refused"])
        wizard.action_import()

        entry = self.env["leifeng.service.entry"].search([])
        self.assertEqual((entry.source, entry.long_day, entry.state), ("partner", True, "review"))
        self._as("manager", entry).action_record()
        self.assertEqual(entry.record_id.source, "partner")
        self.assertEqual(len(self._imported()), 2)

    def test_practice_06_the_own_hours_need_a_second_person(self):
        self.people["officer"].barcode = "WX099"
        wizard = self._read("WX099,,,2026-03-05,,,2,Shelving,,Library")
        self.assertEqual(self._verdicts(wizard), ["review"])
        wizard.action_import()

        entry = self.env["leifeng.service.entry"].search([])
        with self.assertRaises(AccessError):
            self._as("officer", entry).action_record()
        self._as("manager", entry).action_record()

        self.assertEqual(entry.record_id.minutes, 120)

    def test_the_unit_may_be_said_once_for_all_rows(self):
        self._read("WX065,,,2026-03-05,,,2,Shelving,,", unit="Library").action_import()

        self.assertEqual(self._imported().recording_unit, "Library")

    def test_files_that_are_none_get_a_sentence(self):
        wizards = self._as("officer", self.env["leifeng.service.import"])
        for content in (b"", b"PK\3\4xx", b"\0\0", b"only,a,head\n", HEAD.encode()):
            wizard = wizards.create({"file": base64.b64encode(content)})
            with self.assertRaises(UserError, msg=content):
                wizard.action_read()

    def test_the_file_to_fill_in_has_an_example(self):
        wizard = self._as("officer", self.env["leifeng.service.import"]).create({})

        ((_number, row),) = partner_sheet.read(base64.b64decode(wizard.template))

        self.assertEqual((row["number"], row["date"], row["hours"]), ("WX065", "2026-03-05", "2"))

    def test_the_office_imports_and_nobody_else(self):
        for role in ("internal", "coordinator", "supervisor", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.service.import"]).create({})

    def test_a_file_costs_a_few_queries_whatever_its_size(self):
        people = self._employees(40, department=self.hall)
        rows = [f",{person.name},,2026-03-05,,,2,Shelving,,Library" for person in people]

        def cost(wizard):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            wizard.line_ids._judge()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        few, many = cost(self._read(*rows[:5])), cost(self._read(*rows))
        self.assertLessEqual(many, few + 5)
