from odoo import models
from odoo.exceptions import AccessError, UserError

WRITTEN = ("draft", "returned")  # states in which an essay is written


class LeifengAward(models.Model):
    """Who writes for a contest: every employee one essay (practice point 23)."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_begin_essay(self):
        """Begin one's own essay; return it as a draft, or the one that is written already."""
        self.ensure_one()
        self.check_access("read")
        # sudo: hr.employee - portal users can't read hr; it is oneself
        person = self.env.user.employee_id.sudo()
        if not person:
            raise AccessError(self.env._("Essays are written by employees of the agency."))
        self._check_accepting_essays()
        if refusal := self._person_refusal(person):
            raise UserError(refusal)
        return self._own_draft(person) or self._begin(person, "self")

    # BUSINESS

    def _check_accepting_essays(self):
        if self.kind != "essay" or not self._accepts_entries():
            raise UserError(self.env._("“%(name)s” accepts no essays now.", name=self.name))

    def _own_essays(self):
        """Return the user's own essays for these awards, what stands before what was withdrawn."""
        me = self.env.user.employee_id
        domain = [("kind", "=", "essay"), ("employee_id", "=", me.id)]
        if self:
            domain.append(("award_id", "in", self.ids))
        essays = self.env["leifeng.award.entry"].search(domain, order="id desc")
        return essays.sorted(lambda each: each.state == "withdrawn") if me else essays.browse()

    def _contests(self):
        """Return the essay contests of the agency that accept entries today."""
        found = self.search([("kind", "=", "essay"), ("state", "=", "open")])
        return found.filtered(lambda award: award._accepts_entries())

    def _own_essay(self):
        """Return the user's essay for this contest, or nothing; not one that was withdrawn."""
        return self._own_essays().filtered(lambda each: each.state != "withdrawn")[:1]

    def _save_own_essay(self, values, seen=None):
        """Save ``values`` in the user's essay, which begins with it; return (essay, saved).

        ``seen``: the version that the writer's page shows, 0 for none yet. What was changed in
        another window meanwhile isn't saved over; a message that comes twice does no harm.
        """
        essay = self._own_essay() or self.action_begin_essay()
        unseen = seen is not None and essay.version != seen and not essay._is_blank()
        if unseen and essay._changed(essay._essay_values(values)):
            return essay, False
        essay._save_essay(values)
        return essay, True
