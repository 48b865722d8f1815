from odoo import fields, models

from ..tools.scoring_checks import far_off


class LeifengAwardReview(models.Model):
    """What closing adds to a sheet: the code under which the meeting speaks of the work, and
    whether it lies far from the others."""

    _inherit = "leifeng.award.review"

    work_code = fields.Char(string="Code at the Meeting", readonly=True, copy=False)
    far_off = fields.Boolean(
        string="Far from the Others",
        readonly=True,
        copy=False,
        help="More than twice the others' spread away from their mean. Nothing is corrected: it "
        "is a question to the panel.",
    )


class LeifengAward(models.Model):
    _inherit = "leifeng.award"

    def _mark_sheets(self):
        """Write the results' codes on the sheets, and mark those far from the others."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_award_review r SET work_code = x.code FROM leifeng_award_result x "
            "WHERE r.award_id = %s AND x.award_id = r.award_id AND x.entry_id = r.entry_id",
            [self.id],
        )
        for judge, works in far_off(self._valid_sheets()).items():
            self.env.cr.execute(
                "UPDATE leifeng_award_review SET far_off = TRUE WHERE judge_id = %s "
                "AND entry_id = ANY(%s) AND state = 'submitted'",
                [judge, works],
            )
        self.env["leifeng.award.review"].invalidate_model(["work_code", "far_off"])
