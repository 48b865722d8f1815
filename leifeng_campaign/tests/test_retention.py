from datetime import timedelta

from dateutil.relativedelta import relativedelta
from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError
from odoo.fields import Datetime
from odoo.tools import mute_logger

from .common import LeifengCase

HOUR = 1 / 24  # of a day


class RetentionCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.retention = cls.env["leifeng.retention"]
        cls.person = cls.people["employee"]

    def _age(self, rows, column, moment):
        """Set a column that the ORM doesn't set."""
        self.env.flush_all()
        self.env.cr.execute(
            f"UPDATE {rows._table} SET {column} = %s WHERE id IN %s", [moment, tuple(rows.ids)]
        )
        self.env.invalidate_all()

    def _ago(self, **period):
        return Datetime.now() - relativedelta(**period)

    def _signup_ended(self, moment, state="done", live=True):
        """Return a sign-up for a session that ended at ``moment``."""
        session = self._session(hours_ahead=-30 if state == "open" else 24)
        signup = self._line(session, self.person, attendance="present")
        if state == "cancelled":
            session.action_cancel("Rain")
        if not live:
            signup._leave()
        self.env.flush_all()
        for table, row in (("leifeng_session", session), ("leifeng_session_signup", signup)):
            self.env.cr.execute(
                f"UPDATE {table} SET start = %s, stop = %s WHERE id = %s",
                [moment - timedelta(hours=2), moment, row.id],
            )
        if state == "done":
            self.env.cr.execute(
                "UPDATE leifeng_session SET state = 'done' WHERE id = %s", [session.id]
            )
        self.env.invalidate_all()
        return signup


class TestWhatIsRemoved(RetentionCase):
    def test_withdrawn_signups_thirty_days_after_the_session(self):
        past = self._signup_ended(self._ago(days=30 + HOUR), "open", live=False)
        kept = self._signup_ended(self._ago(days=30 - HOUR), "open", live=False)

        counts = self.retention._purge(self.company)

        self.assertEqual(counts, {"withdrawn": 1})
        self.assertEqual((past | kept).exists(), kept)

    def test_signups_after_the_configured_months(self):
        self.company.leifeng_signup_months = 6
        past = self._signup_ended(self._ago(months=6, hours=1))
        called_off = self._signup_ended(self._ago(months=7), "cancelled")
        kept = self._signup_ended(self._ago(months=6) + timedelta(hours=1))
        not_confirmed = self._signup_ended(self._ago(months=9), "open")

        counts = self.retention._purge(self.company)

        self.assertEqual(counts, {"signup": 2})
        everything = past | called_off | kept | not_confirmed
        self.assertEqual(everything.exists(), kept | not_confirmed)

    def test_records_stay_when_their_signups_go(self):
        session = self._confirmed(self.person)
        record = session.record_ids
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_session_signup SET start = %s, stop = %s WHERE session_id = %s",
            [self._ago(years=4), self._ago(years=4) + timedelta(hours=1), session.id],
        )
        self.env.invalidate_all()

        self.retention._purge(self.company)

        self.assertFalse(session.signup_ids)
        self.assertRecordValues(record, [{"employee_name": "Employee", "session_id": session.id}])

    def test_messages_after_reading_or_else_after_writing(self):
        self.company.leifeng_message_months = 3
        for text in ("read long ago", "read lately", "never read", "new"):
            self.env["leifeng.message"].tell(self.person, lambda env, text=text: text)
        messages = self.env["leifeng.message"].search([], order="id")
        self._age(messages[0], "read_on", self._ago(months=3, hours=1))
        self._age(messages[1:3], "create_date", self._ago(months=4))
        self._age(messages[1], "read_on", self._ago(months=3) + timedelta(hours=1))

        counts = self.retention._purge(self.company)

        self.assertEqual(counts, {"message": 2})
        self.assertEqual(messages.exists().mapped("text"), ["read lately", "new"])


