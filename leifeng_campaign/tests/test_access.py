from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.service.model import get_public_method

from .common import ROLES, LeifengCase

NOBODY = frozenset()
OFFICE = frozenset({"officer", "manager"})
READERS = OFFICE | {"supervisor", "hr"}
EVERYONE = frozenset(ROLES)


class TestWhoSeesWhat(LeifengCase):
    """The table of the design: each record with those who may read it, and nobody else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stranger = cls._employee("Stranger", department=cls.hotline)
        cls.draft_campaign = cls._campaign(start=False, name="Next Year")
        cls.open_session = cls._session()
        cls.own = cls._line(cls.open_session, cls.people["employee"])
        cls.foreign = cls._line(
            cls._session(name="Far", leader_id=cls.people["manager"].id), cls.stranger
        )
        cls.withdrawn = cls._line(cls._session(name="Gone", hours_ahead=60), cls.people["employee"])
        cls.withdrawn._leave()
        past = cls._confirmed(cls.people["employee"] | cls.stranger)
        cls.record, cls.foreign_record = past.record_ids.sorted("id")
        cls.question = cls.env["leifeng.service.correction"].create(
            {
                "record_id": cls.record.id,
                "employee_id": cls.record.employee_id.id,
                "company_id": cls.company.id,
                "text": "Ten minutes too many",
            }
        )
        cls.certificate = cls.env["leifeng.certificate"].issue_service_record(
            cls.people["employee"].id
        )
        cls.env["leifeng.message"].tell(cls.people["employee"], lambda env: "A word")
        cls.message = cls.env["leifeng.message"].search(
            [("employee_id", "=", cls.people["employee"].id)]
        )
        cls.foreign_part = cls.env["leifeng.campaign.department"].create(
            {"campaign_id": cls.campaign.id, "department_id": cls.hotline.id}
        )
        cls.journal = cls.env["leifeng.journal"].search([], limit=1)
        cls._set_up_service(past)
        cls._set_up_stories()

    @classmethod
    def _set_up_stories(cls):
        """A published item, a coordinator's draft, a private reflection."""
        stories = cls.env["leifeng.story"]
        values = {"body": "<p>Words</p>", "channel_journal": True}
        mine = stories.with_user(cls.users["coordinator"])
        cls.published, cls.draft_story = mine.create([{"name": each, **values} for each in "AB"])
        cls.published.action_offer()
        cls.published.with_user(cls.users["officer"]).action_pass()
        cls.published.with_user(cls.users["officer"]).action_publish()
        own = stories.with_user(cls.users["employee"])
        cls.reflection = own.action_begin_reflection({"title": "Private", "text": "Words"})

    @classmethod
    def _set_up_service(cls, past):
        """Offers, hours to review, a request and what the served said."""
        asked = cls._session(name="Asked", hours_ahead=90)
        people = cls.people["colleague"] | cls.people["internal"]
        cls.offer, cls.declined = asked.action_invite(people.ids).sorted(
            lambda offer: offer.employee_id != cls.people["colleague"]
        )
        cls.declined.with_user(cls.users["internal"]).action_decline()
        cls.entry = (
            cls.env["leifeng.service.entry"]
            .with_user(cls.users["leader"])
            .ask(cls.people["colleague"].id, (past.start, past.stop, 0), "Late", session=past)
        )
        cls.request = cls.env["leifeng.service.request"].create(
            {"partner_id": cls._organization().id, "served": "alone", "need": "Wiring"}
        )
        cls.rating = cls.env["leifeng.service.rating"]._answer(past, "5", "Well done")
        cls._set_up_conference()

    @classmethod
    def _set_up_conference(cls):
        """Items of an agenda before and after it is published, outlines, a next step."""
        cls.campaign.phase_ids.activity_ids = [Command.create({"name": "C", "kind": "ceremony"})]
        [activity] = cls.campaign.plan_activity_ids.filtered(lambda each: each.kind == "ceremony")
        open_, draft = (
            cls._session(publish=publish, name="C", activity_id=activity.id, hours_ahead=200)
            for publish in (True, False)
        )
        items = cls.env["leifeng.session.agenda"].create(
            [
                {"session_id": session.id, "kind": "speech", "name": "S", "employee_id": person.id}
                for session, person in (
                    (open_, cls.people["employee"]),
                    (open_, cls.people["colleague"]),
                    (draft, cls.stranger),
                )
            ]
        )
        open_.action_ask_outlines()
        cls.item, _other, cls.draft_item = items
        cls.outline, cls.handed_in = items.speech_ids
        cls.handed_in._set_state("submitted")
        cls.step = cls.env["leifeng.followup"].create(
            {
                "name": "F",
                "campaign_id": cls.campaign.id,
                "department_id": cls.hall.id,
                "date_due": cls.company._leifeng_today(),
            }
        )

    def _expected(self):
        own_department = {"coordinator", "head"}
        return [
            (self.campaign, EVERYONE),
            (self.campaign.phase_ids, EVERYONE),
            (self.service, EVERYONE),
            (self.draft_campaign, READERS),
            (self.draft_campaign.plan_activity_ids[0], READERS),
            (self.part, READERS | own_department),
            (self.foreign_part, READERS),
            (self.open_session, EVERYONE),
            (self._session(publish=False), READERS | {"leader"}),
            (self.own, READERS | own_department | {"leader", "employee"}),
            (self.foreign, READERS),
            (self.withdrawn, {"employee"}),
            (self.record, READERS | own_department | {"employee"}),
            (self.foreign_record, READERS),
            (self.question, OFFICE | {"supervisor", "employee"}),
            (self.certificate, OFFICE | {"supervisor", "employee"}),
            (self.message, {"employee"}),
            (self.journal, {"supervisor"}),
            (self.offer, OFFICE | own_department | {"leader", "colleague"}),
            (self.declined, {"internal"}),
            (self.entry, OFFICE | own_department | {"supervisor", "leader", "colleague"}),
            (self.request, OFFICE | {"supervisor"}),
            (self.rating, OFFICE | {"supervisor"}),
            (self.published, EVERYONE),
            (self.draft_story, OFFICE | {"coordinator"}),
            (self.reflection, {"employee"}),
            (self.item, EVERYONE),
            (self.draft_item, OFFICE | {"supervisor"}),
            (self.outline, {"employee"}),
            (self.handed_in, OFFICE | {"colleague"}),
            (self.step, OFFICE | own_department | {"supervisor"}),
        ]

    def test_search_finds_what_the_table_says(self):
        for record, readers in self._expected():
            for role in ROLES:
                seen = self._as(role, record)
                # A role without any right on the model is refused before the search.
                found = seen.has_access("read") and bool(seen.search([("id", "=", record.id)]))
                self.assertEqual(found, role in readers, f"{record} as {role}")

    def test_browsing_and_counting_obey_the_same_table(self):
        for record, readers in self._expected():
            for role in set(ROLES) - set(readers):
                seen = self._as(role, record)
                with self.assertRaises(AccessError, msg=f"{record} as {role}"):
                    seen.read(["display_name"])
                if seen.has_access("read"):
                    self.assertFalse(seen.search_count([("id", "=", record.id)]), role)

    def test_groups_show_nothing_of_others(self):
        grouped = self._as("colleague", self.env["leifeng.session.signup"])._read_group(
            [], ["employee_id"], ["__count"]
        )

        self.assertEqual(grouped, [])

    def test_nobody_writes_what_is_final(self):
        for record in (self.record, self.certificate, self.journal, self.message):
            for role in ROLES:
                seen = self._as(role, record)
                for operation in ("write", "create", "unlink"):
                    self.assertFalse(seen.has_access(operation), f"{record} {operation} {role}")

    def test_portal_users_change_nothing(self):
        portal = [role for role, groups in ROLES.items() if groups == ["base.group_portal"]]
        for record, _readers in self._expected():
            for role in portal:
                for operation in ("write", "create", "unlink"):
                    seen = self._as(role, record)
                    self.assertFalse(seen.has_access(operation), f"{record} {operation} {role}")

    def test_the_office_alone_changes_the_plan(self):
        for record in (self.campaign, self.campaign.phase_ids, self.service, self.open_session):
            for role in ROLES:
                writes = self._as(role, record).has_access("write")
                self.assertEqual(writes, role in OFFICE, f"{record} as {role}")

    def test_the_certificate_s_token_is_read_by_nobody(self):
        for role in ("employee", "officer", "manager", "supervisor"):
            seen = self._as(role, self.certificate)
            with self.assertRaises(AccessError, msg=role):
                seen.read(["token"])
            with self.assertRaises(AccessError, msg=role):
                seen.search([("token", "!=", False)])


