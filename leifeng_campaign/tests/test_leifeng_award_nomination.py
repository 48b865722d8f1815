from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date
from odoo.tools import mute_logger

from .nomination_case import PDF, TEXTS, NominationCase, b64, picture


class TestNomination(NominationCase):
    def test_oneself_writes_keeps_and_sends(self):
        entry = self._nominate("employee", self.me)
        self.assertEqual((entry.state, entry.origin, entry.version), ("draft", "self", 2))

        with self.assertRaisesRegex(UserError, "tick"):
            entry.action_send_nomination(named=True)
        entry.action_send_nomination(considered=True, publicized=True)

        expected = {
            "state": "submitted",
            "employee_name": "Employee",
            "department_name": "Service Hall",
            "consent_considered": True,
            "consent_named": False,
            "consent_publicized": True,
            "deeds_short": TEXTS["deeds_short"],
        }
        self.assertRecordValues(entry, [expected])
        self.assertTrue(entry.submitted_on and entry.consent_on)

    def test_head_and_coordinator_nominate_their_people_and_nobody_else_s(self):
        stranger = self._employee("Stranger", department=self.hotline)
        for role, person in (("head", self.me), ("coordinator", self.colleague)):
            self.assertEqual(self._nominate(role, person).origin, "department", role)
            with self.assertRaises(AccessError, msg=role):
                self._nominate(role, stranger)
        for role in ("employee", "internal", "leader", "hr", "supervisor", "officer"):
            with self.assertRaises(AccessError, msg=role):
                self._nominate(role, self.colleague)
        with self.assertRaises(AccessError):
            self._as("outside", self.award).action_nominate(self.me.id)

    def test_a_department_of_another_campaign_is_not_one_s_own(self):
        other = self._campaign(name="Other")
        self.part.copy({"campaign_id": other.id, "head_id": self.people["leader"].id})

        with self.assertRaises(AccessError):
            self._nominate("leader", self.me)

    def test_copies_come_from_hr(self):
        self.me.sudo().write({"job_title": "Clerk", "leifeng_leading_staff": True})

        entry = self._sent("employee", self.me)

        self.assertRecordValues(entry, [{"post": "Clerk", "leading": True}])

    def test_a_draft_is_its_writer_s_alone_and_keeps_nobody_out(self):
        theirs = self._nominate("coordinator", self.me)
        for role in ("employee", "head", "officer", "supervisor", "internal"):
            found = self._as(role, theirs).search([("id", "=", theirs.id)])
            self.assertFalse(found, role)

        mine = self._sent("employee", self.me)

        self.assertEqual(mine.state, "submitted")
        with self.assertRaisesRegex(UserError, "already"):
            self._as("coordinator", theirs).action_send_nomination()
        with self.assertRaisesRegex(UserError, "already"):
            self._nominate("head", self.me)

    def test_two_at_the_same_moment_are_one(self):
        first, second = (self._nominate(role, self.me) for role in ("head", "coordinator"))
        first.action_send_nomination()

        refused = self.assertRaises(IntegrityError)
        with mute_logger("odoo.sql_db"), refused, self.env.cr.savepoint():
            second.sudo()._set_state("consent")

    def test_beginning_again_opens_the_own_draft(self):
        self.assertEqual(self._nominate("employee", self.me), self._nominate("employee", self.me))

    def test_only_while_the_award_accepts_entries(self):
        entry = self._nominate("employee", self.me)
        self.award.date_deadline = Date.today() - timedelta(days=0)
        self.award.write({"date_open": Date.today() - timedelta(days=9)})
        self.award.date_deadline = Date.today() - timedelta(days=1)

        with self.assertRaisesRegex(UserError, "accepts no nominations"):
            self._as("employee", entry).action_send_nomination(considered=True)
        with self.assertRaisesRegex(UserError, "accepts no nominations"):
            self._nominate("colleague", self.colleague)
        essay = self._stage(self._award("essay"), "open")
        with self.assertRaisesRegex(UserError, "accepts no nominations"):
            self._nominate("colleague", self.colleague, essay)

    def test_who_won_it_lately_is_told_so(self):
        year = self.award.year
        self.award.repeat_years = 2
        for back, refused in ((1, True), (3, False)):
            values = {"name": self.award.name, "year": year - back}
            won = self._entry(self._award(**values), self.colleague if refused else self.me)
            won._set_state("granted", granted_on=Date.today())

        self.assertEqual(self._sent("employee", self.me).state, "submitted")
        with self.assertRaisesRegex(UserError, "within the last 2 years"):
            self._nominate("colleague", self.colleague)

    def test_drafts_keep_everything_and_sending_counts(self):
        entry = self._nominate("employee", self.me, texts={"deeds_short": "x" * 301})
        self.assertEqual(len(entry.deeds_short), 301)

        with self.assertRaisesRegex(UserError, "301 characters. Please use at most 300"):
            entry.action_send_nomination(considered=True)
        entry.action_save_nomination({"deeds_short": "x" * 300})
        with self.assertRaisesRegex(UserError, "Please write"):
            entry.action_send_nomination(considered=True)
        entry.action_save_nomination({"deeds_full": "y" * 1001})
        with self.assertRaisesRegex(UserError, "1001"):
            entry.action_send_nomination(considered=True)
        entry.action_save_nomination({"deeds_full": "y" * 1000})
        entry.action_send_nomination(considered=True)
        self.assertEqual(entry.state, "submitted")

    def test_nothing_but_the_texts_can_be_sent(self):
        entry = self._nominate("employee", self.me)
        before = entry.version

        entry.action_save_nomination({"state": "granted", "consent_named": True, "version": 99})

        self.assertRecordValues(
            entry, [{"state": "draft", "consent_named": False, "version": before}]
        )
        with self.assertRaises(AccessError):
            entry.write({"deeds_short": "Better"})

    def test_taken_back_until_somebody_acted(self):
        entry = self._sent("employee", self.me)
        with self.assertRaises(AccessError):
            self._as("coordinator", entry).action_take_back_nomination()

        self._as("employee", entry).action_take_back_nomination()

        self.assertRecordValues(entry, [{"state": "draft", "consent_considered": False}])
        self._as("employee", entry).action_send_nomination(considered=True)
        self._as("head", entry).action_put_forward("We agree.")
        with self.assertRaisesRegex(UserError, "nothing to take back"):
            self._as("employee", entry).action_take_back_nomination()

    def test_a_returned_one_is_changed_and_sent_again(self):
        entry = self._sent("employee", self.me)
        self._as("head", entry).action_return("Please name the year.")
        entry = self._as("employee", entry)
        self.assertEqual(entry.reason, "Please name the year.")
        with self.assertRaises(UserError):
            entry.action_take_back_nomination()

        entry.action_save_nomination({"deeds_short": "Helps since 2019."})
        entry.action_send_nomination(considered=True)

        self.assertRecordValues(
            entry, [{"state": "submitted", "version": 3, "reason": False, "department_on": False}]
        )

    def test_others_can_t_write_it(self):
        entry = self._sent("coordinator", self.me)
        self._as("coordinator", entry).action_take_back_nomination()
        self._as("coordinator", entry).action_send_nomination()

        for role in ("employee", "head", "officer", "internal", "colleague"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, entry).action_save_nomination({"deeds_short": "Mine"})

    def test_a_draft_is_deleted_with_its_files(self):
        entry = self._nominate("employee", self.me)
        entry.action_add_proof("a.pdf", b64(PDF))
        files = entry.sudo().proof_ids

        entry.action_delete_draft()

        self.assertFalse(entry.exists() or files.exists())
        sent = self._sent("employee", self.me)
        with self.assertRaises(UserError):
            sent.action_delete_draft()


