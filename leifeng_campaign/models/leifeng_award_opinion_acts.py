from odoo import SUPERUSER_ID, models
from odoo.exceptions import AccessError, UserError

from ..tools import upload

BODIES = {
    "hr": "hr.group_hr_user",
    "discipline": "leifeng_campaign.group_leifeng_supervisor",
}
MAX_BYTES = 10 * 1024 * 1024


class LeifengAwardOpinion(models.Model):
    """HR and discipline say, each for itself, whether anything speaks against somebody proposed.

    Once given it stands. All is written by the system's own user.
    """

    _inherit = "leifeng.award.opinion"

    # ACTIONS

    def action_agree(self, text="", scan=b""):
        """No Objection; ``scan``: content of the signed paper, if it was asked for on paper."""
        self._give("agreed", text, scan)

    def action_object(self, text, scan=b""):
        """Objection Raised, with what speaks against it."""
        if not (text or "").strip():
            raise UserError(self.env._("Please say what speaks against it."))
        self._give("objected", text, scan)

    # BUSINESS

    def _give(self, state, text, scan):
        self.ensure_one()
        self._check_may_give()
        # the system's own user: who gave it is a plain copy of the name, for the body alone
        opinion = self.with_user(SUPERUSER_ID)
        opinion._check_open()
        opinion.award_id._touch()  # the approval of the same moment is run again, or this is
        opinion._set_state(
            state,
            text=(text or "").strip() or False,
            given_by=self.env.user.name,
            given_on=opinion.company_id._leifeng_today(),
            scan_id=opinion._keep_scan(scan),
        )

    def _check_may_give(self):
        self.check_access("read")
        if not self.env.user.has_group(BODIES[self.body]):
            raise AccessError(self.env._("This opinion is asked of another body."))
        # sudo: leifeng.award.opinion - whether it is about the reader
        if self.sudo().entry_id.employee_id in self.env.user.sudo().employee_ids:
            raise AccessError(self.env._("Nobody gives an opinion on oneself."))

    def _check_open(self):
        if self.state != "requested" or self.award_id.state != "proposed":
            raise UserError(self.env._("This opinion isn't asked for any more."))

    def _keep_scan(self, scan):
        """Store the signed paper beside the opinion, told by its content; returns its id."""
        if not scan:
            return False
        if len(scan) > MAX_BYTES or not upload.kind_of(scan):
            raise UserError(self.env._("The scan is a PDF, PNG or JPEG file of at most 10 MB."))
        return (
            self.env["ir.attachment"]
            .create(
                {
                    "name": f"{self.body}-{self.id}",
                    "raw": scan,
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
            .id
        )
