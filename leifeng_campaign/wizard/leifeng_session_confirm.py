from odoo import api, fields, models
from odoo.tools import format_list

from ..models.leifeng_session_sheet import RESULTS
from ..tools import wording


class LeifengSessionConfirm(models.TransientModel):
    """The last look at a sheet: who came, and what came of the day."""

    _name = "leifeng.session.confirm"
    _description = "Confirm Hours"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    kind = fields.Selection(related="session_id.kind")
    # names of people: computed with the reader's own rights
    sheet_warning = fields.Text(related="session_id.sheet_warning", related_sudo=False)
    pending = fields.Text(string="Still Not Recorded", compute="_compute_sheet")
    summary = fields.Text(string="On the Sheet", compute="_compute_sheet")
    people_served = fields.Integer()
    materials_handed_out = fields.Integer()
    extra_quantity = fields.Float(string="Another Quantity")
    extra_unit = fields.Char(string="Unit")
    goods_given = fields.Char()

    @api.depends("session_id")
    def _compute_sheet(self):
        for wizard in self:
            sheet = wizard.session_id._on_sheet()
            pending = sheet.filtered(lambda signup: signup.attendance == "pending")
            wizard.pending = format_list(self.env, pending.mapped("employee_name"))
            wizard.summary = wizard._summary(sheet)

    def _summary(self, sheet):
        """Return the number of people for each attendance: 'Present 19, Absent 1'."""
        labels = dict(sheet._fields["attendance"]._description_selection(self.env))
        counts = sheet.grouped("attendance")
        words = [f"{labels[key]} {len(counts[key])}" for key in labels if key in counts]
        return wording.listed(self.env.lang, words)

    def action_confirm(self):
        self.session_id.action_confirm({name: self[name] for name in RESULTS})
        return {"type": "ir.actions.act_window_close"}
