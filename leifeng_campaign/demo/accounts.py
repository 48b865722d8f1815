"""Who can log in: the accounts of accounts.csv; everybody else's has no password yet."""

from odoo import Command

from .agency import rows
from .clock import BEIJING

# Of every demo account; they exist in the demo database alone.
PASSWORD = "leifeng"
WITHOUT_ACCOUNT = ("王大勇", "胡水根", "白淑珍")
GROUPS = {
    "manager": "leifeng_campaign.group_leifeng_manager",
    "officer": "leifeng_campaign.group_leifeng_officer",
    "hr": "hr.group_hr_user",
    "supervisor": "leifeng_campaign.group_leifeng_supervisor",
    "judge": "base.group_user",
}
PORTAL = "base.group_portal"
ADMIN = "admin"


def user_values(agency, person, coordinators):
    """Return values of the account of ``person``, a row of people.csv."""
    login = logins().get(person["name"], person["number"])
    group = GROUPS.get(login, "base.group_user" if person["name"] in coordinators else PORTAL)
    # As opened under Employee Accounts: there the office gives a code for the first login.
    return {**_values(agency, person["name"], login, group), "leifeng_account": group == PORTAL}


def guests(agency):
    """Create the accounts of people who aren't employees: the judge from outside."""
    employees = {row["name"] for row in rows("people.csv")}
    values = [
        _values(agency, name, login, PORTAL)
        for name, login in logins().items()
        if name not in employees and login != ADMIN
    ]
    return agency.env["res.users"].with_context(no_reset_password=True).create(values)


def set_passwords(agency, password):
    """Give every account of the table the one ``password``; it is hashed once, which is slow."""
    users = agency.env["res.users"].search([("login", "in", list(logins().values()))])
    names = {login: name for name, login in logins().items()}
    agency.env.ref("base.user_admin").name = names[ADMIN]
    secret = users._crypt_context().hash(password)
    for user in users:
        user._set_encrypted_password(user.id, secret)


def logins():
    """Return {name: login} of the table."""
    return {row["who"]: row["login"] for row in rows("accounts.csv")}


def _values(agency, name, login, group):
    company = agency.env.company
    # No chat with Odoo's robot at the first login, where its module is installed.
    robot = {"odoobot_state": "disabled"} if "odoobot_state" in agency.env["res.users"] else {}
    return {
        **robot,
        "name": name,
        "login": login,
        "group_ids": [Command.set(agency.env.ref(group).ids)],
        "company_id": company.id,
        "company_ids": [Command.set(company.ids)],
        "lang": "zh_CN",
        "tz": BEIJING,
    }
