from odoo.exceptions import UserError
from odoo.tools import SQL

from .close_case import CloseCase
from .honor_case import HonorCase


class Tampering:
    """Change what is final as somebody with the database would, and have it verified."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.journal = cls.env["leifeng.journal"]

    def _row(self, kind, about=None):
        domain = [("kind", "=", kind)] + ([("res_id", "=", about.id)] if about else [])
        return self.journal.search(domain, limit=1, order="id desc")

    def _tamper(self, record, **columns):
        """Change a row as somebody with the database would, past the guard."""
        table = SQL.identifier(record._table)
        self.env.flush_all()
        self.env.cr.execute(SQL("ALTER TABLE %s DISABLE TRIGGER USER", table))
        for column, value in columns.items():
            self.env.cr.execute(
                SQL(
                    "UPDATE %s SET %s = %s WHERE id = %s",
                    table,
                    SQL.identifier(column),
                    value,
                    record.id,
                )
            )
        self.env.cr.execute(SQL("ALTER TABLE %s ENABLE TRIGGER USER", table))
        self.env.invalidate_all()

    def _assert_broken_from(self, row):
        self.assertEqual(self.journal._first_break(), row)
        with self.assertRaisesRegex(UserError, str(row.id)):
            self.journal.with_user(self.users["officer"]).action_verify()


class TestJournalAwards(Tampering, CloseCase):
    """Verify recomputes an award from its sheets and names the first row that doesn't fit."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award, cls.entries = cls._under_review(entries=3, facts=[{"hours": 5}])
        salt = cls.journal.salt()
        facts = {"rules_hash": cls.award.rules_hash, "salt": salt, "works": {}}
        cls.opening = cls.journal.record("judging_opened", cls.award, facts)
        totals = zip(cls.entries, (80, 70, 60), strict=True)
        cls._scored(cls.award, {entry: [total] * 5 for entry, total in totals})
        cls.award.with_user(cls.users["officer"]).action_close_scoring()
        cls._propose(cls.award)
        cls._all_agree(cls.award)
        manager = cls.award.with_user(cls.users["manager"])
        manager.action_record_approval("Party Committee", cls._today(), "Zhao")
        cls.env.flush_all()
        cls.journal._seal_rows()

    def test_an_award_that_nobody_touched_fits(self):
        self.assertFalse(self.journal._first_break())

        told = self.journal.with_user(self.users["supervisor"]).action_verify()
        self.assertEqual(told["params"]["type"], "success")

    def test_a_changed_score_names_its_sheet(self):
        """awards.md 6.10, case 5."""
        sheet = self._sheet_of(self.entries[1])
        self._tamper(sheet.line_ids[0], value=1)

        self._assert_broken_from(self._row("score_sheet", sheet))

    def test_a_changed_total_names_its_sheet(self):
        sheet = self._sheet_of(self.entries[1])
        self._tamper(sheet, total=99)

        self._assert_broken_from(self._row("score_sheet", sheet))

    def test_a_score_that_was_taken_out_names_its_sheet(self):
        sheet = self._sheet_of(self.entries[2])
        self.env.cr.execute("ALTER TABLE leifeng_award_review_line DISABLE TRIGGER USER")
        self.env.cr.execute(
            "DELETE FROM leifeng_award_review_line WHERE id = %s", [sheet.line_ids[0].id]
        )
        self.env.cr.execute("ALTER TABLE leifeng_award_review_line ENABLE TRIGGER USER")
        self.env.invalidate_all()

        self._assert_broken_from(self._row("score_sheet", sheet))

    def test_a_sheet_that_was_set_aside_changes_the_result(self):
        self._tamper(self._sheet_of(self.entries[0]), state="recused")

        self._assert_broken_from(self._row("scoring_closed"))

    def test_a_changed_result_is_named(self):
        for column, value in (("score", 99), ("rank", 1), ("computed", 15)):
            result = self._result(self.entries[2])
            before = result[column]
            self._tamper(result, **{column: value})
            self._assert_broken_from(self._row("scoring_closed"))
            self._tamper(result, **{column: before})
        self.assertFalse(self.journal._first_break())

    def test_another_tier_by_the_order_is_named(self):
        self._tamper(self._result(self.entries[2]), by_order_tier_id=self.award.tier_ids.id)

        self._assert_broken_from(self._row("scoring_closed"))

    def test_changed_facts_of_an_entry_change_the_result(self):
        self._tamper(self.entries[0], facts='{"hours": 10}')

        self._assert_broken_from(self._row("scoring_closed"))

    def test_changed_rules_are_named(self):
        self._tamper(self.award.criterion_ids[0], weight=61)

        self._assert_broken_from(self.opening)

    def test_changed_votes_tiers_and_reasons_are_named(self):
        result = self._result(self.entries[0])
        for column, value in (("in_favor", 3), ("tier_id", None), ("departure_reason", "New")):
            self._tamper(result, **{column: value})
            self._assert_broken_from(self._row("panel_proposal"))
            kept = {"in_favor": 5, "tier_id": self.award.tier_ids.id, "departure_reason": None}
            self._tamper(result, **kept)
        self.assertFalse(self.journal._first_break())

    def test_a_changed_approval_is_named(self):
        self._tamper(self.award, approval_person="Somebody else")

        self._assert_broken_from(self._row("final_approval"))

    def test_a_renewed_proposal_takes_the_place_of_the_earlier(self):
        self.award.with_user(self.users["manager"]).action_back_to_panel()
        self._propose(self.award, note="Minutes corrected")
        self.env.flush_all()
        self.journal._seal_rows()

        self.assertFalse(self.journal._first_break())

    def test_who_is_disqualified_after_the_decision_changes_nothing(self):
        self.entries[0]._set_state("disqualified")

        self.assertFalse(self.journal._first_break())

    def _sheet_of(self, entry):
        domain = [("entry_id", "=", entry.id), ("state", "=", "submitted")]
        return self.env["leifeng.award.review"].sudo().search(domain, limit=1)


class TestJournalHonors(Tampering, HonorCase):
    """What was put on public notice and granted is what everyone reads today."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._award("person", judges=("judge",))
        cls._winner(cls.award, cls.people["employee"])
        cls._stage(cls.award, "approved")
        cls.company.write({"leifeng_office": "Office", "leifeng_office_phone": "0000-8801312"})
        values = {"name": "Notice", "award_ids": cls.award.ids, "campaign_id": cls.campaign.id}
        cls.notice = cls.env["leifeng.award.notice"].create(values)
        cls._as("officer", cls.notice).action_publish()
        other = cls._award("person", judges=("judge",))
        cls._winner(other, cls.people["colleague"])
        cls.honor = cls._honors_of(cls._issue(other))
        cls.env.flush_all()
        cls.journal._seal_rows()

    def test_what_nobody_touched_fits(self):
        self.assertFalse(self.journal._first_break())

    def test_a_changed_list_names_its_notice(self):
        self._tamper(self.notice.line_ids[0], holder_name="Somebody else")

        self._assert_broken_from(self._row("notice", self.notice))

    def test_a_changed_certificate_names_its_honor(self):
        for column in ("holder_name", "tier_name", "honor_words"):
            before = self.honor[column]
            self._tamper(self.honor, **{column: "Somebody else"})
            self._assert_broken_from(self._row("honor", self.honor))
            self._tamper(self.honor, **{column: before})
        self.assertFalse(self.journal._first_break())
