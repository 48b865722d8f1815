import io
from datetime import date, timedelta

from pypdf import PdfReader

from odoo.exceptions import AccessError
from odoo.tests import Form, HttpCase, tagged

from .common import ROLES, LeifengSetup

WEDNESDAY = date(2025, 3, 5)


@tagged("post_install", "-at_install")
class TestRoster(LeifengSetup, HttpCase):
    """Who stands where in a week, on the office's wall."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.posts = cls.env["leifeng.service.post"].create(
            [{"name": name, "location": "Corner", "capacity": 2} for name in ("East", "West")]
        )

    def _shift(self, post, moment, people=(), **vals):
        start = self._moment(moment)
        session = self._session(
            name=f"Shift {post.name}",
            post_id=post.id,
            start=start,
            stop=start + timedelta(hours=1),
            **vals,
        )
        self._line(session, people)
        return session

    def _roster(self, **vals):
        rosters = self._as("officer", self.env["leifeng.session.roster"])
        return rosters.create({"week": WEDNESDAY, **vals})

    def test_a_line_a_place_and_time_a_cell_a_day(self):
        east, west = self.posts
        self._shift(east, "2025-03-03 07:30", [self.me, self.colleague])
        self._shift(east, "2025-03-09 07:30", [self.me])
        self._shift(west, "2025-03-03 17:20")

        grid = self._roster()._grid()

        self.assertEqual(len(grid["days"]), 2, "days without a shift take no room")
        rows = [(row["name"], row["times"]) for row in grid["rows"]]
        self.assertEqual(rows, [("East", "07:30–08:30"), ("West", "17:20–18:20")])
        [[monday], [sunday]] = grid["rows"][0]["cells"]
        self.assertEqual(
            monday["people"], [("Employee", "Service Hall"), ("Colleague", "Service Hall")]
        )
        self.assertEqual((monday["free"], sunday["free"]), (0, 1))
        self.assertEqual([len(cell) for cell in grid["rows"][1]["cells"]], [1, 0])

    def test_the_week_is_the_agency_s_from_monday_to_sunday(self):
        east = self.posts[0]
        for moment in ("2025-03-02 23:30", "2025-03-10 00:00"):
            self._shift(east, moment)
        inside = [self._shift(east, moment) for moment in ("2025-03-03 00:00", "2025-03-09 23:30")]

        for day in (date(2025, 3, 3), WEDNESDAY, date(2025, 3, 9)):
            self.assertEqual(list(self._roster(week=day)._sessions()), inside, day)

    def test_who_waits_or_left_and_what_is_unpublished_is_not_on_the_wall(self):
        east = self.posts[0]
        shift = self._shift(east, "2025-03-03 07:30", [self.me, self.colleague], capacity=1)
        gone = self._shift(east, "2025-03-04 07:30", [self.me])
        gone.signup_ids._leave()
        self._shift(east, "2025-03-05 07:30", publish=False)
        self._session(
            start=self._moment("2025-03-06 07:30"),
            stop=self._moment("2025-03-06 09:30"),
            activity_id=self.lecture.id,
        )

        [row] = self._roster()._grid()["rows"]

        names = [[person for person, _department in cell[0]["people"]] for cell in row["cells"]]
        self.assertEqual(names, [["Employee"], []])
        self.assertEqual(shift.waiting_count, 1)

    def test_a_cancelled_shift_says_so_and_names_nobody(self):
        shift = self._shift(self.posts[0], "2025-03-03 07:30", [self.me])
        shift._set_state("cancelled", cancel_reason="Storm")

        [row] = self._roster()._grid()["rows"]

        [[cell]] = row["cells"]
        self.assertEqual((cell["cancelled"], cell["people"], cell["free"]), (True, [], 0))

    def test_some_posts_alone(self):
        for post in self.posts:
            self._shift(post, "2025-03-03 07:30")

        [row] = self._roster(post_ids=self.posts[1].ids)._grid()["rows"]

        self.assertEqual(row["name"], "West")

    def test_the_paper_as_the_officer_prints_it(self):
        self._shift(self.posts[0], "2025-03-03 07:30", [self.me])
        with Form(self._as("officer", self.env["leifeng.session.roster"])) as form:
            form.week = WEDNESDAY
        action = form.record.action_print()
        reports = self._as("officer", self.env["ir.actions.report"])

        content, kind = reports.with_context(force_report_rendering=True)._render_qweb_pdf(
            action["report_name"], form.record.ids
        )

        self.assertEqual(kind, "pdf")
        pages = PdfReader(io.BytesIO(content)).pages
        text = " ".join(word for page in pages for word in page.extract_text().split())
        for word in ("East", "Employee", "Service", "07:30", "Volunteer Roster"):
            self.assertIn(word, text)

    def test_an_empty_week_says_so(self):
        self.assertEqual(self._roster()._grid(), {"days": [], "rows": []})

    def test_the_office_alone_prints_it(self):
        for role in set(ROLES) - {"officer", "manager"}:
            rosters = self._as(role, self.env["leifeng.session.roster"])
            with self.assertRaises(AccessError, msg=role):
                rosters.create({"week": WEDNESDAY})
