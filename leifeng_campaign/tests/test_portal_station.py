from datetime import timedelta

from odoo.tests import tagged

from .portal_case import PortalCase
from .test_leifeng_session_station import StationSetup

URL = "/my/leifeng/sessions"
SIGN_UPS = "/my/leifeng/signups"
STATION = "//div[contains(@class, 'o_leifeng_station')]"


@tagged("post_install", "-at_install")
class TestPortalStation(StationSetup, PortalCase):
    def test_several_shifts_at_one_post_and_time_are_one_card(self):
        desks = self._station()
        self._session(hours_ahead=30)
        self._line(desks[0], [self.me])
        self._login("employee")

        tree = self._page(URL)

        links = tree.xpath(f"{STATION}//a[contains(@class, 'o_leifeng_desk')]/@href")
        self.assertEqual(links, [f"{URL}/{desk.id}" for desk in desks])
        self.assertEqual(len(tree.xpath(STATION)), 1)
        self.assertEqual(len(tree.xpath("//a[contains(@class, 'o_leifeng_card')]")), 1)
        self.assertEqual(len(tree.xpath(f"{STATION}//*[@data-standing='signed_up']")), 1)
        text = self._text(tree, STATION)
        for word in ("Station", "Lane 18", "Advice", "Haircuts", self.tag.name):
            self.assertIn(word, text)

    def test_the_page_lists_the_other_shifts_with_their_own_buttons(self):
        desks = self._station()
        self._session(post_id=desks.post_id.id, publish=False)
        self._login("employee")

        tree = self._page(f"{URL}/{desks[0].id}")

        siblings = "//section[@data-leifeng='siblings']"
        links = tree.xpath(f"{siblings}//a/@href")
        self.assertEqual(links, [f"{URL}/{desk.id}" for desk in desks[1:]])
        forms = tree.xpath(f"{siblings}//form/@action")
        self.assertEqual(forms, [f"{URL}/{desks[2].id}/sign_up"], "the second asks for a tag")
        tree = self._post(forms[0])
        self.assertEqual(desks[2].signup_ids.employee_id, self.me)
        self._has(tree, "//*[@data-leifeng='act']//*[@data-standing='signed_up']")
        self._lacks(tree, f"{siblings}//form")

    def test_a_leader_sees_no_draft_among_them(self):
        desks = self._station()
        draft = self._session(post_id=desks.post_id.id, start=desks[0].start, publish=False)
        draft.stop = desks[0].stop
        self._login("leader")

        self.assertNotIn(f"{URL}/{draft.id}", self._hrefs(self._page(f"{URL}/{desks[0].id}"), URL))

    def test_the_list_costs_the_same_with_many_stations(self):
        self._station()
        self._login("employee")
        few = self._queries(URL)
        page = self._queries(f"{URL}/{self.env['leifeng.session'].search([], limit=1).id}")
        for index in range(6):
            names = [f"Desk {number}" for number in range(5)]
            desks = self._station(names, f"Post {index}", hours_ahead=30 + 3 * index)
            self._line(desks[0], self._employees(2))

        self.assertEqual(self._queries(URL), few)
        self.assertEqual(self._queries(f"{URL}/{desks[0].id}"), page)


@tagged("post_install", "-at_install")
class TestPortalChange(PortalCase):
    def _move(self, session, **delta):
        session.action_move(session.start + timedelta(**delta), session.stop + timedelta(**delta))
        session._sweep()

    def test_a_cancelled_session_s_page_offers_others(self):
        session, other = self._session(), self._session(hours_ahead=50)
        clash, mine = self._session(hours_ahead=71), self._session(hours_ahead=70)
        self._line(session, [self.me])
        self._line(mine, [self.me])
        session.action_cancel("Storm")
        session._sweep()
        self._login("employee")

        tree = self._page(f"{URL}/{session.id}")

        others = "//section[@data-leifeng='others']"
        self.assertEqual(tree.xpath(f"{others}//form/@action"), [f"{URL}/{other.id}/sign_up"])
        self._post(f"{URL}/{other.id}/sign_up")
        self.assertTrue(other.signup_ids.live)
        self._lacks(self._page(f"{URL}/{session.id}"), others)
        self._lacks(self._page(f"{URL}/{clash.id}"), others)

    def test_who_is_asked_again_answers_in_one_step(self):
        session = self._session()
        signup = self._line(session, [self.me])
        self._login("employee")
        asked = "//*[@data-leifeng='asked_again']"
        self._lacks(self._page(f"{URL}/{session.id}"), asked)
        self._move(session, hours=2)

        for path in (f"{URL}/{session.id}", SIGN_UPS):
            tree = self._page(path)
            self.assertEqual(len(tree.xpath(f"{asked}//form")), 2, path)
        action, seen = (
            tree.xpath(f"{asked}//form[1]/@action")[0],
            tree.xpath(f"{asked}//input[@name='seen']/@value")[0],
        )
        tree = self._post(action, seen=seen)

        self.assertFalse(signup.asked_again)
        self.assertTrue(signup.live)
        self._lacks(tree, asked)

    def test_not_this_time_withdraws(self):
        session = self._session()
        signup = self._line(session, [self.me])
        self._move(session, hours=2)
        self._login("employee")
        forms = self._page(f"{URL}/{session.id}").xpath("//*[@data-leifeng='asked_again']//form")

        self._post(forms[1].get("action"))

        self.assertFalse(signup.live)

    def test_an_answer_to_an_older_time_is_asked_once_more(self):
        session = self._session()
        signup = self._line(session, [self.me])
        self._move(session, hours=2)
        self._login("employee")
        seen = str(signup.start)
        self._move(session, hours=2)

        for value in (seen, "", "nonsense", "\0", "9" * 5000):
            tree = self._post(f"{URL}/{session.id}/count_me_in", seen=value)
            self.assertTrue(signup.asked_again)
        self._has(tree, "//*[@data-leifeng='asked_again']")
        self._post(f"{URL}/{session.id}/count_me_in")
        self.assertTrue(signup.asked_again, "without the time that was seen nothing is agreed to")

    def test_nobody_answers_for_another_here(self):
        session = self._session()
        signup = self._line(session, [self.me])
        self._move(session, hours=2)

        for role in ("colleague", "leader", "officer"):
            self._login(role)
            self._post(f"{SIGN_UPS}/{signup.id}/count_me_in", status=404, seen=str(signup.start))
            self._post(f"{URL}/{session.id}/count_me_in", seen=str(signup.start))
        self.assertTrue(signup.asked_again)

    def test_an_all_year_shift_is_on_when_the_campaign_is_closed(self):
        post = self.env["leifeng.service.post"].create(
            {"name": "Station", "location": "Lane", "all_year": True}
        )
        shift = self._session(post_id=post.id, hours_ahead=48)
        self._session()
        self.campaign.phase_ids.action_close()
        self.campaign.action_wrap_up()
        self.campaign.action_close()
        self._login("employee")

        links = self._page(URL).xpath("//a[contains(@class, 'o_leifeng_card')]/@href")
        self.assertEqual(links, [f"{URL}/{shift.id}"])
        self._post(f"{URL}/{shift.id}/sign_up")
        self.assertEqual(shift.signup_ids.employee_id, self.me)
