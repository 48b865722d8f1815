from datetime import date, datetime, timedelta
from unittest.mock import patch

from psycopg2.errors import CheckViolation

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from .award_case import AwardCase


class NoticeSetup:
    """A notice on approved awards, for any test case class."""

    @classmethod
    def _set_up_notice(cls):
        cls.company.write(
            {
                "leifeng_office": "Discipline Office",
                "leifeng_office_phone": "0000-8801312",
                "leifeng_office_address": "Room 2",
                "leifeng_office_hours": "9 to 17",
            }
        )
        cls.award = cls._award("person", judges=("judge",))
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.mine = cls._winner(cls.award, cls.me)
        cls.other = cls._winner(cls.award, cls.colleague)
        cls._stage(cls.award, "approved")

    @classmethod
    def _winner(cls, award, employee=None, **vals):
        """Return an entry that the panel proposed."""
        entry = cls._entry(award, employee, **vals)
        cls.env["leifeng.award.result"].create(
            {
                "award_id": award.id,
                "company_id": award.company_id.id,
                "entry_id": entry.id,
                "code": f"C{entry.id}",
                "tier_id": award.tier_ids[0].id,
            }
        )
        return entry

    @classmethod
    def _notice(cls, awards=None, **vals):
        awards = awards or cls.award
        values = {"name": "Notice", "award_ids": awards.ids, "campaign_id": cls.campaign.id}
        return cls.env["leifeng.award.notice"].create({**values, **vals})

    @classmethod
    def _published(cls, day="2026-11-20", awards=None, **vals):
        notice = cls._notice(awards, **vals)
        with cls._on(day):
            cls._as("officer", notice).action_publish()
        return notice

    @classmethod
    def _on(cls, day):
        """The agency's date is ``day`` within."""
        company = type(cls.env["res.company"])
        return patch.object(company, "_leifeng_today", lambda self: date.fromisoformat(day))


