from decimal import Decimal

from psycopg2.errors import RestrictViolation

from odoo.exceptions import UserError
from odoo.tools import mute_logger

from .test_leifeng_award_review import FULL, ReviewCase


class TestCorrect(ReviewCase):
    def test_a_new_version_with_a_reason(self):
        old = self._submit()
        scores = self._scores(self.award, "30", "20.5", "30")
        new_id = self._as("judge", old).action_correct("Mixed up", scores, "Now right")

        new = self._live()
        self.assertEqual(new.id, new_id)
        self.assertEqual((old.state, old.total), ("superseded", 75.5))
        self.assertEqual((new.version, new.previous_id, new.total), (2, old, 80.5))
        self.assertEqual((new.code, new.correction_reason), (old.code, "Mixed up"))
        self.assertEqual((new.title, new.body, new.sequence), (old.title, old.body, old.sequence))
        valid = [(new.judge_id.id, new.entry_id.id, Decimal("80.50"))]
        self.assertEqual(self.award._valid_sheets(), valid)
        self.assertEqual(self.award._progress()["Judge"], (1, 2))

    def test_a_correction_of_a_correction(self):
        sheet = self._submit()
        for value in ("10", "11"):
            scores = self._scores(self.award, value, "0", "0")
            self._as("judge", self._live()).action_correct("Again", scores, "")
        self.assertEqual((self._live().version, self._live().total), (3, 11))
        self.assertEqual(sheet.state, "superseded")

    def test_without_a_reason_or_scores(self):
        sheet = self._submit()
        with self.assertRaises(UserError):
            self._as("judge", sheet).action_correct(" ", self._scores(self.award, *FULL), "")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self._as("judge", sheet).action_correct("Wrong", self._scores(self.award, "1"), "")
        with self.assertRaises(UserError):
            self._as("judge", self._sheets(self.award)[1]).action_correct("Wrong", {}, "")

    def test_who_abstained_can_still_score(self):
        self._as("judge", self.sheet).action_abstain("")
        scores = self._scores(self.award, *FULL)
        self._as("judge", self.sheet).action_correct("I can after all", scores, "")
        self.assertEqual(self._live().total, 75.5)


class TestGuards(ReviewCase):
    """The database refuses what no act of ours does."""

    def _assert_refused(self, query, *params):
        self.env.flush_all()
        with (
            self.assertRaises(RestrictViolation) as caught,
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(query, params)
        return caught.exception

    def _insert_line(self, sheet):
        return (
            "INSERT INTO leifeng_award_review_line (review_id, criterion_id, name, maximum, value)"
            " VALUES (%s, %s, 'More', 100, 100)",
            sheet.id,
            self._award("person").criterion_ids[0].id,
        )

    def test_no_line_under_a_submitted_sheet(self):
        sheet = self._submit()
        error = self._assert_refused(*self._insert_line(sheet))
        lines = self.env["leifeng.award.review.line"]
        self.assertIn("correction", lines._sql_error_to_message(error))
        query, *params = self._insert_line(self._sheets(self.award)[1])
        self.env.cr.execute(query, params)
        self.assertEqual(self.env.cr.rowcount, 1)

    def test_no_line_under_an_abstained_or_superseded_one(self):
        self._as("judge", self.sheet).action_abstain("")
        self._assert_refused(*self._insert_line(self.sheet))

    def test_nothing_typed_changes_afterwards(self):
        sheet = self._submit()
        for column, value in (
            ("comment", "x"),
            ("draft_scores", "{}"),
            ("scan_id", None),
            ("entered_by_id", 1),
            ("checked_by_id", 1),
            ("from_paper", True),
            ("correction_reason", "x"),
            ("total", 1),
            ("body", "x"),
            ("code", "Z99"),
            ("entry_id", 1),
            ("judge_id", 1),
        ):
            query = f"UPDATE leifeng_award_review SET {column} = %s WHERE id = %s"
            error = self._assert_refused(query, value, sheet.id)
            if column not in ("total",):
                self.assertIn("correction", sheet._sql_error_to_message(error), column)

    def test_no_way_back_from_submitted(self):
        sheet = self._submit()
        for state in ("draft", "abstained"):
            self._assert_refused(
                "UPDATE leifeng_award_review SET state = %s WHERE id = %s", state, sheet.id
            )

    def test_no_delete(self):
        self._assert_refused("DELETE FROM leifeng_award_review WHERE id = %s", self.sheet.id)
        self._submit()
        self._assert_refused("DELETE FROM leifeng_award_review_line")

    def test_the_orm_as_superuser(self):
        sheet = self._submit()
        for values in (
            {"comment": "x"},
            {"total": 3.0},
            {"body": "x"},
            {"draft_scores": {"1": "2"}},
        ):
            with (
                self.assertRaises(RestrictViolation),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                sheet.write(values)
                self.env.flush_all()
            self.env.invalidate_all()
        with self.assertRaises(UserError):
            sheet.write({"state": "draft"})

    def test_updating_the_module_keeps_the_guards(self):
        self.env["leifeng.award.review"].init()
        self.env["leifeng.award.review.line"].init()
        sheet = self._submit()
        self._assert_refused(*self._insert_line(sheet))

    def test_uninstalling_drops_the_functions(self):
        self.env["leifeng.award.review.line"]._drop_functions()
        self.env.cr.execute("SELECT count(*) FROM pg_proc WHERE proname LIKE 'leifeng_%'")
        self.assertEqual(self.env.cr.fetchone(), (0,))
