from odoo import fields, models

OBJECTION_STATES = [
    ("received", "Received"),
    ("checking", "Under Check"),
    ("upheld", "Upheld"),
    ("dismissed", "Dismissed"),
]
OPEN = ("received", "checking")
HANDLER = "leifeng_campaign.group_leifeng_supervisor"


class LeifengAwardObjection(models.Model):
    """An objection to a line of a public notice; who raised it is seen by the handler alone.

    Made by the system's own user, and without columns for who and when: an hour in the night and
    a login tell who. Of an anonymous one nothing but the text is kept.
    """

    _name = "leifeng.award.objection"
    _description = "Objection"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "about"
    _log_access = False
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
    # None: the list as a whole, or somebody who is missing on it
    line_id = fields.Many2one(
        "leifeng.award.notice.line",
        string="Line of the Notice",
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    about = fields.Char(string="Objection About", required=True, readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    state = fields.Selection(
        OBJECTION_STATES, default="received", required=True, readonly=True, copy=False
    )
    signed = fields.Boolean(readonly=True)
    # set null: a refusal to delete an employee would say that there is an objection
    employee_id = fields.Many2one(
        "hr.employee",
        string="Raised By",
        readonly=True,
        index=True,
        ondelete="set null",
        groups=HANDLER,
    )
    objector_name = fields.Char(readonly=True, groups=HANDLER)
    objector_contact = fields.Char(readonly=True, groups=HANDLER)
    received_on = fields.Date(readonly=True)
    text = fields.Text(string="Objection", required=True, readonly=True)
    # The context: attachments of a field, which that field's groups protect, are hidden otherwise
    file_ids = fields.Many2many(
        "ir.attachment",
        string="Files",
        readonly=True,
        groups=HANDLER,
        context={"skip_res_field_check": True},
    )
    findings = fields.Text(string="What Was Checked", readonly=True, groups=HANDLER)
    # An answer may address the objector by name
    reply = fields.Text(string="Answer to the Objector", readonly=True, groups=HANDLER)
    decided_by = fields.Char(string="Checked By", readonly=True)
    decided_on = fields.Date(readonly=True)
