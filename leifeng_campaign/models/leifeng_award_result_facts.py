from odoo import fields, models


class LeifengAwardResult(models.Model):
    """A department's facts side by side with its head-count, for the Excellent Organization Award.

    Sums, no places: what a department did for others and how many of its people took part.
    """

    _inherit = "leifeng.award.result"

    headcount = fields.Integer(string="Head-count", compute="_compute_facts")
    people_count = fields.Integer(string="People Taking Part", compute="_compute_facts")
    people_share = fields.Float(string="Share, Percent", compute="_compute_facts", digits=(5, 1))
    times_count = fields.Integer(string="Times Taken Part", compute="_compute_facts")
    request_count = fields.Integer(string="Requests Served", compute="_compute_facts")
    rating = fields.Float(string="Average of Ratings", compute="_compute_facts", digits=(3, 2))
    rating_count = fields.Integer(string="Ratings", compute="_compute_facts")
    summary_on_time = fields.Boolean(string="Summary on Time", compute="_compute_facts")

    def _compute_facts(self):
        """Read the copy that was made when judging opened."""
        # sudo: leifeng.award.entry - facts of departments, which the office and the panel read
        for result in self.sudo():
            facts = result.entry_id.facts or {}
            result.headcount = facts.get("headcount", 0)
            result.people_count = facts.get("people_count", 0)
            result.people_share = facts.get("people", 0)
            result.times_count = facts.get("times", 0)
            result.request_count = facts.get("requests", 0)
            result.rating = facts.get("ratings", 0)
            result.rating_count = facts.get("rating_count", 0)
            result.summary_on_time = bool(facts.get("summary"))
