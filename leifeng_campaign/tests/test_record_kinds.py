from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import mute_logger

from .test_leifeng_service_record import RecordCase


class KindCase(RecordCase):
    """One's own service of 126 minutes, a partner's record of 120 and a training of 60."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.training = cls._activity("Training", "training")
        cls.trained = cls._confirmed(
            cls.person,
            activity_id=cls.training.id,
            name="Briefing",
            start=cls._at_day(1),
            stop=cls._at_day(1, 60),
        ).record_ids
        cls.partners = cls._partner_record(cls.person, minutes=120)

    @classmethod
    def _activity(cls, name, kind):
        activity = Command.create({"name": name, "kind": kind})
        cls.campaign.phase_ids.activity_ids = [activity]
        return cls.campaign.plan_activity_ids.filtered(lambda each: each.name == name)

    @classmethod
    def _at_day(cls, days, minutes=0):
        return cls.start.replace(day=cls.start.day + days) + timedelta(minutes=minutes)

    @classmethod
    def _partner_record(cls, person, minutes, **vals):
        records = cls.env["leifeng.service.record"]
        return records.create(
            {
                **records._person_values(person, cls.start.date()),
                "date": cls._at_day(2).date(),
                "raw_minutes": minutes,
                "minutes": minutes,
                "rounding": "tenth",
                "content": "Library",
                "organizing_unit": "Library",
                "recording_unit": "Library",
                "source": "partner",
                "company_id": cls.company.id,
                **vals,
            }
        )


class TestRecordKinds(KindCase):
    def test_practice_04_the_kind_of_the_activity_decides_what_a_sheet_yields(self):
        self.assertEqual((self.record.kind, self.record.minutes), ("service", 126))
        self.assertEqual((self.trained.kind, self.trained.minutes), ("training", 60))
        others = ("lecture", "screening", "discussion", "essay", "ceremony", "selection", "other")
        for hour, kind in enumerate(others, 1):
            session = self._confirmed(
                self.person,
                activity_id=self._activity(kind, kind).id,
                start=self._at_day(3, 60 * hour),
                stop=self._at_day(3, 60 * hour + 30),
            )
            self.assertFalse(session.record_ids, kind)

    def test_sums_of_service_hours_count_neither_training_nor_partners_records(self):
        self.env.invalidate_all()
        for owner in (self.person, self.hall):
            self.assertEqual(owner.leifeng_hours, 2.1, owner)
        self.assertEqual(self.campaign.hours, 2.1)
        certificate = self._issued()
        self.assertEqual((certificate.minutes, certificate.service_count), (126, 1))

    def test_a_correction_of_training_stays_training(self):
        again = self._as("officer", self.trained).action_correct(
            "Shorter", self._at_day(1), self._at_day(1, 30)
        )

        kinds = (self.trained.reversal_ids | again).mapped("kind")
        self.assertEqual(kinds, ["training", "training"])

    def test_practice_05_training_adds_to_no_day_of_service(self):
        day = self._at_day(5)
        long = {"start": day - timedelta(minutes=600), "stop": day}
        self._confirmed(self.person, activity_id=self.training.id, **long)

        session = self._confirmed(self.person, start=day, stop=day + timedelta(minutes=180))

        self.assertEqual(session.record_ids.minutes, 180)

    def test_practice_05_nobody_trains_and_serves_at_the_same_time(self):
        session = self._session(start=self._at_day(1, 60), stop=self._at_day(1, 90))
        self._line(session, self.person, attendance="present", time_in=self._at_day(1, 30))

        with self.assertRaises(UserError):
            session.action_confirm()

    def test_partners_records_may_lack_times_and_others_may_not(self):
        self.assertFalse(self.partners.start)
        self.assertEqual(self.partners._clock_text(), "")
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self._partner_record(self.person, 60, source="sheet").flush_recordset()

    def _issued(self):
        return self.env["leifeng.certificate"].issue_service_record(self.person.id)

    def test_practice_12_a_certificate_lists_partners_and_training_apart(self):
        certificate = self._issued()

        self.assertEqual((certificate.partner_minutes, certificate.training_minutes), (120, 60))
        ((_date, content, _place, hours),) = certificate._content_rows("partner_content")
        self.assertEqual((content, hours), ("Library（Library）", "2"))
        self.assertEqual([row[1] for row in certificate._content_rows()], ["Shift"])
        self.assertEqual(
            [row[1] for row in certificate._content_rows("training_content")], ["Briefing"]
        )

    def test_practice_12_the_period_covers_what_is_listed_apart(self):
        """Else a certificate issued anew over that period would lose it."""
        certificates = self.env["leifeng.certificate"]

        old = certificates.issue_service_record(self.person.id)
        new = old.action_reissue()

        self.assertEqual(old.date_from, min(old.record_ids.mapped("date")))
        self.assertEqual(new.record_ids, old.record_ids)

    def test_practice_12_partners_records_alone_are_not_certified_here(self):
        self._partner_record(self.people["colleague"], 120)

        with self.assertRaises(UserError):
            self.env["leifeng.certificate"].issue_service_record(self.people["colleague"].id)

    def test_a_certificate_is_revoked_when_what_it_lists_apart_is_reversed(self):
        certificate = self._issued()

        self._as("officer", self.trained).action_correct("Was not there")

        self.assertEqual(certificate.state, "revoked")
