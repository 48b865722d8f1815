from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..models.leifeng_award_objection_acts import MAX_TEXT
from .notice_case import PNG, ObjectionCase


@tagged("post_install", "-at_install")
class TestReceive(ObjectionCase):
    def test_a_signed_one_in_the_own_name(self):
        objection = self._object(contact="Extension 12", files=[PNG, b"%PDF-1.7"])

        self.assertRecordValues(
            objection,
            [
                {
                    "notice_id": self.notice.id,
                    "line_id": self.line.id,
                    "about": "Award for a person · First · Colleague",
                    "state": "received",
                    "signed": True,
                    "employee_id": self.me.id,
                    "objector_name": "Employee",
                    "objector_contact": "Extension 12",
                    "text": "The hours are wrong",
                }
            ],
        )
        files = objection.file_ids
        self.assertEqual(sorted(files.mapped("name")), ["1.png", "2.pdf"])
        self.assertEqual(files.create_uid.ids, [1])

    def test_an_anonymous_one_keeps_nothing_of_the_person(self):
        objection = self._object(signed=False, contact="Extension 12")

        self.assertFalse(objection.signed)
        for name in ("employee_id", "objector_name", "objector_contact"):
            self.assertFalse(objection[name], name)
        self.cr.execute("SELECT * FROM leifeng_award_objection WHERE id = %s", objection.ids)
        row = self.cr.dictfetchone()
        kept = [value for key, value in row.items() if key.endswith(("_uid", "_date"))]
        self.assertFalse(any(kept), "no column tells who or when")
        facts = self.env["leifeng.journal"].search([("user_id", "=", self.users["employee"].id)])
        self.assertFalse(facts)
        self.assertNotEqual(self.notice.write_uid, self.users["employee"])
        self.assertNotEqual(self.award.write_uid, self.users["employee"])

    def test_about_the_list_as_a_whole(self):
        objection = self._object(line=self.line.browse())

        self.assertEqual((objection.line_id, objection.about), (self.line.browse(), "Notice"))

    def test_notice_and_awards_are_touched(self):
        before = self.notice.sudo().touch, self.award.sudo().touch
        self._object()
        self.env.invalidate_all()

        self.assertEqual(
            (self.notice.sudo().touch, self.award.sudo().touch),
            tuple(number + 1 for number in before),
        )

    def test_what_is_refused(self):
        other_line = self._other_notice().line_ids[0]
        for vals in (
            {"text": " "},
            {"text": "x" * (MAX_TEXT + 1)},
            {"text": "I, Employee, saw it"},
            {"text": "I, Em ployee, saw it", "signed": False},
            {"line": other_line},
            {"files": [PNG] * 4},
            {"files": [b"MZ\x90"]},
            {"files": [b"\xff\xd8\xff no picture"]},
            {"files": [PNG + b"0" * 6 * 2**20]},
        ):
            with self.assertRaises(UserError, msg=str(vals)[:80]):
                self._object(**vals)
        with self._on("2026-11-27"), self.assertRaises(UserError):
            self._object()
        self.assertFalse(self._all())

    def test_a_draft_takes_none(self):
        notice = self._as("employee", self._notice())
        with self.assertRaises(AccessError):
            self._as("employee", self._all()).hand_in(notice, 0, "Something")

    def test_case_10_on_the_last_day_at_ten_to_midnight(self):
        """awards.md 6.10: granting is blocked until it is answered; upheld takes the line off and
        asks for a new notice."""
        with self._on("2026-11-26"):
            objection = self._object()
        with self._on("2026-11-27"):
            self.assertIn("still open", self.award._notice_refusal())
            self._find(objection, upheld=True)
            self.assertNotIn(self.other, self.award._winners().entry_id)
            self.assertIn("has changed", self.award._notice_refusal())
            renewed = self._as("officer", self.notice).action_renew("An objection was upheld")
            self.assertIn("runs until", self.award._notice_refusal())
        self.assertEqual(renewed.sudo().line_ids.entry_id, self.mine)

    def test_an_objection_to_a_replaced_notice_still_blocks(self):
        self._object()
        self._as("officer", self.notice).action_renew("A wrong telephone")

        with self._on("2026-12-30"):
            self.assertIn("still open", self.award._notice_refusal())

    def test_a_letter_is_entered_by_supervision_alone(self):
        objections = self.env["leifeng.award.objection"]
        for role in ("officer", "manager", "hr", "internal", "employee"):
            mine = self._as(role, objections)
            with self.assertRaises(AccessError):
                mine.enter(self.notice.with_env(mine.env), 0, "A letter", "Writer")
        with self._on("2026-11-30"):
            mine = self._as("supervisor", objections)
            notice = self.notice.with_env(mine.env)
            with self.assertRaises(UserError):
                mine.enter(notice, 0, "A letter", "Writer")
            mine.enter(notice, 0, "A letter", "Writer", "By post", self.notice.date_stop)
            mine.enter(notice, self.line.id, "A call", received_on=self.notice.date_stop)
        signed, anonymous = self._all().sorted("id")
        self.assertEqual((signed.signed, signed.objector_name), (True, "Writer"))
        self.assertEqual((anonymous.signed, anonymous.objector_name), (False, False))

    def _other_notice(self):
        award = self._award("person", judges=("judge",), name="Other")
        self._winner(award, self.people["head"])
        return self._published(awards=self._stage(award, "approved"))


