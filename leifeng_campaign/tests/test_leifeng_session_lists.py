import io
from datetime import timedelta

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class ListsSetup:
    """A post with two shifts on a day and one on the next; for any test case class."""

    @classmethod
    def _set_up_lists(cls):
        cls.post = cls.env["leifeng.service.post"].create(
            {"name": "West Crossing", "location": "Main Road", "bring": "vest、flag（booth）"}
        )
        midnight = cls.company._leifeng_midnight(cls.company._leifeng_today() + timedelta(days=2))
        starts = (midnight + timedelta(hours=hours) for hours in (7.5, 17, 31.5))
        cls.shifts = cls.env["leifeng.session"].union(*map(cls._shift, starts))
        cls.morning, cls.evening, cls.next_day = cls.shifts
        cls.line = cls._line(cls.morning, cls._employees(3))

    @classmethod
    def _shift(cls, start, **vals):
        times = {"start": start, "stop": start + timedelta(hours=1)}
        return cls._session(post_id=cls.post.id, location="Main Road", **times, **vals)


class ListsCase(ListsSetup, LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_lists()


class TestRoster(ListsCase):
    def test_names_and_times_of_who_holds_a_place(self):
        """Practice file section 7: what the partner needs, and no more."""
        first, second = self.shifts._roster_lines()

        self.assertEqual([len(first["shifts"]), len(second["shifts"])], [2, 1])
        self.assertEqual(
            first["shifts"][0],
            {"name": "Shift", "times": "07:30–08:30", "names": ["Colleague 0", "Colleague 1"]},
        )
        self.assertEqual(first["shifts"][1]["names"], [])

    def test_masked_names(self):
        [line] = self.morning._roster_lines(masked=True)

        self.assertEqual(line["shifts"][0]["names"], ["C**********"] * 2)

    def test_fourteen_days_of_published_shifts(self):
        far = self._shift(self.morning.start + timedelta(days=13))
        hidden = self._shift(self.morning.start + timedelta(days=1, hours=3), publish=False)
        self.evening.action_cancel("Rain")

        ahead = self.env["leifeng.session"]._roster_ahead(self.post)

        self.assertEqual(ahead, self.morning | self.next_day)
        self.assertFalse(ahead & (far | hidden))

    def test_a_link_is_opened_renewed_and_ended_by_officers(self):
        post = self._as("officer", self.post)
        self.assertFalse(post.roster_url)
        post.action_open_roster()
        old = post.sudo().roster_token
        self.assertIn(old, post.roster_url)
        self.assertEqual(len(old), 32)

        post.action_open_roster()

        posts = self.env["leifeng.service.post"]
        self.assertEqual(posts._by_roster_token(post.sudo().roster_token), self.post)
        self.assertFalse(posts._by_roster_token(old))
        post.action_close_roster()
        self.assertFalse(post.roster_url)
        for role in ("coordinator", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.post).action_open_roster()

    def test_the_token_is_nobody_s_to_read(self):
        self._as("officer", self.post).action_open_roster()
        for role in ("officer", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.post).read(["roster_token"])
        self.assertFalse(self._as("coordinator", self.post).roster_url)

    def test_a_link_ends_by_its_date(self):
        self.post.action_open_roster()
        token = self.post.sudo().roster_token
        self.post.roster_until = self.company._leifeng_today() - timedelta(days=1)

        self.assertFalse(self.env["leifeng.service.post"]._by_roster_token(token))
        self.assertFalse(self._as("officer", self.post).roster_url)


class TestInsured(ListsCase):
    def test_practice_16_the_insurer_s_list_has_an_empty_column_for_id_numbers(self):
        sheet = self._sheet(self.shifts)
        headers, *rows = sheet.iter_rows(values_only=True)

        self.assertIn("ID Number", headers[-1])
        self.assertEqual([row[1] for row in rows], ["Colleague 0", "Colleague 1"])
        self.assertEqual({row[-1] for row in rows}, {None})
        self.assertEqual(rows[0][4:6], ("07:30–08:30", "Main Road"))
        stored = self.env["hr.employee"]._fields.keys() | self.line._fields.keys()
        self.assertFalse(
            [name for name in stored if name.startswith("leifeng") and "ident" in name]
        )

    def test_whoever_stayed_away_is_not_insured(self):
        self.line[0].attendance = "excused"

        self.assertEqual([row["name"] for row in self.shifts._insured_rows()], ["Colleague 1"])

    def test_a_name_is_never_a_formula(self):
        self.line.employee_id[0].name = "=1+1"
        self._line(self.next_day, self.line.employee_id[0])
        cell = self._sheet(self.next_day)["B2"]

        self.assertEqual((cell.value, cell.data_type), ("=1+1", "s"))

    def _sheet(self, sessions):
        content = self._as("officer", sessions)._insured_xlsx()
        return load_workbook(io.BytesIO(content)).active


class TestPrinting(ListsCase):
    def test_lists_of_a_post_over_some_days(self):
        wizards = self._as("officer", self.env["leifeng.session.print"])
        form = Form(wizards.with_context(default_post_ids=self.post.ids))
        form.date_last = self.morning._local_date()
        self.assertEqual(form.session_count, 2)

        action = form.save().action_print()

        self.assertEqual(action["report_name"], "leifeng_campaign.report_partner_roster")
        self.assertEqual(action["context"]["active_ids"], (self.morning | self.evening).ids)

    def test_no_shifts_and_the_workbook(self):
        form = Form(
            self._as("officer", self.env["leifeng.session.print"]).with_context(
                default_post_ids=self.post.ids
            )
        )
        form.kind = "insured_xlsx"
        self.assertIn(str(self.morning.id), form.save().action_print()["url"])
        form.date_first = form.date_last = self.company._leifeng_today() + timedelta(days=9)
        with self.assertRaises(UserError):
            form.save().action_print()

    def test_what_to_bring(self):
        self.assertEqual(self.morning._equipment_lines(), ["vest", "flag（booth）"])
        self.morning.bring = False
        self.assertEqual(self.morning._equipment_lines(), [""])
