from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

EARLY = timedelta(hours=1)  # before the beginning, walk-ins may come
# What the keeper of the sheet enters besides who came.
RESULTS = ("people_served", "materials_handed_out", "extra_quantity", "extra_unit", "goods_given")


class LeifengSession(models.Model):
    """The sign-in sheet: who came, what came of it, and the hours that follow from it."""

    _inherit = "leifeng.session"

    sheet_ids = fields.One2many(
        "leifeng.session.signup",
        "session_id",
        string="Sign-in Sheet",
        domain=[("live", "=", True)],
        copy=False,
    )
    may_keep_sheet = fields.Boolean(
        compute="_compute_may_keep_sheet", search="_search_may_keep_sheet"
    )
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)
    confirmed_on = fields.Datetime(readonly=True, copy=False)
    confirmed_by = fields.Char(readonly=True, copy=False)
    record_ids = fields.One2many("leifeng.service.record", "session_id", string="Service Records")
    record_count = fields.Integer(string="Number of Records", compute="_compute_record_count")
    is_late = fields.Boolean(
        string="Record Overdue", compute="_compute_is_late", search="_search_is_late"
    )

    @api.depends_context("uid")
    @api.depends("leader_id", "department_id", "state")
    def _compute_may_keep_sheet(self):
        for session in self:
            session.may_keep_sheet = session.state == "open" and session._may_keep_sheet()

    def _search_may_keep_sheet(self, operator, value):
        if operator != "in":
            return NotImplemented
        user = self.env.user
        mine = fields.Domain("leader_id", "=", user.employee_id.id or 0)
        mine |= fields.Domain("department_id", "in", user._leifeng_departments().ids)
        if user.has_group("leifeng_campaign.group_leifeng_officer"):
            mine = fields.Domain.TRUE
        return mine & fields.Domain("state", "=", "open")

    @api.depends("record_ids")
    def _compute_record_count(self):
        counts = dict(
            self.env["leifeng.service.record"]._read_group(
                [("session_id", "in", self.ids)], ["session_id"], ["__count"]
            )
        )
        for session in self:
            session.record_count = counts.get(session._origin, 0)

    @api.depends("state", "stop")
    def _compute_is_late(self):
        due = self._due_moment()
        for session in self:
            session.is_late = session.state == "open" and session.stop < due

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return fields.Domain([("state", "=", "open"), ("stop", "<", self._due_moment())])

    @api.model
    def _due_moment(self):
        """Sheets of sessions before this moment are overdue: hours are recorded within 10 workdays
        (民政部令67 art. 11)."""
        company = self.env.company
        day = self.env["leifeng.workday"].calendar(company).add(company._leifeng_today(), -10)
        return company._leifeng_midnight(day)

    # ACTIONS

    def action_everyone_came(self):
        """Mark everyone who holds a place and isn't recorded yet as present on time."""
        self._check_may_keep_sheet()
        expected = self.signup_ids.filtered(
            lambda signup: signup.holds_place and signup.attendance == "pending"
        )
        # sudo: leifeng.session.signup - leaders with a portal account have read access alone
        expected.sudo().write({"attendance": "present"})

    def action_add_walk_in(self, employee_id):
        """Put somebody on the sheet who came without being signed up."""
        self.ensure_one()
        self._check_may_keep_sheet()
        # sudo: hr.employee - leaders can't read hr
        employee = self.env["hr.employee"].sudo().browse(employee_id).exists()
        if self._own_line(employee, [("session_id", "=", self.id)]):
            raise UserError(self.env._("%(name)s is on the sheet already.", name=employee.name))
        if refusal := self._walk_in_refusal(employee):
            raise UserError(refusal)
        # sudo: leifeng.session.signup - lines are joined by acts alone
        return (
            self.env["leifeng.session.signup"]
            .sudo()
            .create(
                {
                    "session_id": self.id,
                    "employee_id": employee.id,
                    "source": "walk_in",
                    "attendance": "present",
                    "signed_by": self.env.user.name,
                }
            )
        )

    def action_confirm(self, results=None):
        """Confirm the sheet: one record a person for service and training, none else.

        Hours of a person who comes over 12 hours on that day wait for the campaign's manager.

        ``results``: {field of ``RESULTS``: value}, what came of the day.
        """
        self.ensure_one()
        self._check_may_keep_sheet()
        self._check_sheet_complete()
        # sudo: leifeng.session - leaders and coordinators confirm, but can't write sessions
        session = self.sudo()
        session._set_state(
            "done",
            **{name: value for name, value in (results or {}).items() if name in RESULTS},
            confirmed_on=fields.Datetime.now(),
            confirmed_by=self.env.user.name,
        )
        records = session._make_records()
        session._journal_sheet(records)
        return records

    def action_view_sheet(self):
        """Open the sheet as a page of its own: leaders can't write the session it belongs to."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_session_signup_action_sheet"
        )
        domain = [("session_id", "in", self.ids), ("live", "=", True)]
        return {**action, "domain": domain}

    def action_view_records(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_record_action"
        )
        return {**action, "domain": [("session_id", "in", self.ids)], "context": {}}

    # BUSINESS

    def _may_keep_sheet(self):
        """The on-site leader, the department's coordinator or head, and officers."""
        user = self.env.user
        return (
            user.has_group("leifeng_campaign.group_leifeng_officer")
            or bool(self.leader_id and self.leader_id == user.employee_id)
            or bool(self.department_id and self.department_id in user._leifeng_departments())
        )

    def _check_may_keep_sheet(self):
        for session in self:
            session.check_access("read")
            if not session._may_keep_sheet():
                raise AccessError(
                    self.env._("Only the on-site leader or the office can keep this sheet.")
                )

    def _is_too_early(self):
        """Nobody signs ahead: presence is recorded from an hour before the beginning."""
        return self.start > fields.Datetime.now() + EARLY

    def _present(self):
        return self.signup_ids.filtered(lambda signup: signup.attendance == "present")

    def _touch_sheet(self):
        """Whoever confirms the sheet meanwhile is run again, and sees what was written."""
        self.env.cr.execute(
            SQL(
                "UPDATE leifeng_session SET touch = coalesce(touch, 0) + 1 WHERE id = ANY(%s)",
                self.ids,
            )
        )

    def _on_sheet(self):
        """Return the sign-ups that the sheet is about: holders of a place, and whoever came."""
        return self.signup_ids.filtered(
            lambda signup: signup.holds_place or signup.attendance != "pending"
        )

    def _local_date(self):
        """Return the agency's date on which the session begins."""
        local = self.with_context(tz=self._tz())
        return fields.Datetime.context_timestamp(local, self.start).date()

    def _make_records(self):
        if not self._yields_records():
            return self.env["leifeng.service.record"]
        long = self._long_signups()
        self.env["leifeng.service.entry"]._from_signups(long)
        return self.env["leifeng.service.record"]._from_signups(self._present() - long)

    def _journal_sheet(self, records):
        salt = self.env["leifeng.journal"].salt()
        self.env["leifeng.journal"].record(
            "sheet",
            self,
            {
                "salt": salt,
                "records": {str(record.id): record._digest(salt) for record in records},
                "review": self.entry_ids.ids,
            },
        )
