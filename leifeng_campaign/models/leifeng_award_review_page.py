from odoo import api, models


class LeifengAwardReview(models.Model):
    """The sheets of whoever asks, for pages; whose they are is a field that nobody may search."""

    _inherit = "leifeng.award.review"

    @api.model
    def _mine(self, domain=()):
        """Return the visitor's own sheets that stand, in the own order."""
        # sudo: leifeng.award.review - the owner can't be searched; it is the visitor
        own = self.sudo().search([*self._my_domain(), *domain])
        return self.browse(own.ids)

    @api.model
    def _my_domain(self):
        return [("user_id", "=", self.env.uid), *self._live_domain()]

    @api.model
    def _my_progress(self):
        """Return {award: (sheets done, all)} of the visitor."""
        # sudo: leifeng.award.review - as in _mine; counts of the own sheets
        groups = self.sudo()._read_group(self._my_domain(), ["award_id", "state"], ["__count"])
        counts = {}
        for award, state, count in groups:
            done, total = counts.get(award, (0, 0))
            counts[award] = (done + (state != "draft") * count, total + count)
        return counts

    @api.model
    def _seats(self):
        """Return the visitor's seats on panels that have been called, of all times."""
        return self.env["leifeng.award.judge"].search([("user_id", "=", self.env.uid)])

    def _is_scoring_open(self):
        return self.award_id.state == "judging" and not self.award_id.scoring_closed_on

    def _file(self, file_id):
        """Return a file on this sheet, with sudo, or an empty recordset."""
        # sudo: ir.attachment - files of sheets belong to the system; on a sheet one may read
        return self.sudo().file_ids.filtered(lambda file: file.id == file_id)