class NoticeCase(NoticeSetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_notice()


@tagged("post_install", "-at_install")
class TestNotice(NoticeCase):
    def test_publishing_copies_the_winners_and_moves_the_award(self):
        notice = self._published()

        self.assertEqual(notice.state, "published")
        self.assertEqual(self.award.state, "notice")
        self.assertEqual(notice.line_ids.entry_id, self.mine | self.other)
        self.assertRecordValues(
            notice.line_ids,
            [
                {
                    "award_name": "Award for a person",
                    "tier_name": "First",
                    "holder_name": name,
                    "department_name": "Service Hall",
                    "reason": "Helps",
                }
                for name in ("Colleague", "Employee")
            ],
        )
        fact = self.env["leifeng.journal"].search([("kind", "=", "notice")], limit=1)
        self.assertEqual((fact.res_id, fact.user_id), (notice.id, self.users["officer"].id))
        self.assertNotIn("Employee", fact.payload)

    def test_case_9_the_last_day_by_the_state_council_s_calendar(self):
        """awards.md 6.10: published on Thursday, April 30, 2026; May 1 to 5 are days off, Saturday,
        May 9, is a workday."""
        for first_counts, last in ((True, "2026-05-09"), (False, "2026-05-11")):
            notice = self._published("2026-04-30", first_counts=first_counts)
            self.assertEqual(str(notice.date_stop), last)
            self.assertFalse(notice._unknown_text())
            self.award._set_state("approved")

    def test_a_year_that_nobody_knows_yet_is_told(self):
        notice = self._published("2028-03-06")

        self.assertEqual(str(notice.date_stop), "2028-03-10")
        self.assertIn("2028", notice._unknown_text())

    def test_a_period_is_never_shorter_than_five_workdays(self):
        refused = self.assertRaises(CheckViolation)
        with mute_logger("odoo.sql_db"), refused, self.cr.savepoint():
            self._notice(workdays=4)

    def test_defaults_come_from_the_agency(self):
        self.company.write({"leifeng_notice_days": 7, "leifeng_notice_masked": True})

        self.assertRecordValues(
            self._notice(),
            [
                {
                    "workdays": 7,
                    "first_counts": True,
                    "masked": True,
                    "office": "Discipline Office",
                    "office_phone": "0000-8801312",
                    "office_address": "Room 2",
                    "office_hours": "9 to 17",
                }
            ],
        )

    def test_the_basis_names_plan_and_body(self):
        self.award.approval_body = "Standing Committee"

        self.assertIn("“Campaign”", self._notice().basis)
        self.assertIn("Standing Committee", self._notice().basis)

    def test_several_awards_in_their_order(self):
        essays = self._award("essay", judges=("judge",), name="Essays")
        self._winner(essays, self.people["head"])
        self._stage(essays, "approved")

        notice = self._published(awards=essays | self.award)

        names = notice.line_ids.mapped("award_name")
        self.assertEqual(set(names[:1]), {"Essays"})
        self.assertEqual(notice.line_ids[0].reason, "“A Morning”")
        self.assertEqual((essays.state, self.award.state), ("notice", "notice"))

    def test_what_can_not_be_published(self):
        early = self._award("person", judges=("judge",), name="Early")
        nobody = self._stage(self._award("person", judges=("judge",), name="Nobody"), "approved")
        for awards, vals in (
            (early, {}),
            (nobody, {}),
            (self.award, {"office_phone": False}),
            (self.award.browse(), {"award_ids": []}),
        ):
            notice = self._notice(awards, **vals)
            with self.assertRaises(UserError):
                self._as("officer", notice).action_publish()
        self.assertEqual(self.award.state, "approved")

    def test_what_was_published_stands(self):
        notice = self._as("officer", self._published())
        for vals in (
            {"date_stop": "2026-11-21"},
            {"state": "published", "name": "Other"},
            {"award_ids": [(5,)]},
            {"masked": True},
        ):
            with self.assertRaises(UserError):
                notice.write(vals)
        with self.assertRaises(UserError):
            notice.unlink()
        with self.assertRaises(UserError):
            notice.write({"state": "ended"})
        with self.assertRaises(AccessError):
            notice.line_ids.write({"holder_name": "Other"})

    def test_only_the_office_publishes(self):
        notice = self._notice()
        for role in ("supervisor", "hr", "internal", "head", "employee"):
            with self.assertRaises(AccessError):
                self._as(role, notice).action_publish()
        with self.assertRaises(AccessError):
            self._as("supervisor", self._published()).action_renew("Please")

    def test_masked_names_in_the_list_and_in_the_reason(self):
        self.mine.write(
            {"employee_name": "聂小雨", "deeds_short": "聂小雨同志常年帮扶，小雨的电话13812341234"}
        )

        line = self._line_of(self._published(masked=True), self.mine)

        self.assertEqual(line.holder_name, "聂**")
        self.assertEqual(line.reason, "聂**同志常年帮扶，**的电话138****1234")

    def test_who_did_not_agree_is_not_named(self):
        self.mine.write({"consent_named": False})
        self.other.write({"consent_publicized": False})

        notice = self._published()

        mine, other = self._line_of(notice, self.mine), self._line_of(notice, self.other)
        self.assertEqual((mine.holder_name, mine.reason), ("(Name Withheld)", False))
        self.assertEqual((other.holder_name, other.reason), ("Colleague", False))

    def test_a_department_is_named_and_never_masked(self):
        award = self._award("department", judges=("judge",))
        entry = self._winner(award, department_id=self.hotline.id, department_name="Hotline")
        self._stage(award, "approved")

        line = self._line_of(self._published(awards=award, masked=True), entry)

        self.assertEqual((line.holder_name, line.department_name), ("Hotline", False))

    def test_the_text_for_the_group_has_a_link_and_no_names(self):
        notice = self._published()

        text = notice._group_text()

        self.assertIn(f"/my/leifeng/notices/{notice.id}", text)
        self.assertIn("5 workdays", text)
        self.assertNotIn("Employee", text)
        self.assertNotIn("Colleague", text)

    def _line_of(self, notice, entry):
        return notice.line_ids.filtered(lambda line: line.entry_id == entry)


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
class TestHeadCode(AwardCase):
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
            award = self._stage(self._award("person", judges=("judge",)), "approved")
            NoticeCase._winner.__func__(type(self), award, self.people["employee"])
            notice = self.env["leifeng.award.notice"].create(
                {"name": "N", "award_ids": award.ids, "office": "O", "office_phone": "1"}
            )
            notice.action_publish()

        self.assertEqual(notice.check_code, "0123456789abcdef")
        self.assertIn("0123456789abcdef", notice._code_text())
