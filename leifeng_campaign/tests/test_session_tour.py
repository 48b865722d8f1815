from odoo.tests import HttpCase, tagged

from .common import LeifengSetup


@tagged("post_install", "-at_install")
class TestSessionTour(LeifengSetup, HttpCase):
    """An officer's way in a browser: publish a shift, mark everyone, confirm the hours."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()

    def test_publish_mark_and_confirm(self):
        session = self._session(publish=False, hours_ahead=-3, name="Tour Shift")
        self.start_tour(
            f"/odoo/leifeng-shifts/{session.id}", "leifeng_session_publish", login="lf_officer"
        )
        self._line(session, self._employees(2))
        self.start_tour(
            f"/odoo/leifeng-shifts/{session.id}", "leifeng_session_confirm", login="lf_officer"
        )

        self.assertEqual((session.state, session.people_served), ("done", 46))
        self.assertEqual(session.record_ids.mapped("minutes"), [120, 120])
