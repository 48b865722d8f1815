from odoo import api, fields, models
from odoo.exceptions import ValidationError

SOURCES = [
    ("row", "Row Number"),
    ("name", "Full Name"),
    ("staff_number", "Staff Number"),
    ("volunteer_number", "Volunteer Number"),
    ("department", "Department on That Day"),
    ("date", "Date"),
    ("start", "Start Time"),
    ("stop", "End Time"),
    ("start_moment", "Start, Date and Time"),
    ("stop_moment", "End, Date and Time"),
    ("first_date", "Date of the First Service"),
    ("last_date", "Date of the Last Service"),
    ("hours", "Hours"),
    ("work_hours", "Hours Within Working Hours"),
    ("minutes", "Minutes"),
    ("break", "Break in Minutes"),
    ("services", "Number of Services"),
    ("service", "Service"),
    ("place", "Place"),
    ("category", "Service Category"),
    ("campaign", "Campaign"),
    ("organizing_unit", "Organizing Unit"),
    ("recording_unit", "Recording Unit"),
    ("leader", "Person in Charge"),
    ("grade", "Source of the Record"),
    ("constant", "Fixed Text"),
    ("empty", "Left Empty"),
]
# What can be said of a person's records together.
OF_PERSONS = {
    *("row", "name", "staff_number", "volunteer_number", "department", "first_date", "last_date"),
    *("hours", "work_hours", "minutes", "services", "recording_unit", "constant", "empty"),
}
OF_PERSONS_ALONE = {"first_date", "last_date", "services"}
DATE_FORMATS = [
    ("YYYY-MM-DD", "2026-03-05"),
    ("YYYY/MM/DD", "2026/03/05"),
    ("YYYY.MM.DD", "2026.03.05"),
    ("YYYYMMDD", "20260305"),
    ('YYYY"年"FMMM"月"FMDD"日"', "2026年3月5日"),
]


class LeifengReportLayoutColumn(models.Model):
    """One column of an upload file: its heading, and what comes into it."""

    _name = "leifeng.report.layout.column"
    _description = "Column of a Report Layout"
    _order = "layout_id, sequence, id"
    _rec_name = "heading"

    layout_id = fields.Many2one(
        "leifeng.report.layout", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    heading = fields.Char(required=True)
    source = fields.Selection(SOURCES, string="What Comes into It", required=True)
    text = fields.Char(string="Fixed Text")
    date_format = fields.Selection(DATE_FORMATS, required=True, default="YYYY-MM-DD")
    width = fields.Integer(default=14, required=True)

    _width_in_range = models.Constraint(
        "CHECK (width BETWEEN 1 AND 255)", "A column is between 1 and 255 characters wide."
    )

    @api.constrains("source")
    def _check_source(self):
        """Refuse what a row can't hold: a person's row has no date, a record's no first date."""
        for column in self:
            persons = column.layout_id.rows == "person"
            if persons and column.source not in OF_PERSONS:
                raise column._wrong_row(
                    self.env._("a layout with one row for each person"),
                )
            if not persons and column.source in OF_PERSONS_ALONE:
                raise column._wrong_row(self.env._("a layout with one row for each service record"))

    def _wrong_row(self, rows):
        value = dict(self._fields["source"]._description_selection(self.env))[self.source]
        return ValidationError(
            self.env._(
                "The column “%(heading)s” asks for “%(value)s”, which isn't there in %(rows)s. "
                "Please choose something else for it.",
                heading=self.heading,
                value=value,
                rows=rows,
            )
        )
