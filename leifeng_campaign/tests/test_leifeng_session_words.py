from .common import ROLES, LeifengCase


class TestWords(LeifengCase):
    """How full a shift is, in words."""

    def test_free_places_full_and_waiting(self):
        session = self._session(capacity=2)
        people = self._employees(3)
        said = [session.places_text]
        for person in people:
            self._line(session, [person])
            said.append(session.places_text)

        self.assertEqual(
            said,
            [
                "2 of 2 places free",
                "1 of 2 places free",
                "All 2 places taken",
                "Full, 1 waiting",
            ],
        )

    def test_what_is_over_says_what_was_taken(self):
        session = self._confirmed([self.people["employee"]], capacity=4)

        self.assertEqual(session.places_text, "1 of 4 places taken")

    def test_words_cost_the_same_for_many_shifts(self):
        def cost(sessions):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            sessions.mapped("places_text")
            return self.env.cr.sql_log_count - before

        few = self._session() + self._session(hours_ahead=30)
        many = few.union(*[self._session(hours_ahead=40 + 3 * index) for index in range(8)])

        self.assertEqual(cost(many), cost(few))


class TestOverdue(LeifengCase):
    """Practice point 3: overdue sheets are listed for the coordinator (and the office) only."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        late = {"hours_ahead": -24 * 30}
        cls.led = cls._session(name="Led from here", **late)
        cls.ours = cls._session(name="For here", leader_id=False, department_id=cls.hall.id, **late)
        stranger = cls._employee("Stranger", department=cls.hotline)
        cls.theirs = cls._session(name="Elsewhere", leader_id=stranger.id, **late)
        cls.fresh = cls._session(name="Fresh", hours_ahead=-5)
        cls.sessions = cls.led | cls.ours | cls.theirs | cls.fresh

    def _told(self, role):
        sessions = self._as(role, self.sessions)
        found = sessions.search([("is_late", "=", True), ("id", "in", self.sessions.ids)])
        self.assertEqual(found, sessions.filtered("is_late").sorted("start"), role)
        return set(found.mapped("name"))

    def test_practice_3_overdue_is_told_to_the_coordinator_and_the_office_alone(self):
        everything = {"Led from here", "For here", "Elsewhere"}
        told = {
            **{role: set() for role in ROLES},
            **dict.fromkeys(("officer", "manager", "supervisor"), everything),
            "coordinator": {"Led from here", "For here"},
        }

        self.assertEqual({role: self._told(role) for role in ROLES}, told)

    def test_another_department_s_coordinator_is_not_told(self):
        self.env["leifeng.campaign.department"].create(
            {
                "campaign_id": self.campaign.id,
                "department_id": self.hotline.id,
                "coordinator_id": self.people["internal"].id,
            }
        )

        self.assertEqual(self._told("internal"), {"Elsewhere"})
