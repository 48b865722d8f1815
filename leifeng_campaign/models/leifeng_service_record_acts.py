from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..tools import hours, moments
from .leifeng_service_record import FINAL

ONE_DAY = timedelta(days=1)


class LeifengServiceRecord(models.Model):
    """Correcting a record: reversed by its opposite, and written again with a reason."""

    _inherit = "leifeng.service.record"

    # ACTIONS

    def action_correct(self, reason, start=None, stop=None, break_minutes=0):
        """Reverse the record and, if times are given, write it again with them.

        Returns the new record, or an empty recordset when nothing remains.
        """
        self.ensure_one()
        self.employee_id._leifeng_touch()
        self._check_can_correct(reason)
        if start or stop:
            self._check_new_times(start, stop, break_minutes)
        # sudo: leifeng.service.record - nobody has write access to records, acts write them
        record = self.sudo()
        record._touch()
        record.create(record._reversal_values(reason))
        again = record.browse()
        if start:
            again = record.create(record._again_values(reason, start, stop, break_minutes))
        self.env["leifeng.journal"].record(
            "record_reversed", record, {"again": again.ids, "minutes": again.minutes}
        )
        record._revoke_certificates(reason)
        record._tell_corrected()
        return again

    # BUSINESS

    def _check_can_correct(self, reason):
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise UserError(self.env._("Only the campaign's office can correct a record."))
        if self.employee_id == self.env.user.employee_id:
            raise UserError(
                self.env._("Nobody corrects the own record. Please ask a colleague of the office.")
            )
        if not (reason or "").strip():
            raise UserError(self.env._("Please say why the record is corrected."))
        if self.state != "recorded":
            raise UserError(self.env._("This record has been corrected already."))

    def _check_new_times(self, start, stop, break_minutes):
        if not (start and stop and start < stop and break_minutes >= 0):
            raise UserError(
                self.env._("Leaving comes after arriving, and a break can't be negative.")
            )
        if self._local_date(start) != self.date:
            raise UserError(self.env._("The new times must be on the day of the record."))
        minutes = hours.served_minutes(start, stop, break_minutes)
        if stop - start > ONE_DAY or stop > fields.Datetime.now() or not minutes:
            raise UserError(self.env._("Please check the times: they don't fit the service."))
        # sudo: leifeng.service.record - records of other companies count without being shown
        record = self.sudo()
        if record._standing_between(self.employee_id, start, stop) - record:
            raise UserError(self.env._("Another service record covers part of this time."))
        if self.kind == "service":
            record._check_long_day(minutes + record._other_minutes())

    def _check_long_day(self, minutes):
        """Over 12 hours on a day need the manager, who must not have led the session."""
        user = self.env.user
        if minutes <= hours.DAY_SECOND_PERSON:
            return
        if not user.has_group("leifeng_campaign.group_leifeng_manager"):
            raise UserError(
                self.env._("More than 12 hours on this day: the campaign's manager has to correct.")
            )
        if user.employee_id and self.session_id.leader_id == user.employee_id:
            raise UserError(self.env._("You led this session: another manager has to decide."))

    def _other_minutes(self):
        """Minutes that the person served that day beside this record."""
        day = self.search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("date", "=", self.date),
                ("kind", "=", "service"),
            ]
        )
        return sum((day - self).mapped("raw_minutes"))

    def _local_date(self, moment):
        zone = self.company_id.leifeng_tz
        return fields.Datetime.context_timestamp(self.with_context(tz=zone), moment).date()

    def _revoke_certificates(self, reason):
        # sudo: leifeng.certificate - nobody has write access, a correction revokes what it changes
        certificates = self.env["leifeng.certificate"].sudo()
        certificates.search([("record_ids", "in", self.ids), ("state", "=", "valid")])._revoke(
            reason
        )

    def _reversal_values(self, reason):
        return {
            **self._copied_values(),
            "raw_minutes": -self.raw_minutes,
            "minutes": -self.minutes,
            "work_minutes": -self.work_minutes,
            "reverses_id": self.id,
            "reason": reason.strip(),
            "recorded_by": self.env.user.name,
        }

    def _again_values(self, reason, start, stop, break_minutes):
        return {
            **self._copied_values(),
            **self._time_values(self.company_id, start, stop, break_minutes),
            "reason": reason.strip(),
            "recorded_by": self.env.user.name,
        }

    def _copied_values(self):
        names = (*FINAL, "department_id", "company_id")
        return {
            name: self[name].id if self._fields[name].type == "many2one" else self[name]
            for name in names
        }

    def _tell_corrected(self):
        content, date = self.content, self.date
        self.env["leifeng.message"].tell(
            self.employee_id,
            lambda env: env._(
                "Your service record “%(content)s” of %(date)s has been corrected.",
                content=content,
                date=moments.date_text(env, date),
            ),
            url="/my/leifeng/records",
        )

    def _touch(self):
        """Update the rows: a certificate and a correction at the same time collide here, one of
        them is run again and sees the other."""
        self.env.cr.execute(
            SQL(
                "UPDATE leifeng_service_record SET touch = coalesce(touch, 0) + 1 "
                "WHERE id = ANY(%s)",
                self.ids,
            )
        )
        self.invalidate_recordset(["touch"])
