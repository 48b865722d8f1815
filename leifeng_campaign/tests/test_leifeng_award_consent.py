from odoo.exceptions import AccessError, UserError

from .nomination_case import PDF, NominationCase, b64


class TestConsent(NominationCase):
    def setUp(self):
        super().setUp()
        self.entry = self._sent("coordinator", self.me)

    def test_a_colleague_is_asked_before_anybody_reviews_it(self):
        self.assertEqual(self.entry.state, "consent")
        self.assertIn("would like to nominate you", self._told(self.me)[0])
        with self.assertRaises(UserError):
            self._as("head", self.entry).action_put_forward("We agree.")

    def test_one_tap_agrees_and_each_tick_by_itself(self):
        for named, publicized in ((False, False), (True, False), (False, True), (True, True)):
            entry = self._as("employee", self.entry)
            entry.action_agree(named=named, publicized=publicized)

            expected = {
                "state": "submitted",
                "consent_considered": True,
                "consent_named": named,
                "consent_publicized": publicized,
            }
            self.assertRecordValues(entry, [expected])
            self._as("coordinator", entry).action_take_back_nomination()
            self.assertFalse(self.entry.consent_considered, "taken back: to be asked anew")
            self._as("coordinator", entry).action_send_nomination()

    def test_the_writer_hears_of_a_yes(self):
        self._as("employee", self.entry).action_agree()

        self.assertIn("agrees to be nominated", self._told(self.people["coordinator"])[0])

    def test_declining_leaves_no_mark(self):
        self._as("coordinator", self.entry).action_take_back_nomination()
        self._as("coordinator", self.entry).action_add_proof("a.pdf", b64(PDF))
        self._as("coordinator", self.entry).action_send_nomination()
        files = self.entry.sudo().proof_ids

        self._as("employee", self.entry).action_decline()

        self.assertFalse(self.entry.exists() or files.exists())
        [told] = self._told(self.people["coordinator"])
        self.assertNotIn("Employee", told)
        self.assertFalse(self._told(self.people["head"]))
        # nothing keeps the person from entering, then or later
        self.assertEqual(self._sent("employee", self.me).state, "submitted")

    def test_nobody_else_answers(self):
        for role in ("coordinator", "head", "officer", "supervisor", "hr", "colleague", "judge"):
            for act in ("action_agree", "action_decline", "action_withdraw"):
                with self.assertRaises(AccessError, msg=f"{role} {act}"):
                    getattr(self._as(role, self.entry), act)()
        self.assertEqual(self.entry.state, "consent")

    def test_an_answer_is_given_once(self):
        entry = self._as("employee", self.entry)
        entry.action_agree()

        with self.assertRaises(UserError):
            entry.action_decline()

    def test_what_may_be_shown_can_be_changed_until_the_notice(self):
        entry = self._as("employee", self.entry)
        entry.action_agree(named=True)
        self._as("head", entry).action_put_forward("We agree.")
        self._stage(self.award, "approved")
        entry = self._as("employee", entry)
        entry.action_agree(publicized=True)
        self.assertRecordValues(
            entry, [{"state": "candidate", "consent_named": False, "consent_publicized": True}]
        )

        self._stage(self.award, "notice")
        with self.assertRaisesRegex(UserError, "too late"):
            self._as("employee", entry).action_agree()

    def test_a_text_changed_by_somebody_else_is_agreed_to_anew(self):
        self._as("employee", self.entry).action_agree()
        self._as("head", self.entry).action_return("Please name the year.")
        entry = self._as("coordinator", self.entry)

        entry.action_send_nomination()
        self.assertEqual(entry.state, "submitted", "nothing was changed")
        self._as("head", entry).action_return("Please name the year.")
        entry = self._as("coordinator", entry)
        entry.action_save_nomination({"deeds_short": "Helps since 2019."})
        entry.action_send_nomination()

        self.assertEqual(entry.state, "consent")

    def test_withdrawing_until_judging_opens_and_nobody_sees_it_any_more(self):
        self._as("employee", self.entry).action_agree()
        self._as("head", self.entry).action_put_forward("We agree.")
        self._stage(self.award, "screening")

        self._as("employee", self.entry).action_withdraw()

        self.assertEqual(self.entry.state, "withdrawn")
        for role, sees in (("employee", 1), ("coordinator", 0), ("head", 0), ("officer", 0)):
            entries = self._as(role, self.env["leifeng.award.entry"])
            domain = [("award_id", "=", self.award.id)]
            self.assertEqual(entries.search_count(domain), sees, role)
        self.assertNotIn("Employee", self._told(self.people["coordinator"])[0])

    def test_not_once_judging_has_opened(self):
        self._as("employee", self.entry).action_agree()
        self._as("head", self.entry).action_put_forward("We agree.")
        self._stage(self.award, "judging")

        with self.assertRaises(UserError):
            self._as("employee", self.entry).action_withdraw()


class TestConsentOnPaper(NominationCase):
    def setUp(self):
        super().setUp()
        self.driver = self._employee("Driver")
        self.entry = self._sent("coordinator", self.driver)

    def _file(self, role, content=PDF, **ticks):
        self._as(role, self.entry).action_consent_on_paper("c.exe", b64(content), **ticks)

    def test_the_coordinator_files_the_signed_paper(self):
        self._file("coordinator", named=True)

        expected = {
            "state": "submitted",
            "consent_considered": True,
            "consent_named": True,
            "consent_publicized": False,
        }
        self.assertRecordValues(self.entry, [expected])
        self.assertEqual(self.entry.consent_scan_id.name, "c.pdf")

    def test_head_and_office_file_it_too_and_nobody_else(self):
        for role in ("employee", "colleague", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._file(role)
        with self.assertRaises(UserError):
            self._file("head", b"<html>")
        self._file("officer")
        self.assertEqual(self.entry.state, "submitted")

    def test_who_has_an_account_answers_there(self):
        entry = self._sent("coordinator", self.me)

        with self.assertRaisesRegex(UserError, "has an account"):
            self._as("coordinator", entry).action_consent_on_paper("c.pdf", b64(PDF))

    def test_paper_of_an_earlier_text_is_asked_for_anew(self):
        self._file("coordinator")
        self._as("head", self.entry).action_return("Please name the year.")
        entry = self._as("coordinator", self.entry)
        entry.action_save_nomination({"deeds_short": "Drives since 2007."})

        entry.action_send_nomination()

        self.assertRecordValues(entry, [{"state": "consent", "consent_scan_id": False}])
