from odoo.http import Request
from odoo.tests import tagged

from ..controllers import lead_sheet
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase

URL = "/my/leifeng/lead"


@tagged("post_install", "-at_install")
class LeadCase(PortalCase):
    def setUp(self):
        super().setUp()
        self.patch(lead_sheet, "searches", RateLimit(60, 600))
        self._login("leader")

    def _sheet(self, count=3, **vals):
        """Return a session that is under way with ``count`` people, and its page's address."""
        session = self._session(**{"hours_ahead": -1, "capacity": 50, **vals})
        line = self._line(session, self._employees(count))
        return session, line, f"{URL}/{session.id}"

    def _json(self, url, **params):
        """Return what the phone's message is answered with."""
        return self.make_jsonrpc_request(url, params)

    def _typed(self, signup, attendance="", **cells):
        """Return the cells of a row as the form sends them."""
        row = {"seen": "pending|||0", "attendance": attendance, **cells}
        return {f"{name}_{signup.id}": value for name, value in row.items() if value}


class TestSessionsILead(LeadCase):
    def test_which_wait_for_the_sheet_and_which_are_to_come(self):
        due, _line, due_url = self._sheet(hours_ahead=-30)
        _coming, _line, coming_url = self._sheet(hours_ahead=30)
        done, _line, done_url = self._sheet(hours_ahead=-60)
        done.signup_ids.attendance = "present"
        done.action_confirm()
        self._session(leader_id=self.people["internal"].id)

        page = self._page(URL)

        self.assertEqual(self._hrefs(page, f"{URL}/"), [due_url, coming_url, done_url])
        for name, url in {"due": due_url, "coming": coming_url, "former": done_url}.items():
            self._has(page, f"//section[@data-leifeng='{name}']//a[@href='{url}']")
        self.assertEqual(due.leader_id, self.people["leader"])

    def test_the_row_on_the_overview_is_for_those_who_keep_sheets(self):
        self._sheet(hours_ahead=-30, department_id=self.hall.id)
        shown = {}
        for role in ("leader", "head", "coordinator", "employee", "officer"):
            self._login(role)
            shown[role] = bool(self._hrefs(self._page("/my/leifeng"), URL))

        keeps = {"leader": True, "head": True, "coordinator": True}
        self.assertEqual(shown, {**keeps, "employee": False, "officer": False})

    def test_rights(self):
        _session, _line, url = self._sheet(department_id=self.hall.id)
        self._account_without_employee()
        seen = {"leader": 200, "head": 200, "coordinator": 200, "officer": 200}
        for role in (*seen, "employee", "internal", "supervisor", "hr"):
            self._login(role)
            self._page(url, status=seen.get(role, 404))
            self._page(f"{url}/print", status=seen.get(role, 404))
        self._login("guest")
        self._has(self._page(url), "//*[@data-leifeng='no_employee']")
        self.authenticate(None, None)
        self.assertIn("/web/login", self.url_open(url).url)

    def test_a_draft_has_no_sheet(self):
        session = self._session(publish=False)
        self._page(f"{URL}/{session.id}", status=404)
        self._page(f"{URL}/2147483647", status=404)

    def test_statements_of_the_pages_at_two_sizes(self):
        _session, _line, small = self._sheet(hours_ahead=-30, count=2)
        _session, _line, large = self._sheet(hours_ahead=-40, count=40)
        self.assertEqual(self._queries(small), self._queries(large))
        self._sheet(hours_ahead=6, count=1)
        few = self._queries(URL)
        for number in range(8):
            self._sheet(hours_ahead=10 + 3 * number, count=1)
            self._sheet(hours_ahead=-100 + 3 * number, count=1)
        self.assertEqual(self._queries(URL), few)

    def test_the_sheet_on_paper(self):
        _session, _line, url = self._sheet()
        self.url_open(f"{url}/print")
        self.assertEqual(self.url_open(f"{url}/print").headers["Content-Type"], "application/pdf")


