from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import moments


class LeifengServiceEntry(models.Model):
    """The second person's word: the hours become a record, or don't, with a sentence."""

    _inherit = "leifeng.service.entry"

    # ACTIONS

    def action_record(self):
        """Agree: the hours become records. The rules on a day are looked at once more, with what
        stands by now; a sheet confirmed at the same moment meets this on the person's row."""
        self.check_access("read")
        # sudo: hr.employee - no right on hr is needed to count up the touch
        self.sudo().employee_id._leifeng_touch()
        for entry in self:
            entry._check_may_decide()
            entry._check_day()
            entry._record()

    def action_refuse(self, answer):
        """Don't record the hours; ``answer`` says why, to the person and to who entered them."""
        self.check_access("read")
        answer = (answer or "").strip()
        if not answer:
            raise UserError(self.env._("Please say why the hours are not recorded."))
        for entry in self:
            entry._check_may_decide()
            entry._decide("refused", answer=answer)
            self.env["leifeng.journal"].record("entry_refused", entry, {})
            entry._tell_refused()

    # BUSINESS

    @api.model
    def _from_signups(self, signups):
        """Let hours of a sheet wait for the campaign's manager; called with the sheet confirmed."""
        records = self.env["leifeng.service.record"]
        return self.create([self._values_from_record(records, signup) for signup in signups])

    @api.model
    def _values_from_record(self, records, signup):
        values = records._values_from_signup(signup)
        return {
            **{name: value for name, value in values.items() if name in self._fields},
            "source": "sheet",
            "long_day": True,
            "asked_by_id": self.env.uid,
            "asked_by": self.env.user.name,
        }

    def _decision_refusal(self):
        """Return why this user can't decide, or ''."""
        user = self.env.user
        if not user.has_group("leifeng_campaign.group_leifeng_officer"):
            return self.env._("Only the campaign's office can decide on these hours.")
        if self.asked_by_id == user:
            return self.env._("You entered these hours: a second person has to decide.")
        if self.employee_id == user.employee_id:
            return self.env._("Nobody decides on the own hours.")
        if self.long_day or self._verdict() == "long":
            return self._long_refusal(user)
        return ""

    def _long_refusal(self, user):
        if not user.has_group("leifeng_campaign.group_leifeng_manager"):
            return self.env._(
                "More than 12 hours on this day: the campaign's manager has to decide."
            )
        # sudo: leifeng.session - who led the session of hours that one may read
        if user.employee_id and self.sudo().session_id.leader_id == user.employee_id:
            return self.env._("You led this session: another manager has to decide.")
        return ""

    def _check_may_decide(self):
        if self.state != "review":
            self._refuse_state("state", "recorded")
        if refusal := self._decision_refusal():
            raise AccessError(refusal)

    def _check_day(self):
        found = self._verdict()
        if refusal := self.env["leifeng.service.record"]._verdict_text(found, self.employee_name):
            raise UserError(refusal)

    def _record(self):
        # sudo: leifeng.service.record - nobody has write access to records, acts write them
        records, values = self.env["leifeng.service.record"].sudo(), self.sudo()._record_values()
        record = records.create(values)
        self._decide("recorded", record_id=record.id)
        journal = self.env["leifeng.journal"]
        salt = journal.salt()
        journal.record(
            "entry_recorded",
            self,
            {"salt": salt, "records": {str(record.id): record._digest(salt)}},
        )
        self._tell_recorded()

    def _decide(self, state, **vals):
        # sudo: leifeng.service.entry - nobody has write access, these acts write the decision
        self.sudo()._set_state(
            state, decided_by=self.env.user.name, decided_on=fields.Datetime.now(), **vals
        )

    def _concerned(self):
        """Return the person, and who entered the hours."""
        # sudo: res.users - the employee of who entered the hours is told
        return self.sudo().employee_id | self.sudo().asked_by_id.employee_id

    def _tell_recorded(self):
        name, content, date = self.employee_name, self.content, self.date
        self.env["leifeng.message"].tell(
            self._concerned(),
            lambda env: env._(
                "The hours of %(name)s for “%(content)s” of %(date)s have been recorded.",
                name=name,
                content=content,
                date=moments.date_text(env, date),
            ),
            url="/my/leifeng/records",
        )

    def _tell_refused(self):
        name, content, date, answer = self.employee_name, self.content, self.date, self.answer
        self.env["leifeng.message"].tell(
            self._concerned(),
            lambda env: env._(
                "The hours of %(name)s for “%(content)s” of %(date)s have not been recorded: "
                "%(answer)s",
                name=name,
                content=content,
                date=moments.date_text(env, date),
                answer=answer,
            ),
            url="/my/leifeng/records",
        )
