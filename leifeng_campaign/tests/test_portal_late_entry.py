from datetime import timedelta

from odoo.tests import tagged

from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestPortalLateEntry(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        start = cls._moment("2025-03-05 09:00")
        cls.shift = cls._confirmed(cls.colleague, start=start, stop=start + timedelta(hours=2))
        cls.url = f"/my/leifeng/sessions/{cls.shift.id}/late_entry"
        cls.me.barcode = "WX065"
        cls.typed = {
            "person": "WX065",
            "time_in": "09:05",
            "time_out": "10:45",
            "break_minutes": "10",
            "reason": "Forgot to sign out",
        }

    def _entries(self):
        return self.env["leifeng.service.entry"].search([])

    def test_practice_06_the_leader_enters_and_the_person_sees_that_it_waits(self):
        self._login("leader")
        self.assertEqual(self._page(self.url).xpath("//input[@name='time_in']/@value"), ["09:00"])

        tree = self._post(f"{self.url}/add", **self.typed)

        self._has(tree, "//div[@data-entry='review']")
        entry = self._entries()
        self.assertEqual((entry.employee_id, entry.raw_minutes), (self.me, 90))
        self._login("employee")
        self._has(self._page("/my/leifeng/records"), "//div[@data-entry='review']")
        self._login("colleague")
        self._lacks(self._page("/my/leifeng/records"), "//div[@data-entry]")
        self._as("officer", entry).action_record()
        self._login("employee")
        self._lacks(self._page("/my/leifeng/records"), "//div[@data-entry]")
        page = self._page(f"/my/leifeng/records/{entry.record_id.id}").text_content()
        for word in ("Forgot to sign out", "Leader", "Officer"):
            self.assertIn(word, page)

    def test_a_name_is_enough_when_one_colleague_bears_it(self):
        self._login("leader")
        self._post(f"{self.url}/add", **{**self.typed, "person": " Employee "})
        self.assertEqual(self._entries().employee_id, self.me)
        self._employee("Head")

        tree = self._post(f"{self.url}/add", status=422, **{**self.typed, "person": "Head"})

        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(tree.xpath("//input[@name='person']/@value"), ["Head"])

    def test_what_is_refused_stays_in_the_form(self):
        self._login("leader")
        bad = (
            {"person": "Nobody"},
            {"person": ""},
            {"time_in": "x"},
            {"time_out": "99:99"},
            {"time_out": "08:00"},
            {"break_minutes": "-10"},
            {"break_minutes": "x" * 10000},
            {"break_minutes": "99999999999999"},
            {"reason": "\0 "},
            {"reason": "x" * 10000},
        )
        for wrong in bad:
            tree = self._post(f"{self.url}/add", status=422, **{**self.typed, **wrong})
            self._has(tree, "//*[@data-leifeng='error']")
            kept = {**self.typed, **wrong}["time_out"]
            self.assertEqual(tree.xpath("//input[@name='time_out']/@value"), [kept])
        self._post(f"{self.url}/add", status=422)
        self.assertFalse(self._entries())

    def test_only_for_those_who_led_or_answer_for_a_department(self):
        for role in ("employee", "colleague", "internal"):
            self._login(role)
            self._page(self.url, status=404)
            self._post(f"{self.url}/add", status=404, **self.typed)
        self._login("head")
        other = self._employees(1, department=self.hotline)
        wrong = {**self.typed, "person": other.name}
        self._post(f"{self.url}/add", status=422, **wrong)
        self._post(f"{self.url}/add", **self.typed)
        self.assertEqual(self._entries().asked_by, "Head")

    def test_only_for_sessions_that_are_over(self):
        coming = self._session()
        self._login("leader")
        for number in (coming.id, 0, -1, "abc", 99999999999999999999):
            self._page(f"/my/leifeng/sessions/{number}/late_entry", status=404)
            self._post(f"/my/leifeng/sessions/{number}/late_entry/add", status=404, **self.typed)

    def test_the_page_costs_the_same_at_any_size(self):
        entries = self.env["leifeng.service.entry"]

        def add(count):
            for person in self._employees(count):
                times = (self.shift.start, self.shift.stop, 0)
                asked = entries.with_user(self.users["leader"])
                asked.ask(person.id, times, "Late", session=self.shift)

        add(1)
        self._login("leader")
        few = self._queries(self.url)
        add(8)

        self.assertEqual(self._queries(self.url), few)

    def test_my_record_costs_the_same_at_any_number_of_waiting_hours(self):
        def add(count, offset):
            for index in range(count):
                start = self.shift.start + timedelta(days=index + offset)
                times = (start, start + timedelta(hours=1), 0)
                self.env["leifeng.service.entry"].ask(
                    self.me.id, times, "Late", activity=self.service
                )

        add(1, 1)
        self._login("employee")
        few = self._queries("/my/leifeng/records")
        add(8, 2)

        self.assertEqual(self._queries("/my/leifeng/records"), few)
