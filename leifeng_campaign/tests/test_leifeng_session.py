from odoo.tests import Form

from .common import LeifengCase


class TestSession(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.post = cls.env["leifeng.service.post"].create(
            {
                "name": "Crossing",
                "location": "Corner",
                "capacity": 3,
                "leader_id": cls.people["leader"].id,
                "risks": "Stay on the pavement",
                "protection": "Insured",
                "contact": "Police",
                "contact_phone": "0000-8803041",
                "dangerous": True,
            }
        )

    def test_a_post_fills_the_form_and_the_session_may_differ(self):
        form = Form(self._as("officer", self.env["leifeng.session"]))
        form.activity_id = self.service
        form.post_id = self.post
        self.assertEqual(form.kind, "service")
        self.assertEqual((form.location, form.capacity, form.dangerous), ("Corner", 3, True))
        form.capacity = 5
        form.start, form.stop = "2026-03-05 00:00:00", "2026-03-05 01:00:00"
        session = form.save()

        self.assertEqual((session.capacity, session.leader_id), (5, self.people["leader"]))
        self.assertEqual(self.post.capacity, 3)
        self.assertEqual(session.name, "Community · Crossing")

    def test_a_name_of_one_s_own_stays(self):
        session = self._session(publish=False, name="Spring Cleaning")

        session.post_id = self.post

        self.assertEqual(session.name, "Spring Cleaning")

    def test_the_calendar_says_in_words_how_full_a_session_is(self):
        session = self._session(capacity=2)
        self._line(session, self._employees(3))

        shown = session.with_context(leifeng_show_places=True)

        self.assertEqual(shown.display_name, "2/2 Full, Waiting List Open · Shift")
        self.assertEqual(session.display_name, "Shift")
        self.assertNotEqual(session.color, self._session(hours_ahead=50).color)

    def test_practice_10_the_waiting_list_moves_up_in_order(self):
        session = self._session(capacity=1)
        first, second, third = self._line(session, self._employees(3))

        first.action_withdraw()

        self.assertEqual(
            (first | second | third).mapped("standing"), ["withdrawn", "signed_up", "waiting"]
        )
        self.assertEqual(session.sheet_ids, second | third)

    def test_counters_take_as_many_queries_for_many_sessions_as_for_few(self):
        names = ["held_count", "waiting_count", "badge", "record_count", "is_late"]
        sessions = self.env["leifeng.session"].browse()
        for index in range(12):
            session = self._session(hours_ahead=24 + 4 * index)
            self._line(session, self._employees(1))
            sessions |= session
        counts = []
        sessions.read(names)  # what is cached for the whole process is there from now on
        for size in (2, 12):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            sessions[:size].read(names)
            counts.append(self.env.cr.sql_log_count - before)

        self.assertEqual(counts[0], counts[1])
