from odoo.tests import tagged

from .conference_case import ConferencePortalCase


@tagged("post_install", "-at_install")
class TestSpeechTour(ConferencePortalCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_writing_coming_back_and_handing_in_on_a_phone(self):
        speech = self._speech()

        self.start_tour("/my/leifeng", "leifeng_portal_speech", login="lf_employee")

        text = "First we ask, then we come. Thank you."
        self.assertEqual((speech.state, speech.text), ("submitted", text))
