from odoo.exceptions import AccessError, UserError, ValidationError

from .test_retention import RetentionCase


class TestThePage(RetentionCase):
    def _page(self, role="manager", **vals):
        return self._as(role, self.retention).create(vals)

    def test_page_counts_what_the_next_night_removes(self):
        self._signup_ended(self._ago(days=40), "open", live=False)
        self._signup_ended(self._ago(years=4))

        page = self._page()

        self.assertRecordValues(
            page,
            [
                {
                    "signup_months": 36,
                    "message_months": 12,
                    "record_years": 10,
                    "withdrawn_count": 1,
                    "signup_count": 1,
                    "message_count": 0,
                    "record_count": 0,
                }
            ],
        )
        counts = self.retention._purge(self.company)
        self.assertEqual(counts, {"withdrawn": 1, "signup": 1})

    def test_manager_sets_the_periods(self):
        self._page(signup_months=24, message_months=6, record_years=12).action_save()

        self.assertEqual(self.company.leifeng_signup_months, 24)
        self.assertEqual(self.company.leifeng_message_months, 6)
        self.assertEqual(self.retention._record_years(), 12)

    def test_periods_that_are_too_short(self):
        for vals in ({"record_years": 9}, {"signup_months": 0}, {"message_months": 0}):
            with self.subTest(vals=vals), self.assertRaises(ValidationError):
                self._page(**vals)

    def test_only_the_manager(self):
        for role in ("officer", "hr", "supervisor", "internal", "employee"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._page(role)

    def test_not_for_another_agency(self):
        other = self.env["res.company"].create({"name": "Other Agency"})

        with self.assertRaises(UserError):
            self._page(company_id=other.id).action_save()

        self.assertEqual(other.leifeng_signup_months, 36)
