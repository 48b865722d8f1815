from datetime import timedelta
from unittest.mock import patch

from odoo.fields import Datetime
from odoo.tests import tagged
from odoo.tools import mute_logger

from .portal_case import PortalCase

URL = "/my/leifeng/signups"
SESSIONS = "/my/leifeng/sessions"


@tagged("post_install", "-at_install")
class TestPortalSignUp(PortalCase):
    def _path(self, session, act=""):
        return f"{SESSIONS}/{session.id}{act and '/'}{act}"

    def _in_line(self, session):
        return session.signup_ids.filtered("live").employee_id

    def test_a_cancelled_session_is_called_off_before_its_line_is_swept(self):
        session = self._session()
        self._line(session, self.me)
        session.action_cancel("Storm")
        self.assertTrue(session.signup_ids.live)
        self._login("employee")

        tree = self._page(self._path(session))
        self._lacks(tree, "//*[@data-leifeng='act']//form")
        self.assertIn("cancelled", self._text(tree, "//*[@data-leifeng='refusal']"))

        tree = self._page(URL)
        self._lacks(tree, f"//form[contains(@action, '{URL}')]")
        self.assertIn("This session has been cancelled.", self.answer.text)

    def test_afterwards_the_page_says_who_was_there(self):
        session = self._session(hours_ahead=-3)
        self._line(session, self.me).attendance = "present"
        self._login("employee")

        tree = self._page(self._path(session))

        self.assertEqual(
            self._text(tree, "//*[@data-leifeng='act']//*[@data-standing]").strip(), "Present"
        )

    def test_one_button_signs_up_one_withdraws(self):
        session = self._session()
        self._login("employee")
        tree = self._page(self._path(session))
        self.assertEqual(
            tree.xpath("//*[@data-leifeng='act']//form/@action"), [self._path(session, "sign_up")]
        )

        tree = self._post(self._path(session, "sign_up"))

        self.assertEqual(self._in_line(session), self.me)
        self.assertTrue(self.answer.url.endswith(self._path(session)))
        self.assertEqual([each.status_code for each in self.answer.history][:1], [303])
        self._has(tree, "//*[@data-leifeng='act']//*[@data-standing='signed_up']")
        self.assertEqual(
            tree.xpath("//*[@data-leifeng='act']//form/@action"), [self._path(session, "withdraw")]
        )

        tree = self._post(self._path(session, "withdraw"))

        self.assertFalse(self._in_line(session))
        self._has(tree, f"//form[@action='{self._path(session, 'sign_up')}']")

    def test_a_double_click_is_harmless(self):
        session = self._session()
        self._login("employee")

        for _click in range(2):
            tree = self._post(self._path(session, "sign_up"))
            self._has(tree, "//*[@data-standing='signed_up']")
            self._lacks(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertEqual(len(session.signup_ids), 1)
        for _click in range(2):
            tree = self._post(self._path(session, "withdraw"))
            self._has(tree, f"//form[@action='{self._path(session, 'sign_up')}']")
        self.assertEqual(session.signup_ids.mapped("live"), [False])

    def test_who_waits_reads_the_position_and_will_hear_of_moving_up(self):
        session = self._session(capacity=1)
        first = self._line(session, self._employees(2))
        self._login("employee")

        tree = self._post(self._path(session, "sign_up"))

        self.assertIn("2", self._text(tree, "//*[@data-standing='waiting']"))
        mine = session.signup_ids - first
        self.assertTrue(mine.told_waiting)
        self.assertFalse(any(first.mapped("told_waiting")))

    def test_every_page_that_shows_a_position_remembers_it(self):
        for page in (SESSIONS, URL, "session"):
            session = self._session(capacity=1)
            signup = self._line(session, [*self._employees(1), self.me])[1]
            self._login("employee")
            self._page(self._path(session) if page == "session" else page)
            self.assertTrue(signup.told_waiting, page)
            signup._leave()

    def test_the_reason_for_a_refusal_stands_before_the_click(self):
        other = self._session(name="The other shift")
        self._line(other, [self.me])
        tag = self.env["hr.employee.category"].create({"name": "Barber"})
        free = {"hours_ahead": 80}
        sessions = {
            "overlap": self._session(),
            "not open": self._session(**free, opens=Datetime.now() + timedelta(hours=9)),
            "closed": self._session(**free, closes=Datetime.now() - timedelta(hours=1)),
            "begun": self._session(hours_ahead=-1),
            "condition": self._session(**free, tag_ids=tag.ids),
        }
        full = sessions["full"] = self._session(**free, capacity=1, waiting_max=1)
        self._line(full, self._employees(2))
        self._login("employee")

        for why, session in sessions.items():
            seen = self._as("employee", session).with_context(lang=self.users["employee"].lang)
            tree = self._page(self._path(session))
            self.assertTrue(seen.refusal, why)
            self.assertEqual(self._text(tree, "//*[@data-leifeng='refusal']"), seen.refusal)
            self._lacks(tree, "//*[@data-leifeng='act']//form")

            self._post(self._path(session, "sign_up"))
            self.assertNotIn(self.me, self._in_line(session), why)

    def test_a_refused_act_leaves_its_sentence_for_one_page(self):
        session = self._session(hours_ahead=-1)
        self._line(session, [self.me])
        self._login("employee")
        self._lacks(self._page(self._path(session)), "//form[contains(@action, 'withdraw')]")

        tree = self._post(self._path(session, "withdraw"))

        self._has(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertEqual(self._in_line(session), self.me)
        self._lacks(self._page(self._path(session)), "//div[contains(@class, 'alert-warning')]")

    def test_the_database_says_no_kindly(self):
        session, other = self._session(), self._session()
        self._line(other, [self.me])
        self._login("employee")

        # The other line was joined after the checks: only the constraint is left.
        with (
            patch.object(type(session), "_refusal", lambda *_args: False),
            mute_logger("odoo.sql_db"),
        ):
            tree = self._post(self._path(session, "sign_up"))

        self._has(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertTrue(self.answer.url.endswith(self._path(session)))
        self.assertFalse(session.signup_ids)

    def test_a_serialization_failure_is_run_again(self):
        session = self._session()
        self._login("employee")
        sign_up, attempts = type(session).action_sign_up, []

        def act(record):
            attempts.append(record)
            if len(attempts) == 1:
                record.env.cr.execute(
                    "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'serialization_failure'; END $$"
                )
            return sign_up(record)

        with (
            patch.object(type(session), "action_sign_up", act),
            patch("odoo.service.model.time.sleep"),
            mute_logger("odoo.service.model", "odoo.sql_db"),
        ):
            tree = self._post(self._path(session, "sign_up"))

        self.assertEqual(len(attempts), 2)
        self._has(tree, "//*[@data-standing='signed_up']")
        self.assertEqual(self._in_line(session), self.me)

    def test_without_token_nothing_happens(self):
        session = self._session()
        self._login("employee")

        with mute_logger("odoo.http"):
            response = self.url_open(self._path(session, "sign_up"), data={"csrf_token": "x"})
            self.assertEqual(response.status_code, 400)
            response = self.url_open(self._path(session, "sign_up"), data={"x": "y"})
            self.assertEqual(response.status_code, 400)
        self.assertIn(self.url_open(self._path(session, "sign_up")).status_code, (404, 405))
        self.assertFalse(session.signup_ids)

    def test_strangers_and_accounts_without_employee_sign_nobody_up(self):
        session = self._session()
        self._account_without_employee()

        self._login("guest")
        self._has(self._post(self._path(session, "sign_up")), "//*[@data-leifeng='no_employee']")
        self.logout()
        response = self.url_open(
            self._path(session, "sign_up"), data={"x": "y"}, allow_redirects=False
        )
        self.assertNotEqual(response.status_code, 200)
        self.assertFalse(session.signup_ids)

    def test_unknown_sessions_are_no_page(self):
        draft = self._session(publish=False)
        self._login("leader")

        for number in (draft.id, 0, -1, "abc", 99999999999999999999):
            for act in ("sign_up", "withdraw"):
                self._post(f"{SESSIONS}/{number}/{act}", status=404)
        self.assertFalse(draft.signup_ids)

    def test_what_a_browser_sends_beside_the_token_does_not_count(self):
        session = self._session()
        self._login("employee")

        self._post(
            self._path(session, "sign_up"),
            employee_id=self.colleague.id,
            source="behalf",
            line_no="-1",
            signup_id="1",
        )

        signup = session.signup_ids
        self.assertEqual((signup.employee_id, signup.source), (self.me, "self"))

    def test_an_internal_employee_signs_up_here_too(self):
        session = self._session()
        self._login("internal")

        self._post(self._path(session, "sign_up"))

        self.assertEqual(self._in_line(session), self.people["internal"])
