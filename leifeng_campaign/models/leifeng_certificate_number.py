from odoo import models
from odoo.tools import SQL

# kind: (code of its sequences, the company's format)
SERIES = {
    "service": ("leifeng.certificate", "leifeng_certificate_format"),
    "honor": ("leifeng.honor", "leifeng_honor_format"),
}


class LeifengCertificate(models.Model):
    """Numbers of a year without gaps, of service records and of honors each for themselves."""

    _inherit = "leifeng.certificate"

    def _number_values(self, company, kind, day):
        """Return the values of the next number of ``day``'s year; the sequence's row is locked
        until commit, and what isn't committed has drawn nothing."""
        code, format_field = SERIES[kind]
        serial = int(self._number_sequence(company, f"{code}.{day.year}")._next())
        number = company[format_field] % {"year": day.year, "number": serial}
        return {"number": number, "serial": serial, "serial_year": day.year}

    def _number_sequence(self, company, code):
        # sudo: ir.sequence - numbers are drawn by acts of employees
        sequences = self.env["ir.sequence"].sudo()
        found = sequences.search([("code", "=", code), ("company_id", "=", company.id)], limit=1)
        if found:
            return found
        self._meet_on(company)
        return sequences.create(
            {
                "name": code,
                "code": code,
                "company_id": company.id,
                "implementation": "no_gap",
            }
        )

    def _meet_on(self, company):
        """Update the company's row: of two first certificates of a year at the same time, one is
        run again and finds the other's sequence. A mere lock would leave it its old snapshot."""
        self.env.cr.execute(
            SQL("UPDATE res_company SET write_date = write_date WHERE id = %s", company.id)
        )
