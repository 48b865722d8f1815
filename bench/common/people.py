"""What the benchmarks act on: an agency of people, a campaign, sessions; committed for real."""

from datetime import timedelta
from unittest.mock import patch

from odoo import Command
from odoo.fields import Date, Datetime

PICTURE = "odoo.addons.base.models.avatar_mixin.AvatarMixin._avatar_generate_svg"


def make_people(env, count, accounts=False):
    """Return ``count`` employees of one department, with portal users if ``accounts``.

    They have no drawn pictures, which no benchmark looks at.
    """
    department = env["hr.department"].create({"name": "Crowd"})
    with patch(PICTURE, return_value=False):
        users = make_users(env, count) if accounts else [env["res.users"]] * count
        return env["hr.employee"].create(
            [
                {"name": f"Person {index}", "department_id": department.id, "user_id": user.id}
                for index, user in enumerate(users)
            ]
        )


def make_users(env, count):
    """Return ``count`` portal users without passwords (hashing one takes 0.4 s)."""
    portal = env.ref("base.group_portal")
    start = env["res.users"].search_count([])
    return (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            [
                {
                    "name": f"Person {start + index}",
                    "login": f"crowd-{start + index}",
                    "group_ids": [Command.set(portal.ids)],
                }
                for index in range(count)
            ]
        )
    )


def make_activity(env):
    """Return the service activity of a campaign in progress."""
    today = Date.today()
    dates = {"date_start": today, "date_stop": today + timedelta(days=60)}
    activity = {"name": "Service", "kind": "service"}
    phase = {"name": "Phase", **dates, "activity_ids": [Command.create(activity)]}
    campaign = env["leifeng.campaign"].create(
        {"name": "Crowded", **dates, "phase_ids": [Command.create(phase)]}
    )
    campaign.action_start()
    return campaign.plan_activity_ids


def make_sessions(env, activity, count, capacity, first_hour=24):
    """Return ``count`` published sessions, one after the other."""
    start = Datetime.now().replace(microsecond=0) + timedelta(hours=first_hour)
    sessions = env["leifeng.session"].create(
        [
            {
                "name": f"Session {index}",
                "activity_id": activity.id,
                "start": start + timedelta(hours=index),
                "stop": start + timedelta(hours=index + 1),
                "capacity": capacity,
                "location": "Crossing",
                "risks": "Traffic",
                "contact": "Office",
                "contact_phone": "0000",
            }
            for index in range(count)
        ]
    )
    sessions.action_publish()
    return sessions


def make_event(env, seats):
    """Return an ``event.event`` with limited seats, for comparison."""
    start = Datetime.now() + timedelta(days=1)
    return env["event.event"].create(
        {
            "name": "Event",
            "date_begin": start,
            "date_end": start + timedelta(hours=1),
            "seats_limited": True,
            "seats_max": seats,
            # Its letters would cost it most of its time, and we send none.
            "event_mail_ids": [Command.clear()],
        }
    )
