import base64
import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from ..tools import earlier_sheet, table_file
from .award_case import ESSAY, AwardCase

HEAD = ["年度", "奖项", "等次", "工号", "姓名", "部门", "题目", "正文"]


class TestAwardEarlier(AwardCase):
    """Earlier honors and essays come from the agency's own lists, row by row."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.people["employee"]
        cls.person.barcode = "00012"

    def _read(self, *rows, role="officer"):
        """Return the dialog of ``role`` with ``rows`` (up to eight cells) read."""
        rows = [[*row, *[""] * (len(HEAD) - len(row))] for row in rows]
        with Form(self._as(role, self.env["leifeng.award.earlier"])) as form:
            form.file = base64.b64encode(table_file.workbook(HEAD, rows))
        dialog = form.save()
        dialog.action_read()
        return dialog

    def _verdicts(self, dialog):
        return dialog.line_ids.sorted("row").mapped("verdict")

    def _entries(self):
        return self.env["leifeng.award.entry"].search([("origin", "=", "earlier")], order="id")

    def test_honors_and_essays_become_awards_of_their_year(self):
        dialog = self._read(
            ("2025", "岗位学雷锋标兵", "", "00012", "Employee", "老部门"),
            ("2025年", "岗位学雷锋标兵", "", "", "Colleague", ""),
            ("2024", "主题征文", "一等奖", "00012", "", "", "晨", ESSAY),
            ("2024", "优秀组织奖", "", "", "", "Service Hall"),
        )
        self.assertEqual(self._verdicts(dialog), ["ready"] * 4)
        self.assertFalse(self._entries(), "nothing is written before it was seen")

        dialog.action_import()

        awards = self._entries().award_id
        self.assertEqual(
            {(each.kind, each.year, each.name, each.state) for each in awards},
            {
                ("person", 2025, "岗位学雷锋标兵", "granted"),
                ("essay", 2024, "主题征文", "granted"),
                ("department", 2024, "优秀组织奖", "granted"),
            },
        )
        self.assertEqual(set(awards.mapped("is_earlier")), {True})
        self.assertRecordValues(
            self._entries(),
            [
                {
                    "employee_id": person,
                    "employee_name": name,
                    "department_id": self.hall.id,
                    "department_name": department,
                    "tier_name": tier,
                    "body": body,
                    "state": "granted",
                }
                for person, name, department, tier, body in (
                    (self.person.id, "Employee", "老部门", "", False),
                    (self.people["colleague"].id, "Colleague", "Service Hall", "", False),
                    (self.person.id, "Employee", "Service Hall", "一等奖", ESSAY.strip()),
                    (False, False, "Service Hall", "", False),
                )
            ],
        )

    def test_the_journal_holds_digests_and_no_names(self):
        self._read(("2025", "标兵", "", "00012")).action_import()

        row = self.env["leifeng.journal"].search([("kind", "=", "earlier_awards")], limit=1)

        self.assertEqual(list(json.loads(row.payload)["entries"]), [str(self._entries().id)])
        self.assertNotIn("Employee", row.payload)

    def test_nothing_is_imported_twice(self):
        row = ("2025", "标兵", "", "00012")
        self.assertEqual(self._verdicts(self._read(row, row)), ["ready", "known"])
        self._read(row, row).action_import()

        again = self._read(row, ("2025", "标兵", "", "", "Colleague"))
        self.assertEqual(self._verdicts(again), ["known", "ready"])
        again.action_import()

        self.assertEqual(len(self._entries()), 2)
        self.assertEqual(len(self._entries().award_id), 1)

    def test_each_row_that_can_t_be_taken_says_why(self):
        self._employee("Twin")
        self._employee("Twin")
        rows = (
            ("25", "标兵", "", "00012"),
            ("2099", "标兵", "", "00012"),
            ("2025", "", "", "00012"),
            ("2025", "标兵", "", "", "Nobody"),
            ("2025", "标兵", "", "", "Twin"),
            ("2025", "标兵", "", "00012", "Somebody Else"),
            ("2025", "征文", "", "00012", "", "", "晨", ""),
            ("2025", "组织奖", "", "", "", "No Such Department"),
        )

        dialog = self._read(*rows)

        self.assertEqual(set(self._verdicts(dialog)), {"refused"})
        self.assertTrue(all(dialog.line_ids.mapped("remark")))
        returned = earlier_sheet.read(base64.b64decode(dialog.refused_file))
        self.assertEqual([row["award"] for _number, row in returned], [row[1] for row in rows])
        dialog.action_import()
        self.assertFalse(self._entries())

    def test_who_left_keeps_the_honors(self):
        gone = self._employee("Gone", barcode="00099", active=False)

        self._read(("2025", "标兵", "", "00099")).action_import()

        self.assertEqual(self._entries().employee_id, gone)

    def test_an_earlier_honor_counts_against_a_repeat(self):
        """The issue, 1: no repeat within n years, earlier honors imported from xlsx."""
        award = self._award(name="岗位学雷锋标兵", repeat_years=2)
        self._read((str(award.year - 1), "岗位学雷锋标兵", "", "00012")).action_import()

        self.assertEqual(award._earlier_winners(), ({self.person.id}, set()))

    def test_the_file_to_fill_in_is_read_as_it_is_given(self):
        dialog = self._as("officer", self.env["leifeng.award.earlier"]).create({})

        ((_number, row),) = earlier_sheet.read(base64.b64decode(dialog.template))

        self.assertEqual((row["year"], row["number"]), ("2025", "WX065"))
        self.assertIn("template", dialog.action_template()["url"])

    def test_a_file_that_is_none_is_refused(self):
        for content in (b"", b"\xff\xfe\x00", "姓名\n甲\n".encode()):
            dialog = self._as("officer", self.env["leifeng.award.earlier"]).create(
                {"file": base64.b64encode(content)}
            )
            with self.assertRaises(UserError, msg=content):
                dialog.action_read()

    def test_the_office_imports_and_nobody_else(self):
        for role in ("supervisor", "hr", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.award.earlier"]).create({})

    def test_an_employee_sees_the_own_honor_and_no_other(self):
        self._read(
            ("2025", "标兵", "", "00012"), ("2025", "标兵", "", "", "Colleague")
        ).action_import()

        for role in ("employee", "colleague"):
            seen = self._as(role, self.env["leifeng.award.entry"]).search([])
            self.assertEqual(seen.employee_id, self.people[role], role)
