"""From the plan document to an hour that counts, walked in a browser by two people."""

from datetime import timedelta

from browsing import DESK

from odoo import Command
from odoo.fields import Datetime

PASSWORD = "story-pass-1"


def _people(env):
    """Make an officer at a desk and an employee with a phone, both of one department."""
    department = env["hr.department"].create({"name": "政务大厅管理科"})
    for login, name, group in (
        ("story_officer", "许清和", "leifeng_campaign.group_leifeng_officer"),
        ("story_employee", "聂小雨", "base.group_portal"),
    ):
        user = env["res.users"].create(
            {
                "name": name,
                "login": login,
                "password": PASSWORD,
                "lang": "zh_CN",
                "tz": "Asia/Shanghai",
                "group_ids": [Command.set(env.ref(group).ids)],
            }
        )
        env["hr.employee"].create(
            {"name": name, "user_id": user.id, "department_id": department.id}
        )


def _import_plan(page):
    """The officer makes a campaign from the standard plan and starts it."""
    page.goto("/odoo/action-leifeng_campaign.leifeng_plan_import_action")
    page.click("[name=source] input[data-value=standard]")
    page.click("button[name=action_read]")
    page.wait_for_selector("[name=line_ids] .o_data_row")
    page.click("button[name=action_create]")
    page.click("button[name=action_start]")
    page.click(".modal-footer .btn-primary")
    page.wait_for_selector("button[name=action_wrap_up]")


def _publish_shift(env):
    """A shift of tomorrow; the forms for it have tours of their own."""
    activity = env["leifeng.campaign.activity"].search([("kind", "=", "service")], limit=1)
    start = Datetime.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    session = env["leifeng.session"].create(
        {
            "name": "社区服务",
            "activity_id": activity.id,
            "start": start,
            "stop": start + timedelta(hours=2),
            "capacity": 4,
            "location": "和风里18号",
            "risks": "搬运时两人一组",
            "contact": "廖主任",
            "contact_phone": "0000-8802018",
        }
    )
    session.action_publish()
    return session.id


def _let_time_pass(env, session_id):
    session = env["leifeng.session"].browse(session_id)
    days = timedelta(days=2)
    session.write({"start": session.start - days, "stop": session.stop - days})
    session._sweep()


def _confirm_sheet(page, session_id):
    page.goto(f"/odoo/action-leifeng_campaign.leifeng_session_action_shifts/{session_id}")
    page.click("button[name=action_everyone_came]")
    page.wait_for_selector(".o_data_row [name=attendance]:has-text('到场')")
    page.click(".o_statusbar_buttons button:has-text('确认时长')")
    page.click(".modal-footer button.btn-primary")
    page.wait_for_selector("button[name=action_view_records]")


def test_from_the_plan_to_an_hour_that_counts(server, visit):
    with server.env() as env:
        _people(env)
    officer = visit(server, "story_officer", PASSWORD, looks=DESK)
    _import_plan(officer)
    with server.env() as env:
        session_id = _publish_shift(env)

    phone = visit(server, "story_employee", PASSWORD)
    phone.goto("/my/leifeng/sessions")
    phone.click(f"a[href$='/sessions/{session_id}']")
    phone.click("form[action$='/sign_up'] button")
    phone.wait_for_selector("form[action$='/withdraw'] button")
    assert "报名成功：第1位，共4个名额。" in phone.content()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    with server.env() as env:
        _let_time_pass(env, session_id)
    _confirm_sheet(officer, session_id)

    phone.goto("/my/leifeng/records")
    assert "社区服务" in phone.content()
    phone.goto("/my/leifeng/certificates")
    phone.click("form[action$='/certificates/issue'] button[type=submit]")
    with phone.expect_download() as download:
        phone.click("a[href$='/pdf']")
    with open(download.value.path(), "rb") as paper:
        assert paper.read(5) == b"%PDF-"

    with server.env() as env:
        certificate = env["leifeng.certificate"].search([("kind", "=", "service")])
        path, hours = certificate._check_path(), certificate.minutes
    assert hours == 120
    passer_by = visit(server)
    passer_by.goto(path)
    assert "聂**" in passer_by.content()
    assert "聂小雨" not in passer_by.content()
