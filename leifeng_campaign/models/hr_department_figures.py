from odoo import api, fields, models


class HrDepartment(models.Model):
    """Sums of the year with the head-count beside them; nothing is compared or put in order.

    力戒形式主义: figures of departments are sums that say how many people there are, not ranks.
    """

    _inherit = "hr.department"

    leifeng_headcount = fields.Integer(
        string="Head-count",
        compute="_compute_leifeng_headcount",
        help="People at work: long leave and secondment aren't counted.",
    )
    leifeng_year_hours = fields.Float(
        string="Service Hours This Year", compute="_compute_leifeng_year_figures"
    )
    leifeng_year_people = fields.Integer(
        string="People Serving This Year", compute="_compute_leifeng_year_figures"
    )

    def _compute_leifeng_headcount(self):
        counts = self._leifeng_headcounts()
        for department in self:
            department.leifeng_headcount = counts.get(department.id, 0)

    @api.depends_context("uid")
    def _compute_leifeng_year_figures(self):
        figures = self._leifeng_year_figures()
        for department in self:
            minutes, _inside, people = figures.get(department.id, (0, 0, 0))
            department.leifeng_year_hours = minutes / 60
            department.leifeng_year_people = people

    def _leifeng_headcounts(self):
        """Return {department's id: people at work}."""
        # sudo: hr.employee - how many people a department has is no secret, who they are is hr's
        people = self.env["hr.employee"].sudo()
        here = [("department_id", "in", self.ids), ("leifeng_away", "=", False)]
        # grouped by the path that the domain takes, or 20,000 versions are joined twice
        counts = people._read_group(here, ["current_version_id.department_id"], ["__count"])
        return {department.id: count for department, count in counts}

    def _leifeng_year_figures(self):
        """Return {department's id: (minutes, minutes within working hours, people)} of the year,
        over the records that the user may read."""
        records = self.env["leifeng.service.record"]
        domain = records._this_year_domain() & fields.Domain("department_id", "in", self.ids)
        aggregates = ["minutes:sum", "work_minutes:sum"]
        sums = records._read_group(domain, ["department_id"], aggregates)
        people = records._read_group(
            domain & records._standing_domain(), ["department_id"], ["employee_id:count_distinct"]
        )
        heads = {department.id: count for department, count in people}
        return {
            department.id: (minutes, inside, heads.get(department.id, 0))
            for department, minutes, inside in sums
        }
