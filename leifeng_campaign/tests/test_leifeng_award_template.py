from datetime import timedelta
from unittest.mock import patch

from odoo import Command
from odoo.exceptions import AccessError
from odoo.fields import Date
from odoo.tests import Form
from odoo.tools.translate import code_translations

from .award_case import AwardCase

CRITERIA = "爱岗敬业，业绩突出\n团结互助，乐于奉献\n服务热情，群众认可\n积极参加志愿服务"
PROCEDURE = "个人自荐或部门推荐\n部门初审"


class TestAwardTemplate(AwardCase):
    """An award is made of a template, and takes over what the plan says."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        phase = cls.campaign.phase_ids
        kinds = (
            ("岗位学雷锋标兵评选", "selection"),
            ("优秀组织奖评选", "selection"),
            ("主题征文", "essay"),
        )
        cls.models, cls.organization, cls.essays = cls.env["leifeng.campaign.activity"].create(
            [{"name": name, "kind": kind, "phase_id": phase.id} for name, kind in kinds]
        )
        cls.models.write({"criteria": CRITERIA, "procedure": PROCEDURE, "instructions": "一人一票"})

    def _new(self, **defaults):
        """Return the dialog as an officer opens it."""
        context = {f"default_{name}": record.id for name, record in defaults.items()}
        dialogs = self._as("officer", self.env["leifeng.award.new"])
        return Form(dialogs.with_context(**context))

    def _created(self, page):
        return self.env["leifeng.award"].browse(page.save().action_create_award()["res_id"])

    # STANDARD TEMPLATES

    def test_the_standard_templates_could_be_opened_at_once(self):
        """Points of 100, sources that fit, prizes within what is customary."""
        templates = self._as("officer", self.env["leifeng.award"])._templates()

        self.assertEqual(
            templates.mapped("kind"), ["essay", "person", "person", "department", "person"]
        )
        self.assertEqual(set(templates.mapped("weight_sum")), {100})
        for template in templates:
            self.assertEqual(template._criteria_refusal(), "", template.name)
            self.assertFalse(template.name_warning, template.name)
            self.assertFalse(template.quota_warning and template.kind == "essay", template.name)
        self.assertEqual(sum(templates[0].tier_ids.mapped("quota")), 25)

    def test_the_essay_sheet_and_the_sheet_of_the_models(self):
        essays, models = self.env["leifeng.award"]._templates()[:2]

        self.assertEqual(essays.criterion_ids.mapped("weight"), [30, 30, 20, 20])
        self.assertEqual(models.criterion_ids.mapped("weight"), [30, 20, 25, 15, 10])
        self.assertEqual(models.criterion_ids[3].source, "hours")

    def test_departments_win_nothing_by_essays_or_hours_per_head(self):
        template = (
            self.env["leifeng.award"]._templates().filtered(lambda each: each.kind == "department")
        )

        self.assertEqual(
            set(template.criterion_ids.mapped("source")),
            {"requests", "ratings", "people", "summary", "judged"},
        )

    def test_templates_are_made_once_and_stay_as_the_agency_edits_them(self):
        awards = self._as("officer", self.env["leifeng.award"])
        first = awards._templates()
        first[:4].unlink()
        first[4].write({"name": "Ours", "active": False})

        awards.action_open_templates()

        self.assertFalse(awards._templates())
        self.assertEqual(awards.with_context(active_test=False)._templates().name, "Ours")

    def test_each_agency_has_its_own(self):
        other = self.env["res.company"].create({"name": "Next Door"})
        ours = self.env["leifeng.award"]._templates()

        theirs = self.env["leifeng.award"].with_company(other)._templates()

        self.assertFalse(ours & theirs)
        self.assertEqual(theirs.company_id, other)

    def test_templates_come_in_the_language_of_who_opens_them(self):
        awards, words = self.env["leifeng.award"].with_context(lang="zh_CN"), {"Deeds": "事迹"}
        with patch.object(code_translations, "get_python_translations", return_value=words):
            own = awards._templates()[4]

        self.assertEqual(own.criterion_ids.mapped("name"), ["事迹"])
        self.assertEqual(own.with_context(lang="en_US").criterion_ids.mapped("name"), ["事迹"])

    def test_employees_make_no_templates(self):
        for role in ("employee", "coordinator", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.award"]).action_open_templates()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.award.new"]).create({})

    # NEW FROM TEMPLATE

    def test_a_new_award_is_a_copy_of_its_template(self):
        template = self.env["leifeng.award"]._templates()[0]
        page = self._new(template_id=template)
        page.name = "主题征文"

        award = self._created(page)

        self.assertEqual(award.name, "主题征文")
        self.assertEqual((award.campaign_id, award.state), (self.campaign, "draft"))
        self.assertFalse(award.is_template)
        self.assertEqual(award.tier_ids.mapped("quota"), [3, 7, 15])
        self.assertEqual(award.max_characters, 2000)
        self.assertTrue(template.is_template)

    def test_an_award_is_saved_as_a_template_and_duplicated_in_its_campaign(self):
        award = self._award()

        saved = self.env["leifeng.award"].browse(
            self._as("officer", award).action_save_as_template()["res_id"]
        )
        copy = self._as("officer", award).copy()

        self.assertEqual((saved.is_template, saved.name), (True, award.name))
        self.assertFalse(saved.campaign_id or saved.judge_ids)
        self.assertEqual(len(saved.criterion_ids), 3)
        self.assertEqual((copy.campaign_id, copy.is_template), (self.campaign, False))

    # FROM THE PLAN

    def test_the_plan_s_criteria_are_the_sheet_of_the_models(self):
        page = self._new(activity_id=self.models)
        self.assertEqual(page.campaign_id, self.campaign)
        self.assertEqual(page.template_id.kind, "person")
        self.assertEqual(page.name, "岗位学雷锋标兵")

        award = self._created(page)

        self.assertEqual(
            award.criterion_ids.mapped(lambda each: (each.name, each.weight, each.source)),
            [
                ("爱岗敬业，业绩突出", 30, "judged"),
                ("团结互助，乐于奉献", 20, "judged"),
                ("服务热情，群众认可", 25, "judged"),
                ("积极参加志愿服务", 15, "hours"),
                ("积极参加志愿服务", 10, "judged"),
            ],
        )
        self.assertEqual((award.procedure, award.instructions), (PROCEDURE, "一人一票"))
        self.assertEqual(award.activity_id, self.models)
        self.assertEqual(award.date_open, self.models.phase_id.date_start)
        self.assertEqual(award.date_deadline, self.models.phase_id.date_stop)

    def test_the_activity_s_own_days_come_first(self):
        today = Date.today()
        self.models.write({"date_start": today, "date_stop": today + timedelta(days=9)})

        award = self._created(self._new(activity_id=self.models))

        self.assertEqual((award.date_open, award.date_deadline), (today, today + timedelta(days=9)))

    def test_the_activity_tells_the_kind_and_the_template_what_the_plan_doesn_t(self):
        award = self._created(self._new(activity_id=self.organization))
        self.assertEqual(award.kind, "department")
        self.assertEqual(award.weight_sum, 100)
        self.assertTrue(award.procedure)

        award = self._created(self._new(activity_id=self.essays))
        self.assertEqual((award.kind, award.name), ("essay", "主题征文"))
        self.assertEqual(award.criterion_ids.mapped("weight"), [30, 30, 20, 20])

    def test_the_button_on_the_activity_opens_the_dialog(self):
        action = self._as("officer", self.models).action_make_award()
        dialogs = self.env[action["res_model"]].with_user(self.users["officer"])
        dialog = dialogs.with_context(**action["context"]).create({})

        self.assertEqual(action["res_model"], "leifeng.award.new")
        self.assertEqual((dialog.name, dialog.campaign_id), ("岗位学雷锋标兵", self.campaign))

    def test_choosing_an_activity_on_the_form_fills_what_is_empty(self):
        awards = self._as("officer", self.env["leifeng.award"])
        page = Form(awards.with_context(default_campaign_id=self.campaign.id))
        page.name = "标兵"
        page.instructions = "Kept"
        page.activity_id = self.models

        award = page.save()

        self.assertEqual((award.instructions, award.procedure), ("Kept", PROCEDURE))
        self.assertEqual(award.weight_sum, 100)

    # WARNINGS

    def test_a_forbidden_word_in_the_name_is_flagged_not_refused(self):
        award = self._award(name="全国学雷锋标兵")
        self.assertIn("全国", award.name_warning)

        award.legal_basis = "approved"
        self.assertFalse(award.name_warning)

    def test_too_many_prizes_for_the_essays_are_flagged(self):
        award = self._award("essay")
        shares = [Command.clear()] + [
            Command.create({"name": name, "quota_kind": "share", "quota": quota})
            for name, quota in (("First", 4), ("Second", 22))
        ]
        award.tier_ids = shares
        self.assertEqual(len(award.quota_warning.splitlines()), 2)

        award.tier_ids[0].quota, award.tier_ids[1].quota = 3, 22
        self.assertFalse(award.quota_warning)

    def test_numbers_are_held_against_the_essays_once_they_are_in(self):
        award = self._award("essay")
        self.assertFalse(award.quota_warning)
        self._entry(award, self.people["employee"])
        self._stage(award, "screening")
        award.invalidate_recordset()

        self.assertEqual(len(award.quota_warning.splitlines()), 1)

    def test_few_candidates_for_the_places_are_flagged(self):
        award = self._award(department_quota=1)

        self.assertIn("1 candidates for 2 places", award.quota_warning)
