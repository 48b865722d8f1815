"""Nine departments and their 120 people, with accounts for all but three."""

from datetime import date

from odoo import Command

from . import accounts
from .agency import rows
from .roster import Roster

ON_LEAVE = "长期休假"  # as the tag of somebody who isn't counted among the people at work

# Titles of leading staff, of whom an award takes a share at most.
LEADING = ("局长", "副局长", "副局长、机关党委书记", "主任", "科长", "机关纪委书记")

OFFICE_PHONE = "0000-8804"  # no area has this code


def build(agency):
    _put_away_first_data(agency.env)
    departments, people = rows("departments.csv"), rows("people.csv")
    _create_departments(agency, departments)
    users = _create_users(agency, people, {row["coordinator"] for row in departments})
    accounts.guests(agency)
    _create_employees(agency, people, users)
    for row in departments:
        agency.departments[row["name"]].manager_id = agency.people[row["head"]]


def _put_away_first_data(env):
    """Archive the department and the employee that Odoo starts with."""
    for xmlid in ("hr.employee_admin", "hr.dep_administration"):
        if record := env.ref(xmlid, raise_if_not_found=False):
            record.active = False


def _create_departments(agency, departments):
    records = agency.env["hr.department"].create(
        [{"name": row["name"], "company_id": agency.env.company.id} for row in departments]
    )
    agency.departments.update({record.name: record for record in records})


def _create_users(agency, people, coordinators):
    """Return {staff number: user}."""
    having = [row for row in people if row["name"] not in accounts.WITHOUT_ACCOUNT]
    users = agency.env["res.users"].with_context(no_reset_password=True, tracking_disable=True)
    records = users.create([accounts.user_values(agency, row, coordinators) for row in having])
    return {row["number"]: user for row, user in zip(having, records, strict=True)}


def _create_employees(agency, people, users):
    tags = _create_tags(agency.env, {row["tag"] for row in people if row["tag"]})
    since = date(agency.days.today.year - 2, 1, 1)
    quiet = agency.env["hr.employee"].with_context(tracking_disable=True)
    records = quiet.create(
        [
            {
                "name": row["name"],
                "barcode": row["number"],
                "job_title": row["title"],
                "work_phone": OFFICE_PHONE + row["number"].removeprefix("WX"),
                "department_id": agency.departments[row["department"]].id,
                "company_id": agency.env.company.id,
                "category_ids": [Command.set(tags[row["tag"]].ids if row["tag"] else [])],
                "user_id": users[row["number"]].id if row["number"] in users else False,
                "date_version": since,
                "leifeng_leading_staff": row["title"] in LEADING,
                "leifeng_away": "leave" if row["tag"] == ON_LEAVE else False,
            }
            for row in people
        ]
    )
    agency.everyone = records
    agency.people.update({record.name: record for record in records})
    agency.roster = Roster(records)


def _create_tags(env, names):
    return {name: env["hr.employee.category"].create({"name": name}) for name in sorted(names)}
