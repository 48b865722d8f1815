from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)

# Sheets, quotas and lengths as they are customary in agencies (practice); all of it is edited.
# Tiers: (name, quota kind, quota); criteria: (name, points, source, full points from).
ESSAYS = {
    "name": _lt("Essay Contest"),
    "kind": "essay",
    "instructions": _lt(
        "Write about what you saw and did yourself. One essay a person, not published before. "
        "Nothing in the text may tell who wrote it."
    ),
    "procedure": _lt(
        "Essays are handed in\n"
        "Preliminary review by the departments\n"
        "Judges read without names\n"
        "Final approval by the Party committee\n"
        "Public notice of five workdays\n"
        "Commendation, printing with the author's consent"
    ),
    "min_characters": 1000,
    "max_characters": 2000,
    "tiers": [
        (_lt("First Prize"), "share", 3),
        (_lt("Second Prize"), "share", 7),
        (_lt("Third Prize"), "share", 15),
    ],
    "criteria": [
        (_lt("Theme and idea"), 30, "judged", 0),
        (_lt("Content and structure"), 30, "judged", 0),
        (_lt("Language"), 20, "judged", 0),
        (_lt("Originality"), 20, "judged", 0),
    ],
}
STEPS = _lt(
    "Self-nomination or nomination by the department\n"
    "Preliminary review by the department\n"
    "Review by the panel\n"
    "Opinions of HR and discipline\n"
    "Final approval by the Party committee\n"
    "Public notice of five workdays\n"
    "Commendation and certificates"
)
POST_MODELS = {
    "name": _lt("Post Model"),
    "kind": "person",
    "instructions": _lt("For colleagues who serve well at their post, day after day."),
    "procedure": STEPS,
    "department_quota": 1,
    "leader_share": 20,
    "repeat_years": 2,
    "tiers": [(_lt("Model"), "number", 5)],
    "criteria": [
        (_lt("Devotion to the post, outstanding work"), 30, "judged", 0),
        (_lt("Solidarity, readiness to help"), 20, "judged", 0),
        (_lt("Warm service, recognized by the public"), 25, "judged", 0),
        (_lt("Volunteer service: hours"), 15, "hours", 20),
        (_lt("Volunteer service: what it achieved"), 10, "judged", 0),
    ],
}
VOLUNTEERS = {
    "name": _lt("Outstanding Lei Feng Volunteer"),
    "kind": "person",
    "instructions": _lt("For colleagues who volunteered reliably and well."),
    "procedure": STEPS,
    "department_quota": 2,
    "leader_share": 20,
    "tiers": [(_lt("Outstanding Volunteer"), "number", 8)],
    "criteria": [
        (_lt("Volunteer service: hours"), 30, "hours", 20),
        (_lt("Volunteer service: times"), 20, "attendance", 8),
        (_lt("Quality of the service, thanks of those served"), 30, "judged", 0),
        (_lt("Help for fellow volunteers"), 20, "judged", 0),
    ],
}
DEPARTMENTS = {
    "name": _lt("Excellent Organization Award"),
    "kind": "department",
    "instructions": _lt(
        "Nothing has to be handed in: the facts come from the records of the campaign. A "
        "department may add a short statement."
    ),
    "procedure": _lt(
        "Facts are put together from the records\n"
        "Review by the panel\n"
        "Opinions of HR and discipline\n"
        "Final approval by the Party committee\n"
        "Public notice of five workdays\n"
        "Commendation and certificates"
    ),
    "recuse_department": True,
    "tiers": [(_lt("Excellent Organization"), "number", 3)],
    "criteria": [
        (_lt("Requests served"), 15, "requests", 3),
        (_lt("Ratings by those served"), 15, "ratings", 5),
        (_lt("People taking part, up to a ceiling"), 20, "people", 60),
        (_lt("Summary handed in on time"), 10, "summary", 0),
        (_lt("Organization and care for volunteers"), 20, "judged", 0),
        (_lt("Quality of the summary"), 20, "judged", 0),
    ],
}
OWN = {
    "name": _lt("Award of Your Own"),
    "kind": "person",
    "procedure": STEPS,
    "tiers": [(_lt("Awarded"), "number", 3)],
    "criteria": [(_lt("Deeds"), 100, "judged", 0)],
}
TEMPLATES = (ESSAYS, POST_MODELS, VOLUNTEERS, DEPARTMENTS, OWN)
