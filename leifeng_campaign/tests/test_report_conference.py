import io
from unittest.mock import patch

from docx import Document
from pypdf import PdfReader

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .conference_case import ConferencePortalCase

STRANGERS = ("employee", "internal", "coordinator", "head", "hr", "supervisor")
NAMED = ("Colleague", "Employee")


@tagged("post_install", "-at_install")
class TestConferencePapers(ConferencePortalCase):
    """Agenda, order of presentation, speaking order; seating list and minutes as documents."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.models, cls.departments = cls._awards()
        cls.decision = cls._issue(cls.models, cls.departments)
        cls.conference.action_propose_agenda()
        cls.items = cls.conference.agenda_ids
        cls.items.filtered(lambda item: item.kind == "awards").presenter = "Secretary Cheng"

    def _html(self, report, role="officer"):
        reports = self._as(role, self.env["ir.actions.report"]).sudo()
        action = f"leifeng_campaign.action_report_session_{report}"
        return reports._render_qweb_html(action, self.conference.ids)[0].decode()

    def _docx(self, what, role="officer"):
        self._login(role)
        answer = self.url_open(f"/leifeng/conference/{self.conference.id}/{what}")
        self.assertEqual(answer.status_code, 200, answer.text[:500])
        document = Document(io.BytesIO(answer.content))
        tables = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
        return [each.text for each in document.paragraphs], tables

    # PRINTED

    def test_each_paper_is_a_pdf_in_a4(self):
        reports = self._as("officer", self.env["ir.actions.report"])
        reports = reports.with_context(force_report_rendering=True)
        for name in ("agenda", "presentation", "speakers"):
            action = f"leifeng_campaign.action_report_session_{name}"
            content, kind = reports._render_qweb_pdf(action, self.conference.ids)
            self.assertEqual(kind, "pdf", name)
            [page] = PdfReader(io.BytesIO(content)).pages
            self.assertEqual([round(side) for side in page.mediabox[2:]], [595, 842], name)

    def test_the_agenda_for_everybody(self):
        text = self._html("agenda")

        for item in self.items:
            self.assertIn(item.name, text)
            self.assertIn(item.clock, text)

    def test_practice_25_the_order_of_presentation_is_the_decision_s_list(self):
        """Tier by tier, by department and name: no points, no places."""
        first, second, departments = self.conference._presentation_groups()

        self.assertEqual([row["name"] for row in first["rows"]], ["Colleague", "Employee"])
        self.assertEqual([row["name"] for row in second["rows"]], ["(Name Withheld)"])
        self.assertEqual([row["name"] for row in departments["rows"]], ["Hotline"])
        listed = [row["name"] for row in self.decision._document_lines()]
        called = [row["name"] for group in (first, second, departments) for row in group["rows"]]
        self.assertEqual(called, listed)
        numbers = [row["number"] for row in first["rows"]]
        self.assertEqual(numbers, self._honors_of(self.decision)[:2].mapped("number"))
        self.assertEqual(first["presenter"], "Secretary Cheng")
        fields = {name for group in (first, second) for row in group["rows"] for name in row}
        self.assertEqual(fields, {"tier", "name", "department", "title", "number"})

    def test_an_honor_issued_anew_keeps_its_place_and_a_revoked_one_has_none(self):
        one, other = self._honors_of(self.decision)[:2]
        new = self._as("officer", one).action_reissue_honor("Colleague", "A blot")
        self._as("manager", other).action_revoke_honor("An error", "No. 9")

        [row] = self.conference._presentation_groups()[0]["rows"]

        self.assertEqual((row["name"], row["number"]), ("Colleague", new.number))

    def test_the_speaking_order_with_the_length_of_what_was_handed_in(self):
        self.conference.action_ask_outlines()
        speech = self.items.speech_ids.filtered(lambda each: each.employee_name == "Employee")
        speech.text = "字" * 450
        speech._set_state("submitted")

        rows = self.conference._speaking_rows()

        self.assertEqual([row["written"] for row in rows], ["", 3, ""])
        self.assertIn("Service Hall Employee", self._html("speakers"))
        self.assertNotIn("字字", self._html("speakers"))

    # DOCUMENTS

    def test_the_seating_list_seats_everybody_once(self):
        self.conference.action_publish()
        self._line(self.conference, [self.people["employee"], self.people["internal"]])
        self.conference.with_user(self.users["officer"]).action_invite(self.people["hr"].ids)

        paragraphs, rows = self._docx("seating")

        names = [row[1] for row in rows]
        for name in ("Secretary Cheng", *NAMED, "Internal", "Hr"):
            self.assertEqual(names.count(name), 1, name)
        self.assertNotIn("Leader", names)  # did not agree to be named
        self.assertTrue(any("Corner" in text for text in paragraphs))

    def test_the_minutes_are_filled_from_the_agenda(self):
        self.conference.action_ask_outlines()
        done, unread = self.items.speech_ids[:2]
        done.text, unread.text = "What we learned", "Not passed yet"
        for step in ("submitted", "approved"):
            done._set_state(step)
        self.campaign.direction = "Go on all year"

        paragraphs, _rows = self._docx("minutes")

        text = "\n".join(paragraphs)
        for item in self.items:
            self.assertIn(item.name, text)
        for word in ("No. 6 of this year", *NAMED, "What we learned", "Go on all year"):
            self.assertIn(word, text)
        self.assertNotIn("Not passed yet", text)

    def test_who_did_not_come_is_no_list(self):
        self.conference.action_publish()
        self._line(self.conference, [self.people["internal"]], attendance="present")
        self._line(self.conference, [self.people["hr"]], attendance="absent")
        self.conference.write({"start": "2026-03-05 01:00:00", "stop": "2026-03-05 03:00:00"})
        self.conference.action_confirm()

        text = "\n".join(self._docx("minutes")[0])

        self.assertIn("1", self.conference._minutes_people())
        self.assertNotIn("Hr", text)

    # RIGHTS

    def test_lists_are_the_office_s(self):
        self.conference.action_publish()
        for role in STRANGERS:
            self._login(role)
            for name in ("presentation", "speakers"):
                self._refused(f"/report/html/leifeng_campaign.report_session_{name}/")
            for name in ("seating", "minutes"):
                self._refused("/leifeng/conference/", f"/{name}")
            for act in ("_presentation_groups", "_speaking_rows", "_seating_list"):
                with self.assertRaises(AccessError, msg=f"{role} {act}"):
                    getattr(self._as(role, self.conference), act)()

    def _refused(self, path, end=""):
        with self.assertLogs(level="WARNING"):
            answer = self.url_open(f"{path}{self.conference.id}{end}")
        self.assertNotEqual(answer.status_code, 200, path)
        self.assertNotIn("Secretary Cheng", answer.text)

    def test_only_a_conference_has_documents(self):
        shift = self._session()
        self._login("officer")
        for name in ("seating", "minutes"):
            self._page(f"/leifeng/conference/{shift.id}/{name}", 404)

    def test_the_lists_take_as_many_queries_for_many_honors_as_for_few(self):
        def queries(award):
            self.env.flush_all()
            self.env.invalidate_all()
            seen = self._as("officer", award)
            before = self.cr.sql_log_count
            lines = seen._presented()[award.id]
            return self.cr.sql_log_count - before, len(lines)

        awards = [self._award("person", name=f"Award of {count}") for count in (10, 60)]
        with patch.object(self.env.registry["leifeng.award.decision"], "_tell_results"):
            for award, count in zip(awards, (10, 60), strict=True):
                for person in self._employees(count):
                    self._winner(award, person)
                self._issue(award, document_number=award.name)
        queries(awards[0])

        (few, ten), (many, sixty) = map(queries, awards)

        self.assertEqual((ten, sixty), (10, 60))
        self.assertEqual(few, many)
