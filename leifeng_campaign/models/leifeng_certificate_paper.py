from odoo import models
from odoo.exceptions import AccessError

from odoo.addons.base.models.ir_actions_report import _wkhtml

# wkhtmltopdf without the patched Qt prints a millimeter smaller by this, whatever it is told.
UNPATCHED = 1.302
# (characters at most, points): long titles and names take smaller type
SIZES = ((58, 28), (110, 22), (180, 18))
SMALLEST = 14
LONG_UNIT = 18  # characters
GROUP = 8  # characters of a check code that stand together


class LeifengCertificate(models.Model):
    """What the printed papers ask of a certificate."""

    _inherit = "leifeng.certificate"

    # ACTIONS

    def action_print_honors(self):
        """Print them as one file, in the order of their numbers."""
        report = self.env.ref("leifeng_campaign.action_report_honor")
        return report.report_action(self.sorted("id"), config=False)

    # BUSINESS

    def _service_papers(self):
        return self.filtered(lambda certificate: certificate.kind == "service")

    def _honor_papers(self):
        """Return the honors among these, each in the language of its paper, in the order of their
        numbers; what may be read isn't always one's own to print."""
        honors = self.filtered(lambda certificate: certificate.kind == "honor").sorted("id")
        if not all(honor._may_print() for honor in honors):
            raise AccessError(self.env._("Honors are printed by their holders and the office."))
        return [honor.with_context(lang=honor.lang or self.env.lang) for honor in honors]

    def _may_print(self):
        user = self.env.user
        if self.env.su or user.has_group("leifeng_campaign.group_leifeng_officer"):
            return True
        return self in self._mine_or_my_department()

    def _mine_or_my_department(self):
        """Return those that the user holds, or answers for as head or coordinator."""
        departments = self.env["leifeng.campaign.department"]._mine().department_id
        mine = self.env.user.employee_id
        return self.filtered(
            lambda honor: (
                (honor.employee_id and honor.employee_id == mine)
                or (not honor.employee_id and honor.department_id in departments)
            )
        )

    def _paper_zoom(self):
        return 1 if _wkhtml().is_patched_qt else UNPATCHED

    def _words_size(self):
        """Return the size of the words in points, so that they fill the paper and stay on it."""
        length = max(len(self._sentence()), 3 * len(self._address()))
        return next((size for most, size in SIZES if length <= most), SMALLEST)

    def _unit_size(self):
        return 20 if len(self.recording_unit or "") <= LONG_UNIT else 16

    def _marked_sentence(self):
        """Return the printed sentence in three: before, what stands out, after."""
        essay = self.award_id.kind == "essay"
        return self._sentence().rpartition((essay and self.tier_name) or self.award_name)

    def _check_code(self):
        """Return the code to be typed where a QR code can't be scanned, in groups."""
        token = self._check_path().rpartition("/")[2]
        return " ".join(token[at : at + GROUP] for at in range(0, len(token), GROUP))
