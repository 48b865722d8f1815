from datetime import date, timedelta

from odoo.exceptions import AccessError
from odoo.fields import Command

from .common import ROLES, LeifengCase

SUMS = ["shifts:sum", "people_served:sum", "requests:sum", "answers:sum", "stars:avg"]


class TestServiceResult(LeifengCase):
    """Sums of what came of the service, by post, department in charge and month."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = cls.env["leifeng.service.result"]
        cls.posts = cls.env["leifeng.service.post"].create(
            [{"name": name, "location": "Corner"} for name in ("East", "West")]
        )
        cls.partner = cls.env["res.partner"].create({"name": "Committee", "is_company": True})
        cls.service.department_id = cls.hotline

    def _served(self, post, moment, people_served=0, **vals):
        start = self._moment(moment)
        session = self._session(
            post_id=post.id, start=start, stop=start + timedelta(hours=1), **vals
        )
        self._line(session, [self.people["employee"]], attendance="present")
        session.action_confirm({"people_served": people_served})
        return session

    def _sums(self, groupby):
        domain = [("company_id", "=", self.company.id), ("post_id", "in", self.posts.ids)]
        return {row[0]: row[1:] for row in self.rows._read_group(domain, [groupby], SUMS)}

    def _rate(self, session, stars):
        card = self.env["leifeng.service.rating.card"]
        self.env["leifeng.service.rating"]._answer(session, str(stars), "", card=card)

    def test_by_post_and_month(self):
        east, west = self.posts
        first = self._served(east, "2025-03-05 08:00", 20)
        self._served(east, "2025-04-01 00:30", 5)
        self._served(west, "2025-03-31 22:00", 7)
        self._rate(first, 5)
        self._rate(first, 2)

        self.assertEqual(
            self._sums("post_id"), {east: (2, 25, 0, 2, 3.5), west: (1, 7, 0, 0, False)}
        )
        self.assertEqual(
            self._sums("date:month"),
            {date(2025, 3, 1): (2, 27, 0, 2, 3.5), date(2025, 4, 1): (1, 5, 0, 0, False)},
        )
        self.assertEqual(set(self._sums("department_id")), {self.hotline})

    def test_requests_served_are_counted_at_their_shift(self):
        session = self._served(self.posts[0], "2025-03-05 08:00")
        values = {"partner_id": self.partner.id, "served": "residents", "need": "Lamps"}
        served, _waiting = self.env["leifeng.service.request"].create([values, values])
        served.session_id = session
        served._set_state("accepted")
        served._set_state("served")

        self.assertEqual(self._sums("date:day"), {date(2025, 3, 5): (1, 0, 1, 0, False)})

    def test_unconfirmed_and_study_are_no_results(self):
        start = self._moment("2025-03-05 08:00")
        stop = start + timedelta(hours=1)
        self._session(post_id=self.posts[0].id, start=start, stop=stop)
        self._served(self.posts[1], "2025-03-06 08:00", activity_id=self.lecture.id)

        self.assertEqual(self._sums("post_id"), {})

    def test_who_sees_the_sums(self):
        for role in ROLES:
            rows = self._as(role, self.rows)
            sees = role in ("officer", "manager", "supervisor")
            self.assertEqual(rows.has_access("read"), sees, role)
            self.assertFalse(rows.has_access("write"), role)
        with self.assertRaises(AccessError):
            self._as("coordinator", self.rows)._read_group([], [], SUMS)

    def test_another_agency_s_results_are_not_seen(self):
        other = self.env["res.company"].create({"name": "Another Agency"})
        self.users["officer"].write({"company_ids": [Command.link(other.id)]})
        request = self.env["leifeng.service.request"].create(
            {
                "company_id": other.id,
                "partner_id": self.partner.id,
                "served": "residents",
                "need": "Lamps",
            }
        )
        request._set_state("accepted")
        request._set_state("served")
        rows = self._as("officer", self.rows)

        self.assertFalse(rows.search_count([("company_id", "=", other.id)]))
        both = rows.with_context(allowed_company_ids=[self.company.id, other.id])
        self.assertEqual(both.search_count([("company_id", "=", other.id)]), 1)
