from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..tools import plain_text

MAX_REPORT = 2000  # characters
TODO = "mail.mail_activity_data_todo"


class LeifengFollowup(models.Model):
    """Whose desk it lies on, and the one report of what was done."""

    _inherit = "leifeng.followup"

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps._schedule()
        return steps

    def write(self, vals):
        """Override: the to-do follows whoever is responsible, and the date."""
        done = super().write(vals)
        if {"department_id", "employee_id", "date_due"} & vals.keys():
            self._schedule()
        return done

    # ACTIONS

    def action_report(self, text):
        """Report once what was done; ``text`` is kept as it is said."""
        self.ensure_one()
        self.check_access("read")
        if not self._is_concerned():
            raise AccessError(self.env._("Only the department's coordinator or head reports this."))
        values = {
            "report": self._reported(text),
            "reported_on": self.company_id._leifeng_today(),
            "reported_by": self.env.user.name,
        }
        if self.state != "open":
            self._refuse_state("state", "done")
        # sudo: leifeng.followup - heads and coordinators have read access alone; checked above
        for step in self.sudo()._chain().filtered(lambda each: each.state == "open"):
            step._set_state("done", **values)
            step.activity_feedback([TODO])

    def action_drop(self):
        """No Longer Needed; the office alone says so."""
        self.check_access("write")
        self._set_state("dropped")
        self.activity_unlink([TODO])

    def action_reopen(self):
        self.check_access("write")
        self._set_state("open", reported_on=False, reported_by=False)
        self._schedule()

    # BUSINESS

    def _reported(self, text):
        text = plain_text.cleaned(text) if isinstance(text, str) else ""
        if not text:
            raise UserError(self.env._("Please write a sentence about what was done."))
        if len(text) > MAX_REPORT:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_REPORT)
            )
        return text

    def _chain(self):
        """Return the step with what it was carried on from, and what it is carried on as."""
        chain, found = self, self
        while found:
            found = (found.origin_id | found.next_ids) - chain
            chain |= found
        return chain

    def _schedule(self):
        """Put what is open on the desk of the responsible internal user, with its day."""
        self.activity_unlink([TODO])
        for step in self.filtered(lambda each: each.state == "open"):
            user = step._responsible_user()
            if user and step.campaign_id.state != "draft":
                step.activity_schedule(
                    TODO, date_deadline=step.date_due, summary=step.name, user_id=user.id
                )

    def _responsible_user(self):
        """Return the account that keeps to-dos: the colleague's, else the coordinator's or the
        head's; accounts of the portal have no to-dos."""
        # sudo: hr.employee - whose accounts they are
        step = self.sudo()
        people = (step.employee_id, step.part_id.coordinator_id, step.part_id.head_id)
        users = [person.user_id for person in people if person.user_id]
        return next((user for user in users if user._is_internal()), self.env["res.users"])

    @api.model
    def _mine(self):
        """Return the steps for which this user is the responsible colleague, open ones first; of
        what was carried on in a campaign that has begun, the last one alone."""
        me = self.env.user.employee_id.id
        domain = [
            ("employee_id", "=", me),
            ("campaign_id.state", "!=", "draft"),
            ("state", "!=", "dropped"),
            ("next_ids", "not any", [("campaign_id.state", "!=", "draft")]),
        ]
        # sudo: leifeng.followup - whoever took it over may be somebody else; the own ones
        found = self.sudo().search(domain).sudo(False) if me else self
        return found.sorted(lambda step: step.state != "open")

    @api.model
    def _of_part(self, part):
        """Return what a department's page lists: the steps of this campaign, and open ones of
        earlier campaigns that were not carried on."""
        domain = [
            ("department_id", "=", part.department_id.id),
            ("campaign_id.state", "!=", "draft"),
            "|",
            ("campaign_id", "=", part.campaign_id.id),
            "&",
            ("state", "=", "open"),
            ("next_ids", "=", False),
        ]
        return self.search(domain)
