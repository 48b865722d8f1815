from datetime import date, timedelta
from unittest.mock import patch

from odoo.fields import Command
from odoo.tests import tagged

from odoo.addons.leifeng_campaign.models.res_company import ResCompany

from .portal_case import PortalCase

URL = "/my/leifeng/department"


@tagged("post_install", "-at_install")
class TestPortalDepartment(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stranger = cls._employee("Stranger", department=cls.hotline)
        cls.part.line_ids = [Command.create({"name": "Sweep the <yard>"})]

    def _section(self, tree, name):
        """Return the text of a section of the page."""
        return self._text(tree, f"//section[@data-leifeng='{name}']")

    def _numbers(self, text):
        return [word for word in text.split() if word.replace(".", "").isdigit()]

    def _records(self, tree):
        """Return the hours of the records listed."""
        rows = tree.xpath("//*[@data-leifeng='record']/div[1]/span[2]")
        return [self._numbers(row.text_content())[0] for row in rows]

    def _second_part(self, **vals):
        return self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id, **vals}
        )

    def test_head_and_coordinator_have_the_page_and_nobody_else(self):
        other = self._second_part(coordinator_id=self.people["internal"].id)

        for role in ("head", "coordinator"):
            self._login(role)
            self._has(self._page("/my/leifeng"), f"//a[@href='{URL}']")
            self._has(self._page(URL), "//section[@data-leifeng='due']")
            self._page(f"{URL}/{other.id}", status=404)
        for role in ("employee", "leader", "officer", "supervisor", "hr"):
            self._login(role)
            self._lacks(self._page("/my/leifeng"), f"//a[@href='{URL}']")
            self._has(self._page(URL), "//*[@data-leifeng='no_department']")
            self._page(f"{URL}/{self.part.id}", status=404)
            self._post(f"{URL}/{self.part.id}/plan", status=404, act="agree")
        self._login("internal")
        self._page(f"{URL}/{self.part.id}", status=404)
        self.assertIn("Hotline", self._page(URL).text_content())

    def test_strange_addresses_and_acts_are_no_page(self):
        self._login("head")

        for number in (0, -1, "abc", 99999999999999999999, "1;drop"):
            self._page(f"{URL}/{number}", status=404)
        for act in ("", "pass", "unlink", "\0", "action_pass"):
            self._post(f"{URL}/{self.part.id}/plan", status=404, act=act)
        self._post(f"{URL}/{self.part.id}/plan", status=404)
        self.assertEqual(self.part.state, "draft")

    def test_whoever_answers_for_two_departments_switches(self):
        other = self._second_part(head_id=self.people["head"].id)
        self._login("head")

        links = self._page(URL).xpath("//*[@data-leifeng='switch']/a/@href")

        self.assertEqual(
            {link.split("/")[-1] for link in links}, set(map(str, (self.part | other).ids))
        )
        self.assertIn("Hotline", self._page(f"{URL}/{other.id}").text_content())

    def _part_in(self, campaign):
        line = {"department_id": self.hall.id, "head_id": self.people["head"].id}
        campaign.department_ids = [Command.create(line)]
        return campaign.department_ids

    def test_the_campaign_that_runs_is_shown_and_a_closed_one_isn_t(self):
        old = self._campaign(name="Last Year")
        for campaign in (old, self._campaign(name="Draft", start=False)):
            self._part_in(campaign)
        old.action_wrap_up()
        old.action_close()
        self._login("head")

        tree = self._page(URL)

        self._lacks(tree, "//*[@data-leifeng='switch']")
        self.assertIn("Campaign", self._text(tree, "//p[@class='text-muted']"))
        self.assertNotIn("Last Year", tree.text_content())

    def test_a_campaign_that_is_wrapped_up_stays_beside_the_next_one(self):
        old = self._campaign(name="Last Year")
        part = self._part_in(old)
        old.action_wrap_up()
        self._login("head")

        links = self._page(URL).xpath("//*[@data-leifeng='switch']/a")

        self.assertEqual(
            [link.get("href").split("/")[-1] for link in links], [str(self.part.id), str(part.id)]
        )
        self.assertIn("Last Year", links[1].text_content())
        self._page(f"{URL}/{part.id}/summary")
        home = self._text(self._page("/my/leifeng"), f"//a[@href='{URL}']")
        self.assertEqual(home.count(self.hall.name), 1)

    def test_of_two_that_run_the_earlier_one_comes_first(self):
        days = {"date_start": "2035-03-01", "date_stop": "2035-04-30", "phase_ids": []}
        later = self._campaign(name="Next Year", **days)
        part = self._part_in(later)
        self._login("head")

        links = self._page(URL).xpath("//*[@data-leifeng='switch']/a/@href")

        self.assertEqual([link.split("/")[-1] for link in links], [str(self.part.id), str(part.id)])

    def test_who_comes_names_the_own_people_alone(self):
        session = self._session(capacity=2)
        self._line(session, [self.me, self.stranger, self.colleague])
        self._line(self._session(name="Far Ahead", hours_ahead=24 * 20), [self.me])

        for role in ("head", "coordinator"):
            self._login(role)
            tree = self._page(URL)
            held = self._text(
                tree, "//section[@data-leifeng='coming']//*[@data-standing='signed_up']"
            )
            waits = self._text(
                tree, "//section[@data-leifeng='coming']//*[@data-standing='waiting']"
            )
            self.assertTrue(held.endswith(" Employee"), held)
            self.assertTrue(waits.endswith(" Colleague"), waits)
            self.assertNotIn("Stranger", tree.text_content())
            self.assertNotIn("Far Ahead", tree.text_content())

    def test_practice_7_who_withdrew_leaves_no_trace(self):
        self._line(self._session(), [self.me]).with_user(self.users["employee"]).action_withdraw()
        self._login("head")

        tree = self._page(URL)

        self._lacks(tree, "//section[@data-leifeng='coming']//*[@data-leifeng='session']")
        self.assertNotIn("Employee", self._section(tree, "coming"))

    def test_who_is_invited_stands_there_until_they_answer(self):
        session = self._session(capacity=4).with_user(self.users["officer"])
        session.action_invite((self.me | self.colleague | self.stranger).ids)
        offers = session.offer_ids
        mine = offers.filtered(lambda offer: offer.employee_id == self.colleague)
        mine.with_user(self.users["colleague"]).action_decline()
        self._login("head")

        tree = self._page(URL)

        invited = self._text(tree, "//section[@data-leifeng='coming']//*[@data-standing='invited']")
        self.assertTrue(invited.endswith(" Employee"), invited)
        self.assertNotIn("Stranger", tree.text_content())
        self.assertNotIn("Colleague", self._section(tree, "coming"), "declining leaves no trace")

    def test_shifts_that_lack_people_say_so_and_invite(self):
        lacking = self._session(name="Lacking", capacity=4, minimum=3)
        self._line(lacking, [self.stranger])
        full = self._session(name="Filled", capacity=1, hours_ahead=48)
        self._line(full, [self.stranger])
        self._session(name="Shut", hours_ahead=72, closes=lacking.start - timedelta(days=3))
        self._session(name="Theirs", hours_ahead=96, department_id=self.hotline.id)
        self._session(name="Hidden", hours_ahead=99, publish=False)
        self._login("head")

        tree = self._page(URL)

        section = self._section(tree, "short")
        for name in ("Filled", "Shut", "Theirs", "Hidden"):
            self.assertNotIn(name, section)
        self.assertEqual(self._numbers(section)[-3:], ["3", "4", "2"])
        self._has(tree, f"//a[@href='/my/leifeng/sessions/{lacking.id}/invite']")

    def test_sheets_to_confirm_are_those_one_keeps(self):
        own = self._session(name="Own", hours_ahead=-5, department_id=self.hall.id)
        self._session(name="Foreign", hours_ahead=-9)
        self._login("coordinator")

        tree = self._page(URL)

        links = tree.xpath("//section[@data-leifeng='sheets']//a/@href")
        self.assertIn(f"/my/leifeng/lead/{own.id}", links)
        self.assertNotIn("Foreign", self._section(tree, "sheets"))

    def test_practice_3_overdue_sheets_are_told_to_the_coordinator_alone(self):
        """Hours are recorded within 10 workdays; later the coordinator hears of it, nobody else
        (practice point 3)."""
        late = {"hours_ahead": -24 * 30, "publish": True}
        self._session(name="Late by Leader", **late)
        self._session(name="Late for Hall", leader_id=False, department_id=self.hall.id, **late)
        self._session(name="Late Elsewhere", leader_id=self.stranger.id, **late)
        self._session(name="Fresh", hours_ahead=-5)

        self._login("coordinator")
        tree = self._page(URL)
        overdue = " ".join(each.text_content() for each in tree.xpath("//*[@data-due='overdue']"))
        self.assertEqual(len(tree.xpath("//*[@data-due='overdue']")), 2)
        for name, told in (("by Leader", 1), ("for Hall", 1), ("Elsewhere", 0), ("Fresh", 0)):
            self.assertEqual(name in overdue, bool(told), name)
        self._login("head")
        self._lacks(self._page(URL), "//*[@data-due='overdue']")

    def test_practice_25_sums_stand_with_the_head_count_and_nobody_is_ranked(self):
        """Sums of the department with the head-count beside them; no sum of a person, nothing in
        the order of its size (practice points 24 and 25)."""
        for people, day, length in (
            ([self.me, self.stranger], "2025-03-05", 3),
            ([self.colleague], "2025-03-09", 2),
            ([self.me], "2025-01-01", 4),
            ([self.me], "2024-12-31", 8),
        ):
            start = self._moment(f"{day} 08:00")
            self._confirmed(people, start=start, stop=start + timedelta(hours=length))
        today = patch.object(ResCompany, "_leifeng_today", lambda _company: date(2025, 6, 1))
        self.startPatcher(today)
        self.people["leader"].leifeng_away = "leave"
        self._login("head")

        tree = self._page(URL)

        sums = self._numbers(self._text(tree, "//*[@data-leifeng='sums']"))
        self.assertEqual((sums[0], sums[-2:]), ("9", ["2", str(len(self.people) - 1)]))
        rows = self._records(tree)
        self.assertEqual(rows, ["2", "3", "4", "8"], "by date, a line a record")
        self.assertNotIn("Stranger", tree.text_content())
        never = self.people["manager"].name
        self.assertNotIn(
            never, self._section(tree, "records"), "nobody is listed for doing nothing"
        )

    def test_the_head_agrees_on_the_phone(self):
        self._login("coordinator")
        self._has(self._page(URL), "//*[@data-due='plan']")
        self._post(f"{URL}/{self.part.id}/plan", act="send")
        self.assertEqual(self.part.state, "head")

        self._login("head")
        tree = self._page(URL)
        self._has(tree, "//*[@data-due='plan']")
        self.assertIn("Sweep the <yard>", self._section(tree, "plan"))
        self._post(f"{URL}/{self.part.id}/plan", act="agree")
        self.assertEqual(self.part.state, "submitted")

        self._post(f"{URL}/{self.part.id}/plan", act="take_back")
        self.assertEqual(self.part.state, "head")

    def test_the_head_returns_it_and_loses_nothing_typed(self):
        self.part.action_send_to_head()
        self._login("head")

        self._has(
            self._post(f"{URL}/{self.part.id}/plan", 422, act="return"),
            "//*[@data-leifeng='error']",
        )
        long = "长" * 1001
        tree = self._post(f"{URL}/{self.part.id}/plan", 422, act="return", remark=long)
        self.assertEqual(self._text(tree, "//textarea"), long)
        self._post(f"{URL}/{self.part.id}/plan", act="return", remark="Who <leads>?\0")

        self.assertEqual((self.part.state, self.part.remark), ("returned", "Who <leads>?"))
        self._login("coordinator")
        self.assertIn("Who <leads>?", self._section(self._page(URL), "plan"))

    def test_nobody_acts_out_of_turn(self):
        for role, act in (("head", "send"), ("coordinator", "agree"), ("coordinator", "take_back")):
            self._login(role)
            self._post(f"{URL}/{self.part.id}/plan", 422, act=act)
        self._login("head")
        tree = self._post(f"{URL}/{self.part.id}/plan", 422, act="return", remark="Not yet")

        self.assertEqual(self._text(tree, "//textarea"), "Not yet")
        self.assertEqual(self.part.state, "draft")

    def test_the_page_costs_the_same_at_any_size(self):
        def add(count, offset):
            for index in range(offset, offset + count):
                hours = 24 * (index + 1)
                self._line(self._session(hours_ahead=hours), [self.me])
                lacking = self._session(hours_ahead=hours + 3, capacity=4)
                lacking.with_user(self.users["officer"]).action_invite(self.colleague.ids)
                self._session(hours_ahead=-hours, department_id=self.hall.id)
                self._confirmed([self.me], hours_ahead=-24 * (index + 20))
            self.part.line_ids = [Command.create({"name": "Line"})] * count

        add(2, 0)
        for role in ("head", "coordinator"):
            self._login(role)
            few = self._queries(URL)
            add(5, 2 if role == "head" else 7)
            self.assertEqual(self._queries(URL), few, role)
