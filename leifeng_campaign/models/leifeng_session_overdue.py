from odoo import api, models
from odoo.fields import Domain

OFFICE = ("leifeng_campaign.group_leifeng_officer", "leifeng_campaign.group_leifeng_supervisor")


class LeifengSession(models.Model):
    """Who is told that a sheet is overdue: the coordinator it concerns, and the office.

    Sessions can be read by everybody; a colleague's overdue sheet is nobody else's affair, and no
    list for others to see (民政部令67 art. 11, 力戒形式主义).
    """

    _inherit = "leifeng.session"

    @api.depends_context("uid")
    @api.depends("department_id", "leader_id")
    def _compute_is_late(self):
        """Override: told to few."""
        done = super()._compute_is_late()
        late = self.filtered("is_late")
        (late - late.filtered_domain(self._overdue_told_domain())).is_late = False
        return done

    def _search_is_late(self, operator, value):
        """Override: told to few."""
        found = super()._search_is_late(operator, value)
        return found if found is NotImplemented else found & self._overdue_told_domain()

    @api.model
    def _overdue_told_domain(self):
        """Return the sessions of which this user is told when their sheet is overdue."""
        user = self.env.user
        if self.env.su or any(user.has_group(group) for group in OFFICE):
            return Domain.TRUE
        departments = self._coordinated_departments()
        # sudo: hr.employee - ids alone, to find the sessions that people of the department lead
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        leaders = people.search([("department_id", "in", departments.ids)])
        return Domain("department_id", "in", departments.ids) | Domain(
            "leader_id", "in", leaders.ids
        )

    @api.model
    def _coordinated_departments(self):
        me = self.env.user.employee_id.id
        # sudo: leifeng.campaign.department - own parts, read by fields of users without the right
        parts = self.env["leifeng.campaign.department"].sudo()
        domain = [("coordinator_id", "=", me), ("campaign_id.state", "!=", "closed")]
        return parts.search(domain).department_id if me else parts.department_id
