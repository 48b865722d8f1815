from odoo import api, fields, models
from odoo.tools import SQL

from .leifeng_service_record import OWN_HOURS


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    leifeng_touch = fields.Integer("Touch", copy=False, readonly=True, groups=fields.NO_ACCESS)
    leifeng_record_ids = fields.One2many(
        "leifeng.service.record", "employee_id", groups="hr.group_hr_user"
    )
    leifeng_hours = fields.Float(
        string="Service Hours", compute="_compute_leifeng_hours", groups="hr.group_hr_user"
    )

    leifeng_year_hours = fields.Float(
        string="Service Hours This Year",
        compute="_compute_leifeng_year_hours",
        groups="hr.group_hr_user",
    )
    leifeng_away = fields.Selection(
        [("leave", "On Long Leave"), ("secondment", "Seconded Elsewhere")],
        string="Not in the Head-count",
        groups="hr.group_hr_user",
        help="Figures of the department don't count this person among the people at work.",
    )
    # head-counts of an agency, without reading the wide rows of thousands of employees
    _at_work = models.Index("(current_version_id) WHERE active IS TRUE AND leifeng_away IS NULL")

    # Asked for by nomination forms and reports; all optional, for HR alone.
    leifeng_ethnic_group = fields.Char(string="Ethnic Group", groups="hr.group_hr_user")
    leifeng_political_status = fields.Char(string="Political Status", groups="hr.group_hr_user")
    leifeng_working_since = fields.Date(string="Working Since", groups="hr.group_hr_user")
    leifeng_leading_staff = fields.Boolean(string="Leading Staff", groups="hr.group_hr_user")
    leifeng_volunteer_number = fields.Char(string="Volunteer Number", groups="hr.group_hr_user")

    @api.depends("leifeng_record_ids.minutes")
    def _compute_leifeng_hours(self):
        sums = dict(
            self.env["leifeng.service.record"]._read_group(
                [("employee_id", "in", self.ids), *OWN_HOURS], ["employee_id"], ["minutes:sum"]
            )
        )
        for employee in self:
            employee.leifeng_hours = sums.get(employee, 0) / 60

    @api.depends("leifeng_record_ids.minutes")
    def _compute_leifeng_year_hours(self):
        records = self.env["leifeng.service.record"]
        domain = records._this_year_domain() & fields.Domain("employee_id", "in", self.ids)
        sums = dict(records._read_group(domain, ["employee_id"], ["minutes:sum"]))
        for employee in self:
            employee.leifeng_year_hours = sums.get(employee, 0) / 60

    def write(self, vals):
        """Override: an account that goes to somebody else takes no calendar's link along."""
        if "user_id" not in vals:
            return super().write(vals)
        # sudo: res.users - the link is nobody's to read or write
        before = {person: person.user_id for person in self.sudo()}
        done = super().write(vals)
        for person, account in before.items():
            if person.user_id != account:
                (account | person.user_id).leifeng_calendar_token = False
        return done

    def _leifeng_own_contact(self):
        """Return the work contact if it stands for this employee alone, else nobody.

        A contact that somebody else logs in with, or a company's, is not one's own to log in with.
        """
        # sudo: res.partner - asked for by officers, who have no right on hr
        partner = self.sudo().work_contact_id.with_context(active_test=False)
        own = (
            partner.employee_ids == self
            and not partner.user_ids
            and not partner.is_company
            and partner.company_id in (self.company_id, partner.company_id.browse())
        )
        return partner if own else partner.browse()

    def action_leifeng_records(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_record_action"
        )
        return {**action, "domain": [("employee_id", "in", self.ids)], "context": {}}

    def _leifeng_touch(self):
        """Let whoever writes service hours of the same persons at the same moment be run again.

        Rules on a person's day read other records; a lock alone would leave the old snapshot.
        """
        self.env.cr.execute(
            SQL(
                "UPDATE hr_employee SET leifeng_touch = coalesce(leifeng_touch, 0) + 1 WHERE id IN "
                "(SELECT id FROM hr_employee WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE)",
                self.ids,
            )
        )
