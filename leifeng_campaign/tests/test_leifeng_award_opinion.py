from odoo.exceptions import AccessError, UserError

from .close_case import CloseCase

PDF = b"%PDF-1.4 signed"


class TestAwardOpinion(CloseCase):
    """HR's and discipline's opinions: each body its own, the office complete or not."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award, cls.entries = cls._proposed()

    def _own(self, role, body, index=0):
        return self._as(role, self._opinion(self.entries[index], body))

    # ASKING

    def test_both_bodies_are_asked_about_those_proposed(self):
        opinions = self.env["leifeng.award.opinion"].search([("award_id", "=", self.award.id)])

        self.assertEqual(len(opinions), 4)
        self.assertEqual(opinions.entry_id, self.entries[:2])
        self.assertEqual(set(opinions.mapped("state")), {"requested"})
        self.assertEqual(opinions[0].holder_name, self.entries[0].employee_name)
        self.assertEqual(opinions.create_uid, self.env.ref("base.user_root"))

    def test_nobody_is_asked_about_the_authors_of_essays(self):
        award, _entries = self._proposed("essay")

        opinions = self.env["leifeng.award.opinion"].search([("award_id", "=", award.id)])
        self.assertFalse(opinions)
        self.assertTrue(self._as("officer", award).opinions_complete)

    def test_departments_are_asked_about_by_name(self):
        award, entries = self._proposed("department", totals=(50, 40))

        asked = self.env["leifeng.award.opinion"].search([("award_id", "=", award.id)])
        self.assertEqual(set(asked.mapped("holder_name")), set(entries.mapped("department_name")))

    def test_who_isn_t_proposed_any_more_is_no_longer_asked_about(self):
        rows = self._votes(self.award)
        for entry, tier, favor in ((self.entries[1], False, 0), (self.entries[2], True, 5)):
            rows[self._result(entry)] |= {
                "tier_id": tier and self.award.tier_ids.id,
                "in_favor": favor,
                "departure_reason": "Corrected minutes",
            }

        self._propose(self.award, rows)

        states = [
            (each.entry_id, each.state)
            for each in self.env["leifeng.award.opinion"].search(
                [("award_id", "=", self.award.id), ("body", "=", "hr")]
            )
        ]
        first, second, third = self.entries
        self.assertEqual(
            states, [(first, "requested"), (second, "cancelled"), (third, "requested")]
        )

    # GIVING

    def test_a_body_gives_its_opinion_with_the_signed_paper(self):
        self._own("hr", "hr").action_agree("Nothing known", PDF)
        self._own("supervisor", "discipline").action_object("A case is open")

        hr = self._opinion(self.entries[0], "hr")
        self.assertEqual((hr.state, hr.text, hr.given_by), ("agreed", "Nothing known", "Hr"))
        self.assertEqual(hr.given_on, self._today())
        self.assertEqual(self._as("hr", hr.scan_id).raw, PDF)
        self.assertEqual(self._opinion(self.entries[0], "discipline").state, "objected")
        self.assertEqual(hr.write_uid, self.env.ref("base.user_root"))

    def test_the_dialog_gives_it(self):
        dialog = self.env["leifeng.award.opinion.give"].with_user(self.users["hr"])
        opinion = self._opinion(self.entries[0], "hr")

        dialog.create({"opinion_id": opinion.id, "text": "Fine"}).action_give()
        with self.assertRaises(UserError):
            other = self._opinion(self.entries[1], "hr")
            dialog.create({"opinion_id": other.id, "objects": True}).action_give()

        self.assertEqual((opinion.state, opinion.text), ("agreed", "Fine"))

    def test_a_given_opinion_stands(self):
        self._own("hr", "hr").action_agree()

        with self.assertRaises(UserError):
            self._own("hr", "hr").action_object("Second thoughts")
        with self.assertRaises(AccessError):
            self._own("hr", "hr").text = "Other words"

    def test_a_scan_is_told_by_its_content(self):
        for content in (b"MZ program", b"<svg/>", b"%PDF-" + b"0" * (10 * 1024 * 1024)):
            with self.assertRaisesRegex(UserError, "PDF, PNG or JPEG"):
                self._own("hr", "hr").action_agree("", content)

    def test_nobody_gives_an_opinion_on_oneself(self):
        award = self._under_review(entries=0)[0]
        entry = self._entry(award, self.people["hr"])
        self._scored(award, {entry: [60] * 5})
        self._as("officer", award).action_close_scoring()
        self._propose(award)

        with self.assertRaisesRegex(AccessError, "oneself"):
            self._as("hr", self._opinion(entry, "hr")).action_agree()

    # WHO SEES WHAT

    def test_each_body_sees_its_own_and_nobody_else_any(self):
        for role, body, other in (("hr", "hr", "discipline"), ("supervisor", "discipline", "hr")):
            opinions = self._as(role, self.env["leifeng.award.opinion"])
            domain = [("award_id", "=", self.award.id)]
            self.assertEqual(set(opinions.search(domain).mapped("body")), {body}, role)
            self.assertFalse(opinions._read_group([*domain, ("body", "=", other)], ["state"]))
            with self.assertRaises(AccessError, msg=role):
                self._own(role, other).read(["state"])
            with self.assertRaises(AccessError, msg=role):
                self._own(role, other).action_agree()
        for role in ("officer", "judge", "coordinator", "head", "employee", "internal"):
            with self.assertRaises(AccessError, msg=role):
                self._own(role, "hr").read(["state"])
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.award.opinion"]).search([])
            with self.assertRaises(AccessError, msg=role):
                self._own(role, "hr").action_agree()

    def test_the_signed_paper_is_the_body_s_alone(self):
        self._own("hr", "hr").action_agree("", PDF)
        scan = self._opinion(self.entries[0], "hr").scan_id

        for role in ("officer", "supervisor", "employee"):
            attachments = self._as(role, self.env["ir.attachment"])
            self.assertFalse(attachments.search([("id", "=", scan.id)]), role)
            with self.assertRaises(AccessError, msg=role):
                self._as(role, scan).read(["raw"])

    def test_the_office_sees_complete_or_not(self):
        self.assertFalse(self._as("officer", self.award).opinions_complete)
        self._own("hr", "hr").action_agree()
        self._own("hr", "hr", 1).action_agree()
        self._own("supervisor", "discipline").action_object("A case is open")
        self.assertFalse(self._as("officer", self.award).opinions_complete)

        self._own("supervisor", "discipline", 1).action_agree()

        self.assertTrue(self._as("officer", self.award).opinions_complete)
        for role in ("employee", "judge", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.award).read(["opinions_complete"])

    def test_the_menu_is_for_the_bodies(self):
        menu = self.env.ref("leifeng_campaign.leifeng_menu_opinions")
        for role in ("hr", "supervisor"):
            self.assertIn(menu.id, self._as(role, menu)._visible_menu_ids(), role)
        for role in ("officer", "coordinator"):
            self.assertNotIn(menu.id, self._as(role, menu)._visible_menu_ids(), role)
