"""The volunteer posts, entered by the campaign's office."""

from .agency import rows

COPIED = (
    "name",
    "category",
    "location",
    "meeting_point",
    "usual_times",
    "bring",
    "risks",
    "protection",
)


def build(agency):
    records = agency.officer(agency.env["leifeng.service.post"]).create(
        [_values(agency, row) for row in rows("posts.csv")]
    )
    agency.posts.update({post.name: post for post in records})


def _values(agency, row):
    return {
        **{key: row[key] for key in COPIED},
        "partner_id": agency.partners[row["partner"]].id,
        "capacity": int(row["capacity"]),
        "minimum": int(row["minimum"]),
        "leader_id": agency.people[row["leader"]].id,
        "dangerous": row["dangerous"] == "1",
    }
