from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .common import LeifengCase


class TestPlanLines(LeifengCase):
    """A plan is taken from the campaign; only what differs is written."""

    def _activity(self, name, **vals):
        values = {"name": name, "phase_id": self.campaign.phase_ids.id, **vals}
        return self.env["leifeng.campaign.activity"].create(values)

    def _line(self, activity):
        return self.part.line_ids.filtered(lambda line: line.activity_id == activity)

    def _keep(self, line_id, role="coordinator", **vals):
        self._as(role, self.part).action_keep_line(line_id, vals)

    def test_a_new_part_begins_with_the_campaign_s_activities(self):
        """Whoever is responsible for one: the others take part in it."""
        theirs = self._activity("Queue guiding", department_id=self.hall.id)
        ours = self._activity("Call back", department_id=self.hotline.id)

        part = self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )

        expected = self.service | self.lecture | theirs | ours
        self.assertEqual(part.line_ids.activity_id, expected)
        self.assertFalse(any(part.line_ids.mapped("name")), "nothing is written twice")
        self.assertEqual(part.line_ids.mapped("what"), expected.mapped("name"))
        self.assertEqual(part.line_ids.filtered("is_ours").activity_id, ours)

    def test_a_line_says_what_the_campaign_says_until_something_differs(self):
        phase, line = self.campaign.phase_ids, self._line(self.service)
        self.assertEqual((line.date_start, line.date_stop), (phase.date_start, phase.date_stop))
        self.service.write({"date_start": "2026-03-05", "date_stop": "2026-03-06"})
        days = (date(2026, 3, 5), date(2026, 3, 6))
        self.assertEqual((line.date_start, line.date_stop), days)

        self._keep(line.id, name="Sweep", date="2026-03-07", people="Five of us")

        self.assertRecordValues(line, [{"what": "Sweep", "people": "Five of us"}])
        self.assertEqual(line.date_start, date(2026, 3, 7))
        self._keep(line.id, name="Community", date="")
        self.assertFalse(line.name, "the campaign's own words are not kept twice")
        self.assertEqual((line.date_start, line.date_stop), days)

    def test_what_is_not_for_us_stays_and_comes_back(self):
        line = self._line(self.lecture)
        mine = self._as("coordinator", self.part)
        mine.action_drop_line(line.id)
        self.assertTrue(line.not_for_us)
        mine.action_take_lines()
        self.assertEqual(len(self.part.line_ids), 2, "it isn't proposed again")

        self._keep(line.id, not_for_us=False)

        self.assertFalse(line.not_for_us)

    def test_an_own_line_is_added_and_deleted(self):
        self._keep(False, name="  Mend   the bench ", people="Two")
        line = self.part.line_ids[-1:]
        self.assertRecordValues(line, [{"name": "Mend the bench", "activity_id": False}])

        self._as("coordinator", self.part).action_drop_line(line.id)

        self.assertFalse(line.exists())

    def test_the_button_adds_what_the_campaign_got_since(self):
        late = self._activity("Tree planting")
        self._as("coordinator", self.part).action_take_lines()

        self.assertEqual(self.part.line_ids.mapped("activity_id.name")[-1], late.name)
        self.assertEqual(len(self.part.line_ids), 3)

    def test_bad_input_gets_a_sentence(self):
        foreign = self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )
        line = self._line(self.service)
        for line_id, vals, words in (
            (False, {}, "write what"),
            (False, {"name": " \0 "}, "write what"),
            (False, {"name": ["x"]}, "write what"),
            (False, {"name": "x" * 301}, "at most 300"),
            (line.id, {"people": "x" * 301}, "at most 300"),
            (line.id, {"date": "tomorrow"}, "from the calendar"),
            (line.id, {"date": ["x"]}, "from the calendar"),
            (foreign.line_ids[0].id, {"name": "Mine"}, "no longer in the plan"),
        ):
            with self.assertRaisesRegex(UserError, words):
                self._keep(line_id, **vals)
        with self.assertRaisesRegex(UserError, "no longer in the plan"):
            self._as("coordinator", self.part).action_drop_line(foreign.line_ids[0].id)
        self.assertFalse(any(foreign.line_ids.mapped("name")))

    def test_nobody_else_writes_it_and_no_one_after_it_was_sent(self):
        line = self._line(self.service)
        for role in ("head", "internal", "supervisor", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._keep(line.id, role=role, name="Mine")
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.part).action_take_lines()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.part).action_drop_line(line.id)
        self._as("coordinator", self.part).action_send_to_head()
        with self.assertRaises(AccessError):
            self._keep(line.id, name="Late")

        self._keep(line.id, role="officer", people="As agreed by phone")

        self.assertEqual(line.people, "As agreed by phone")

    def test_lines_that_come_with_a_part_are_enough(self):
        part = self.env["leifeng.campaign.department"].create(
            {
                "campaign_id": self.campaign.id,
                "department_id": self.hotline.id,
                "line_ids": [Command.create({"name": "Own"})],
            }
        )
        self.assertEqual(part.line_ids.mapped("what"), ["Own"])
