from datetime import timedelta

from odoo.fields import Date
from odoo.http import Request
from odoo.tests import tagged

from .nomination_case import PDF, TEXTS, NominationPortalCase, picture

URL = "/my/leifeng/nominations"


@tagged("post_install", "-at_install")
class TestPortalNomination(NominationPortalCase):
    def _entry(self, employee=None, **domain):
        self.env.invalidate_all()
        entries = self.env["leifeng.award.entry"].search([("award_id", "=", self.award.id)])
        return entries.filtered(lambda each: not employee or each.employee_id == employee)

    def _begin(self, person):
        self._post(f"{URL}/award/{self.award.id}", employee_id=person.id)
        return self._entry(person)

    def _send_files(self, path, files, status=200, **values):
        data = {"csrf_token": Request.csrf_token(self), **values}
        return self._tree(self.url_open(path, data=data, files=files), status)

    def test_the_row_is_there_while_an_award_accepts_entries(self):
        self._login("employee")
        row = f"//a[@href='{URL}']"
        self._has(self._page("/my/leifeng"), row)
        self._has(self._page(URL), f"//a[@href='{URL}/award/{self.award.id}']")

        self.award.write({"date_open": Date.today() - timedelta(days=9)})
        self.award.date_deadline = Date.today() - timedelta(days=1)
        self._lacks(self._page("/my/leifeng"), row)
        self._lacks(self._page(URL), "//section[@data-leifeng='awards']/a")

    def test_who_was_nominated_finds_it_when_nothing_is_accepted_any_more(self):
        self._login("employee")
        self._begin(self.people["employee"])
        self.award.write({"date_open": Date.today() - timedelta(days=9)})
        self.award.date_deadline = Date.today() - timedelta(days=1)

        self._has(self._page("/my/leifeng"), f"//a[@href='{URL}']")

    def test_one_nominates_oneself_on_a_phone(self):
        self._login("employee")
        page = self._page(f"{URL}/award/{self.award.id}")
        self._lacks(page, "//section[@data-leifeng='colleagues']")

        entry = self._begin(self.me)
        self._post(f"{URL}/{entry.id}", act="save", **TEXTS)
        self.assertEqual((entry.state, entry.deeds_short), ("draft", TEXTS["deeds_short"]))
        page = self._page(f"{URL}/{entry.id}")
        self.assertEqual(
            page.xpath("//input[@type='checkbox']/@name"), ["considered", "named", "publicized"]
        )
        self._lacks(page, "//input[@type='checkbox'][@checked]")
        self._post(f"{URL}/{entry.id}", act="send", considered="1", named="1", **TEXTS)

        expected = {"state": "submitted", "consent_named": True, "consent_publicized": False}
        self.assertRecordValues(entry, [expected])

    def test_what_was_typed_is_kept_when_it_is_refused(self):
        self._login("employee")
        entry = self._begin(self.me)

        texts = {"deeds_short": "x" * 301, "deeds_full": "Every day."}
        page = self._post(f"{URL}/{entry.id}", 422, act="send", considered="1", **texts)

        self._has(page, "//*[@data-leifeng='error']")
        self.assertEqual(self._text(page, "//textarea[@name='deeds_short']"), "x" * 301)
        self.assertRecordValues(entry, [{"state": "draft", **texts}])

    def test_proof_is_kept_and_what_is_none_is_refused_without_losing_the_text(self):
        self._login("employee")
        entry = self._begin(self.me)
        files = [("proof", ("感谢信.jpg", picture())), ("proof", ("b.pdf", PDF))]
        self._send_files(f"{URL}/{entry.id}", files, act="save", **TEXTS)
        self.assertEqual(len(entry.proof_ids), 2)

        files = [("proof", ("b.html", b"<script>alert(1)</script>"))]
        page = self._send_files(f"{URL}/{entry.id}", files, 422, act="save", deeds_full="Anew")
        self._has(page, "//*[@data-leifeng='error']")
        self.assertEqual((len(entry.proof_ids), entry.deeds_full), (2, "Anew"))
        [first, _second] = entry.proof_ids.sorted("id")
        answer = self.url_open(f"{URL}/{entry.id}/files/{first.id}")
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self._post(f"{URL}/{entry.id}", act=f"remove_{first.id}", **TEXTS)
        self.env.invalidate_all()
        self.assertEqual((len(entry.proof_ids), entry.deeds_full), (1, TEXTS["deeds_full"]))

    def test_strangers_get_no_file(self):
        entry = self._sent("employee", self.me)
        file = self._as("employee", entry)._attach("a.pdf", PDF)
        entry.sudo().proof_ids = file
        sees = {"employee": True, "head": True, "coordinator": True, "officer": True}
        for role in (
            "employee",
            "head",
            "coordinator",
            "officer",
            "colleague",
            "internal",
            "judge",
            "judge2",
            "supervisor",
            "hr",
        ):
            self._login(role)
            answer = self.url_open(f"{URL}/{entry.id}/files/{file.id}")
            self.assertEqual(answer.status_code == 200, sees.get(role, False), role)
        for role in ("colleague", "internal", "judge", "judge2", "supervisor", "hr"):
            self._login(role)
            for path in (f"/web/content/{file.id}", f"/web/image/{file.id}"):
                self.assertNotIn(PDF, self.url_open(path).content, f"{role} {path}")
        self._login("officer")
        self.assertEqual(self.url_open(f"/web/content/{file.id}").content, PDF)
        other = self.env["ir.attachment"].create({"name": "x", "raw": b"secret"})
        self._login("employee")
        self._page(f"{URL}/{entry.id}/files/{other.id}", status=404)

    def test_the_coordinator_finds_own_colleagues_alone(self):
        self._employee("Colleague of the Hotline", department=self.hotline)
        self._login("coordinator")

        page = self._page(f"{URL}/award/{self.award.id}?name=olleague")

        names = page.xpath("//form//div[@class='card mb-2']//div[@class='fs-6']/text()")
        self.assertEqual(names, ["Colleague"])
        stranger = self.people["judge"]
        page = self._post(f"{URL}/award/{self.award.id}", 422, employee_id=stranger.id)
        self._has(page, "//*[@data-leifeng='error']")
        self._login("employee")
        page = self._page(f"{URL}/award/{self.award.id}?name=Head")
        self._lacks(page, f"//button[@value='{self.people['head'].id}']")
        self._post(f"{URL}/award/{self.award.id}", 422, employee_id=self.colleague.id)

    def test_the_nominee_reads_and_agrees_by_one_tap(self):
        entry = self._sent("coordinator", self.me)
        self._login("employee")
        page = self._page("/my/leifeng")
        self._has(page, f"//a[@data-leifeng='consent'][@href='{URL}/{entry.id}']")
        page = self._page(f"{URL}/{entry.id}")
        self._has(page, "//form[@data-leifeng='consent']//button[@value='decline']")
        self._lacks(page, "//input[@type='checkbox'][@checked]")
        self._lacks(page, "//form[@data-leifeng='write']")

        self._post(f"{URL}/{entry.id}/answer", act="agree", named="1")

        expected = {"state": "submitted", "consent_named": True, "consent_publicized": False}
        self.assertRecordValues(entry, [expected])
        self._lacks(self._page("/my/leifeng"), "//a[@data-leifeng='consent']")

    def test_the_nominee_declines_by_one_tap(self):
        entry = self._sent("coordinator", self.me)
        self._login("employee")

        self._post(f"{URL}/{entry.id}/answer", act="decline")

        self.assertFalse(entry.exists())
        self._page(f"{URL}/{entry.id}", status=404)
        self._login("coordinator")
        self.assertNotIn("Employee", self._page(URL).text_content())

    def test_others_have_no_page_of_it(self):
        entry = self._sent("coordinator", self.me)
        draft = self._nominate("coordinator", self.colleague)
        for role in ("colleague", "internal", "leader", "judge", "supervisor", "hr"):
            self._login(role)
            self._page(f"{URL}/{entry.id}", status=404)
            for act in ("answer", "screen", "paper"):
                self._post(f"{URL}/{entry.id}/{act}", 404, act="agree")
        for role in ("head", "colleague", "officer"):
            self._login(role)
            self._page(f"{URL}/{draft.id}", status=404)

    def test_strange_acts_are_no_page(self):
        entry = self._sent("employee", self.me)
        self._login("employee")
        for path in ("", "/answer", "/screen", "/paper"):
            for act in ("", "unlink", "\0", "_submit"):
                self._post(f"{URL}/{entry.id}{path}", 404, act=act)
        for number in (0, "abc", 2**40):
            self._page(f"{URL}/{number}", status=404)
            self._page(f"{URL}/award/{number}", status=404)

    def test_taking_back_deleting_and_withdrawing(self):
        entry = self._sent("employee", self.me)
        self._login("employee")
        self._post(f"{URL}/{entry.id}", act="take_back")
        self.assertEqual(entry.state, "draft")
        self._post(f"{URL}/{entry.id}", act="delete")
        self.assertFalse(entry.exists())

        entry = self._sent("employee", self.me)
        self._post(f"{URL}/{entry.id}/answer", act="withdraw")
        self.assertEqual(entry.state, "withdrawn")
        self._has(self._page(URL), "//section[@data-leifeng='about']/a[@data-state='withdrawn']")

    def test_who_has_no_account_signs_and_the_coordinator_files_it(self):
        driver = self._employee("Driver")
        entry = self._sent("coordinator", driver)
        self._login("coordinator")
        self._has(self._page(f"{URL}/{entry.id}"), "//form[@data-leifeng='file_consent']")

        files = [("paper", ("scan.png", picture(kind="PNG")))]
        path = f"{URL}/{entry.id}/paper"
        self._send_files(path, files, act="consent", named="1")

        expected = {"state": "submitted", "consent_named": True, "consent_publicized": False}
        self.assertRecordValues(entry, [expected])
        self._has(
            self._page(f"{URL}/{entry.id}"),
            f"//a[contains(@href, '/files/{entry.consent_scan_id.id}')]",
        )

    def test_the_list_costs_the_same_whatever_it_shows(self):
        self._sent("coordinator", self.me)
        self._login("coordinator")
        few = self._queries(URL)
        for person in self._employees(8, self.hall):
            self._sent("coordinator", person)
        self._login("coordinator")

        self.assertEqual(self._queries(URL), few)
