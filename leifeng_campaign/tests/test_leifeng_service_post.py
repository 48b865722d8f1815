from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import LeifengCase


class TestServicePost(LeifengCase):
    def test_contact_and_phone_come_from_the_organization(self):
        committee = self._organization("Riverside Committee", phone="0000-1")
        committee.child_ids = [(0, 0, {"name": "Jian", "phone": "0000-2"})]
        garden = self._organization("Garden Office", phone="0000-3")

        with Form(self._as("officer", self.env["leifeng.service.post"])) as form:
            form.name, form.location = "Visits", "Willow Street 5"
            form.partner_id = committee
            self.assertEqual((form.contact, form.contact_phone), ("Jian", "0000-2"))
            form.contact_phone = "0000-9"
        post = form.save()
        self.assertEqual((post.contact, post.contact_phone), ("Jian", "0000-9"))

        post.partner_id = garden
        self.assertEqual((post.contact, post.contact_phone), ("Garden Office", "0000-3"))

    def test_the_office_keeps_organizations_and_nobody_who_logs_in(self):
        """Whoever could change an account's mail address could ask for its password."""
        account = self._as("officer", self.users["employee"].partner_id)
        with mute_logger("odoo.addons.base.models.ir_rule"), self.assertRaises(AccessError):
            account.email = "officer@agency.example"
        committee = self._as("officer", self.env["res.partner"]).create(
            {
                "name": "Committee",
                "is_company": True,
                "child_ids": [Command.create({"name": "Jian"})],
            }
        )
        committee.phone = "0000-8802005"
        self.assertEqual(committee.child_ids.name, "Jian")

    def test_who_keeps_all_contacts_loses_nothing(self):
        keeper = self.users["officer"]
        keeper.group_ids += self.env.ref("base.group_partner_manager")
        person = self._as("officer", self.users["employee"].partner_id)

        person.phone = "0000-8801312"

        self.assertEqual(person.phone, "0000-8801312")
