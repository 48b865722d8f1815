from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from .award_case import AwardCase
from .conference_case import ConferenceSetup


@tagged("post_install", "-at_install")
class TestConferenceTour(ConferenceSetup, AwardCase, HttpCase):
    """An officer's way in a browser: an item of the agenda, its outline, the agenda on paper."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_conference()

    def _tour(self, name):
        url = f"/odoo/leifeng-conference/{self.conference.id}"
        self.start_tour(url, f"leifeng_conference_{name}", login="lf_officer")

    def test_make_an_item_collect_the_outline_print(self):
        self._tour("ask")
        item = self.conference.agenda_ids
        self.assertEqual((item.name, item.kind), ("Three Small Things", "speech"))
        speech = self._as("employee", item.speech_ids)
        speech.action_save("First we ask, then we come.")
        speech.action_submit()

        reports = self.env.registry["ir.actions.report"]
        with patch.object(reports, "_render_qweb_pdf", return_value=(b"%PDF-", "pdf")) as printer:
            self._tour("collect")

        self.assertEqual(speech.state, "approved")
        (report, ids), _options = printer.call_args[0][:2], printer.call_args[1]
        self.assertEqual(ids, self.conference.ids)
        self.assertIn("report_session_agenda", report)
