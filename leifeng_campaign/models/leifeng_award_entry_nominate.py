from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .leifeng_award_nominate import STAGES

LIMITS = {"deeds_short": 300, "deeds_full": 1000}  # characters (practice.md section 4)
MAX_KEPT = 20_000  # characters of a draft that are kept, however long it may be when it is sent
NO_CONSENT = {
    "consent_considered": False,
    "consent_named": False,
    "consent_publicized": False,
    "consent_on": False,
    "consent_scan_id": False,
}
NO_SCREENING = {"reason": False, "department_by": False, "department_on": False}


class LeifengAwardEntry(models.Model):
    """Writing a nomination, sending it, and taking it back until somebody acted."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_save_nomination(self, values):
        """Save for Later: keep the texts in ``values``, whatever their length."""
        self.ensure_one()
        self._check_writing()
        texts = {name: self._kept(values[name]) for name in LIMITS.keys() & values.keys()}
        changed = {name: text for name, text in texts.items() if text != (self[name] or "")}
        if changed:
            self._edit(changed)

    def action_send_nomination(self, considered=False, named=False, publicized=False):
        """Send it: one's own with what one agrees to; a colleague's to the colleague first."""
        self.ensure_one()
        self._check_writing()
        self._check_sending()
        if self.employee_id == self.env.user.employee_id:
            self._check_considered(considered)
            return self._submit(**self._consent_values(named, publicized))
        if self.consent_considered:
            return self._submit()
        return self._ask_consent()

    def action_take_back_nomination(self):
        """Take Back: whoever wrote it makes it a draft again; consent is asked for anew."""
        self.ensure_one()
        self._check_writer()
        acted = self.state not in ("consent", "submitted") or self.department_on
        if acted or not self.award_id._accepts_entries():
            raise UserError(self.env._("There is nothing to take back any more."))
        # sudo: leifeng.award.entry - nobody has write access, this act writes it
        self.sudo()._set_state("draft", submitted_on=False, **NO_CONSENT)

    def action_delete_draft(self):
        """Delete a draft that one wrote, with its files."""
        self.ensure_one()
        self._check_writer()
        if self.state != "draft":
            raise UserError(self.env._("Only a draft can be deleted. Please take it back first."))
        # sudo: leifeng.award.entry - nobody has the right to delete; the own draft
        self.sudo().unlink()

    # BUSINESS

    def _is_writer(self):
        """Whether this user wrote the nomination; what the office entered is the office's."""
        if self.origin == "office":
            return self.env.user.has_group("leifeng_campaign.group_leifeng_officer")
        me = self.env.user.employee_id
        return bool(me) and self.entered_by_id == me

    def _check_writer(self):
        self.check_access("read")
        if self.kind != "person" or not self._is_writer():
            raise AccessError(self.env._("Only whoever wrote this nomination can change it."))

    def _check_writing(self):
        self._check_writer()
        # sudo: leifeng.award - in which stage it is
        stage = self.award_id.sudo().state
        if self.state not in ("draft", "returned") or stage not in STAGES:
            raise UserError(
                self.env._(
                    "This nomination can't be changed now. Take it back first, if you still can."
                )
            )

    def _kept(self, text):
        text = (text or "").strip() if isinstance(text, str) else ""
        if len(text) > MAX_KEPT:
            raise UserError(self.env._("Please use at most %(count)s characters.", count=MAX_KEPT))
        return text

    def _edit(self, vals):
        """Write ``vals`` as a new version; what somebody else changed has to be agreed to anew."""
        own = self.employee_id == self.env.user.employee_id
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        self.sudo().write({**vals, "version": self.version + 1, **({} if own else NO_CONSENT)})

    def _check_sending(self):
        if self.state == "draft":
            self.award_id._check_accepting()
            # sudo: hr.employee - the refusal names the person
            if refusal := self.award_id._person_refusal(self.sudo().employee_id):
                raise UserError(refusal)
        for name, limit in LIMITS.items():
            self._check_length(name, limit)

    def _check_length(self, name, limit):
        label, count = self._fields[name]._description_string(self.env), len(self[name] or "")
        if not count:
            raise UserError(self.env._("Please write: %(field)s.", field=label))
        if count > limit:
            raise UserError(
                self.env._(
                    "%(field)s: %(count)s characters. Please use at most %(limit)s.",
                    field=label,
                    count=count,
                    limit=limit,
                )
            )

    def _submit(self, **vals):
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        self.sudo()._set_state(
            "submitted",
            submitted_on=fields.Datetime.now(),
            **self._person_copies(),
            **NO_SCREENING,
            **vals,
        )

    def _ask_consent(self):
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        self.sudo()._set_state("consent", **self._person_copies(), **NO_SCREENING)
        award, by = self.award_id.name, self.env.user.name
        # sudo: hr.employee - whoever is asked is told
        self.env["leifeng.message"].tell(
            self.sudo().employee_id,
            lambda env: env._(
                "%(person)s would like to nominate you for “%(award)s”. It goes on only if you "
                "agree.",
                person=by,
                award=award,
            ),
            url=self._page_url(),
        )

    def _page_url(self):
        return f"/my/leifeng/nominations/{self.id}"
