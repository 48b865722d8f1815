from odoo import models
from odoo.exceptions import AccessError, UserError


class LeifengAward(models.Model):
    """Essays that reach the office on paper or as a file: of people without an account."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_essay_by_office(self, employee_id, texts, original=False, named=False, names_kept=0):
        """Enter and submit an essay of somebody; return it. ``texts``: {"title", "body"};
        ``named``: its author agrees, on the paper handed in, to be named if it wins.
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: hr.employee - officers have no right on hr
        person = self.env["hr.employee"].sudo().browse(employee_id).exists()
        self._check_essay_office(person)
        # sudo: leifeng.award.entry - a draft is its writer's alone, and the office has none
        essay = self._begin(person, "office").sudo()
        essay._save_essay(texts)
        essay.action_submit(original=original, named=named, names_kept=names_kept)
        return essay.sudo(False)

    def action_view_entries(self):
        """Override: essays have pages of their own."""
        action = super().action_view_entries()
        if self.kind != "essay":
            return action
        views = [
            (self.env.ref(f"leifeng_campaign.leifeng_award_essay_view_{kind}").id, kind)
            for kind in ("list", "kanban", "form")
        ]
        return {**action, "name": self.env._("Essays"), "views": views}

    # BUSINESS

    def _check_essay_office(self, person):
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Essays on paper are entered by the campaign's office."))
        if not person or person.company_id != self.company_id:
            raise UserError(self.env._("Please choose a colleague of this agency."))
        if person == self.env.user.employee_id:
            raise AccessError(self.env._("Please write your own essay in the portal."))
        self._check_accepting_essays()
        if refusal := self._person_refusal(person):
            raise UserError(refusal)