@tagged("post_install", "-at_install")
class TestFinding(ObjectionCase):
    def test_check_and_dismiss(self):
        objection = self._object()
        self._as("supervisor", objection).action_start_check()
        self.assertEqual(objection.state, "checking")

        self._find(objection)

        self.assertRecordValues(
            objection,
            [{"state": "dismissed", "decided_by": "Supervisor", "findings": "Sheets compared"}],
        )
        self.assertIn(self.other, self.award._winners().entry_id)
        told = self.env["leifeng.message"].search([("employee_id", "=", self.me.id)], limit=1)
        self.assertEqual(told.url, "/my/leifeng/notices/objections")
        self.assertNotIn("Colleague", told.text)
        fact = self.env["leifeng.journal"].search([("kind", "=", "objection_finding")], limit=1)
        self.assertEqual(fact.user_id, self.users["supervisor"].id)
        for word in ("Employee", str(self.me.id) + ",", "hours are wrong", "Sheets"):
            self.assertNotIn(f'"{word}', fact.payload)

    def test_what_was_checked_is_kept_for_later_and_for_supervision_alone(self):
        objection = self._object()
        dialogs = self.env["leifeng.award.objection.finding"]

        self._as("supervisor", objection).action_keep_findings(" Half of it ")

        later = self._as("supervisor", dialogs).with_context(default_objection_id=objection.id)
        dialog = later.create({})
        self.assertEqual((objection.state, dialog.findings), ("received", "Half of it"))
        with self.assertRaises(UserError):
            dialog.action_record()
        for role in ("officer", "internal", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, objection).action_keep_findings("Mine")
        self._find(objection)
        with self.assertRaises(UserError):
            self._as("supervisor", objection).action_keep_findings("Too late")

    def test_the_reason_on_the_list_names_no_objector(self):
        objection = self._object()
        self._find(objection, upheld=True, reply="Thank you, Employee, you are right.")

        struck = self.env["leifeng.award.result"].search([("entry_id", "=", self.other.id)])
        self.assertIn("An objection was upheld", struck.struck_reason)
        self.assertNotIn("Employee", struck.struck_reason)

    def test_upheld_without_striking(self):
        objection = self._object(text="The department's name is wrong")
        self._find(objection, upheld=True, strike=False)

        self.assertEqual(objection.state, "upheld")
        self.assertIn(self.other, self.award._winners().entry_id)

    def test_a_signed_one_needs_an_answer_an_anonymous_one_a_note(self):
        signed, anonymous = self._object(), self._object("head", signed=False)
        for reply in ("", "No."):
            with self.assertRaises(UserError):
                self._find(signed, reply=reply)
        with self.assertRaises(UserError):
            self._find(anonymous, findings=" ", reply="")
        self._find(anonymous, reply="")
        self.assertEqual(anonymous.state, "dismissed")

    def test_a_finding_stands(self):
        objection = self._object()
        self._find(objection)
        with self.assertRaises(UserError):
            self._find(objection, upheld=True)

    def test_who_may_not_handle_it(self):
        objection = self._object()
        for role in ("officer", "manager", "hr", "internal", "employee", "colleague", "head"):
            for act in (
                lambda role=role: self._find(objection, role=role),
                lambda role=role: self._as(role, objection).action_start_check(),
            ):
                with self.assertRaises(AccessError, msg=role):
                    act()

    def test_judge_objector_and_whom_it_is_about_are_no_handlers(self):
        objection = self._object()
        for role in ("judge", "employee", "colleague"):
            self._make_supervisor(role)
            with self.assertRaises(AccessError, msg=role):
                self._find(objection, role=role)
        self.assertEqual(objection.state, "received")
        # nor do they read who it was
        for role in ("judge", "colleague"):
            self.assertFalse(self._as(role, self.env["leifeng.award.objection"]).search([]), role)

    def test_nobody_of_the_department_concerned_handles_it(self):
        award = self._award("department", judges=("judge",), name="Departments")
        self._winner(award, department_id=self.hotline.id, department_name="Hotline")
        self.notice = self._published(awards=self._stage(award, "approved"))
        objection = self._object(line=self.notice.line_ids)
        inside = self._person("inside", ["leifeng_campaign.group_leifeng_supervisor"], self.hotline)
        self.users["inside"] = inside.user_id

        with self.assertRaises(AccessError):
            self._find(objection, role="inside")
        self._find(objection)

    def _make_supervisor(self, role):
        group = self.env.ref("leifeng_campaign.group_leifeng_supervisor")
        internal = self.env.ref("base.group_user")
        self.users[role].write({"group_ids": [Command.set((group | internal).ids)]})
