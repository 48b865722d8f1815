from datetime import timedelta

from odoo import api, fields, models

from ..tools import secret

VALID_DAYS = 90


class LeifengServicePost(models.Model):
    """The partner's roster: who stands at a post, by a secret link without an account.

    There is no link until an officer opens one, it ends by a date, and a new one ends the old. It
    tells names and times of the coming days, no phone: the police must know who stands there.
    """

    _inherit = "leifeng.service.post"

    roster_token = fields.Char(readonly=True, copy=False, groups=fields.NO_ACCESS)
    roster_until = fields.Date(string="Roster Link Valid Until", copy=False)
    roster_masked = fields.Boolean(
        string="Mask Names on the Roster", help="Shows the family name alone to the partner."
    )
    roster_url = fields.Char(string="Roster Link", compute="_compute_roster_url")

    _unique_roster_token = models.UniqueIndex("(roster_token) WHERE roster_token IS NOT NULL")

    @api.depends("roster_token", "roster_until")
    @api.depends_context("uid")
    def _compute_roster_url(self):
        """Whoever may change the post may hand out its link."""
        mine = self._filtered_access("write")
        for post in self:
            # sudo: leifeng.service.post - the token is for officers, who may change the post
            token = post in mine and post._has_roster() and post.sudo().roster_token
            post.roster_url = token and f"{post.get_base_url()}/leifeng/roster/{token}"

    # ACTIONS

    def action_open_roster(self):
        """Make a new link to the roster; an old one ends."""
        self.check_access("write")
        for post in self:
            today = post.company_id._leifeng_today()
            # sudo: leifeng.service.post - nobody writes tokens but this act
            post.sudo().roster_token = secret.new_token()
            if not post.roster_until or post.roster_until < today:
                post.roster_until = today + timedelta(days=VALID_DAYS)

    def action_close_roster(self):
        """End the link."""
        self.check_access("write")
        # sudo: leifeng.service.post - nobody writes tokens but this act
        self.sudo().write({"roster_token": False, "roster_until": False})

    # BUSINESS

    def _has_roster(self):
        # sudo: leifeng.service.post - whether there is a link
        return bool(
            self.sudo().roster_token
            and self.roster_until
            and self.roster_until >= self.company_id._leifeng_today()
        )

    @api.model
    def _by_roster_token(self, token):
        """Return the post whose link has this token and is valid, or an empty recordset."""
        # sudo: leifeng.service.post - the partner's page; whoever holds the token may look
        found = secret.holder_of(self.sudo(), "roster_token", token)
        return found if found and found._has_roster() else found.browse()
