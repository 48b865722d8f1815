from odoo import models
from odoo.exceptions import AccessError, UserError

from .leifeng_award_opinion_acts import BODIES


class LeifengAward(models.Model):
    """The papers of a panel's meeting: the summary to sign, and the form that asks for opinions."""

    _inherit = "leifeng.award"

    def action_view_results(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "leifeng_campaign.leifeng_award_result_action"
        )
        return {**action, "domain": [("award_id", "=", self.id)]}

    def action_view_facts(self):
        """Show departments' facts side by side."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "leifeng_campaign.leifeng_award_result_action_facts"
        )
        return {**action, "domain": [("award_id", "=", self.id)]}

    def action_view_closed_sheets(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "leifeng_campaign.leifeng_award_review_action_closed"
        )
        return {**action, "domain": [("award_id", "=", self.id), ("state", "!=", "draft")]}

    # ON PAPER

    def _summary_head(self):
        """Return the head of the journal, sealed first; "" while it holds nothing."""
        # first of all: Odoo shows a report's page to whoever may read the award
        self.env["leifeng.award.result"].check_access("read")
        if not self.scoring_closed_on:
            raise UserError(self.env._("There is a summary once scoring is closed."))
        return self.env["leifeng.journal"]._head_code()

    def _summary_results(self):
        """Return the results in their order, with the reader's own rights."""
        return self.result_ids.sorted(lambda each: (each.rank, each.code))

    def _departures(self):
        return self._summary_results().filtered("departure_reason")

    def _method_words(self):
        """Return how the points of the judges came about, each method that was used once."""
        labels = dict(self.result_ids._fields["method"]._description_selection(self.env))
        used = self.result_ids.mapped("method")
        return [label for value, label in labels.items() if value in used]

    def _panel_names(self):
        # sudo: leifeng.award.judge - the panel signs with its names, whoever prints it
        return self._panel().mapped("name")

    def _opinion_forms(self):
        """Return the blank forms for both bodies: [{body, award, rows}]; the office sends them.

        Checked here, since Odoo shows a report's page to whoever may read what it is about.
        """
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("The campaign's office asks for the opinions."))
        if self.kind == "essay" or not self._winners():
            raise UserError(self.env._("There is nobody proposed whose opinions are asked for."))
        rows = [result._opinion_row() for result in self._winners()]
        labels = self.env["leifeng.award.opinion"]._body_labels()
        return [{"body": labels[body], "award": self.name, "rows": rows} for body in BODIES]


class LeifengAwardResult(models.Model):
    _inherit = "leifeng.award.result"

    def _vote_words(self):
        """Return the votes as on paper: 'for 5, against 1, abstained 1, recused 0', "" for none."""
        if not (self.in_favor or self.against or self.abstained):
            return ""
        return self.env._(
            "For %(in_favor)s, against %(against)s, abstained %(abstained)s, recused %(recused)s",
            in_favor=self.in_favor,
            against=self.against,
            abstained=self.abstained,
            recused=self.recused_count,
        )

    def _opinion_row(self):
        entry = self.entry_id
        return {
            "name": entry.employee_name or entry.department_name,
            "department": entry.department_name or "",
            "post": entry.post or "",
            "deeds": entry.deeds_short or entry.statement or "",
            "opinion": "",
            "by": "",
        }


class LeifengAwardOpinion(models.Model):
    _inherit = "leifeng.award.opinion"

    def _body_labels(self):
        return dict(self._fields["body"]._description_selection(self.env))

    def _opinion_forms(self):
        """Return the body's own forms, with what it has said: [{body, award, rows}]."""
        labels = self._body_labels()
        groups = self.filtered(lambda each: each.state != "cancelled").grouped(
            lambda each: (each.body, each.award_name)
        )
        return [
            {"body": labels[body], "award": award, "rows": [each._form_row() for each in opinions]}
            for (body, award), opinions in groups.items()
        ]

    def _form_row(self):
        labels = dict(self._fields["state"]._description_selection(self.env))
        words = [labels[self.state], self.text] if self.state != "requested" else []
        return {
            "name": self.holder_name,
            "department": self.department_name or "",
            "post": self.post or "",
            "deeds": self.deeds_short or "",
            "opinion": "\n".join(filter(None, words)),
            "by": self.given_by or "",
        }
