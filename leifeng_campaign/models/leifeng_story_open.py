from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import story_text

# A nomination that stands, or what came of it
STANDING = ("submitted", "candidate", "granted", "not_granted")


class LeifengAwardEntry(models.Model):
    """A publicity item opened from an entry: text and department are taken over, asked once."""

    _inherit = "leifeng.award.entry"

    story_ids = fields.One2many("leifeng.story", "entry_id", string="Publicity Items")
    may_open_story = fields.Boolean(compute="_compute_may_open_story")

    def _compute_may_open_story(self):
        for entry in self:
            stands = entry.state in STANDING if entry.kind != "essay" else entry.state == "granted"
            entry.may_open_story = stands and not entry.story_ids and entry._may_publicize()

    # ACTIONS

    def action_open_story(self):
        """Open the entry's deed or winning essay as a publicity item, or the one there is."""
        self.ensure_one()
        self.check_access("read")
        story = self.story_ids or self._open_story()
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.story",
            "res_id": story.id,
            "views": [(False, "form")],
        }

    # BUSINESS

    def _may_publicize(self):
        user = self.env.user
        if user.has_group("leifeng_campaign.group_leifeng_officer"):
            return True
        return self.kind != "essay" and self.department_id in user._leifeng_departments()

    def _open_story(self):
        if not self._may_publicize():
            raise AccessError(self.env._("Items are opened by the office or the department."))
        self._check_openable()
        # sudo: leifeng.story - what comes from the entry is not written by hand
        story = self.env["leifeng.story"].sudo().create(self._story_values())
        award = story.entry_id.award_id.name
        story.message_post(body=self.env._("Opened from an entry of “%(award)s”.", award=award))
        return story.sudo(False)

    def _check_openable(self):
        if self.kind == "essay":
            if self.state != "granted":
                raise UserError(self.env._("Only essays that won are published."))
        elif self.state not in STANDING:
            raise UserError(self.env._("This nomination does not stand."))
        if self.kind == "person" and not self.consent_publicized:
            raise UserError(
                self.env._("%(name)s did not agree to be publicized.", name=self.employee_name)
            )

    def _story_values(self):
        essay = self.kind == "essay"
        # sudo: leifeng.award.entry - who wrote the nomination
        writer = self.sudo().entered_by_id
        text = self.body if essay else self.deeds_full or self.deeds_short or self.statement
        return {
            "name": self.title if essay else self.employee_name or self.department_name,
            "kind": "essay" if essay else "deed",
            "body": story_text.from_plain(text),
            "entry_id": self.id,
            "campaign_id": self.campaign_id.id,
            "company_id": self.company_id.id,
            "author_id": self.employee_id.id if essay else writer.id,
            "person_id": False if essay else self.employee_id.id,
            "department_id": self.department_id.id,
            **self._story_consent(),
        }

    def _story_consent(self):
        """Return what the nominee said when nominated; an author is asked by itself."""
        if self.kind != "person":
            return {}
        return {"consent": "given", "consent_on": self.consent_on}