class TestRecords(RetentionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.record = cls._confirmed(cls.person).record_ids

    def test_records_after_ten_years(self):
        kept = self._confirmed(self.people["colleague"]).record_ids
        self._age(self.record, "create_date", self._ago(years=10, days=2))
        self._age(kept, "create_date", self._ago(years=10) + timedelta(days=1))

        counts = self.retention._purge(self.company)

        self.assertEqual(counts["record"], 1)
        self.assertEqual((self.record | kept).exists(), kept)

    def test_shorter_periods_than_ten_years_count_as_ten(self):
        self.env["ir.config_parameter"].set_param("leifeng_campaign.record_years", "3")
        self._age(self.record, "create_date", self._ago(years=9))

        self.assertFalse(self.retention._expired(self.company)["record"])

    def test_longer_period(self):
        self.env["ir.config_parameter"].set_param("leifeng_campaign.record_years", "15")
        self._age(self.record, "create_date", self._ago(years=11))
        self.assertFalse(self.retention._expired(self.company)["record"])

        self._age(self.record, "create_date", self._ago(years=16))
        self.retention._purge(self.company)

        self.assertFalse(self.record.exists())

    def test_corrected_record_goes_together_with_its_correction(self):
        self._correct()
        reversal = self.record.reversal_ids
        self._age(self.record, "create_date", self._ago(years=11))
        self.assertFalse(self.retention._expired(self.company)["record"])

        self._age(reversal, "create_date", self._ago(years=10, days=2))
        self.retention._purge(self.company)

        self.assertFalse((self.record | reversal).exists())

    def test_question_goes_with_its_record(self):
        question = self._as("employee", self.env["leifeng.service.correction"]).ask(
            self._as("employee", self.record), "Too long"
        )
        self._age(self.record, "create_date", self._ago(years=11))

        self.retention._purge(self.company)

        self.assertFalse(question.sudo().exists())

    def test_nobody_else_removes_records(self):
        self._age(self.record, "create_date", self._ago(years=11))

        for role in ("officer", "manager", "hr", "supervisor"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(role, self.record).unlink()
        self.assertTrue(self.record.exists())

    def test_database_keeps_what_is_inside_the_period(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(RestrictViolation):
            self.record.unlink()
        self.env.invalidate_all()
        self.assertTrue(self.record.exists())

    def _correct(self):
        start, stop = self.record.start, self.record.stop - timedelta(minutes=30)
        self._as("officer", self.record).action_correct("Left early", start, stop, 0)


class TestTheRun(RetentionCase):
    def test_a_run_is_noted_once_with_counts_alone(self):
        self._signup_ended(self._ago(days=40), "open", live=False)

        self.retention._purge(self.company)
        self.retention._purge(self.company)

        rows = self.env["leifeng.journal"].search([("kind", "=", "purged")])
        self.assertEqual(len(rows), 1)
        self.assertEqual(
            rows._facts(),
            {
                "about": ["res.company", self.company.id],
                "kind": "purged",
                "removed": {"withdrawn": 1},
            },
        )

    def test_each_agency_by_its_own_periods(self):
        other = self.env["res.company"].create(
            {"name": "Other Agency", "leifeng_message_months": 1}
        )
        far = self.env["hr.employee"].create({"name": "Far", "company_id": other.id})
        self.env["leifeng.message"].tell(self.person | far, lambda env: "Word")
        messages = self.env["leifeng.message"].search([])
        self._age(messages, "create_date", self._ago(months=2))

        self.assertEqual(self.retention._purge(self.company), {})
        self.assertEqual(self.retention._purge(other), {"message": 1})
        fact = self.env["leifeng.journal"].search([("kind", "=", "purged")], limit=1)
        self.assertEqual((fact.res_id, fact.company_id), (other.id, other))

    def test_cron_runs_through(self):
        signup = self._signup_ended(self._ago(days=40), "open", live=False)
        cron = self.env.ref("leifeng_campaign.ir_cron_purge")

        with self.enter_registry_test_mode():
            cron.method_direct_trigger()

        self.assertFalse(signup.exists())


class TestOffers(RetentionCase):
    def test_practice_07_offers_leave_no_trace_thirty_days_after_the_session(self):
        past = self._offer_ended(self._ago(days=30 + HOUR))
        kept = self._offer_ended(self._ago(days=30 - HOUR), "colleague")

        counts = self.retention._purge(self.company)

        self.assertEqual(counts["offer"], 1)
        self.assertFalse(past.exists())
        self.assertTrue(kept.exists())

    def _offer_ended(self, moment, role="employee"):
        """Return an invitation that was declined, for a session that ended at ``moment``."""
        session = self._session()
        offer = self._as("officer", session).action_invite(self.people[role].ids).sudo()
        self._as(role, offer).action_decline()
        self._age(session, "start", moment - timedelta(hours=2))
        self._age(session, "stop", moment)
        return offer


class TestHoursToReview(RetentionCase):
    def _entry(self):
        start = self._ago(days=5)
        times = (start, start + timedelta(hours=1), 0)
        return self.env["leifeng.service.entry"].ask(
            self.person.id, times, "Late", activity=self.service
        )

    def test_practice_15_what_was_not_recorded_goes_with_the_sign_ups_of_its_time(self):
        refused, waiting = self._entry(), self._entry_of("colleague")
        self._as("officer", refused).action_refuse("Nobody saw it")
        months = self.company.leifeng_signup_months
        old = (self._ago(months=months) - timedelta(days=1)).date()
        self._age(refused | waiting, "date", old)

        counts = self.retention._purge(self.company)

        self.assertEqual(counts["entry"], 1)
        self.assertFalse(refused.exists())
        self.assertTrue(waiting.exists(), "nobody has decided yet")

    def _entry_of(self, role):
        self.person = self.people[role]
        return self._entry()

    def test_practice_15_a_review_goes_with_its_record(self):
        entry = self._entry()
        self._as("officer", entry).action_record()
        self._age(entry.record_id, "create_date", self._ago(years=11))

        self.retention._purge(self.company)

        self.assertFalse(entry.exists())