class TestSheetAsPlainForm(LeadCase):
    """A phone whose browser runs no script."""

    def test_practice_11_ticks_make_hours_and_nothing_else_is_asked_for(self):
        """No place, no photo, no face: what one named person ticked is the whole proof."""
        session, line, url = self._sheet(hours_ahead=-3)
        typed = self._typed(line[0], "present") | self._typed(line[1], "excused")
        typed |= self._typed(line[2], "present", break_minutes="30")

        page = self._page(url)
        self._lacks(page, "//input[@type='file' or @capture]")
        self._lacks(page, "//*[@disabled or @data-closed]")
        self.assertNotRegex(self.answer.text, "geolocation|getUserMedia")
        self._post(
            f"{url}/send", do="confirm", **typed, result_seen="||||", result_people_served="9"
        )

        self.assertEqual((session.state, session.people_served), ("done", 9))
        self.assertEqual(sorted(session.record_ids.mapped("raw_minutes")), [90, 120])

    def test_no_phone_and_no_staff_number(self):
        _session, line, url = self._sheet()
        line.employee_id.write({"mobile_phone": "13800001111"})
        line[0].employee_id.barcode = "WX007"
        self._page(url)
        self.assertIn("Colleague 0", self.answer.text)
        for secret in ("13800001111", "WX007"):
            self.assertNotIn(secret, self.answer.text)

    def test_a_refused_confirmation_keeps_what_was_typed(self):
        session, line, url = self._sheet()
        typed = self._typed(line[0], "present", time_in="99:99")
        results = {"result_seen": "||||", "result_people_served": "many"}

        page = self._post(f"{url}/send", 422, do="confirm", **typed, **results)

        self._has(page, f"//input[@name='time_in_{line[0].id}'][@value='99:99']")
        self._has(page, "//input[@name='result_people_served'][@value='many']")
        faults = page.xpath("//div[contains(@class, 'o_leifeng_message')]")
        self.assertEqual(sum(bool(fault.text_content().strip()) for fault in faults), 2)
        self.assertEqual((session.state, line[0].attendance), ("open", "pending"))

    def test_whoever_is_missing_is_named(self):
        session, line, url = self._sheet()

        page = self._post(f"{url}/send", 422, do="confirm", **self._typed(line[0], "present"))

        self.assertIn("Colleague 1", self._text(page, "//*[@data-leifeng='refusal']"))
        self.assertEqual((session.state, line[0].attendance), ("open", "present"))

    def test_everyone_was_here(self):
        _session, line, url = self._sheet()

        self._post(f"{url}/send", do="everyone", **self._typed(line[0], "absent"))

        self.assertEqual(line.mapped("attendance"), ["absent", "present", "present"])

    def test_somebody_else_was_faster(self):
        _session, line, url = self._sheet()
        line[0].attendance = "excused"

        page = self._post(f"{url}/send", 422, do="save", **self._typed(line[0], "present"))

        self._has(page, f"//input[@id='attendance_{line[0].id}_present'][@checked]")
        (seen,) = page.xpath(f"//input[@name='seen_{line[0].id}']/@value")
        again = {f"seen_{line[0].id}": seen, f"attendance_{line[0].id}": "present"}
        self._post(f"{url}/send", do="save", **again)
        self.assertEqual(line[0].attendance, "present")

    def test_adding_somebody_and_taking_them_off(self):
        session, _line, url = self._sheet()
        page = self._post(f"{url}/send", 422, do="search", name="Employ")
        (button,) = page.xpath("//button[starts-with(@value, 'add:')]/@value")

        self._post(f"{url}/send", do=button)
        self._post(f"{url}/send", do=button)

        [walk_in] = session.sheet_ids.filtered(lambda signup: signup.source == "walk_in")
        self.assertEqual(walk_in.employee_id, self.me)
        self._post(f"{url}/send", do=f"remove:{walk_in.id}")
        self.assertEqual(len(session.sheet_ids), 3)

    def test_a_confirmed_sheet_leads_on_to_late_entries(self):
        session, line, url = self._sheet()
        line.attendance = "present"
        session.action_confirm()

        page = self._page(url)

        self._has(page, "//*[@data-leifeng='confirmed']//a[contains(@href, '/late_entry')]")

    def test_a_closed_sheet_keeps_what_was_typed(self):
        session, line, url = self._sheet()
        line.attendance = "present"
        session.action_confirm()

        typed = self._typed(line[0], "present", time_in="07:11")
        page = self._post(f"{url}/send", 422, do="confirm", **typed)

        self._has(page, "//*[@data-leifeng='refusal']")
        self._has(page, f"//input[@name='time_in_{line[0].id}'][@value='07:11']")
        self._lacks(page, "//button[@name='do']")

    def test_malformed_posts(self):
        session, line, url = self._sheet()
        number = line[0].id
        for junk in (
            {"do": "add:x"},
            {"do": "remove:99999999999"},
            {"do": "\0"},
            {"do": "confirm", f"seen_{number}": "\0", f"attendance_{number}": "\0present"},
            {"do": "search", "name": "\0%"},
            {f"attendance_{number}": "present", "seen_x": "1", "result_seen": "x" * 5000},
        ):
            token = {"csrf_token": self._token()}
            answer = self.url_open(f"{url}/send", data={**token, **junk})
            self.assertIn(answer.status_code, (200, 422), junk)
        self.assertEqual(session.state, "open")

    def _token(self):
        return Request.csrf_token(self)


class TestSheetByMessages(LeadCase):
    """What the script of the page sends."""

    def test_saved_and_refused(self):
        _session, line, url = self._sheet()
        rows = [{"id": line[0].id, "seen": "pending|||0", "attendance": "present"}, {"id": "x"}]

        answer = self._json(f"{url}/save", rows=rows)

        self.assertEqual([each["status"] for each in answer["rows"]], ["saved", "refused"])
        self.assertEqual(line[0].attendance, "present")

    def test_malformed_messages(self):
        _session, _line, url = self._sheet()
        for junk in ({"rows": 5}, {"rows": [None, [], {"id": {}}]}, {"results": [1], "x": 1}):
            self.assertEqual(self._json(f"{url}/save", **junk)["closed"], "")
        for name in (None, 5, [], "\0\0\0"):
            self.assertEqual(self._json(f"{url}/colleagues", name=name)["found"], [])

    def test_names_are_looked_up_a_limited_number_of_times(self):
        self.patch(lead_sheet, "searches", RateLimit(1, 600))
        _session, _line, url = self._sheet()

        found = self._json(f"{url}/colleagues", name="Employ")
        refused = self._json(f"{url}/colleagues", name="Employ")

        self.assertEqual([each["name"] for each in found["found"]], ["Employee"])
        self.assertFalse(refused["found"])
        self.assertTrue(refused["hint"])

    def test_nobody_else_looks_names_up(self):
        _session, _line, url = self._sheet()
        self._login("employee")
        for path in ("colleagues", "save"):
            answer = self.url_open(f"{url}/{path}", json={"params": {"name": "Employ"}})
            self.assertIn("error", answer.json())
