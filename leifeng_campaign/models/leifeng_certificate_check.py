import hmac

from odoo import api, models

from ..tools import masking, qr, secret


class LeifengCertificate(models.Model):
    """What the public check page needs, and the way from the paper to it."""

    _inherit = "leifeng.certificate"

    @api.model
    def _by_token(self, token):
        """Return the certificate with this token, or an empty recordset."""
        # sudo: leifeng.certificate - the public check page; whoever holds the token may look
        return secret.holder_of(self.sudo(), "token", token)

    def _masked_name(self):
        """Return the holder's name with all but the family name hidden: 聂小雨 → 聂**; that of a
        department in full."""
        if not self.employee_id:
            return self.holder_name
        return masking.masked_name(self.holder_name)

    def _is_held_by(self, name):
        """Tell whether ``name``, as a visitor typed it, is the holder's; spaces don't count."""
        typed, held = ("".join(text.split()).encode() for text in (name, self.holder_name))
        return hmac.compare_digest(typed, held)

    def _check_path(self):
        # sudo: leifeng.certificate - the token stands on the holder's own paper
        return f"/leifeng/check/{self.sudo().token}"

    def _check_url(self):
        return self.get_base_url() + self._check_path()

    def _check_image(self):
        """Return the QR code of the check page as a data URI; nothing is fetched while printing."""
        return qr.data_uri(self._check_url())

    def _check_drawing(self):
        """Return the same code to be drawn: (modules a side, path of an SVG)."""
        return qr.path(self._check_url())
