import re

import vobject

from odoo.tests import tagged

from ..controllers.calendar import by_token
from .portal_case import PortalCase

URL = "/my/leifeng/calendar"
SIGNUPS = "/my/leifeng/signups"


@tagged("post_install", "-at_install")
class TestPortalCalendar(PortalCase):
    def _make_link(self, role="employee"):
        """Make a link on the page as ``role`` does; return its path."""
        self._login(role)
        tree = self._post(f"{URL}/renew")
        (link,) = tree.xpath("//input[@readonly]/@value")
        return re.sub(r"^https?://[^/]+", "", link)

    def _events(self, path):
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        self.answer = response
        calendar = vobject.readOne(response.content.decode())
        return {event.uid.value: event for event in calendar.contents.get("vevent", [])}

    def test_the_link_is_made_renewed_and_ended_by_the_person(self):
        self._login("employee")
        self._lacks(self._page(URL), "//input[@readonly]")
        first = self._make_link()
        self.assertRegex(first, r"^/leifeng/calendar/[0-9a-f]{32}\.ics$")
        self._has(self._page(URL), "//a[starts-with(@href, 'webcal://')]")

        second = self._make_link()

        self.assertNotEqual(first, second)
        self.logout()
        self.assertEqual(self.url_open(first).status_code, 404)
        self.assertEqual(self.url_open(second).status_code, 200)
        self._login("employee")
        self._lacks(self._post(f"{URL}/stop"), "//input[@readonly]")
        self.assertEqual(self.url_open(second).status_code, 404)

    def test_a_program_without_login_gets_own_things_only(self):
        session = self._session()
        mine, other = self._line(session, [self.me, self.colleague])
        path = self._make_link()

        for visitor in (None, "colleague", "officer", "leader"):
            if visitor:
                self._login(visitor)
            else:
                self.logout()
            (uid,) = self._events(path)
            self.assertTrue(uid.startswith(f"leifeng-signup-{mine.id}@"), visitor)
        self.assertNotIn(f"leifeng-signup-{other.id}@", self.answer.text)
        self.assertNotIn("Colleague", self.answer.text)

    def test_the_answer_is_a_calendar_that_nobody_else_keeps(self):
        self._line(self._session(), self.me)
        path = self._make_link()
        self.logout()

        self._events(path)

        headers = self.answer.headers
        self.assertEqual(headers["Content-Type"], "text/calendar; charset=utf-8")
        self.assertIn("leifeng.ics", headers["Content-Disposition"])
        self.assertIn("private", headers["Cache-Control"])
        self.assertIn("no-store", headers["Cache-Control"])
        self.assertNotIn("session_id", self.answer.headers.get("Set-Cookie", ""))
        again = self.url_open(path, headers={"If-None-Match": headers["ETag"]})
        self.assertEqual((again.status_code, again.content), (304, b""))
        self._line(self._session(hours_ahead=50), self.me)
        again = self.url_open(path, headers={"If-None-Match": headers["ETag"]})
        self.assertEqual(again.status_code, 200)

    def test_all_wrong_links_look_the_same(self):
        path = self._make_link()
        self.logout()
        token = path.rsplit("/", 1)[1].removesuffix(".ics")
        wrong = ["0" * 32, token[:-1], token.upper() + "g", "x", "%00", "a" * 5000, "%E9%9B%B7"]
        pages = set()

        for name in wrong:
            response = self.url_open(f"/leifeng/calendar/{name}.ics")
            self.assertEqual(response.status_code, 404, name)
            pages.add(len(response.text))

        self.assertEqual(len(pages), 1)
        for method in ("POST", "PUT", "DELETE"):
            self.assertIn(
                self.opener.request(method, self.base_url() + path).status_code, (400, 404, 405)
            )

    def test_a_program_that_asks_all_the_time_is_asked_to_wait(self):
        path = self._make_link()
        self.logout()
        token = path.rsplit("/", 1)[1].removesuffix(".ics")
        for _call in range(by_token.times):
            by_token.allows(token, 1e12)

        self.assertEqual(self.url_open(path).status_code, 429)

    def test_one_sign_up_as_a_file_is_the_same_entry(self):
        session = self._session()
        signup = self._line(session, self.me)
        path = f"{SIGNUPS}/{signup.id}/calendar.ics"
        feed = self._events(self._make_link())

        for page in (SIGNUPS, f"/my/leifeng/sessions/{session.id}"):
            self.assertIn(path, self._hrefs(self._page(page), path))
        single = self._events(path)

        self.assertEqual(single.keys(), feed.keys())
        (one,), (other,) = single.values(), feed.values()
        self.assertEqual(one.serialize(), other.serialize())
        self.assertIn(f"leifeng-{signup.id}.ics", self.answer.headers["Content-Disposition"])

    def test_a_withdrawn_sign_up_is_a_cancelled_file(self):
        signup = self._line(self._session(), self.me)
        signup._leave()
        self._login("employee")

        (event,) = self._events(f"{SIGNUPS}/{signup.id}/calendar.ics").values()

        self.assertEqual(event.status.value, "CANCELLED")

    def test_nobody_gets_the_file_of_another(self):
        signup = self._line(self._session(), self.me)
        self._account_without_employee()
        path = f"{SIGNUPS}/{signup.id}/calendar.ics"

        for role in ("colleague", "head", "leader", "officer", "manager"):
            self._login(role)
            self.assertEqual(self.url_open(path).status_code, 404, role)
        for number in (0, -1, "abc", 99999999999999999999):
            self.assertEqual(self.url_open(f"{SIGNUPS}/{number}/calendar.ics").status_code, 404)
        self._login("guest")
        self.assertNotIn("VCALENDAR", self.url_open(path).text)
        self.logout()
        self.assertNotIn("VCALENDAR", self.url_open(path).text)

    def test_accounts_without_employee_make_no_link(self):
        guest = self._account_without_employee()
        self._login("guest")

        self._has(self._post(f"{URL}/renew"), "//*[@data-leifeng='no_employee']")

        self.assertFalse(guest.sudo().leifeng_calendar_token)

    def test_the_feed_costs_the_same_at_any_size(self):
        def add(count, offset):
            for index in range(count):
                hours = 24 + 3 * (index + offset)
                self._line(self._session(hours_ahead=hours, meeting_point="Gate"), self.me)
                self._line(self._session(hours_ahead=-hours), self.me)
                self._line(self._session(hours_ahead=600 + hours), self.me)._leave()
                self._session(hours_ahead=hours, leader_id=self.me.id)

        add(2, 0)
        path = self._make_link()
        few = self._queries(path)
        add(8, 2)

        self.assertEqual(self._queries(path), few)
        self.assertEqual(len(self._events(path)), 40)
