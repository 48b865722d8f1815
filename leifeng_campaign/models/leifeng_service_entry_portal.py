from odoo import api, models
from odoo.exceptions import UserError


class LeifengServiceEntry(models.Model):
    """What the page needs on which leaders, coordinators and heads enter hours late."""

    _inherit = "leifeng.service.entry"

    @api.model
    def _may_enter_for(self, session):
        """Whether this user may enter hours of somebody for ``session``."""
        # sudo: leifeng.session - who led it and what kind it is, of a session one can read
        session, user = session.sudo(), self.env.user
        leads = user.employee_id and session.leader_id == user.employee_id
        officer = user.has_group("leifeng_campaign.group_leifeng_officer")
        return session._yields_records() and bool(leads or officer or user._leifeng_departments())

    @api.model
    def _people_without_record(self, session):
        """Return the names of those who were in line, came to nothing on the sheet, and whom this
        user may read."""
        rows = self.env["leifeng.session.signup"].search(
            [("session_id", "=", session.id), ("live", "=", True), ("attendance", "!=", "present")]
        )
        return rows.mapped("employee_name")

    @api.model
    def _find_person(self, text):
        """Return the one employee of the agency with this staff number or full name."""
        if not text:
            raise UserError(self.env._("Please say whose hours these are."))
        # sudo: hr.employee - leaders can't read hr, and know whom they name
        employees = self.env["hr.employee"].sudo()
        companies = [("company_id", "in", self.env.companies.ids)]
        for name in ("barcode", "name"):
            found = employees.search([(name, "=", text), *companies], limit=2)
            if len(found) > 1:
                raise UserError(
                    self.env._("Several colleagues bear this name. Please use the staff number.")
                )
            if found:
                return found
        raise UserError(
            self.env._("There is no colleague with this name or staff number. Please check it.")
        )
