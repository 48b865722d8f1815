from odoo import fields, models

OBJECTION_STATES = [
    ("received", "Received"),
    ("checking", "Under Check"),
    ("upheld", "Upheld"),
    ("dismissed", "Dismissed"),
]


class LeifengAwardObjection(models.Model):
    """An objection to a line of a public notice; who raised it is seen by the handler alone.

    Made by the system's own user, so that create_uid tells nothing.
    """

    _name = "leifeng.award.objection"
    _description = "Objection"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "about"
    _state_fields = {
        "state": {
            "received": ("checking", "upheld", "dismissed"),
            "checking": ("upheld", "dismissed"),
            "upheld": (),
            "dismissed": (),
        }
    }

    notice_id = fields.Many2one(
        "leifeng.award.notice", required=True, readonly=True, index=True, ondelete="restrict"
    )
    line_id = fields.Many2one(
        "leifeng.award.notice.line", string="Line of the Notice", readonly=True, index=True, ondelete="restrict"
    )
    about = fields.Char(required=True, readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    state = fields.Selection(
        OBJECTION_STATES, default="received", required=True, readonly=True, copy=False
    )
    signed = fields.Boolean(readonly=True)
    employee_id = fields.Many2one(
        "hr.employee",
        string="Raised By",
        readonly=True,
        index=True,
        ondelete="restrict",
        groups="leifeng_campaign.group_leifeng_supervisor",
    )
    objector_name = fields.Char(
        readonly=True, groups="leifeng_campaign.group_leifeng_supervisor"
    )
    objector_contact = fields.Char(
        readonly=True, groups="leifeng_campaign.group_leifeng_supervisor"
    )
    received_on = fields.Date(readonly=True)
    text = fields.Text(string="Objection", required=True, readonly=True)
    file_ids = fields.Many2many(
        "ir.attachment",
        string="Files",
        readonly=True,
        groups="leifeng_campaign.group_leifeng_supervisor",
    )
    findings = fields.Text(
        string="What Was Checked",
        readonly=True,
        groups="leifeng_campaign.group_leifeng_supervisor",
    )
    reply = fields.Text(readonly=True)
    decided_by = fields.Char(readonly=True)
    decided_on = fields.Date(readonly=True)
