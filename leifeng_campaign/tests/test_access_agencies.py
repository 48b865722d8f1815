from datetime import timedelta

from odoo import Command
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Datetime

from .common import PASSWORD, LeifengCase

# what an agency's service leaves behind, and nobody of another one sees
MODELS = (
    *("leifeng.session", "leifeng.session.signup", "leifeng.session.offer"),
    *("leifeng.service.request", "leifeng.service.entry", "leifeng.service.record"),
    *("leifeng.service.post", "leifeng.service.rating", "leifeng.service.rating.card"),
    *("leifeng.participation", "leifeng.service.result", "leifeng.todo", "leifeng.certificate"),
    "leifeng.story",
)


class TestOtherAgency(LeifengCase):
    """The manager of another agency in the same database learns and changes nothing here."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.agency = cls.env["res.company"].create({"name": "Other Agency"})
        manager = cls.env.ref("leifeng_campaign.group_leifeng_manager")
        cls.stranger = (
            cls.env["res.users"]
            .with_context(no_reset_password=True)
            .create(
                {
                    "name": "Stranger",
                    "login": "lf_stranger",
                    "password": PASSWORD,
                    "company_id": cls.agency.id,
                    "company_ids": [Command.set(cls.agency.ids)],
                    "group_ids": [Command.set(manager.ids)],
                }
            )
        )
        cls.me = cls.people["employee"]
        cls.past = cls._confirmed(cls.me)
        cls.record = cls.past.record_ids
        cls.partner = cls._organization()
        cls.request = cls.env["leifeng.service.request"].create(
            {"partner_id": cls.partner.id, "served": "alone", "need": "Wiring"}
        )
        cls.post = cls.env["leifeng.service.post"].create({"name": "Gate", "location": "Gate"})
        coming = cls._session(post_id=cls.post.id)
        coming.action_invite(cls.people["colleague"].ids)
        cls._line(coming, cls.me)
        cls.env["leifeng.service.rating"]._answer(cls.past, "5", "Well done")
        cls.env["leifeng.service.rating.card"]._for_session(cls.past, 1)
        cls.env["leifeng.certificate"].issue_service_record(cls.me.id)
        cls.env["leifeng.story"].create({"name": "News"})
        now = Datetime.now()
        times = (now - timedelta(hours=4), now - timedelta(hours=2), 0)
        entries = cls.env["leifeng.service.entry"].with_user(cls.users["officer"])
        cls.entry = entries.ask(cls.me.id, times, "Late", activity=cls.service)

    def _there(self, records):
        """Return ``records`` as the stranger sees them."""
        self.env.flush_all()
        self.env.invalidate_all()
        there = records.with_user(self.stranger)
        return there.with_context(allowed_company_ids=self.agency.ids)

    def test_nothing_is_found(self):
        for name in MODELS:
            self.assertTrue(self._as("manager", self.env[name]).search_count([]), name)
            self.assertFalse(self._there(self.env[name]).search_count([]), name)

    def test_nothing_is_done(self):
        acts = (
            lambda: self._there(self.entry).action_record(),
            lambda: self._there(self.record).action_correct("Please"),
            lambda: self._there(self.past).action_change_places(0),
            lambda: self._there(self.request).action_take_on(),
            lambda: self._there(self.env["leifeng.certificate"]).issue_service_record(self.me.id),
        )
        for act in acts:
            with self.assertRaises(AccessError):
                act()

    def test_dialogs_about_what_is_elsewhere_show_nothing(self):
        shown = (
            ("leifeng.service.record.correct", {"record_id": self.record.id}, "start"),
            ("leifeng.service.request.plan", {"request_id": self.request.id}, "need"),
            ("leifeng.session.change", {"session_id": self.past.id}, "people"),
            ("leifeng.session.capacity", {"session_id": self.past.id}, "would_wait"),
        )
        for name, vals, field in shown:
            reason = {"reason": "x"} if "reason" in self.env[name]._fields else {}
            with self.assertRaises(AccessError, msg=name):
                dialog = self._there(self.env[name]).create({**vals, **reason})
                dialog.read([field])

    def test_no_sum_of_somebody_elsewhere(self):
        issue = {"employee_id": self.me.id}

        here = self._as("officer", self.env["leifeng.certificate.issue"]).create(issue)
        self.assertTrue(here.preview)
        there = self._there(self.env["leifeng.certificate.issue"]).create(issue)

        self.assertFalse(there.preview)

    def test_no_names_by_a_partner_s_file(self):
        with self.assertRaises(AccessError):
            self._there(self.env["leifeng.service.import"]).create({"company_id": self.company.id})

    def test_a_request_grows_out_of_one_s_own_alone(self):
        with self.assertRaises(ValidationError):
            self._there(self.env["leifeng.service.request"]).create(
                {
                    "company_id": self.agency.id,
                    "partner_id": self.partner.id,
                    "served": "residents",
                    "need": "Sweep",
                    "previous_id": self.request.id,
                }
            )
