from datetime import timedelta

from freezegun import freeze_time

from odoo.fields import Command, Datetime
from odoo.tests import tagged

from .portal_case import PortalCase

URL = "/my/leifeng/sessions"


@tagged("post_install", "-at_install")
class TestPortalSessionList(PortalCase):
    def _listed(self, path=URL):
        """Return the ids of the sessions on a page of the list, in its order."""
        links = self._page(path).xpath("//a[contains(@class, 'o_leifeng_card')]/@href")
        return [int(link.rpartition("/")[2]) for link in links]

    def test_published_sessions_of_running_campaigns_are_on(self):
        later = self._session(hours_ahead=50)
        sooner = self._session(hours_ahead=20)
        under_way = self._session(hours_ahead=-1)
        self._session(publish=False)
        self._session(hours_ahead=-30)
        self._session(hours_ahead=60).action_cancel("Storm")
        waiting = self._campaign(start=False, name="Not begun")
        self._session(activity_id=waiting.plan_activity_ids[0].id)
        over = self._campaign(name="Over")
        self._session(activity_id=over.plan_activity_ids[0].id)
        over.action_wrap_up()
        self._login("employee")

        self.assertEqual(self._listed(), [under_way.id, sooner.id, later.id])

    def test_a_leader_sees_no_drafts_here(self):
        self._session(publish=False)
        self._login("leader")

        self.assertEqual(self._listed(), [])
        self._has(self._page(URL), "//*[@data-leifeng='nothing']")

    def test_times_are_the_agencys(self):
        with freeze_time("2026-03-02 01:00:00"):
            self._session(
                start=self._moment("2026-03-05 07:30"), stop=self._moment("2026-03-05 08:30")
            )
            self.company.leifeng_tz = "Asia/Shanghai"
            self.users["employee"].tz = "America/New_York"
            self._login("employee")
            text = self._page(URL).text_content()

        self.assertIn("07:30–08:30", text)

    def test_each_day_has_one_heading(self):
        with freeze_time("2026-03-02 01:00:00"):
            for moment in ("2026-03-05 07:30", "2026-03-05 17:30", "2026-03-06 07:30"):
                start = self._moment(moment)
                self._session(start=start, stop=start + timedelta(hours=1))
            self._login("employee")
            tree = self._page(URL)

        days = tree.xpath("//section[h2[contains(@class, 'o_leifeng_day')]]")
        self.assertEqual([len(day.xpath("./a")) for day in days], [2, 1])

    def test_filters_that_leave_nothing_say_so_and_lead_back(self):
        self._line(self._session(capacity=1), self._employees(1))
        self._login("employee")

        tree = self._page(f"{URL}?free=1")
        self._has(tree, f"//*[@data-leifeng='nothing']//a[@href='{URL}']")
        self._lacks(self._page(URL), "//*[@data-leifeng='nothing']")

    def test_filters_narrow_the_list(self):
        shift = self._session(capacity=1, location="Corner & Co")
        talk = self._session(
            hours_ahead=50,
            activity_id=self.lecture.id,
            location="Hall",
            department_id=self.hall.id,
        )
        self._line(shift, self._employees(1))
        not_open = self._session(hours_ahead=60, opens=Datetime.now() + timedelta(hours=5))
        self._login("employee")

        self.assertEqual(self._listed(f"{URL}?kind=lecture"), [talk.id])
        self.assertEqual(self._listed(f"{URL}?place=Corner+%26+Co"), [shift.id])
        self.assertEqual(self._listed(f"{URL}?mine=1"), [talk.id])
        self.assertEqual(self._listed(f"{URL}?free=1"), [talk.id])
        self.assertEqual(self._listed(f"{URL}?kind=service&free=1"), [])
        self.assertEqual(self._listed(f"{URL}?kind=&place="), [shift.id, talk.id, not_open.id])

    def test_the_form_keeps_what_was_chosen(self):
        self._session(location="Corner")
        self._login("employee")

        tree = self._page(f"{URL}?kind=service&place=Corner&free=1")

        self.assertEqual(
            tree.xpath("//option[@selected]/@value | //input[@checked]/@name"),
            ["service", "Corner", "free"],
        )

    def test_nonsense_in_the_address_is_ignored(self):
        shift = self._session()
        self._login("employee")

        for query in (
            "kind=%00&place=%00",
            "kind=nonsense&place=<script>",
            "kind[]=x&unknown=1",
            "place=" + "x" * 5000,
        ):
            self.assertEqual(self._listed(f"{URL}?{query}"), [shift.id], query[:50])

    def test_a_long_list_has_pages(self):
        sessions = [self._session(hours_ahead=24 + index * 3) for index in range(22)]
        self._login("employee")

        self.assertEqual(len(self._listed()), 20)
        rest = [session.id for session in sessions[20:]]
        self.assertEqual(self._listed(f"{URL}/page/2"), rest)
        self.assertEqual(self._listed(f"{URL}/page/99999999999999999999"), rest)
        for odd in (f"{URL}/page/{'9' * 5000}", f"{URL}/{'9' * 5000}"):
            self._page(odd, status=404)
        following = self._page(f"{URL}?kind=service").xpath("//a[contains(@href, '/page/2')]/@href")
        self.assertTrue(all("kind=service" in link for link in following))
        self.assertTrue(following)

    def test_the_list_costs_the_same_at_any_size(self):
        def add(count, offset):
            for index in range(count):
                session = self._session(
                    hours_ahead=24 + 3 * (index + offset), location=f"Place {index + offset}"
                )
                self._line(session, [self.me, *self._employees(2)])

        add(2, 0)
        self._login("employee")
        few = self._queries(URL)
        add(15, 2)

        self.assertEqual(self._queries(URL), few)
        add(20, 17)
        self.assertEqual(self._queries(URL), few)

    def test_the_state_stands_there_in_words(self):
        full = self._session(capacity=1)
        self._line(full, self._employees(1))
        mine = self._session(hours_ahead=50, capacity=1)
        self._line(mine, [self.me])
        waiting = self._session(hours_ahead=70, capacity=1)
        self._line(waiting, [*self._employees(1), self.me])
        self._login("employee")

        tree = self._page(URL)

        def card(session):
            return f"//a[contains(@class, 'o_leifeng_card') and @href='{URL}/{session.id}']"

        self.assertEqual(tree.xpath(card(full) + "/@data-badge"), ["full"])
        self._lacks(tree, card(full) + "//*[@data-standing]")
        self._has(tree, card(mine) + "//*[@data-standing='signed_up']")
        self._has(tree, card(waiting) + "//*[@data-standing='waiting']")
        self.assertTrue(self._text(tree, card(full) + "//span[2]"))


