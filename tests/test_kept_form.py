"""A department's summary while it is written: connections that break, pages left, two devices."""

import pytest

from odoo import Command

from bench.common.people import make_activity

LOGIN = "summary_writer"
RESULTS = "[name=summary_results]"


@pytest.fixture(scope="module")
def writer(server):
    """The employee who writes, and the campaign's id."""
    with server.env() as env:
        user = env["res.users"].create(
            {
                "name": "Summary Writer",
                "login": LOGIN,
                "group_ids": [Command.set(env.ref("base.group_portal").ids)],
            }
        )
        employee = env["hr.employee"].create({"name": "Summary Writer", "user_id": user.id})
        return employee.id, make_activity(env).campaign_id.id


@pytest.fixture
def summary(server, writer):
    """The id of a department's part in the campaign, whose summary is being written."""
    employee, campaign = writer
    with server.env() as env:
        department = env["hr.department"].create({"name": "Summary Hall"})
        values = {"department_id": department.id, "coordinator_id": employee}
        return env["leifeng.campaign.department"].create({"campaign_id": campaign, **values}).id


@pytest.fixture
def open_page(server, summary, visit):
    """A function that opens the summary on one more device of the writer's."""

    def opened():
        page = visit(server, LOGIN)
        page.goto(_path(summary), wait_until="networkidle")  # the script has come
        return page

    return opened


def _path(summary):
    return f"/my/leifeng/department/{summary}/summary"


def _wait(page, status):
    page.wait_for_selector(f"[data-status={status}]:not([hidden])")


def _stored(server, summary):
    with server.env() as env:
        return env["leifeng.campaign.department"].browse(summary).summary_results or ""


def _let_through(route):
    """The message arrives; its answer doesn't."""
    route.fetch()
    route.abort()


def test_what_was_typed_last_comes_back_though_an_answer_was_lost(server, summary, open_page):
    """The older text had arrived, the newer one had not, when the page was left."""
    page = open_page()
    page.route("**/summary/save", _let_through)
    page.fill(RESULTS, "Older")
    page.wait_for_event("requestfailed")
    assert _stored(server, summary) == "Older"
    page.route("**/summary/save", lambda route: route.abort())
    page.fill(RESULTS, "Newest")
    page.unroute_all()
    page.goto("/my/leifeng")
    page.goto(_path(summary))

    _wait(page, "saved")

    assert page.input_value(RESULTS) == "Newest"
    assert page.is_hidden(".o_leifeng_ask")
    assert _stored(server, summary) == "Newest"


def test_a_page_that_is_older_than_what_it_sent_is_fetched_anew(server, summary, open_page):
    """It had left the server before the last words arrived there, or the browser had stored it."""
    page = open_page()
    stale = page.context.request.get(_path(summary)).text()
    page.fill(RESULTS, "Newest")
    _wait(page, "saved")
    page.route(f"**{_path(summary)}", lambda route: route.fulfill(body=stale), times=1)

    page.goto(_path(summary))

    page.wait_for_function("document.querySelector('[name=summary_results]')?.value === 'Newest'")


@pytest.mark.parametrize(("choice", "left"), [("mine", "On the phone"), ("theirs", "At the desk")])
def test_changed_on_two_devices(server, summary, open_page, choice, left):
    phone, desk = open_page(), open_page()
    desk.fill(RESULTS, "At the desk")
    _wait(desk, "saved")
    phone.fill(RESULTS, "On the phone")
    _wait(phone, "asks")
    assert phone.inner_text(".o_leifeng_theirs") == "At the desk"
    phone.click("button[value=send]")
    assert _stored(server, summary) == "At the desk", "neither is lost before the choice"

    phone.click(f"[data-ask={choice}]")

    _wait(phone, "saved")
    assert phone.input_value(RESULTS) == left
    assert _stored(server, summary) == left


def test_nothing_is_sent_without_a_connection(server, summary, open_page):
    page = open_page()
    page.context.set_offline(True)
    page.fill(RESULTS, "Without a connection")
    page.click("button[value=send]")
    _wait(page, "no_submit")
    page.context.set_offline(False)

    page.click("button[value=send]")

    page.wait_for_selector("[data-leifeng=state][data-state=head]")
    assert _stored(server, summary) == "Without a connection"
