from odoo.tests import Form

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

    def test_officers_enter_organizations(self):
        committee = self._as("officer", self.env["res.partner"]).create(
            {"name": "New Committee", "is_company": True}
        )

        committee.phone = "0000-4"
        self.assertEqual(committee.phone, "0000-4")
