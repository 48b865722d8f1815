from odoo import api, fields, models
from odoo.exceptions import ValidationError


class LeifengReportLayout(models.Model):
    """How an upload file looks that a platform outside prescribes: names, columns, their words.

    Headings and names are typed as the platform wants them, whatever the user's language.
    """

    _name = "leifeng.report.layout"
    _description = "Report Layout"
    _order = "sequence, name, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company", help="For all agencies if empty.")
    file_name = fields.Char(
        required=True,
        default="%(layout)s %(date)s",
        help="Without .xlsx. %(unit)s is the agency, %(date)s the day of the export such as "
        "20260305, %(layout)s the name of this layout.",
    )
    sheet_name = fields.Char(required=True, default="Sheet1")
    rows = fields.Selection(
        [("record", "Service Record"), ("person", "Person")],
        string="One Row For Each",
        required=True,
        default="record",
    )
    text_numbers = fields.Boolean(
        string="Numbers as Text",
        default=True,
        help="Platforms mostly ask for it; as numbers they can be added up in a spreadsheet.",
    )
    column_ids = fields.One2many(
        "leifeng.report.layout.column", "layout_id", string="Columns", copy=True
    )

    @api.constrains("file_name")
    def _check_file_name(self):
        for layout in self:
            layout._file_name_on(self.env.company, fields.Date.today())

    @api.constrains("rows", "column_ids")
    def _check_columns(self):
        self.column_ids._check_source()

    def copy_data(self, default=None):
        copies = super().copy_data(default)
        return [
            {**values, "name": self.env._("%s (copy)", layout.name)}
            for layout, values in zip(self, copies, strict=True)
        ]

    # BUSINESS

    def _file_name_on(self, company, date):
        """Return the file's name without ending; a ValidationError says what is wrong with it."""
        words = {"unit": company.name, "date": f"{date:%Y%m%d}", "layout": self.name}
        try:
            return self.file_name % words
        except (KeyError, TypeError, ValueError):
            raise ValidationError(
                self.env._(
                    "The file name can hold %(words)s; write any other percent sign twice.",
                    words="%(unit)s, %(date)s, %(layout)s",
                )
            ) from None

    def _asks_for(self, source):
        return source in self.column_ids.mapped("source")
