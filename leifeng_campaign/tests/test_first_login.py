from urllib.parse import urlsplit

from odoo.tests import HttpCase, tagged

from .common import LeifengSetup

CHOSEN = "my-own-words-1"


@tagged("-at_install", "post_install")
class TestFirstLogin(LeifengSetup, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls.session_page = f"/my/leifeng/sessions/{cls._session().id}"
        cls.anna = cls._employee("Anna", barcode="WX001")
        dialog = cls.env["leifeng.account.open"].with_user(cls.users["officer"])
        dialog = dialog.create({"employee_ids": cls.anna.ids})
        dialog.action_preview()
        dialog.action_open_chunk()
        cls.code = dialog.line_ids.code

    def _log_in(self, password, redirect="/my/leifeng", login="WX001"):
        """Log in by the page itself; return the answer after all redirects."""
        self.opener.cookies.clear()
        page = self.url_open("/web/login", timeout=30)
        data = {
            "csrf_token": self._csrf(page),
            "login": login,
            "password": password,
            "redirect": redirect,
        }
        return self.url_open("/web/login", data=data, timeout=30)

    def _choose(self, page, password=CHOSEN, again=None, redirect=None):
        field = page.text.split('name="redirect" value="')[1].split('"')[0]
        data = {
            "csrf_token": self._csrf(page),
            "password": password,
            "again": password if again is None else again,
            "redirect": field if redirect is None else redirect,
        }
        return self.url_open("/my/leifeng/password", data=data, timeout=30)

    def _csrf(self, page):
        return page.text.split('name="csrf_token" value="')[1].split('"')[0]

    def _path(self, page):
        """Return the page's path; pages of these accounts may be in Chinese, which stands first."""
        return urlsplit(page.url).path.removeprefix("/zh_CN")

    def test_from_the_code_to_the_page_that_was_meant(self):
        page = self._log_in(self.code, self.session_page)
        self.assertEqual(self._path(page), "/my/leifeng/password")
        self.assertEqual(page.headers["Cache-Control"], "no-store")

        page = self._choose(page)

        self.assertEqual(self._path(page), self.session_page)
        self.assertIn("Shift", page.text)
        self.assertFalse(self.anna.user_id.leifeng_first_code)

    def test_code_works_once_and_the_chosen_password_from_then_on(self):
        self._choose(self._log_in(self.code))

        self.assertEqual(self._path(self._log_in(self.code)), "/web/login")
        page = self._log_in(CHOSEN, self.session_page)
        self.assertEqual(self._path(page), self.session_page)

    def test_portal_stays_closed_until_a_password_is_chosen(self):
        self._log_in(self.code)

        for path in ("/my", "/my/leifeng", self.session_page, "/my/security", "/my/account"):
            with self.subTest(path=path):
                page = self.url_open(path)
                self.assertEqual(self._path(page), "/my/leifeng/password")
                self.assertIn(f'name="redirect" value="{path}"', page.text)

    def test_acts_wait_too(self):
        page = self._log_in(self.code)

        self.url_open(f"{self.session_page}/signup", data={"csrf_token": self._csrf(page)})

        self.assertFalse(
            self.env["leifeng.session.signup"].search([("employee_id", "=", self.anna.id)])
        )

    def test_refused_passwords(self):
        page = self._log_in(self.code)
        refused = {
            "short": ("abc", "abc"),
            "different": (CHOSEN, CHOSEN + "x"),
            "the code": (self.code, self.code),
            "empty": ("", ""),
            "blanks": (" " * 9, " " * 9),
        }

        for reason, (password, again) in refused.items():
            with self.subTest(reason=reason):
                answer = self._choose(page, password, again)
                self.assertEqual(self._path(answer), "/my/leifeng/password")
                self.assertIn("alert-danger", answer.text)
        self.assertTrue(self.anna.user_id.leifeng_first_code)

    def test_too_long_a_password_is_refused_with_a_sentence(self):
        page = self._log_in(self.code)

        for length in (129, 5000):
            answer = self._choose(page, "x" * length)
            self.assertEqual(answer.status_code, 200)
            self.assertIn("alert-danger", answer.text)
            self.assertIn("128", answer.text)
        self.assertEqual(self._path(self._choose(page, "x" * 128)), "/my/leifeng")

    def test_files_in_place_of_texts_are_no_texts(self):
        page = self._log_in(self.code)
        names = ("password", "again", "redirect")

        answer = self.url_open(
            "/my/leifeng/password",
            data={"csrf_token": self._csrf(page)},
            files=dict.fromkeys(names, ("x.txt", b"my-own-words-1")),
        )

        self.assertEqual(answer.status_code, 200)
        self.assertIn("alert-danger", answer.text)
        self.assertTrue(self.anna.user_id.leifeng_first_code)

    def test_a_redirect_of_several_lines_is_no_error(self):
        page = self._log_in(self.code)

        answer = self._choose(page, redirect="/my/leifeng\r\nX-Other: 1")

        self.assertLess(answer.status_code, 500)

    def test_login_is_no_password(self):
        self.anna.user_id.login = "WX0010001"
        page = self._log_in(self.code, login="WX0010001")

        answer = self._choose(page, "wx0010001")

        self.assertIn("alert-danger", answer.text)

    def test_redirect_never_leaves_the_site(self):
        page = self._log_in(self.code)

        data = {"password": CHOSEN, "again": CHOSEN, "redirect": "https://elsewhere.example/page"}
        answer = self.url_open(
            "/my/leifeng/password",
            data={"csrf_token": self._csrf(page), **data},
            allow_redirects=False,
        )

        self.assertEqual(answer.status_code, 303)
        self.assertNotIn("elsewhere.example", answer.headers["Location"])

    def test_posting_without_the_token_changes_nothing(self):
        self._log_in(self.code)

        with self.assertLogs("odoo.http", "WARNING"):
            answer = self.url_open(
                "/my/leifeng/password", data={"password": CHOSEN, "again": CHOSEN}
            )

        self.assertEqual(answer.status_code, 400)
        self.assertTrue(self.anna.user_id.leifeng_first_code)

    def test_page_is_for_first_codes_alone(self):
        self.authenticate("lf_employee", "leifeng-test-1")

        page = self.url_open("/my/leifeng/password")

        self.assertEqual(self._path(page), "/my/leifeng")

    def test_nobody_changes_a_password_without_the_old_one_later(self):
        self._choose(self._log_in(self.code))

        page = self.url_open("/my/leifeng/password")

        self.assertEqual(self._path(page), "/my/leifeng")

    def test_change_by_the_administrator_ends_the_code_too(self):
        self.anna.user_id.password = "given-by-admin-1"

        page = self._log_in("given-by-admin-1")

        self.assertEqual(self._path(page), "/my/leifeng")

    def test_other_sessions_end_with_a_new_code(self):
        self._choose(self._log_in(self.code))
        dialog = self.env["leifeng.account.open"].with_user(self.users["officer"])
        dialog = dialog.create({"employee_ids": self.anna.ids})
        dialog.action_preview()

        dialog.line_ids.action_new_code()

        self.assertEqual(self._path(self.url_open("/my/leifeng")), "/web/login")