class TestCompanies(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.env["res.company"].create({"name": "Another Agency"})
        cls.users["officer"].write({"company_ids": [Command.link(cls.other.id)]})
        cls.abroad = cls._campaign(name="Abroad", company_id=cls.other.id)

    def test_another_agency_s_campaign_is_not_seen(self):
        for role in ROLES:
            found = self._as(role, self.abroad).search([("id", "=", self.abroad.id)])
            self.assertFalse(found, role)

    def test_it_is_seen_with_both_agencies_switched_on(self):
        seen = self._as("officer", self.abroad).with_context(
            allowed_company_ids=[self.company.id, self.other.id]
        )

        self.assertTrue(seen.search([("id", "=", self.abroad.id)]))

    def test_nobody_signs_up_a_person_of_another_agency(self):
        stranger = self._employee("Stranger", company_id=self.other.id, department_id=False)

        with self.assertRaisesRegex(Exception, "own department"):
            self._as("officer", self._session()).action_sign_up_for(stranger.id)


class TestSideDoors(LeifengCase):
    """What only the server may call can't be called from outside, and nobody forges a person."""

    def test_private_methods_stay_private(self):
        for model, name in (
            ("leifeng.journal", "record"),
            ("leifeng.journal", "salt"),
            ("leifeng.message", "tell"),
            ("leifeng.workday", "calendar"),
            ("leifeng.session", "_sign_up"),
            ("leifeng.session", "_set_state"),
            ("leifeng.session.signup", "_leave"),
            ("leifeng.service.record", "_from_signups"),
        ):
            with self.assertRaises(AccessError, msg=f"{model}.{name}"):
                get_public_method(self.env[model], name)

    def test_nobody_asks_about_another_s_record(self):
        record = self._confirmed(self.people["employee"]).record_ids
        ask = self._as("colleague", self.env["leifeng.service.correction"]).ask

        with self.assertRaises(AccessError):
            ask(self._as("colleague", record), "Mine!")

    def test_nobody_gets_a_certificate_of_another(self):
        self._confirmed(self.people["employee"])

        with self.assertRaises(AccessError):
            self._as("colleague", self.env["leifeng.certificate"]).issue_service_record(
                self.people["employee"].id
            )

    def test_who_may_not_keep_a_sheet(self):
        session = self._session(hours_ahead=-3)
        self._line(session, self.people["employee"])

        for role in ("employee", "internal", "coordinator", "head", "hr", "supervisor"):
            for act in ("action_everyone_came", "action_confirm"):
                with self.assertRaises(AccessError, msg=f"{role} {act}"):
                    getattr(self._as(role, session), act)()
