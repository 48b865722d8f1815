from odoo.http import request, route

from . import award_values
from .portal import ID, LeifengPortal, employees_only

URL = "/my/leifeng/awards"


class LeifengAwardPortal(LeifengPortal):
    """What can be won: calls that are open, awards under way, and the rules of each."""

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_awards(self, **_params):
        awards = request.env["leifeng.award"]._shown_to_employees()
        values = [award_values.card_values(award) for award in awards]
        return self._leifeng_render(
            "portal_awards",
            accepting=[each for each in values if each["accepts"]],
            others=[each for each in values if not each["accepts"]],
        )

    @route(f"{URL}/<{ID}:award_id>", type="http", auth="user", website=True)
    @employees_only
    def leifeng_award(self, award_id, **_params):
        award = request.env["leifeng.award"].search([("id", "=", award_id)])
        # whoever may read drafts in the office reads them there
        if not award or award.state == "draft" or award.is_template:
            raise request.not_found()
        return self._leifeng_render(
            "portal_award",
            award=award_values.page_values(award),
            **self._leifeng_office_values(award.company_id),
        )

    # VALUES

    def _leifeng_overview_values(self):
        awards = request.env["leifeng.award"]._shown_to_employees()
        accepting = [award for award in awards if award._accepts_entries()]
        return {
            **super()._leifeng_overview_values(),
            "award_count": len(awards),
            "accepting_count": len(accepting),
        }
