from ..demo.hours import BRIEFING, LIBRARY


class HoursFacts:
    """What the demo shows of hours; for a class that has built it."""

    @property
    def records(self):
        return self.env["leifeng.service.record"]

    @property
    def entries(self):
        return self.env["leifeng.service.entry"]

    def test_a_late_entry_by_the_leader_that_the_office_agreed_to(self):
        record = self.records.search([("source", "=", "late")])

        self.assertEqual(len(record), 1)
        self.assertEqual((record.recorded_by, record.minutes), ("樊铁山", 60))
        self.assertEqual(record.entry_ids.decided_by, "许清和")

    def test_one_late_entry_waits(self):
        waiting = self.entries.search([("state", "=", "review")])

        self.assertEqual((waiting.asked_by, waiting.raw_minutes), ("陶然之", 90))

    def test_practice_04_the_briefing_yields_training_and_no_service(self):
        trained = self.records.search([("kind", "=", "training")])

        self.assertEqual(len(trained), 12)
        self.assertEqual(set(trained.mapped("content")), {BRIEFING})

    def test_what_the_library_recorded(self):
        partners = self.records.search([("source", "=", "partner")])

        self.assertEqual(set(partners.mapped("recording_unit")), {LIBRARY})
        self.assertEqual(partners.mapped("minutes"), [120] * 3)

    def test_a_certificate_shows_all_three_apart(self):
        certificate = self.env["leifeng.certificate"].search(
            [("holder_name", "=", "聂小雨"), ("kind", "=", "service")]
        )

        self.assertTrue(certificate.minutes)
        self.assertEqual((certificate.partner_minutes, certificate.training_minutes), (120, 36))