@tagged("post_install", "-at_install")
class TestPortalSession(PortalCase):
    def test_the_page_says_what_a_volunteer_must_know(self):
        self.company.write({"leifeng_office": "Campaign desk", "leifeng_office_phone": "0000-1"})
        self.service.instructions = "Follow the police"
        with freeze_time("2026-03-02 01:00:00"):
            session = self._session(
                start=self._moment("2026-03-05 07:30"),
                stop=self._moment("2026-03-05 08:30"),
                closes=self._moment("2026-03-04 12:00"),
                withdraw_until=self._moment("2026-03-04 18:15"),
                meeting_point="Booth",
                bring="Whistle <b>and</b> flag",
                conditions="Can stand an hour",
                risks="Traffic",
                protection="Vests",
                dangerous=True,
                safety_reason="Police insure everybody",
                lecturer="Lin",
                contact="Squad",
                contact_phone="0000-2",
            )
            self._login("employee")
            text = self._page(f"{URL}/{session.id}").text_content()

        expected = [
            *("Shift", "07:30–08:30", "12:00", "18:15", "Corner", "Booth", "Can stand an hour"),
            *("Whistle <b>and</b> flag", "Traffic", "Vests", "Police insure everybody", "Lin"),
            *("Squad", "0000-2", "Campaign desk", "0000-1", "Leader", "Follow the police"),
            *("Campaign", "Community"),
        ]
        self.assertEqual([word for word in expected if word not in text], [])

    def test_pages_that_are_not_there(self):
        draft = self._session(publish=False)
        stranger = self.env["res.company"].create({"name": "Another agency"})
        elsewhere = self._campaign(name="Elsewhere")
        foreign = self._session(activity_id=elsewhere.plan_activity_ids[0].id)
        elsewhere.company_id = stranger
        self._login("leader")

        for path in (
            *(f"{URL}/{session.id}" for session in (draft, foreign)),
            *(f"{URL}/{text}" for text in ("0", "-1", "abc", "99999999999999999999", "1;--")),
            f"{URL}/{2**31 - 1}",
            f"{URL}/{draft.id}/materials/1",
        ):
            self._page(path, status=404)
            self.assertNotIn("Traceback", self.answer.text)

    def test_nobody_is_named_but_the_leader(self):
        session = self._session(capacity=1)
        people = self.env["hr.employee"].create([{"name": "Zhao Holds"}, {"name": "Qian Waits"}])
        self._line(session, people)
        self._login("head")

        for path in (URL, f"{URL}/{session.id}"):
            self._page(path)
            for person in people:
                self.assertNotIn(person.name, self.answer.text)

    def test_materials_come_through_the_session_alone(self):
        session, draft = self._session(), self._session(publish=False)
        files = self.env["ir.attachment"].create(
            [{"name": f"{name}.txt", "raw": name.encode()} for name in ("plan", "draft", "secret")]
        )
        session.material_ids = [Command.set(files[0].ids)]
        draft.material_ids = [Command.set(files[1].ids)]
        self._login("employee")

        (link,) = self._page(f"{URL}/{session.id}").xpath(
            "//a[contains(@href, '/materials/')]/@href"
        )
        response = self.url_open(link)

        self.assertEqual((response.status_code, response.content), (200, b"plan"))
        self.assertIn("attachment", response.headers["Content-Disposition"])
        for path in (
            f"{URL}/{session.id}/materials/{files[1].id}",
            f"{URL}/{session.id}/materials/{files[2].id}",
            f"{URL}/{draft.id}/materials/{files[1].id}",
            f"{URL}/{session.id}/materials/-1",
        ):
            self._page(path, status=404)
        self.assertEqual(self.url_open(f"/web/content/{files[0].id}").status_code, 404)

    def test_a_cancelled_session_says_why(self):
        session = self._session()
        session.action_cancel("Storm <warning>")
        self._login("employee")

        tree = self._page(f"{URL}/{session.id}")

        self._has(tree, "//*[@data-leifeng='refusal']")
        self.assertIn("Storm <warning>", self._text(tree, "//*[@data-leifeng='act']"))
        self._lacks(tree, "//form[contains(@action, 'sign_up')]")
