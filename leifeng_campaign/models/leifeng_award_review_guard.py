from odoo import models
from odoo.tools import SQL

# What a judge or a clerk may still write, until the sheet is submitted.
UNTIL_SUBMITTED = (
    "comment",
    "draft_scores",
    "correction_reason",
    "from_paper",
    "paper_abstains",
    "entered_by_id",
    "checked_by_id",
    "scan_id",
)
SENTENCE = "A submitted sheet doesn't change. Please write a correction instead."

LINE_FUNCTION = """
CREATE OR REPLACE FUNCTION leifeng_award_review_line_insert() RETURNS trigger AS $$
DECLARE
    stands varchar;
BEGIN
    SELECT state INTO stands FROM leifeng_award_review WHERE id = NEW.review_id FOR SHARE;
    IF stands = 'draft' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'sheet % is submitted', NEW.review_id
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$ LANGUAGE plpgsql
"""


class LeifengAwardReview(models.Model):
    """The database itself refuses to change a submitted sheet."""

    _inherit = "leifeng.award.review"

    _append_only_guard_after = models.Constraint("CHECK (true)", SENTENCE)
    _append_only_guard_state = models.Constraint("CHECK (true)", SENTENCE)

    def init(self):
        done = super().init()
        guard = f"{self._table}_append_only_guard"
        final = SQL("OLD.state <> 'draft'")
        self._create_guard(f"{guard}_after", "UPDATE OF", UNTIL_SUBMITTED, final)
        back = SQL(
            "OLD.state <> 'draft' AND NEW.state <> OLD.state "
            "AND NEW.state NOT IN ('superseded', 'recused')"
        )
        self._create_guard(f"{guard}_state", "UPDATE OF", ["state"], back)
        return done


class LeifengAwardReviewLine(models.Model):
    """No score is added to a submitted sheet."""

    _inherit = "leifeng.award.review.line"

    _append_only_guard_insert = models.Constraint("CHECK (true)", SENTENCE)

    def init(self):
        done = super().init()
        self.env.cr.execute(LINE_FUNCTION)
        trigger = SQL.identifier(f"{self._table}_append_only_guard_insert")
        table = SQL.identifier(self._table)
        self.env.cr.execute(SQL("DROP TRIGGER IF EXISTS %s ON %s", trigger, table))
        self.env.cr.execute(
            SQL(
                "CREATE TRIGGER %s BEFORE INSERT ON %s FOR EACH ROW "
                "EXECUTE FUNCTION leifeng_award_review_line_insert()",
                trigger,
                table,
            )
        )
        return done

    def _drop_functions(self):
        done = super()._drop_functions()
        self.env.cr.execute("DROP FUNCTION IF EXISTS leifeng_award_review_line_insert() CASCADE")
        return done
