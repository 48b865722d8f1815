from odoo.tests import tagged

from .portal_case import PortalCase

URL = "/my/leifeng/records"


@tagged("post_install", "-at_install")
class TestPortalRecord(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._confirmed([cls.me, cls.colleague])
        records = cls.env["leifeng.service.record"].search([])
        cls.mine = records.filtered(lambda record: record.employee_id == cls.me)
        cls.theirs = records.filtered(lambda record: record.employee_id == cls.colleague)

    def _numbers(self, text):
        return [word for word in text.split() if word.replace(".", "").isdigit()]

    def test_one_sees_the_own_records_and_their_sum(self):
        self._confirmed([self.me], hours_ahead=-60, length=1.5)
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(len(tree.xpath("//div[@data-state]")), 2)
        self.assertIn(
            "3.5", self._numbers(self._text(tree, "//*[@data-leifeng='sums']/div/div[1]"))
        )

    def test_the_rounding_named_is_that_of_the_records(self):
        self.company.leifeng_rounding = "minute"
        self._login("employee")

        self.assertIn("0.1", self._text(self._page(URL), "//*[@data-leifeng='sums']/div/div[3]"))

    def test_an_officer_sees_the_own_records_here_too(self):
        self._login("officer")

        self._lacks(self._page(URL), "//div[@data-state]")

    def test_a_corrected_record_stands_with_its_reversal(self):
        self.mine.with_user(self.users["officer"]).action_correct("Left <early>")
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["reversed"])
        self.assertIn("Left <early>", self._text(tree, "//*[@data-leifeng='reversal']"))
        self.assertIn("0", self._numbers(self._text(tree, "//*[@data-leifeng='sums']/div/div[1]")))
        self._lacks(self._page(f"{URL}/{self.mine.id}"), "//textarea")

    def test_other_peoples_records_are_no_page(self):
        for role in ("employee", "head", "officer"):
            self._login(role)
            self._page(f"{URL}/{self.theirs.id}", status=404)
            self._post(f"{URL}/{self.theirs.id}/ask", status=404, text="Mine!")
        for number in (0, -1, "abc", 99999999999999999999):
            self._page(f"{URL}/{number}", status=404)
            self._post(f"{URL}/{number}/ask", status=404, text="Mine!")
        self.assertFalse(self.theirs.correction_ids)

    def test_asking_about_a_record(self):
        self._login("employee")
        self._has(self._page(f"{URL}/{self.mine.id}"), "//textarea[@name='text']")

        tree = self._post(f"{URL}/{self.mine.id}/ask", text="I <b>stayed</b>\r\nlonger\0")

        self.assertEqual(self.mine.correction_ids.text, "I <b>stayed</b>\nlonger")
        self.assertIn("I <b>stayed</b>", tree.text_content())
        self._lacks(tree, "//textarea")
        self._lacks(tree, "//b[text()='stayed']")

    def test_a_refused_question_keeps_the_text(self):
        self._login("employee")
        long = "长" * 1001

        tree = self._post(f"{URL}/{self.mine.id}/ask", status=422, text=long)

        self.assertEqual(self._text(tree, "//textarea"), long)
        self._has(tree, "//*[@data-leifeng='error']")
        self._post(f"{URL}/{self.mine.id}/ask", status=422, text="  ")
        self._post(f"{URL}/{self.mine.id}/ask", status=422)
        self.assertFalse(self.mine.correction_ids)

    def test_one_question_at_a_time(self):
        self._login("employee")
        self._post(f"{URL}/{self.mine.id}/ask", text="One")

        self._post(f"{URL}/{self.mine.id}/ask", status=422, text="Two")

        self.assertEqual(self.mine.correction_ids.mapped("text"), ["One"])

    def test_a_file_in_place_of_a_text_is_no_text(self):
        self._login("employee")
        token = self._page(f"{URL}/{self.mine.id}").xpath("//input[@name='csrf_token']/@value")[0]

        response = self.url_open(
            f"{URL}/{self.mine.id}/ask",
            data={"csrf_token": token},
            files={"text": ("x.txt", b"x")},
        )

        self.assertEqual(response.status_code, 422)

    def test_the_answer_is_shown(self):
        question = self.env["leifeng.service.correction"].with_user(self.users["employee"])
        question = question.ask(self._as("employee", self.mine), "Why?")
        question.with_user(self.users["officer"]).action_answer("Because <so>")
        self._login("employee")

        self._has(self._page(URL), "//*[@data-question='kept']")
        self.assertIn("Because <so>", self._page(f"{URL}/{self.mine.id}").text_content())

    def test_printing_the_own_record(self):
        self._login("employee")

        response = self.url_open(f"{URL}/print", timeout=60)

        self.assertEqual(response.headers["Content-Type"], "application/pdf")
        # Odoo's tests get the paper before wkhtmltopdf.
        self.assertIn("Employee", response.text)
        self.assertNotIn("Colleague", response.text)

    def test_without_records_nothing_is_printed(self):
        self._login("leader")

        self._page(f"{URL}/print")

        self.assertTrue(self.answer.url.endswith(URL))

    def test_the_list_costs_the_same_at_any_size(self):
        def add(count, offset):
            for index in range(count):
                self._confirmed([self.me], hours_ahead=-60 - 24 * (index + offset))

        add(1, 0)
        self._login("employee")
        few = self._queries(URL)
        add(8, 1)

        self.assertEqual(self._queries(URL), few)

    def test_practice_04_training_and_partners_hours_stand_apart(self):
        training = self.env["leifeng.campaign.activity"].create(
            {"name": "T", "kind": "training", "phase_id": self.service.phase_id.id}
        )
        self._confirmed([self.me], activity_id=training.id, name="Briefing", hours_ahead=-90)
        records = self.env["leifeng.service.record"]
        partners = {
            **records._person_values(self.me, training.create_date.date()),
            "date": training.create_date.date(),
            "minutes": 90,
            "rounding": "tenth",
            "content": "Library Day",
            "organizing_unit": "Library",
            "recording_unit": "Library",
            "source": "partner",
            "company_id": self.company.id,
        }
        shown = records.create(partners)
        self._login("employee")

        tree = self._page(URL)

        self.assertIn("1.5", self._text(tree, "//*[@data-leifeng='partner']"))
        self.assertIn("2", self._text(tree, "//*[@data-leifeng='training']"))
        self.assertIn("Library Day", tree.text_content())
        self.assertNotIn("Briefing", tree.text_content())
        self.assertIn("Briefing", self._page("/my/leifeng/training").text_content())
        self.assertIn("Library", self._page(f"{URL}/{shown.id}").text_content())
        printed = self.url_open(f"{URL}/print", timeout=60).text
        self.assertLess(printed.index("Library Day"), printed.index("Briefing"))
