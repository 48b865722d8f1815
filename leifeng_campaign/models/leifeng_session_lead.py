from odoo import api, models
from odoo.fields import Domain

MATCHES = 8


class LeifengSession(models.Model):
    """Whose sheets somebody keeps, and whom they may put on one."""

    _inherit = "leifeng.session"

    @api.model
    def _lead_domain(self):
        """Published sessions that the user leads or that are for departments they answer for.

        Officers keep every sheet in the back office; here they find the ones they lead.
        """
        user = self.env.user
        mine = Domain("department_id", "in", user._leifeng_departments().ids)
        if user.employee_id:
            mine |= Domain("leader_id", "=", user.employee_id.id)
        return mine & Domain("state", "!=", "draft")

    def _find_colleagues(self, words):
        """Return up to ``MATCHES`` colleagues who aren't on the sheet, by two letters of the name
        or more: [{"id", "name", "department"}]. Nothing else of them is told."""
        self.ensure_one()
        self._check_may_keep_sheet()
        words = words.translate({ord(sign): None for sign in "%_\\\0"}).strip()
        if len(words) < 2:
            return []
        # sudo: leifeng.session.signup, hr.employee - leaders can't read hr; name and department
        session = self.sudo()
        people = session.env["hr.employee"].search_fetch(
            [
                ("name", "ilike", words),
                ("company_id", "=", session.company_id.id),
                ("id", "not in", session._on_sheet().employee_id.ids),
            ],
            ["name", "department_id"],
            limit=MATCHES,
            order="name, id",
        )
        return [
            {"id": person.id, "name": person.name, "department": person.department_id.name or ""}
            for person in people
        ]
