from datetime import timedelta

from odoo.exceptions import AccessError, UserError

from .common import LeifengCase


class TestCertificate(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.people["employee"]
        cls.start = cls._moment("2025-03-05 18:30")
        for day in range(2):
            start = cls.start + timedelta(days=day)
            cls._confirmed(cls.person, start=start, stop=start + timedelta(minutes=130))
        cls.records = cls.env["leifeng.service.record"].search(
            [("employee_id", "=", cls.person.id)], order="date"
        )

    def _issue(self, role="employee", person=None, **period):
        certificates = self._as(role, self.env["leifeng.certificate"])
        return certificates.issue_service_record((person or self.person).id, **period)

    def test_practice_12_issued_on_request_from_confirmed_records_only(self):
        certificate = self._issue()

        self.assertRecordValues(
            certificate,
            [
                {
                    "holder_name": "Employee",
                    "service_count": 2,
                    "minutes": 252,
                    "rounding_rules": "tenth",
                    "recording_unit": self.company.name,
                    "date_from": self.records[0].date,
                    "date_to": self.records[1].date,
                    "state": "valid",
                }
            ],
        )
        self.assertEqual(certificate._content_rows()[0], ["2025-03-05", "Shift", "Corner", "2.1"])

    def test_it_names_the_rules_of_its_records_not_the_company_s_of_today(self):
        self.company.leifeng_rounding = "minute"
        older = self._issue()
        start = self.start + timedelta(days=2)
        self._confirmed(self.person, start=start, stop=start + timedelta(minutes=130))

        mixed = self._issue()

        self.assertEqual(older.rounding_text, "Cut Down to 0.1 Hours")
        self.assertEqual(mixed.rounding_text, "Cut Down to 0.1 Hours and To the Minute")
        self.assertNotIn("Cut Down", mixed.with_context(lang="zh_CN").rounding_text)

    def test_practice_13_no_word_of_stars_or_of_a_national_certificate(self):
        words = self._issue()._statement()

        self.assertIn("4.2 hours", words)
        self.assertNotRegex(words.lower(), "star|grade|national")

    def test_without_a_record_there_is_no_certificate(self):
        with self.assertRaises(UserError):
            self._issue("colleague", self.people["colleague"])
        with self.assertRaises(UserError):
            self._issue(date_from=self.records[1].date + timedelta(days=1))

    def test_a_period_takes_the_records_inside(self):
        certificate = self._issue(date_to=self.records[0].date)

        self.assertEqual((certificate.service_count, certificate.minutes), (1, 126))

    def test_issued_to_oneself_or_by_the_office(self):
        self.assertEqual(self._issue("officer").issued_by, "Officer")
        for role in ("colleague", "coordinator", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._issue(role)

    def test_nobody_handles_the_own_certificate(self):
        self.company.leifeng_office = "Campaign Office"

        self.assertEqual(self._issue().issued_by, "Campaign Office")

    def test_numbers_have_no_gaps(self):
        first = self._issue(date_to=self.records[0].date)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self._issue("colleague", self.people["colleague"])
        second = self._issue("officer")

        numbers = [
            int(number.split("〕")[1].rstrip("号")) for number in (first.number, second.number)
        ]
        self.assertEqual(numbers[1] - numbers[0], 1)

    def test_what_was_printed_stays(self):
        certificate = self._issue()
        for role in ("employee", "officer", "manager"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, certificate).write({"holder_name": "X"})
        with self.assertRaises(UserError):
            certificate.sudo().write({"state": "revoked"})

    def test_a_reversal_revokes_it_and_the_holder_is_told(self):
        certificate, other = self._issue(), self._issue(date_to=self.records[0].date)

        self._as("officer", self.records[1]).action_correct("Was not there")

        self.assertEqual((certificate.state, other.state), ("revoked", "valid"))
        self.assertEqual(certificate.state_reason, "Was not there")
        facts = self.env["leifeng.journal"].search([("kind", "=", "certificate_revoked")])
        self.assertEqual(facts[:1].res_id, certificate.id)
        told = self.env["leifeng.message"].search([("employee_id", "=", self.person.id)])
        self.assertTrue(any(certificate.number in message.text for message in told))

    def test_a_corrected_record_counts_with_its_new_times(self):
        self._as("officer", self.records[1]).action_correct(
            "Left earlier", self.records[1].start, self.records[1].start + timedelta(hours=1)
        )

        self.assertEqual(self._issue().minutes, 186)

    def test_certificate_and_reversal_meet_on_the_record_s_row(self):
        before = self.records.mapped("touch")

        self._issue()
        self._as("officer", self.records[0]).action_correct("Was not there")

        self.env.invalidate_all()
        gained = [
            now - then for now, then in zip(self.records.mapped("touch"), before, strict=True)
        ]
        self.assertEqual(gained, [2, 1])
