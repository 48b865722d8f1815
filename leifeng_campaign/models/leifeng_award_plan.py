from odoo import Command, api, models

from ..tools import criteria

OF_DEPARTMENTS = ("组织奖", "組織獎", "organiz")  # in the name of an award for departments
TARGET_HOURS = 20  # from which on hours give full points, as a beginning to edit


class LeifengAward(models.Model):
    """What an award takes over from the activity of the plan that asks for it."""

    _inherit = "leifeng.award"

    @api.onchange("activity_id")
    def _onchange_activity_id(self):
        """Fill in what is still empty."""
        for name, value in self.activity_id._award_values(self.kind).items():
            if not self[name]:
                self[name] = value


class LeifengCampaignActivity(models.Model):
    """An activity that asks for an award: its words become the call."""

    _inherit = "leifeng.campaign.activity"

    def action_make_award(self):
        self.ensure_one()
        return {
            **self.env["ir.actions.actions"]._for_xml_id(
                "leifeng_campaign.leifeng_award_new_action"
            ),
            "context": {"default_activity_id": self.id, "dialog_size": "medium"},
        }

    def _award_kind(self):
        """Return who can win: essays, departments where the plan names them, else persons."""
        if self.kind == "essay":
            return "essay"
        return (
            "department" if any(word in self.name.lower() for word in OF_DEPARTMENTS) else "person"
        )

    def _award_name(self):
        """Return what can be won: the plan calls the whole selection by it."""
        return self.name.strip().removesuffix("评选").removesuffix("評選")

    def _award_values(self, kind):
        """Return what the plan says, without what it doesn't say."""
        values = {
            "instructions": self.instructions,
            "procedure": self.procedure,
            "date_open": self.date_start or self.phase_id.date_start,
            "date_deadline": self.date_stop or self.phase_id.date_stop,
            "criterion_ids": self._award_criteria(kind),
        }
        return {name: value for name, value in values.items() if value}

    def _award_criteria(self, kind):
        lines = (self.criteria or "").splitlines()
        rows = criteria.sheet(lines, computed=kind == "person")
        return [
            Command.create(
                {
                    "name": name,
                    "weight": float(points),
                    "sequence": 10 * number,
                    "source": "hours" if computed else "judged",
                    "target": TARGET_HOURS if computed else 0,
                }
            )
            for number, (name, points, computed) in enumerate(rows, 1)
        ]
