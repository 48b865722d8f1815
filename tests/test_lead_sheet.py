"""The sign-in sheet on the leader's phone: without a connection, with two keepers, closed."""

import re
from datetime import timedelta

import pytest

from odoo import Command
from odoo.fields import Datetime

from bench.common.people import make_activity, make_people

LOGIN = "sheet_leader"


class Sheet:
    """A session under way with five people on its sheet, whose leader has a phone."""

    def __init__(self, env, leader, activity, hours_ahead=-1):
        # Each session has people of its own: nobody serves at two places at a time.
        people = make_people(env, 5)
        start = Datetime.now().replace(second=0, microsecond=0) + timedelta(hours=hours_ahead)
        session = env["leifeng.session"].create(
            {
                "name": "Crossing",
                "activity_id": activity,
                "start": start,
                "stop": start + timedelta(minutes=50),
                "capacity": 5,
                "location": "Crossing",
                "risks": "Traffic",
                "contact": "Office",
                "contact_phone": "0000",
                "leader_id": leader,
            }
        )
        session.action_publish()
        line = env["leifeng.session.signup"].create(
            [{"session_id": session.id, "employee_id": person.id} for person in people]
        )
        self.id, self.line = session.id, line.ids
        self.path = f"/my/leifeng/lead/{session.id}"

    def session(self, env):
        return env["leifeng.session"].browse(self.id)

    def attendance(self, env):
        return env["leifeng.session.signup"].browse(self.line).mapped("attendance")


@pytest.fixture(scope="module")
def leader(server):
    with server.env() as env:
        user = env["res.users"].create(
            {
                "name": "Sheet Leader",
                "login": LOGIN,
                "tz": "Asia/Shanghai",
                "group_ids": [Command.set(env.ref("base.group_portal").ids)],
            }
        )
        employee = env["hr.employee"].create({"name": "Sheet Leader", "user_id": user.id})
        env["hr.employee"].create({"name": "Passer By"})
        return employee.id, make_activity(env).id


@pytest.fixture
def sheet(server, leader):
    with server.env() as env:
        return Sheet(env, *leader)


@pytest.fixture
def page(server, sheet, visit):
    page = visit(server, LOGIN)
    page.goto(sheet.path)
    page.wait_for_selector(".o_leifeng_save", state="hidden")  # the script has come
    return page


def _tick(page, number, mark):
    page.click(f"label[for='attendance_{number}_{mark}']")


def _wait(page, status):
    page.wait_for_selector(f".o_leifeng_status [data-status={status}]:not([hidden])")


def _kept(page):
    """Return what the phone keeps, as texts."""
    return page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('leifeng_sheet:'))"
        ".map(key => localStorage.getItem(key))"
    )


def test_ticked_without_a_connection(server, sheet, page):
    """Kept, there again after the page is reloaded, sent when it can be, and removed then."""
    first, second, third = sheet.line[:3]
    _tick(page, first, "present")
    _wait(page, "saved")
    page.context.set_offline(True)
    _tick(page, second, "present")
    page.fill(f"#break_minutes_{second}", "5")
    _tick(page, third, "absent")
    page.fill("#result_people_served", "46")
    _wait(page, "kept")
    with server.env() as env:
        assert sheet.attendance(env) == ["present", *["pending"] * 4]
    assert len(_kept(page)) == 1

    page.route("**/save", lambda route: route.abort())
    page.context.set_offline(False)
    page.reload()
    page.wait_for_selector(f"#attendance_{second}_present:checked", state="attached")
    assert page.input_value(f"#break_minutes_{second}") == "5"
    assert page.input_value("#result_people_served") == "46"
    page.unroute("**/save")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    _wait(page, "saved")

    assert _kept(page) == []
    with server.env() as env:
        assert sheet.attendance(env) == ["present", "present", "absent", "pending", "pending"]
        assert sheet.session(env).people_served == 46


def test_ticked_before_the_script_has_come(server, sheet, visit):
    page, held = visit(server, LOGIN), []

    def hold(route):
        held.append(route)

    script = re.compile("assets_frontend_lazy")
    page.route(script, hold)
    with page.expect_request(script):
        page.goto(sheet.path, wait_until="commit")
        page.wait_for_selector(".o_leifeng_save")
        _tick(page, sheet.line[1], "excused")
    while not held:  # it is asked for: a moment later it is held
        page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    _wait(page, "saved")

    assert held
    with server.env() as env:
        assert sheet.attendance(env)[1] == "excused"


