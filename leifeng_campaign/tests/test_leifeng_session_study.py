import base64

from odoo.exceptions import ValidationError
from odoo.tests import Form, tagged

from .common import LeifengCase
from .portal_case import PortalCase

FILM = "纪录片：雷锋在身边 https://example.com/film"


def study(case, kind="lecture"):
    """Return an activity of ``kind`` in the running campaign."""
    values = {"name": kind.title(), "kind": kind, "phase_id": case.campaign.phase_ids[0].id}
    return case.env["leifeng.campaign.activity"].create(values)


@tagged("post_install", "-at_install")
class TestStudySession(LeifengCase):
    """Lectures, screenings and discussions: the same session as a shift, and never an hour."""

    def test_lecturer_from_inside_is_named_from_hr(self):
        session = self._session(activity_id=study(self).id, publish=False)

        with Form(session.with_user(self.users["officer"])) as form:
            form.lecturer_id = self.people["colleague"]

        self.assertEqual(session.lecturer, self.people["colleague"].name)

    def test_lecturer_from_outside_is_written(self):
        session = self._session(activity_id=study(self).id, publish=False)

        with Form(session.with_user(self.users["officer"])) as form:
            form.lecturer = "Retired teacher"
            form.lecturer_about = "Taught for 30 years."

        self.assertFalse(session.lecturer_id)
        self.assertEqual(session.lecturer, "Retired teacher")

    def test_a_line_that_is_no_link_is_named(self):
        session = self._session(activity_id=study(self).id, publish=False)

        with self.assertRaisesRegex(ValidationError, "a film about him"):
            session.links = f"{FILM}\na film about him"

    def test_links_are_still_added_after_the_lecture(self):
        session = self._confirmed(self.people["employee"], activity_id=study(self).id)

        session.with_user(self.users["officer"]).links = FILM

        self.assertEqual(
            session._link_values(),
            [{"name": "纪录片：雷锋在身边", "url": "https://example.com/film"}],
        )

    def test_no_kind_of_study_yields_hours(self):
        """practice.md 10.4: no hours for study, lectures, film; the kind decides, not the user."""
        for day, kind in enumerate(("lecture", "screening", "discussion"), 1):
            with self.subTest(kind=kind):
                vals = {"activity_id": study(self, kind).id, "hours_ahead": -24 * day}
                session = self._confirmed(self.people["employee"], **vals)

                self.assertEqual(session.state, "done")
                self.assertFalse(
                    self.env["leifeng.service.record"].search([("session_id", "=", session.id)])
                )


@tagged("post_install", "-at_install")
class TestPortalStudy(PortalCase):
    """A lecture's page on an employee's phone."""

    def _lecture(self, **vals):
        values = {"lecturer": "Retired teacher", "lecturer_about": "Taught for 30 years."}
        return self._session(activity_id=study(self).id, **{**values, "links": FILM, **vals})

    def test_page_shows_lecturer_links_and_that_it_is_voluntary(self):
        session = self._lecture()
        self._login("employee")

        page = self._page(f"/my/leifeng/sessions/{session.id}")

        self.assertIn("Taught for 30 years.", page.text_content())
        self._has(page, "//*[@data-leifeng='voluntary']")
        (link,) = page.xpath("//a[@href='https://example.com/film']")
        self.assertEqual(link.get("rel"), "noopener noreferrer")

    def test_a_shift_says_nothing_of_study(self):
        session = self._session()
        self._login("employee")

        page = self._page(f"/my/leifeng/sessions/{session.id}")

        self._lacks(page, "//*[@data-leifeng='voluntary']")
        self._lacks(page, "//*[@data-leifeng='materials']")

    def test_materials_come_with_the_session_alone(self):
        values = {"name": "outline.txt", "datas": base64.b64encode(b"Outline")}
        file = self.env["ir.attachment"].create(values)
        session = self._lecture(material_ids=[(6, 0, file.ids)])
        other = self._lecture()
        self._login("employee")

        page = self._page(f"/my/leifeng/sessions/{session.id}")
        (url,) = self._hrefs(page, f"/my/leifeng/sessions/{session.id}/materials/")

        self.assertEqual(self.url_open(url).content, b"Outline")
        away = f"/my/leifeng/sessions/{other.id}/materials/{file.id}"
        self.assertEqual(self.url_open(away).status_code, 404)

    def test_signing_up_and_withdrawing_leave_no_mark(self):
        """practice.md 10.7: one step each, as for a shift."""
        session = self._lecture()
        self._login("employee")
        self._page(f"/my/leifeng/sessions/{session.id}")

        self._post(f"/my/leifeng/sessions/{session.id}/sign_up")
        self.assertEqual(session.held_count, 1)
        self._post(f"/my/leifeng/sessions/{session.id}/withdraw")

        self.assertEqual(session.held_count, 0)
        page = self._page(f"/my/leifeng/sessions/{session.id}")
        self._lacks(page, "//*[@data-standing]")
