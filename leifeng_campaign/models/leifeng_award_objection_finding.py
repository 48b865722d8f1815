from odoo import models
from odoo.exceptions import AccessError, UserError

from ..tools import chain
from .leifeng_award_objection import HANDLER, OPEN

MIN_REPLY = 10  # characters: a sentence, not a word


class LeifengAwardObjection(models.Model):
    """The handler's way: check, then a finding; a signed objection gets an answer.

    Whoever objects in the own name is told what was found out; without a name and a clue there is
    nobody to tell (practice.md section 3: D11, D12). The handler is neither a judge of these
    awards, nor concerned, nor the objector.
    """

    _inherit = "leifeng.award.objection"

    # ACTIONS

    def action_start_check(self):
        """Say that somebody looks into it."""
        for objection in self:
            objection._check_may_handle()
        # sudo: leifeng.award.objection - nobody has write access, the handler's acts write it
        self.sudo()._set_state("checking")

    def action_keep_findings(self, findings):
        """Keep what was found out so far, for supervision alone."""
        self.ensure_one()
        self._check_may_handle()
        if self.state not in OPEN:
            raise UserError(self.env._("There is a finding already; it doesn't change."))
        # sudo: leifeng.award.objection - nobody has write access, the handler's acts write it
        self.sudo().findings = (findings or "").strip()

    def action_record_finding(self, upheld, findings, reply="", strike=True):
        """Close an objection.

        ``findings``: what was checked, for supervision alone; ``reply``: the answer to whoever
        signed; ``strike``: an upheld one takes the line off the list, which renews the notice.
        """
        self.ensure_one()
        self._check_may_handle()
        findings, reply = (findings or "").strip(), (reply or "").strip()
        self._check_finding(findings, reply)
        # sudo: leifeng.award.objection - nobody has write access, the handler's acts write it
        self.sudo()._set_state(
            "upheld" if upheld else "dismissed",
            findings=findings,
            reply=reply,
            decided_by=self.env.user.name,
            decided_on=self.company_id._leifeng_today(),
        )
        if upheld and strike and self.line_id:
            self._strike_line()
        self.env["leifeng.journal"].record("objection_finding", self, self._fact())
        self._tell_answer()

    # BUSINESS

    def _check_may_handle(self):
        user = self.env.user
        if not user.has_group(HANDLER):
            raise AccessError(self.env._("The discipline supervisors check objections."))
        self.check_access("read")
        if self.sudo()._concerns(user):  # sudo: leifeng.award.objection - who is concerned
            raise AccessError(
                self.env._("Somebody else must check this: you judged, object, or are concerned.")
            )

    def _concerns(self, user):
        """Whether ``user`` judged these awards, raised the objection, or is whom it is about."""
        entry, person = self.line_id.entry_id, user.employee_id
        about = entry.employee_id or entry.department_id.member_ids
        judges = (self.notice_id.award_ids | entry.award_id).judge_ids.user_id
        return user in judges or bool(person & (about | self.employee_id))

    def _check_finding(self, findings, reply):
        if not findings:
            raise UserError(self.env._("Please write down what was checked."))
        if self.signed and len(reply) < MIN_REPLY:
            raise UserError(
                self.env._(
                    "Whoever signed gets an answer: please write at least a sentence "
                    "(%(count)s characters).",
                    count=MIN_REPLY,
                )
            )

    def _strike_line(self):
        # sudo: leifeng.award.notice.line - which entry the line is about
        entry = self.sudo().line_id.entry_id
        results = entry.award_id._winners().filtered(lambda result: result.entry_id == entry)
        if results:
            day = self.env["leifeng.award.notice"]._day_text(self.decided_on)
            results._strike(self.env._("An objection was upheld on %(date)s.", date=day))

    def _fact(self):
        # sudo: leifeng.award.objection - digests of texts that supervision alone reads
        objection, salt = self.sudo(), self.env["leifeng.journal"].salt()
        return {
            "notice": objection.notice_id.id,
            "outcome": objection.state,
            "signed": objection.signed,
            "salt": salt,
            "digest": chain.digest(salt, objection.text, objection.findings, objection.reply or ""),
        }

    def _tell_answer(self):
        """Tell whoever signed with an account; the words name nothing that a mail could leak."""
        # sudo: leifeng.award.objection - who is told
        self.env["leifeng.message"].tell(
            self.sudo().employee_id,
            lambda env: env._("What you asked the discipline supervisors has been answered."),
            url="/my/leifeng/notices/objections",
        )
