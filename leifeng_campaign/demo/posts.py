"""The volunteer posts, entered by the campaign's office."""

from odoo import Command

from .agency import rows

COPIED = (
    "name",
    "category",
    "location",
    "meeting_point",
    "bring",
    "risks",
    "protection",
)
LINKED = "望溪大道—学府路口"
WINDOW = ("opens_days", "closes_hours", "withdraw_hours")


def build(agency):
    records = agency.officer(agency.env["leifeng.service.post"]).create(
        [_values(agency, row) for row in rows("posts.csv")]
    )
    agency.posts.update({post.name: post for post in records})
    # The police look up by a link who stands at the crossing.
    agency.officer(agency.posts[LINKED]).action_open_roster()


def _values(agency, row):
    return {
        # where the file says nothing, the post begins with the words of its category
        **{key: row[key] for key in COPIED if row[key]},
        **{key: int(row[key]) for key in WINDOW},
        "slot_ids": [Command.create(_slot(agency, text)) for text in row["times"].split(";")],
        "all_year": row["all_year"] == "1",
        "partner_id": agency.partners[row["partner"]].id,
        "capacity": int(row["capacity"]),
        "minimum": int(row["minimum"]),
        "leader_id": agency.people[row["leader"]].id,
        "dangerous": row["dangerous"] == "1",
    }


def _slot(agency, text):
    """Return a usual time written as 'friday 14:30-16:30 政策咨询 2 法律': days, from, to, and for
    a station work, places and tag."""
    days, clock, *desk = text.split()
    start, stop = map(_hour, clock.split("-"))
    weekday = {} if days == "workdays" else {"which_days": "weekdays", days: True}
    return {"hour_from": start, "hour_to": stop, **weekday, **_desk(agency, *desk)}


def _hour(clock):
    hour, minute = map(int, clock.split(":"))
    return hour + minute / 60


def _desk(agency, work=False, places=0, tag=None):
    tags = agency.env["hr.employee.category"].search([("name", "=", tag)])
    return {"name": work, "places": int(places), "tag_ids": [Command.set(tags.ids)]}
