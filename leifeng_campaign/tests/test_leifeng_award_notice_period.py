from datetime import datetime, timedelta
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from .notice_case import NoticeCase


@tagged("post_install", "-at_install")
class TestPeriod(NoticeCase):
    def test_it_ends_after_the_last_day_only(self):
        notice = self._published("2026-11-20")
        self.assertEqual(str(notice.date_stop), "2026-11-26")

        with self._on("2026-11-26"):
            with self.assertRaises(UserError):
                self._as("officer", notice).action_end()
            notice._cron_end()
            self.assertEqual(notice.state, "published")
            self.assertTrue(notice._accepts_objections())
        with self._on("2026-11-27"):
            self.assertFalse(notice._accepts_objections(), "even if the job ran late")
            notice._cron_end()
        self.assertEqual(notice.state, "ended")

    def test_the_last_second_is_that_of_the_agency(self):
        notice = self._published("2026-11-20")
        midnight = datetime(2026, 11, 26, 16)  # UTC
        for now, accepted in ((midnight - timedelta(seconds=1), True), (midnight, False)):
            with freeze_time(now):
                self.assertEqual(notice._accepts_objections(), accepted, now)

    def test_what_stands_against_granting(self):
        self.assertIn("has not been on public notice", self.award._notice_refusal())
        notice = self._published("2026-11-20")
        with self._on("2026-11-26"):
            self.assertIn("runs until the end of", self.award._notice_refusal())
        with self._on("2026-11-27"):
            self.assertEqual(self.award._notice_refusal(), "", "whether the job ran or not")
            notice._cron_end()
            self.assertEqual(self.award._notice_refusal(), "")

    def test_a_changed_list_needs_a_new_notice_with_a_full_period(self):
        notice = self._published("2026-11-20")
        result = self.award._winners().filtered(lambda each: each.entry_id == self.mine)
        result._strike("Left the agency")
        with self._on("2026-11-27"):
            self.assertIn("has changed", self.award._notice_refusal())
            renewed = self._as("officer", notice).action_renew("One line was taken off")

            self.assertEqual(str(renewed.date_stop), "2026-12-03")
        self.assertEqual((notice.state, renewed.state), ("replaced", "published"))
        self.assertEqual(renewed.replaces_id, notice)
        self.assertEqual(renewed.sudo().line_ids.entry_id, self.other)
        self.assertEqual(renewed.sudo().office_phone, "0000-8801312")
        with self._on("2026-12-04"):
            self.assertEqual(self.award._notice_refusal(), "")

    def test_a_change_of_tier_is_a_change_of_the_list(self):
        tiers = [Command.create({"name": name, "quota": 1}) for name in ("First", "Second")]
        award = self._award("person", judges=("judge",), tier_ids=tiers)
        self._winner(award, self.people["head"])
        self._published("2026-11-20", awards=self._stage(award, "approved"))

        award._winners().tier_id = award.tier_ids[1]

        with self._on("2026-11-27"):
            self.assertIn("has changed", award._notice_refusal())

    def test_renewing_needs_a_reason_and_a_notice_that_stands(self):
        notice = self._as("officer", self._published())
        with self.assertRaises(UserError):
            notice.action_renew(" ")
        notice.action_renew("A wrong telephone")
        with self.assertRaises(UserError):
            notice.action_renew("Again")
        with self.assertRaises(UserError):
            self._as("officer", self._notice()).action_renew("A draft")

    def test_a_notice_of_more_awards_stands_on_for_the_others(self):
        second = self._award("person", judges=("judge",), name="Second Award")
        self._winner(second, self.people["head"])
        self._stage(second, "approved")
        both = self._published(awards=self.award | second)
        self.award._set_state("approved")

        self._published(awards=self.award)

        self.assertEqual(both.state, "published")
        with self._on("2026-11-27"):
            self.assertEqual(second._notice_refusal(), "")

    def test_striking_is_written_once_and_in_the_journal(self):
        result = self.award._winners()[:1]
        result._strike("Left the agency")

        self.assertNotIn(result, self.award._winners())
        fact = self.env["leifeng.journal"].search([("kind", "=", "struck_off")], limit=1)
        self.assertEqual((fact.res_model, fact.res_id), (result._name, result.id))
        with self.assertRaises(UserError):
            result._strike("Again")


@tagged("post_install", "-at_install")
class TestHeadCode(NoticeCase):
    def test_the_head_is_sealed_before_it_is_printed(self):
        journal = self.env["leifeng.journal"]
        journal.record("purged", self.campaign, {"removed": 1})
        self.env.flush_all()
        self.cr.postcommit.data.clear()  # as after the commit of the fact
        with self.enter_registry_test_mode():
            code = journal._head_code()
        self.env.invalidate_all()

        row = journal.search([], limit=1)
        self.assertEqual(row.hash[:16], code)
        self.assertEqual(len(code), 16)

    def test_after_an_own_fact_it_waits_for_nothing(self):
        journal = self.env["leifeng.journal"]
        journal.record("purged", self.campaign, {"removed": 1})
        before = journal.search([("hash", "!=", False)], limit=1).hash or ""

        self.assertEqual(journal._head_code(), before[:16])

    def test_a_notice_bears_it(self):
        journal = self.env["leifeng.journal"]
        with patch.object(type(journal), "_head_code", lambda self: "0123456789abcdef"):
            notice = self._published()

        self.assertEqual(notice.check_code, "0123456789abcdef")
        self.assertIn("0123456789abcdef", notice._code_text())
