from odoo import fields, models


class LeifengSessionLayoutBand(models.TransientModel):
    """A stretch of the day on which shifts are laid out."""

    _name = "leifeng.session.layout.band"
    _description = "Time Band"
    _order = "hour_from, id"

    layout_id = fields.Many2one("leifeng.session.layout", required=True, ondelete="cascade")
    hour_from = fields.Float(string="From", required=True, default=9.0)
    hour_to = fields.Float(string="To", required=True, default=10.0)

    _within_a_day = models.Constraint(
        "CHECK (hour_from >= 0 AND hour_to <= 24)", "Hours of a day go from 0 to 24."
    )
