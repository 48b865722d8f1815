from odoo.exceptions import AccessError

from .nomination_case import PDF, TEXTS, NominationCase, b64


class TestNominationDialogs(NominationCase):
    """What staff do in the backend: the dialogs hand on to the same acts as the portal."""

    def _screen(self, role, entry, act, text="We looked at it."):
        dialogs = self._as(role, self.env["leifeng.award.entry.screen"])
        dialogs.create({"entry_id": entry.id, "act": act, "text": text}).action_screen()

    def test_an_officer_and_a_coordinator_screen(self):
        for role, act, state in (
            ("officer", "put_forward", "candidate"),
            ("coordinator", "return", "returned"),
            ("officer", "drop", "dropped"),
        ):
            entry = self._sent("employee", self.me)

            self._screen(role, entry, act)

            self.assertEqual(entry.state, state)
            entry.sudo().unlink()

    def test_others_get_nothing_out_of_the_dialog(self):
        entry = self._sent("employee", self.me)

        for role in ("internal", "supervisor", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._screen(role, entry, "put_forward")

    def test_a_nomination_on_paper(self):
        values = {
            "award_id": self.award.id,
            "employee_id": self._employee("Driver").id,
            **TEXTS,
            "proof": b64(PDF),
            "proof_name": "letter.pdf",
            "consent": b64(PDF),
            "consent_name": "consent.pdf",
            "named": True,
        }
        action = (
            self._as("officer", self.env["leifeng.award.entry.add"]).create(values).action_add()
        )

        entry = self.env["leifeng.award.entry"].browse(action["res_id"])
        expected = {"state": "submitted", "origin": "office", "consent_named": True}
        self.assertRecordValues(entry, [expected])
        self.assertEqual(entry.proof_ids.name, "letter.pdf")
        with self.assertRaises(AccessError):
            self._as("coordinator", self.env["leifeng.award.entry.add"]).create(values)

    def test_signed_papers_are_filed(self):
        entry = self._sent("coordinator", self._employee("Driver"))
        dialogs = self._as("officer", self.env["leifeng.award.entry.file"])
        file = {"entry_id": entry.id, "file": b64(PDF), "file_name": "scan.pdf"}

        dialogs.create({**file, "paper": "consent", "publicized": True}).action_file()
        self.assertRecordValues(entry, [{"state": "submitted", "consent_publicized": True}])
        self._as("officer", entry).action_print_form(2)
        dialogs.create({**file, "paper": "form"}).action_file()

        self.assertEqual(self.env["ir.attachment"].browse(entry.scan_id.id).sudo().raw, PDF)

    def test_nominations_are_seen_by_whom_they_concern(self):
        self._sent("employee", self.me)
        self._nominate("coordinator", self.colleague)  # a draft
        entries = self.env["leifeng.award.entry"]
        mine = [("award_id", "=", self.award.id)]
        sees = {"officer": 1, "manager": 1, "coordinator": 2, "head": 1, "employee": 1}
        for role in (*sees, "internal", "hr", "supervisor", "judge", "judge2", "colleague"):
            seen = self._as(role, entries)
            expected = sees.get(role, 0)
            self.assertEqual(seen.search_count(mine), expected, role)
            self.assertEqual(len(seen.search_read(mine, ["deeds_full"])), expected, role)
            groups = seen.formatted_read_group(mine, ["employee_id"], ["__count"])
            self.assertEqual(sum(group["__count"] for group in groups), expected, role)
            self.assertEqual(len(seen.name_search("Employee")), min(expected, 1), role)
