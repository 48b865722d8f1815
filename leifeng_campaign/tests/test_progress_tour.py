from datetime import timedelta

from odoo.tests import HttpCase, tagged

from .common import LeifengSetup


@tagged("post_install", "-at_install")
class TestProgressTour(LeifengSetup, HttpCase):
    """*Progress* in a browser: one request, and each figure opens its list; in Chinese, too."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls._confirmed(cls._employees(2, department=cls.hall))
        cls._session(hours_ahead=-50, name="Waiting Shift")
        earlier = cls.campaign.date_start - timedelta(days=365)
        cls._campaign(
            name="Earlier Year", date_start=earlier, date_stop=earlier + timedelta(days=40)
        )

    def test_the_office_looks_at_the_figures(self):
        self.start_tour("/odoo/leifeng-progress", "leifeng_progress", login="lf_officer")

    def test_supervision_in_chinese(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self.users["supervisor"].lang = "zh_CN"

        self.start_tour("/odoo/leifeng-progress", "leifeng_progress", login="lf_supervisor")
