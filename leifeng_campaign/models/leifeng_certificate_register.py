from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .leifeng_certificate_number import SERIES

SHOWN = 50  # missing numbers that a message names


class LeifengCertificate(models.Model):
    """The register of honors: numbers without gaps, and how to see that there are none."""

    _inherit = "leifeng.certificate"

    def get_formview_id(self, access_uid=None):
        """Override: an honor is shown as one, wherever a link to it stands."""
        if self.kind == "honor":
            return self.env.ref("leifeng_campaign.leifeng_honor_view_form").id
        return super().get_formview_id(access_uid)

    def action_check_numbers(self):
        """Say whether every number of an honor that was drawn stands in the register."""
        if not self.env.user.has_groups(
            "leifeng_campaign.group_leifeng_officer,leifeng_campaign.group_leifeng_supervisor"
        ):
            raise AccessError(self.env._("The office and the supervisors check the numbers."))
        company = self.env.company
        if missing := self._missing_numbers(company):
            raise UserError(
                self.env._(
                    "These numbers are missing: %(numbers)s", numbers=", ".join(missing[:SHOWN])
                )
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {"type": "success", "message": self._numbers_text(company)},
        }

    @api.model
    def _honor_counts(self, field, records):
        """Return {id of one of ``records``: valid honors}, of those that the user may read."""
        domain = [("kind", "=", "honor"), ("state", "=", "valid"), (field, "in", records.ids)]
        groups = self._read_group(domain, [field], ["__count"])
        return {record.id: count for record, count in groups}

    @api.model
    def _open_honors(self, domain):
        """Return the register, of what ``domain`` says."""
        action = self.env["ir.actions.actions"]._for_xml_id("leifeng_campaign.leifeng_honor_action")
        return {**action, "domain": [("kind", "=", "honor"), *domain], "context": {}}

    @api.model
    def _print_valid(self, domain):
        """Print the valid honors of ``domain`` as one file, in the order of their numbers."""
        valid = [("kind", "=", "honor"), ("state", "=", "valid")]
        honors = self.search([*valid, *domain])
        if not honors:
            raise UserError(self.env._("There is no valid certificate to print."))
        return honors.action_print_honors()

    def _missing_numbers(self, company):
        """Return the numbers that were drawn and aren't in the register, as they are printed."""
        found, number_format = self._serials(company), company[SERIES["honor"][1]]
        return [
            number_format % {"year": year, "number": serial}
            for year, last in sorted(self._last_serials(company, found).items())
            for serial in range(1, last + 1)
            if serial not in found.get(year, ())
        ]

    def _serials(self, company):
        """Return {year: numbers of that year in the register}."""
        # sudo: leifeng.certificate - numbers alone, whatever the checker may read
        groups = self.sudo()._read_group(
            [("company_id", "=", company.id), ("kind", "=", "honor")],
            ["serial_year"],
            ["serial:array_agg"],
        )
        return {year: set(serials) for year, serials in groups}

    def _last_serials(self, company, found):
        """Return {year: the last number drawn}, by the register and by what draws the numbers:
        the last ones could be missing, too."""
        prefix = f"{SERIES['honor'][0]}."
        # sudo: ir.sequence - how far the numbers have come
        sequences = self.env["ir.sequence"].sudo()
        drawn = sequences.search([("code", "=like", f"{prefix}%"), ("company_id", "=", company.id)])
        last = {int(each.code[len(prefix) :]): each.number_next - 1 for each in drawn}
        return {year: max(last.get(year, 0), *found.get(year, {0})) for year in last.keys() | found}

    def _numbers_text(self, company):
        found = self._serials(company)
        if not found:
            return self.env._("No honors have been granted yet.")
        years = ", ".join(f"{year}: {len(serials)}" for year, serials in sorted(found.items()))
        return self.env._("No number is missing. Honors by year: %(years)s", years=years)