class TestByTheOffice(NominationCase):
    def setUp(self):
        super().setUp()
        self.driver = self._employee("Driver")

    def _enter(self, role, person, **vals):
        return self._as(role, self.award).action_nominate_by_office(person.id, TEXTS, **vals)

    def test_paper_with_consent_is_entered_at_once(self):
        consent = ("consent.pdf", b64(PDF), True, False)

        entry = self._enter(
            "officer", self.driver, proofs=[("l.png", b64(picture(kind="PNG")))], consent=consent
        )

        expected = {
            "state": "submitted",
            "origin": "office",
            "consent_named": True,
            "consent_publicized": False,
        }
        self.assertRecordValues(entry, [expected])
        self.assertTrue(entry.consent_scan_id and entry.proof_ids)

    def test_without_paper_it_waits(self):
        entry = self._enter("officer", self.driver)
        self.assertEqual(entry.state, "consent")

        self._as("coordinator", entry).action_consent_on_paper("c.pdf", b64(PDF), named=True)

        self.assertRecordValues(entry, [{"state": "submitted", "consent_named": True}])

    def test_an_officer_without_an_employee_enters_it_too(self):
        self.people["manager"].user_id = False
        entry = self._enter("manager", self.driver)

        self.assertEqual(entry.state, "consent")

    def test_nobody_but_the_office(self):
        for role in ("coordinator", "head", "employee", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._enter(role, self.driver)
        with self.assertRaises(AccessError):
            self._enter("officer", self.people["officer"])


class TestStatement(NominationCase):
    def setUp(self):
        super().setUp()
        self.organization = self._award("department")
        self._stage(self.organization, "open")

    def _state(self, role, text, department=None):
        award = self._as(role, self.organization)
        award.action_state((department or self.hall).id, text)
        return self.organization.entry_ids.filtered(lambda each: each.department_id == self.hall)

    def test_head_and_coordinator_write_it(self):
        self._state("coordinator", "We met each need.")
        entry = self._state("head", " We met each need in time. ")

        self.assertRecordValues(
            entry, [{"statement": "We met each need in time.", "state": "candidate", "version": 3}]
        )
        self.assertFalse(self._state("head", "").statement)

    def test_not_others_not_elsewhere_not_too_long_not_too_late(self):
        for role in ("employee", "internal", "officer", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._state(role, "Ours")
        with self.assertRaises(AccessError):
            self._state("head", "Theirs", self.hotline)
        with self.assertRaisesRegex(UserError, "1000"):
            self._state("head", "x" * 1001)
        self._stage(self.organization, "judging")
        with self.assertRaisesRegex(UserError, "can't be changed"):
            self._state("head", "Late")
