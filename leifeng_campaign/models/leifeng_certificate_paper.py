from odoo import models
from odoo.exceptions import AccessError

from odoo.addons.base.models.ir_actions_report import _wkhtml

# wkhtmltopdf without the patched Qt prints a millimeter smaller by this, whatever it is told.
UNPATCHED = 1.302
# (characters at most, points): long titles and names take smaller type
SIZES = ((60, 26), (110, 22), (180, 18))
SMALLEST = 14
UNIT, SMALL_UNIT = 20, 12  # points of the unit's name, on one line if it can be
UNIT_WIDTH = 365  # points
QUOTES = ("“”", "「」")
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

    def _void_text(self):
        """Return what a paper says that is valid no more."""
        if self.state == "replaced":
            number = self._successor_number()
            return self.env._("Replaced by certificate number %(number)s.", number=number)
        return self.env._(
            "This honor was revoked on %(date)s by %(document)s.",
            date=self._long_date(self.revoked_on),
            document=self.revoke_document,
        )

    def _paper_zoom(self):
        return 1 if _wkhtml().is_patched_qt else UNPATCHED

    def _words_size(self):
        """Return the size of the words in points, so that they fill the paper and stay on it."""
        length = max(len(self._sentence()), 3 * len(self._address()))
        return next((size for most, size in SIZES if length <= most), SMALLEST)

    def _unit_size(self):
        fitting = UNIT_WIDTH // max(len(self.recording_unit or ""), 1)
        return max(SMALL_UNIT, min(UNIT, fitting))

    def _marked_sentence(self):
        """Return the printed sentence in three: before, what stands out with its marks, after."""
        essay, sentence = self.award_id.kind == "essay", self._sentence()
        marked = self.tier_name if essay else self._quotable(self.award_name)
        quoted = (f"{first}{marked}{last}" for first, last in QUOTES)
        return sentence.rpartition(next((each for each in quoted if each in sentence), marked))

    def _check_code(self):
        """Return the code to be typed where a QR code can't be scanned, in groups."""
        token = self._check_path().rpartition("/")[2]
        return " ".join(token[at : at + GROUP] for at in range(0, len(token), GROUP))
