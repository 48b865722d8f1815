from odoo.fields import Domain
from odoo.http import request, route

from . import honor_values
from .portal import ID, LeifengPortal, employees_only, number_of

URL = "/my/leifeng/honors"


class LeifengHonorPortal(LeifengPortal):
    """One's own honors with their certificates, and everyone's of a year."""

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_honors(self, year="", **_params):
        years = self._leifeng_honor_years()
        wanted = number_of(year)
        return self._leifeng_render("portal_honors", **self._leifeng_honors(years, wanted))

    @route(f"{URL}/<{ID}:certificate_id>/pdf", type="http", auth="user", website=True)
    @employees_only
    def leifeng_honor_pdf(self, certificate_id, **_params):
        domain = Domain("id", "=", certificate_id) & Domain("state", "=", "valid")
        honor = request.env["leifeng.certificate"].search(domain & self._leifeng_my_honors())
        if not honor:
            raise request.not_found()
        return self._leifeng_pdf("action_report_honor", honor, f"{honor.number}.pdf")

    # VALUES

    def _leifeng_my_honors(self):
        """Return the domain of one's own honors and of those of one's department itself."""
        parts = request.env["leifeng.campaign.department"]._mine()
        mine = Domain(self._leifeng_mine()) | Domain(
            [("employee_id", "=", False), ("department_id", "in", parts.department_id.ids)]
        )
        return Domain("kind", "=", "honor") & mine

    def _leifeng_wall(self):
        return Domain([("kind", "=", "honor"), ("state", "=", "valid"), ("named", "=", True)])

    def _leifeng_honor_years(self):
        groups = request.env["leifeng.certificate"]._read_group(
            self._leifeng_wall(), ["honor_year"], order="honor_year DESC"
        )
        return [year for (year,) in groups]

    def _leifeng_honors(self, years, wanted):
        env = request.env
        honors = env["leifeng.certificate"]
        year = wanted if wanted in years else next(iter(years), 0)
        of_year = self._leifeng_wall() & Domain("honor_year", "=", year)
        return {
            "mine": honor_values.mine(env, honors.search(self._leifeng_my_honors()), URL),
            "years": years,
            "year": year,
            "wall": honor_values.wall(
                env, honors.search(of_year, order="award_id, serial_year, serial")
            ),
        }
