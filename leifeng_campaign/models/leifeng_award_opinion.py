from odoo import fields, models


class LeifengAwardOpinion(models.Model):
    """What HR or discipline says of somebody proposed; each body sees its own requests alone.

    Made by the system's own user, with copies: the body has no access to entries.
    """

    _name = "leifeng.award.opinion"
    _description = "Opinion on a Proposal"
    _inherit = ["leifeng.state.mixin"]
    _order = "award_id, id"
    _rec_name = "holder_name"
    _state_fields = {
        "state": {
            "requested": ("agreed", "objected", "cancelled"),
            "agreed": ("cancelled",),
            "objected": ("cancelled",),
            "cancelled": (),
        }
    }

    award_id = fields.Many2one(
        "leifeng.award", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    body = fields.Selection(
        [("hr", "HR"), ("discipline", "Discipline")], required=True, readonly=True
    )
    award_name = fields.Char(string="Award in Words", required=True, readonly=True)
    holder_name = fields.Char(string="Person or Department", required=True, readonly=True)
    department_name = fields.Char(string="Department", readonly=True)
    post = fields.Char(string="Post Held", readonly=True)
    deeds_short = fields.Text(string="Deeds, Short", readonly=True)
    state = fields.Selection(
        [
            ("requested", "Opinion Requested"),
            ("agreed", "No Objection"),
            ("objected", "Objection Raised"),
            ("cancelled", "No Longer Asked"),
        ],
        default="requested",
        required=True,
        readonly=True,
    )
    text = fields.Text(string="Opinion", readonly=True)
    given_by = fields.Char(readonly=True)
    given_on = fields.Date(readonly=True)
    scan_id = fields.Many2one("ir.attachment", string="Signed Opinion", readonly=True)

    _once = models.UniqueIndex("(entry_id, body) WHERE state <> 'cancelled'")
