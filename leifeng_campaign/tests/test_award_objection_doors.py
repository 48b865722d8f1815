from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import ROLES
from .notice_case import PNG, ObjectionCase

HIDDEN = ("employee_id", "objector_name", "objector_contact", "file_ids", "findings", "reply")


@tagged("post_install", "-at_install")
class TestSideDoors(ObjectionCase):
    """No objector to an officer, through whatever door; no objection to anybody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.objections = cls.env["leifeng.award.objection"]

    def setUp(self):
        super().setUp()
        self.objection = self._object(contact="Extension 12", files=[PNG])

    def test_who_finds_it(self):
        found = {
            role: bool(self._as(role, self.objections).search_count([]))
            for role in (*ROLES, "judge", "judge2")
        }
        self.assertEqual(
            {role for role, seen in found.items() if seen},
            {"officer", "manager", "supervisor", "employee"},
        )

    def test_the_office_reads_text_and_state_and_not_who(self):
        exporters = self.env.ref("base.group_allow_export")
        exporters.user_ids |= self.users["officer"] | self.users["manager"]
        for role in ("officer", "manager"):
            objection = self._as(role, self.objection)
            [row] = objection.read(["text", "state", "about", "signed"])
            self.assertEqual(row["text"], "The hours are wrong")
            for name in HIDDEN:
                self._is_hidden(objection, name)
            # Odoo groups by a many2many without asking for the field; the files aren't shown
            self.assertEqual(
                objection.browse()._read_group([], ["file_ids"]), [(self.env["ir.attachment"],)]
            )
            self.assertFalse(set(HIDDEN) & objection.read()[0].keys())

    def _is_hidden(self, objection, name):
        model = objection.browse()
        doors = {
            "read": lambda: objection.read([name]),
            "web_read": lambda: objection.web_read({name: {}}),
            "search_read": lambda: model.search_read([], [name]),
            "search": lambda: model.search([(name, "!=", False)]),
            "path": lambda: model.search([("notice_id.objection_ids." + name, "!=", False)]),
            "any": lambda: model.search([("notice_id", "any", [("objection_ids", "!=", False)])]),
            "export": lambda: objection.export_data([name]),
        }
        groups = {
            "group": lambda: model._read_group([], [name]),
            "formatted": lambda: model.formatted_read_group([], [name], ["__count"]),
            "web_group": lambda: model.web_read_group([], [name], ["__count"]),
        }
        for door, opened in (doors | (groups if name != "file_ids" else {})).items():
            with self.assertRaises(AccessError, msg=f"{name} by {door}"):
                opened()

    def test_metadata_and_names_tell_nothing(self):
        for role in ("officer", "manager", "supervisor"):
            objection = self._as(role, self.objection)
            [metadata] = objection.get_metadata()
            self.assertFalse(metadata.keys() & {"create_uid", "write_uid", "create_date"})
            self.assertEqual(objection.name_search("Award")[0][1], self.objection.about)
            self.assertFalse(self._as(role, self.objections).name_search("Employee"))

    def test_files_are_the_handlers_alone(self):
        [number] = self.objection.file_ids.ids
        attachments = self.env["ir.attachment"]
        for role in ("officer", "manager", "hr", "internal", "colleague", "judge", "employee"):
            mine = self._as(role, attachments)
            if mine.has_access("read"):
                domain = [("res_model", "=", self.objections._name)]
                self.assertFalse(mine.search(domain), role)
                self.assertFalse(mine.search([*domain, ("res_field", "!=", False)]), role)
            with self.assertRaises(AccessError, msg=role):
                mine.browse(number).read(["raw", "name"])
        supervisor = self._as("supervisor", self.objection)
        self.assertEqual(supervisor.file_ids.ids, [number])
        self.assertTrue(supervisor.file_ids.raw.startswith(PNG[:8]))

    def test_no_followers_messages_or_activities(self):
        for model in ("mail.followers", "mail.message", "mail.activity", "mail.notification"):
            if "res_model" in self.env[model]._fields:
                rows = self.env[model].search([("res_model", "=", self.objections._name)])
                self.assertFalse(rows, model)
        self.assertNotIn("message_ids", self.objections._fields)
        before = self.notice.message_ids
        self._find(self.objection)
        self.assertEqual(self.notice.message_ids, before)
        self.assertFalse(self.notice.message_partner_ids & self.users["employee"].partner_id)

    def test_the_notice_tells_the_count_to_office_and_supervision_alone(self):
        for role in ("officer", "supervisor"):
            self.assertEqual(self._as(role, self.notice).objection_count, 1)
        for role in ("internal", "hr", "employee"):
            with self.assertRaises(AccessError):
                self._as(role, self.notice).read(["objection_count"])
        with self.assertRaises(AccessError):
            self._as("officer", self.notice).read(["objection_ids"])

    def test_messages_of_others_are_not_read(self):
        self._find(self.objection)
        for role in ("officer", "manager", "supervisor"):
            messages = self._as(role, self.env["leifeng.message"])
            self.assertFalse(messages.search([("employee_id", "=", self.me.id)]), role)

    def test_nobody_writes_or_deletes(self):
        for role in ("officer", "manager", "supervisor", "employee"):
            objection = self._as(role, self.objection)
            with self.assertRaises(AccessError):
                objection.write({"text": "Other"})
            with self.assertRaises(AccessError):
                objection.unlink()
            with self.assertRaises(AccessError):
                objection.browse().create({"text": "x", "about": "x"})

    def test_an_officer_does_not_read_one_against_oneself(self):
        officer = self.people["officer"]
        award = self._award("person", judges=("judge",), name="Other")
        self._winner(award, officer)
        self.notice = self._published(awards=self._stage(award, "approved"))
        against = self._object(line=self.notice.line_ids)

        self.assertNotIn(against.id, self._as("officer", self.objections).search([]).ids)
        self.assertIn(against.id, self._as("manager", self.objections).search([]).ids)

    def test_deleting_the_person_is_not_refused_for_it(self):
        leaving = self._person("leaving", ["base.group_portal"])
        self.users["leaving"] = leaving.user_id
        objection = self._object("leaving")

        leaving.unlink()

        self.assertEqual((objection.employee_id.id, objection.objector_name), (False, "Leaving"))