def test_an_answer_that_is_lost_doubles_nothing(server, sheet, page):
    def lose(route):
        route.fetch()
        route.abort()

    page.route("**/save", lose)
    _tick(page, sheet.line[0], "excused")
    page.fill("#leifeng_colleague", "Passer")
    page.press("#leifeng_colleague", "Enter")
    page.click("button[value^='add:']")
    page.wait_for_timeout(1500)
    _wait(page, "kept")
    page.unroute("**/save")
    _wait(page, "saved")

    assert page.locator(".o_leifeng_row").count() == 6
    with server.env() as env:
        names = sheet.session(env).sheet_ids.mapped("employee_name")
        assert names.count("Passer By") == 1
        assert sheet.attendance(env)[0] == "excused"
        sheet.session(env).sheet_ids.filtered(lambda each: each.source == "walk_in")._leave()


def test_two_keepers_are_asked(server, sheet, page):
    first, second = sheet.line[:2]
    with server.env() as env:
        env["leifeng.session.signup"].browse([first, second]).attendance = "excused"
    _tick(page, first, "present")
    _tick(page, second, "present")
    page.wait_for_selector(f"[data-id='{second}'] [data-ask=mine]")
    _wait(page, "asks")

    page.click(f"[data-id='{first}'] [data-ask=mine]")
    page.click(f"[data-id='{second}'] [data-ask=theirs]")
    _wait(page, "saved")

    page.wait_for_selector(f"#attendance_{second}_excused:checked", state="attached")
    with server.env() as env:
        assert sheet.attendance(env)[:2] == ["present", "excused"]


def test_before_the_session_a_mark_is_taken_back(server, leader, visit):
    with server.env() as env:
        sheet = Sheet(env, *leader, hours_ahead=30)
    page, first = visit(server, LOGIN), sheet.line[0]
    page.goto(sheet.path)
    page.wait_for_selector("[data-words=again]")
    _tick(page, first, "excused")
    _wait(page, "saved")
    with server.env() as env:
        assert sheet.attendance(env)[0] == "excused"

    _tick(page, first, "excused")
    page.wait_for_selector(f"#attendance_{first}_excused:not(:checked)", state="attached")
    _wait(page, "saved")

    with server.env() as env:
        assert sheet.attendance(env)[0] == "pending"


def test_everyone_and_confirmed_on_the_phone(server, sheet, page):
    page.click("button[value=everyone]")
    page.fill(f"#break_minutes_{sheet.line[0]}", "60")
    page.click("button[value=confirm]")
    page.wait_for_selector(f"[data-id='{sheet.line[0]}'] .o_leifeng_message:not(:empty)")
    page.fill(f"#break_minutes_{sheet.line[0]}", "")
    page.click("button[value=confirm]")
    page.wait_for_selector("[data-leifeng=confirmed]")

    assert _kept(page) == []
    with server.env() as env:
        session = sheet.session(env)
        assert (session.state, len(session.record_ids)) == ("done", 5)


def test_confirmed_meanwhile(server, sheet, page):
    page.context.set_offline(True)
    _tick(page, sheet.line[0], "absent")
    page.fill("#result_goods_given", "12 bags of rice")
    _wait(page, "kept")
    with server.env() as env:
        sheet.session(env).action_everyone_came()
        sheet.session(env).action_confirm()

    page.context.set_offline(False)
    page.wait_for_selector("[data-leifeng=refusal]")
    assert page.input_value("#result_goods_given") == "12 bags of rice"
    page.reload()
    page.wait_for_selector(".o_leifeng_left:not([hidden])")
    assert "12 bags of rice" in page.inner_text(".o_leifeng_left")
    page.click(".o_leifeng_left_drop")

    assert _kept(page) == []
    with server.env() as env:
        assert sheet.attendance(env) == ["present"] * 5


def test_logging_out_leaves_nothing(sheet, page):
    page.route("**/save", lambda route: route.abort())
    _tick(page, sheet.line[0], "absent")
    _wait(page, "kept")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click(".o_header_standard .dropdown-toggle, header .dropdown-toggle")
    page.click("#o_logout")
    page.wait_for_url(re.compile(r"/web/login|/$|/\w\w_\w\w$"))

    assert _kept(page) == []


def test_nothing_is_wider_than_the_phone(page):
    wide, seen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= seen
    small = page.evaluate(
        "[...document.querySelectorAll('.o_leifeng_sheet .btn, .o_leifeng_sheet .form-control')]"
        ".filter(el => el.offsetParent && !el.classList.contains('visually-hidden'))"
        ".filter(el => el.getBoundingClientRect().height < 44).map(el => el.outerHTML)"
    )
    assert small == []


def test_kept_by_the_keyboard_alone(server, sheet, page):
    page.focus(f"#attendance_{sheet.line[0]}_present")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    _wait(page, "saved")

    with server.env() as env:
        assert sheet.attendance(env)[0] == "excused"
