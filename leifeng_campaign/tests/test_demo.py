from collections import Counter
from datetime import timedelta

from odoo.tests import TransactionCase, freeze_time, tagged

from ..demo import build
from ..demo.accounts import logins
from ..demo.agency import Agency
from ..demo.clock import moment
from ..demo.traffic import EAST, EVENING, MORNING, WEST
from ..models.leifeng_service_record import OWN_HOURS
from ..models.leifeng_session import BADGES
from .common import UNDRAWN
from .demo_award_facts import AwardFacts
from .demo_hours_facts import HoursFacts
from .demo_request_facts import RequestFacts


class DemoFacts:
    """What the demo shows on any day; two classes below build it on two days."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with UNDRAWN:
            build(cls.env)
        agency = Agency(cls.env)
        cls.env, cls.days = agency.env, agency.days
        cls.sessions = cls.env["leifeng.session"]
        cls.campaign = cls.env["leifeng.campaign"].search([("state", "=", "running")])

    def _one(self, name, day, clock):
        """Return the session called ``name`` that begins on ``day`` at ``clock``."""
        found = self.sessions.search([("name", "like", name), ("start", "=", moment(day, clock))])
        self.assertEqual(len(found), 1, found.mapped("name"))
        return found

    def _crossing(self, count, post, clock):
        day = self.days.workday(count)
        domain = [("post_id.name", "=", post), ("start", "=", moment(day, clock))]
        return self.sessions.search(domain)

    def _waiting(self, session):
        line = session.signup_ids.filtered("live")
        return [signup.employee_name for signup in line if not signup.holds_place]

    def test_agency(self):
        people = self.env["hr.employee"].search([])
        departments = self.env["hr.department"].search([])

        self.assertEqual(len(people), 120)
        sizes = [14, 6, 6, 9, 16, 17, 25, 13, 14]
        self.assertEqual([d.total_employee for d in departments.sorted("id")], sizes)
        self.assertEqual(people.sorted("barcode")[-1].barcode, "WX120")
        self.assertEqual(sum(departments.mapped("leifeng_headcount")), 119, "one on long leave")
        without = people.filtered(lambda person: not person.user_id)
        self.assertEqual(set(without.mapped("name")), {"王大勇", "胡水根", "白淑珍"})
        self.assertEqual(len(people.filtered(lambda person: person.name == "李静")), 2)

    def test_accounts(self):
        users = {name: self._user(login) for name, login in logins().items()}

        inside = {name for name, user in users.items() if user._is_internal()}
        portal = {"段知秋", "林伯庸", "樊铁山", "聂小雨", "俞景初"}
        self.assertEqual(set(users) - inside, portal)
        office = self.env.ref("leifeng_campaign.group_leifeng_officer").all_user_ids
        self.assertEqual(
            office & self._all_of(users), users["系统管理员"] | users["蒋云帆"] | users["许清和"]
        )

    def _user(self, login):
        user = self.env["res.users"].search([("login", "=", login)])
        self.assertTrue(user, login)
        return user

    def _all_of(self, users):
        return self.env["res.users"].union(*users.values())

    def test_campaigns(self):
        last = self.env["leifeng.campaign"].search([]) - self.campaign

        self.assertEqual(last.state, "closed")
        self.assertTrue(last.session_ids.record_ids)
        planned = self.campaign.plan_activity_ids.filtered(lambda each: each.kind != "training")
        kinds = [len(phase.activity_ids & planned) for phase in self.campaign.phase_ids]
        self.assertEqual(kinds, [4, 3, 2, 2])
        self.assertEqual(self.campaign.date_start, self.days.workday(-32))
        running = self.campaign.phase_ids.filtered(lambda phase: phase.state == "current")
        self.assertEqual(running, self.campaign.phase_ids[:3])
        model = self.campaign.plan_activity_ids.filtered("criteria")
        self.assertEqual(len(model.procedure.splitlines()), 7)
        states = Counter(self.campaign.department_ids.mapped("state"))
        self.assertEqual(states, {"approved": 7, "returned": 1, "head": 1})

    def test_traffic(self):
        shifts = self.campaign.session_ids.filtered(lambda s: s.name.startswith("交通劝导"))
        trial = shifts.filtered("is_late")

        self.assertEqual(len(shifts - trial), 64)
        self.assertEqual(len(trial), 1)
        counts = Counter((shifts - trial).mapped("state"))
        self.assertEqual(counts, {"done": 23, "cancelled": 1, "open": 40})
        sheets = shifts.signup_ids.mapped("attendance")
        self.assertEqual((sheets.count("absent"), sheets.count("excused")), (1, 2))

    def test_full_crossings(self):
        self.assertEqual(self._crossing(0, WEST, MORNING).free_count, 0)
        self.assertEqual(self._crossing(0, WEST, EVENING).live_count, 3)
        self.assertEqual(self._crossing(5, EAST, EVENING).live_count, 1)
        full = self._crossing(1, WEST, MORNING)
        self.assertEqual((full.held_count, full.waiting_count), (4, 3))
        self.assertEqual(len(full.signup_ids), 8)

    def test_offers(self):
        shift = self._crossing(5, EAST, EVENING)
        invited = shift.offer_ids
        stand_in = self.env["leifeng.session.offer"].search([("kind", "=", "stand_in")])
        waste = self._one("垃圾分类引导", self.days.workday(4), "18:30")

        self.assertEqual((shift.live_count, invited.mapped("state")), (1, ["open", "open"]))
        self.assertIn("聂小雨", invited.mapped("employee_name"))
        self.assertEqual(set(invited.mapped("invited_by")), {"万晴"})
        self.assertEqual((stand_in.employee_name, stand_in.session_id), ("俞景初", waste))
        self.assertTrue(stand_in.from_signup_id.holds_place)

    def test_saturdays(self):
        coming, past = self.days.saturday(1), self.days.saturday(-1)
        full = self._one("环境卫生整治", coming, "9:00")
        done = self._one("环境卫生整治", past, "9:00")
        leaflets = self._one("环保宣传", past, "9:30")

        self.assertEqual(full.held_count, 20)
        self.assertEqual(len(self._waiting(full)), 3)
        self.assertIn("聂小雨", self._waiting(full))
        self.assertEqual(done.record_count, 19)
        self.assertEqual(done.signup_ids.mapped("source").count("walk_in"), 1)
        self.assertEqual(leaflets.materials_handed_out, 260)

    def test_station(self):
        desks = self.campaign.session_ids.filtered(lambda s: s.name.startswith("服务站便民服务"))

        self.assertEqual(len(desks), 15)
        self.assertEqual(sum(desks.mapped("people_served")), 46)
        done = desks.filtered(lambda desk: desk.state == "done")
        self.assertEqual(len(done), 6)
        worked = done.record_ids.filtered(lambda r: self.days.calendar.is_workday(r.date))
        self.assertTrue(all(record.work_minutes == record.minutes for record in worked))

    def test_a_friday_s_shifts_are_one_station(self):
        desks = self.campaign.session_ids.filtered(lambda s: s.name.startswith("服务站便民服务"))
        coming = [("id", "in", desks.ids), ("start", ">", moment(self.days.today, "0:00"))]
        stations = self.sessions._search_stations([*coming, ("state", "=", "open")])
        post = desks.post_id

        self.assertEqual([len(station) for station in stations][-2:], [3, 3])
        self.assertTrue(post.all_year)
        self.assertEqual(post.slot_ids.mapped("places"), [2, 1, 2])
        self.assertEqual(set(post.slot_ids.tag_ids.mapped("name")), {"法律", "理发"})

    def test_windows_and_the_cancelled_evening(self):
        cancelled = self._crossing(-4, EAST, EVENING)
        shift = self._crossing(3, WEST, MORNING)

        self.assertEqual(shift.start - shift.withdraw_until, timedelta(hours=12))
        self.assertEqual((cancelled.state, cancelled.cancel_reason), ("cancelled", "雷雨预警"))
        self.assertFalse(any(cancelled.signup_ids.mapped("live")))

    def test_study(self):
        lecture = self._one("专题讲座", self.days.workday(-30), "14:30")
        film = self._one("集体观影", self.days.workday(-24), "15:00")
        talks = self.campaign.session_ids.filtered(lambda s: s.name.startswith("学习讨论"))

        came = [s.signup_ids.mapped("attendance").count("present") for s in (lecture, film)]
        self.assertEqual(came, [102, 87])
        self.assertFalse((lecture | film).record_ids)
        self.assertEqual(Counter(talks.mapped("state")), {"done": 8, "open": 1})

    def test_trees_are_refused(self):
        trees = self._one("义务植树", self.days.saturday(2), "8:00")

        self.assertEqual(trees.state, "draft")
        self.assertTrue(trees.publish_refusal)

    def test_employee(self):
        user = self._user("employee")
        signups = self.env["leifeng.session.signup"].search(
            [("employee_id", "=", user.employee_id.id), ("live", "=", True)]
        )
        visit = self._one("独居老人走访", self.days.workday(3), "18:30")

        self.assertIn(visit, signups.filtered("holds_place").session_id)
        records = self.env["leifeng.service.record"].with_user(user).search(OWN_HOURS)
        self.assertEqual(len(records), 1)
        self.assertTrue(self.env["leifeng.message"].with_user(user).search([]))
        certificates = self.env["leifeng.certificate"].with_user(user)
        self.assertEqual(len(certificates.search([("kind", "=", "service")])), 1)

    def test_employee2(self):
        user = self._user("employee2")
        records = self.env["leifeng.service.record"].with_user(user).search(OWN_HOURS)

        self.assertEqual(len(records), 2)
        self.assertEqual(records.correction_ids.mapped("state"), ["asked"])

    def test_messages_and_calendars(self):
        """Some have read what they were told; no mail leaves the demo agency."""
        messages = self.env["leifeng.message"].search([])
        self.assertTrue(messages.filtered("read_on"))
        self.assertTrue(messages.filtered(lambda message: not message.read_on))
        self.assertFalse(messages.filtered("mailed_on"))
        subscribers = self.env["res.users"].search([("leifeng_calendar_token", "!=", False)])
        self.assertEqual(subscribers.mapped("name"), ["俞景初"])
        for user in subscribers:
            self.assertIn(b"BEGIN:VEVENT", user.with_user(user)._leifeng_calendar_feed())

    def test_upload_file_with_volunteer_numbers(self):
        officer = self.env["res.users"].search([("login", "=", "officer")])
        exports = self.env["leifeng.report.export"].with_user(officer)

        export = exports.create({"scope": "period"})

        self.assertGreater(export.record_count, export.missing_count)
        self.assertGreater(export.missing_count, 0)
        self.assertNotIn("聂小雨", export.missing_names)

    def test_corrected_record(self):
        reversal = self.env["leifeng.service.record"].search([("reverses_id", "!=", False)])

        self.assertEqual(reversal.reason, "原记录多计10分钟")
        self.assertEqual(reversal.reverses_id.state, "reversed")

    def test_leader_finds_the_sheets_of_the_crossing(self):
        sessions = self.sessions.with_user(self._user("leader"))
        mine = sessions.search(sessions._lead_domain())

        self.assertEqual(set(mine.sudo().post_id.mapped("name")), {WEST})
        self.assertTrue(mine.filtered(lambda session: session.badge == "to_confirm"))
        self.assertTrue(all(session._may_keep_sheet() for session in mine))

    def test_the_police_see_who_stands_at_the_crossing(self):
        post = self._crossing(0, WEST, MORNING).post_id
        self.assertTrue(post._has_roster())
        names = [
            name
            for line in self.sessions._roster_ahead(post)._roster_lines()
            for shift in line["shifts"]
            for name in shift["names"]
        ]

        self.assertTrue(names)

    def test_every_badge(self):
        begun = [self._crossing(0, WEST, MORNING)._badge_at(moment(self.days.workday(0), "8:00"))]
        badges = {*self.campaign.session_ids.mapped("badge"), *begun} - {False}

        self.assertEqual(badges, {badge for badge, _label in BADGES})

    def test_built_once(self):
        before = self.sessions.search_count([])

        build(self.env)

        self.assertEqual(self.sessions.search_count([]), before)


@tagged("post_install", "-at_install")
class TestDemoToday(DemoFacts, HoursFacts, RequestFacts, AwardFacts, TransactionCase):
    def test_todos(self):
        todos = self.env["leifeng.todo"].with_user(self._user("officer")).search([])
        asked = {"sheet", "correction"}

        self.assertLessEqual(asked, set(todos.mapped("kind")))
        hr = self.env["leifeng.todo"].with_user(self._user("hr")).search([])
        self.assertEqual(hr.mapped("kind"), ["plan_head"])


@tagged("post_install", "-at_install")
@freeze_time("2026-02-21 15:30:00")
class TestDemoInSpringFestival(DemoFacts, TransactionCase):
    """A Saturday in the long holidays, shortly before midnight in Beijing."""
