import json

from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tools import SQL

from ..tools import chain
from .common import LeifengCase


class TestJournal(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.journal = cls.env["leifeng.journal"]
        cls.first = cls._fact(cls.service)
        cls.second = cls._fact(cls.lecture)
        cls.third = cls._fact(cls.service)
        cls.rows = cls.first | cls.second | cls.third

    @classmethod
    def _fact(cls, about):
        return cls.env["leifeng.journal"].record("purged", about, {"removed": {"signup": 1}})

    def _seal(self):
        self.env.flush_all()
        self.journal._seal_rows()

    def _tamper(self, table, row, **columns):
        """Change a row as somebody with the database would, past the guard."""
        self.env.flush_all()
        name = SQL.identifier(table)
        self.env.cr.execute(SQL("ALTER TABLE %s DISABLE TRIGGER USER", name))
        for column, value in columns.items():
            change = SQL("%s = %s", SQL.identifier(column), value)
            self.env.cr.execute(SQL("UPDATE %s SET %s WHERE id = %s", name, change, row.id))
        self.env.cr.execute(SQL("ALTER TABLE %s ENABLE TRIGGER USER", name))
        self.env.invalidate_all()

    def test_the_supervisor_reads_who_did_it(self):
        row = self._as("supervisor", self.first)
        self.assertEqual(row.user_name, self.env.user.name)
        self._tamper("leifeng_journal", self.second, user_id=999999)
        self.assertFalse(self._as("supervisor", self.second).user_name)

    def _assert_broken_from(self, row):
        self.assertEqual(self.journal._first_break(), row)
        with self.assertRaisesRegex(UserError, str(row.id)):
            self.journal.with_user(self.users["officer"]).action_verify()

    def test_a_fact_waits_unsealed(self):
        self.assertEqual(self.rows.mapped("hash"), [False, False, False])
        self.assertFalse(self.journal._first_break())

    def test_sealing_chains_in_order(self):
        self._seal()

        links = [(row.previous_hash, row.hash) for row in self.rows]
        before = self.journal.search([("id", "<", self.first.id)], limit=1).hash or ""
        for row, (previous, current) in zip(self.rows, links, strict=True):
            self.assertEqual((previous, current), (before, chain.link(before, row.payload)))
            before = current
        self.assertTrue(all(row.sealed_on for row in self.rows))

    def test_sealing_twice_changes_nothing_and_new_facts_go_on(self):
        self._seal()
        hashes = self.rows.mapped("hash")

        fourth = self._fact(self.lecture)
        self._seal()

        self.assertEqual(self.rows.mapped("hash"), hashes)
        self.assertEqual(fourth.previous_hash, self.third.hash)

    def test_an_untouched_journal_fits_and_tells_its_head(self):
        self._seal()

        for role in ("officer", "manager", "supervisor"):
            told = self._as(role, self.journal).action_verify()
            self.assertIn(self.third.hash[:16], told["params"]["message"], role)

    def test_the_list_s_button_sends_what_is_ticked(self):
        self._seal()
        journal = self._as("supervisor", self.journal)

        for ticked in ([], self.first.ids):
            told = call_kw(journal, "action_verify", [ticked], {})
            self.assertEqual(told["params"]["type"], "success")

    def test_nobody_else_verifies(self):
        for role in ("hr", "coordinator", "internal", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.journal).action_verify()

    def test_the_menu_s_door_is_for_the_office_which_reads_nothing(self):
        self._seal()
        door = self.env.ref("leifeng_campaign.leifeng_journal_action_verify")

        self.assertEqual(self._as("officer", door).run()["params"]["type"], "success")
        self.assertFalse(self._as("officer", self.journal).has_access("read"))
        menu = self.env.ref("leifeng_campaign.leifeng_menu_journal_verify")
        for role in ("officer", "manager", "supervisor"):
            self.assertIn(menu.id, self._as(role, menu)._visible_menu_ids(), role)
        self.assertNotIn(menu.id, self._as("coordinator", menu)._visible_menu_ids())
        with self.assertRaises(AccessError):
            self._as("coordinator", door).run()

    def test_a_changed_payload_names_the_first_broken_row(self):
        self._seal()

        self._tamper("leifeng_journal", self.third, payload="{}")
        self._tamper("leifeng_journal", self.second, payload="{}")

        self._assert_broken_from(self.second)

    def test_a_changed_payload_with_a_fitting_hash_breaks_the_next_row(self):
        self._seal()
        text = self.second.payload.replace("1", "2")

        self._tamper(
            "leifeng_journal",
            self.second,
            payload=text,
            hash=chain.link(self.second.previous_hash, text),
            res_id=json.loads(text)["about"][1],
        )

        self._assert_broken_from(self.third)

    def test_a_changed_column_is_seen(self):
        self._seal()

        self._tamper("leifeng_journal", self.second, res_id=self.service.id)

        self._assert_broken_from(self.second)

    def test_a_row_taken_out_breaks_the_next(self):
        self._seal()
        self.env.cr.execute("ALTER TABLE leifeng_journal DISABLE TRIGGER USER")
        self.env.cr.execute("DELETE FROM leifeng_journal WHERE id = %s", [self.second.id])
        self.env.cr.execute("ALTER TABLE leifeng_journal ENABLE TRIGGER USER")
        self.env.invalidate_all()

        self._assert_broken_from(self.third)

    def test_changed_minutes_of_a_record_break_its_sheet(self):
        record = self._confirmed(self.people["employee"]).record_ids
        sheet = self.journal.search([("kind", "=", "sheet")], limit=1)
        self._seal()
        self.assertFalse(self.journal._first_break())

        self._tamper("leifeng_service_record", record, minutes=600)

        self._assert_broken_from(sheet)

    def test_facts_of_every_kind_fit(self):
        record = self._confirmed(self.people["employee"]).record_ids
        certificate = self.env["leifeng.certificate"].issue_service_record(
            self.people["employee"].id
        )
        self._as("officer", record).action_correct("Ten minutes too many")
        self._seal()

        kinds = set(self.journal.search([]).mapped("kind"))

        self.assertLessEqual({"sheet", "certificate", "record_reversed", "purged"}, kinds)
        self.assertEqual(certificate.state, "revoked")
        self.assertFalse(self.journal._first_break())

    def test_a_record_taken_out_breaks_its_sheet(self):
        record = self._confirmed(self.people["employee"]).record_ids
        sheet = self.journal.search([("kind", "=", "sheet")], limit=1)
        self._seal()
        self.env.cr.execute("ALTER TABLE leifeng_service_record DISABLE TRIGGER USER")
        self.env.cr.execute("DELETE FROM leifeng_service_record WHERE id = %s", [record.id])
        self.env.cr.execute("ALTER TABLE leifeng_service_record ENABLE TRIGGER USER")
        self.env.invalidate_all()

        self._assert_broken_from(sheet)
