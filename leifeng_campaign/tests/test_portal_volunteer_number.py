from odoo.exceptions import AccessError, UserError

from .portal_case import PortalCase

URL = "/my/leifeng/volunteer_number"


class TestVolunteerNumber(PortalCase):
    def _number(self):
        self.env.invalidate_all()
        return self.me.leifeng_volunteer_number

    def test_the_person_enters_the_own_number(self):
        self._login("employee")
        page = self._page("/my/leifeng/records")
        self.assertIn(URL, self._hrefs(page, URL))

        self._post(URL, number=" ４４０100-0001 ")

        self.assertTrue(self.answer.url.endswith("/my/leifeng/records"))
        self.assertEqual(self._number(), "440100-0001")
        page = self._page(URL)
        self.assertEqual(page.xpath("//input[@name='number']/@value"), ["440100-0001"])

    def test_an_empty_one_is_forgotten(self):
        self.me.leifeng_volunteer_number = "440100"
        self._login("employee")

        self._post(URL, number="")

        self.assertFalse(self._number())

    def test_practice_16_wrong_numbers_come_back_with_a_sentence(self):
        self.me.leifeng_volunteer_number = "440100"
        self._login("employee")
        for number in ("编号", "a" * 33, "11010519491231002X", "=1+1", "<b>"):
            with self.subTest(number=number):
                page = self._post(URL, 422, number=number)
                self._has(page, "//*[@data-leifeng='error']")
                self.assertEqual(page.xpath("//input[@name='number']/@value"), [number])
                self.assertEqual(self._number(), "440100")

    def test_malformed_posts(self):
        self.me.leifeng_volunteer_number = "440100"
        self._login("employee")

        self._post(URL, other="x")
        self.assertFalse(self._number())
        self._post(URL, number="44\0" + "0" * 5)
        self.assertEqual(self._number(), "4400000")

    def test_nobody_enters_a_number_for_another(self):
        self._login("employee")

        self._post(URL, number="1", employee_id=str(self.colleague.id))

        self.assertFalse(self.colleague.leifeng_volunteer_number)
        with self.assertRaises(AccessError):
            self._as("colleague", self.me).write({"leifeng_volunteer_number": "2"})

    def test_accounts_without_an_employee(self):
        guest = self._account_without_employee()

        with self.assertRaises(UserError):
            self.env["res.users"].with_user(guest).action_leifeng_volunteer_number("1")
