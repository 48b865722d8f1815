from odoo import models
from odoo.exceptions import AccessError


class LeifengAwardEntry(models.Model):
    """The order in which a department puts its candidates forward (按推荐顺序)."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_move_up(self):
        self._move(-1)

    def action_move_down(self):
        self._move(1)

    # BUSINESS

    def _department_candidates(self):
        """Return the candidates of this entry's award and department, in the department's order."""
        # sudo: leifeng.award.entry - counted and put in order by acts that have checked who acts
        return self.sudo().search(
            [
                ("award_id", "=", self.award_id.id),
                ("department_id", "=", self.department_id.id),
                ("state", "=", "candidate"),
            ],
            order="department_order, id",
        )

    def _next_order(self):
        return max(self._department_candidates().mapped("department_order"), default=0) + 1

    def _move(self, step):
        """Change places with the neighbor; nobody moves oneself or the own nominee, nor past it."""
        self.ensure_one()
        self._check_screening()
        candidates = list(self._department_candidates())
        if self not in candidates:
            return
        # sudo: leifeng.award.entry - found among the candidates, which are read with sudo
        place = candidates.index(self.sudo())
        other = place + step
        if not 0 <= other < len(candidates):
            return
        # sudo: leifeng.award.entry - the neighbor with the own rights again
        if refusal := candidates[other].sudo(False)._screening_refusal():
            raise AccessError(refusal)
        candidates[place], candidates[other] = candidates[other], candidates[place]
        self.award_id._touch()
        for number, entry in enumerate(candidates, 1):
            entry.department_order = number
