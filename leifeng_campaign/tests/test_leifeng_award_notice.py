from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .notice_case import NoticeCase


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

    def test_practice_19_an_essay_is_named_with_its_title_if_its_author_agreed(self):
        award = self._award("essay", judges=("judge",))
        said = {"consent_publicized": False}
        named = self._winner(award, self.people["employee"], title="Employee's Lamp", **said)
        withheld = self._winner(
            award, self.people["colleague"], title="A Bell", consent_named=False, **said
        )
        self._stage(award, "approved")
        draft = self._notice(awards=award)
        self.assertIn("1 have not agreed", self._as("officer", draft).unnamed_text)

        notice = self._published(awards=award, masked=True)

        lines = [self._line_of(notice, each) for each in (named, withheld)]
        self.assertEqual(
            [(line.holder_name, line.reason) for line in lines],
            [("E*******", "“E*******'s Lamp”"), ("(Name Withheld)", False)],
        )
        self.assertFalse(self._as("officer", notice).unnamed_text)

    def test_the_procedure_names_no_step_that_was_not_taken(self):
        essays = self._award("essay", judges=("judge",))

        self.assertNotIn("HR", self._notice(awards=essays).basis)
        self.assertIn("HR and discipline", self._notice(awards=essays | self.award).basis)

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
