from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from .conference_case import ConferenceCase

READERS = ("officer", "manager", "supervisor")
OTHERS = ("employee", "colleague", "internal", "coordinator", "head", "leader", "hr")


class TestAgenda(ConferenceCase):
    def _names(self):
        return self.conference.agenda_ids.mapped("name")

    def test_times_follow_from_the_minutes_before(self):
        self.conference.write({"start": "2026-03-05 01:00:00", "stop": "2026-03-05 03:00:00"})
        for minutes in (5, 20, 10):
            self._item(minutes=minutes)

        items = self.conference.agenda_ids
        self.assertEqual(items.mapped("clock"), ["09:00", "09:05", "09:25"])
        self.assertEqual(str(self.conference.agenda_stop), "2026-03-05 01:35:00")

        items[0].sequence = 2000  # moved to the end
        self.env.invalidate_all()

        self.assertEqual(self.conference.agenda_ids.mapped("clock"), ["09:00", "09:20", "09:30"])

    def test_the_office_edits_the_agenda_on_the_form_and_sees_the_times(self):
        form = Form(self._as("officer", self.conference))
        with form.agenda_ids.new() as line:
            line.kind, line.name, line.minutes = "other", "Opening", 10
        with form.agenda_ids.new() as line:
            line.name, line.speaker = "A word from outside", "Guest Lin"

        form.save()

        first, second = self.conference.agenda_ids
        self.assertEqual((second.start - first.start).total_seconds(), 600)
        self.assertEqual(second.speaker, "Guest Lin")

    def test_more_minutes_than_the_conference_has_are_said(self):
        self._item(minutes=120)
        self.assertFalse(self.conference.agenda_warning)

        self._item(minutes=15)

        self.assertIn("15", self.conference.agenda_warning)

    def test_minutes_are_possible_ones(self):
        for minutes in (-1, 241):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(IntegrityError, msg=minutes),
                self.env.cr.savepoint(),
            ):
                self._item(minutes=minutes)

    def test_only_a_conference_has_an_agenda(self):
        with self.assertRaises(ValidationError):
            self._item(session_id=self._session().id)
        with self.assertRaises(UserError):
            self._session().action_propose_agenda()

    def test_names_of_speakers_are_copies_and_guests_are_typed(self):
        colleague = self._item(employee_id=self.people["employee"].id)
        department = self._item(department_id=self.hotline.id)
        guest = self._item(speaker="Guest Lin")
        self.people["employee"].name = "Renamed"

        self.assertEqual(
            [colleague.speaker, department.speaker, guest.speaker],
            ["Service Hall Employee", "Representative of Hotline", "Guest Lin"],
        )

    # PROPOSED FROM RECORDS

    def test_the_agenda_is_drafted_from_the_records(self):
        models, departments = self._awards()
        decision = self._issue(models, departments)

        self._as("officer", self.conference).action_propose_agenda()

        items = self.conference.agenda_ids
        kinds = ["decision", "awards", "awards", "awards", "speech", "speech", "speech"]
        self.assertEqual(items.mapped("kind"), [*kinds, "deployment"])
        self.assertEqual(items[0].decision_id, decision)
        self.assertEqual(items[1:4].mapped("award_ids"), models | departments)
        self.assertEqual(items[1:4].mapped("tier_id.name"), ["First", "Second", "First"])
        # by department and name; who did not agree to be named is not proposed
        self.assertEqual(
            items[4:7].mapped("speaker"),
            [
                "Service Hall Colleague",
                "Service Hall Employee",
                "Representative of Hotline",
            ],
        )
        self.assertEqual(sorted(items.mapped("sequence")), items.mapped("sequence"))

    def test_awards_that_nobody_has_won_yet_are_on_it_as_a_whole(self):
        award = self._award("person", name="Models")
        self._award("person", name="Given Up")._set_state("cancelled")

        self.conference.action_propose_agenda()

        self.assertEqual(self.conference.agenda_ids.award_ids, award)
        self.assertNotIn("speech", self.conference.agenda_ids.mapped("kind"))

    def test_proposing_again_adds_what_is_missing_and_changes_nothing(self):
        models, departments = self._awards()
        self.conference.action_propose_agenda()
        items = self.conference.agenda_ids
        items.filtered(lambda item: item.kind == "decision").name = "We Read the Decision"
        before = [(item.id, item.name, item.minutes) for item in items]
        self._on_notice(models, departments)

        self.conference.action_propose_agenda()

        after = [(item.id, item.name, item.minutes) for item in self.conference.agenda_ids]
        self.assertEqual([row for row in after if row in before], before)
        added = self.conference.agenda_ids - items
        self.assertEqual(set(added.mapped("kind")), {"speech"})
        again = self.conference.agenda_ids
        self.conference.action_propose_agenda()
        self.assertEqual(self.conference.agenda_ids, again)

    # RIGHTS

    def test_employees_read_titles_times_and_speakers_once_it_is_published(self):
        item = self._item(employee_id=self.people["employee"].id, presenter="Secretary")
        for role in OTHERS:
            self.assertFalse(self._as(role, item).search([]), role)
        self.conference.action_publish()

        for role in OTHERS:
            [row] = self._as(role, item).search_read([], ["name", "clock", "minutes", "speaker"])
            self.assertEqual(row["speaker"], "Service Hall Employee")
            for name in ("employee_id", "presenter", "award_ids", "decision_id", "outline_state"):
                with self.assertRaises(AccessError, msg=f"{role} {name}"):
                    self._as(role, item).read([name])

    def test_staff_read_all_and_the_office_alone_writes(self):
        item = self._item()
        for role in READERS:
            self.assertTrue(self._as(role, item).search([]), role)
        for role in (*OTHERS, "supervisor"):
            for operation in ("write", "create", "unlink"):
                self.assertFalse(self._as(role, item).has_access(operation), role)
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.conference).action_propose_agenda()

    def test_another_agency_s_agenda_is_not_seen(self):
        item = self._item()
        other = self.env["res.company"].create({"name": "Another Agency"})
        self.users["officer"].write({"company_ids": [Command.link(other.id)]})

        seen = self._as("officer", item).with_context(allowed_company_ids=other.ids)

        self.assertFalse(seen.search([("id", "=", item.id)]))

    # WHAT A CONFERENCE IS

    def test_practice_04_a_conference_yields_no_hours(self):
        self.conference.action_publish()
        self._line(self.conference, [self.people["employee"]], attendance="present")
        self.conference.write({"start": "2026-03-05 01:00:00", "stop": "2026-03-05 03:00:00"})

        self.conference.action_confirm()

        self.assertEqual(self.conference.state, "done")
        self.assertFalse(self.conference.record_ids)

    def test_the_menu_opens_the_one_conference_that_is_coming(self):
        action = self._as("officer", self.env["leifeng.session"]).action_open_conference()
        self.assertEqual(action["res_id"], self.conference.id)
        self._session(publish=False, name="Another", activity_id=self.activity.id, hours_ahead=90)

        action = self._as("officer", self.env["leifeng.session"]).action_open_conference()

        self.assertFalse(action.get("res_id"))

    def test_the_agenda_takes_as_many_queries_for_many_items_as_for_few(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            items = self._as("officer", self.conference).agenda_ids
            before = self.cr.sql_log_count
            items.read(["name", "clock", "start", "speaker", "outline_state", "award_ids"])
            self.conference.read(["agenda_warning", "agenda_stop"])
            return self.cr.sql_log_count - before

        def speeches(count):
            for person in self._employees(count):
                self._item(employee_id=person.id)
            self.conference.action_ask_outlines()

        speeches(10)
        queries()  # what is read once for all
        few = queries()
        speeches(40)

        self.assertEqual(few, queries())
