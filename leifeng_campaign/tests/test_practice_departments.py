from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import Form

from .common import LeifengCase


class TestPracticeDepartments(LeifengCase):
    """Points 25, 26 and 30 of practice.md section 10, where departments are concerned."""

    def test_point_25_figures_are_sums_with_the_head_count_and_no_ranks(self):
        parts = self.env["leifeng.campaign.department"]
        view = "leifeng_campaign.leifeng_campaign_department_view_list_summary"
        shown = self.env.ref(view).arch

        self.assertIn('name="figure_headcount"', shown)
        self.assertNotIn("default_order", shown, "in the campaign's order")
        for name in ("figure_people", "figure_hours"):
            self.assertFalse(parts._fields[name].store)
            with self.assertRaises(ValueError):
                parts.search([], order=f"{name} desc")

    def test_point_26_each_fact_is_asked_once(self):
        self._confirmed(self.people["employee"] | self.people["colleague"])
        part = self._as("coordinator", self.part)
        texts = {"summary_facts": part._shown_facts(), "summary_results": "Clean yards"}
        part.action_save_summary(texts)
        part.action_send_summary()

        self.assertIn("2 people took part", self.part.summary_facts)
        self.assertIn("4 hours", self.part.summary_facts)
        self.assertEqual(self.part.line_ids.mapped("what"), ["Community", "Lecture"])
        self.assertFalse(any(self.part.line_ids.mapped("name")), "the plan is taken over")
        asked = [name for name in self.part._fields if name.startswith("figure_")]
        self.assertTrue(all(self.part._fields[name].compute for name in asked), "nobody types them")

    def test_point_30_reminders_are_few_merged_switchable_and_without_personal_data(self):
        self.campaign.summary_due = self.company._leifeng_today() + timedelta(days=1)
        before = self.env["leifeng.message"].search_count([])
        self.env["leifeng.message"]._cron_mail()
        self.assertEqual(self.env["leifeng.message"].search_count([]), before, "none by itself")
        dialog = Form(
            self._as("officer", self.env["leifeng.reminder"]).with_context(
                default_campaign_id=self.campaign.id
            )
        ).save()
        dialog.action_send()

        told = self.env["leifeng.message"].search([("reminder", "=", True)])
        self.assertEqual(told.employee_id, self.people["coordinator"])
        self.assertEqual(len(told), 1, "plan and summary in one message")
        self.assertNotIn(self.people["head"].name + " ", told.text)
        self.assertNotIn(self.people["coordinator"].name, dialog.group_text)
        dialog.line_ids.tick = True
        with self.assertRaises(UserError):
            dialog.action_send()
        self.company.leifeng_reminders = False
        dialog.again = True
        with self.assertRaises(UserError):
            dialog.action_send()
