"""Departments and employees with accounts of the large agency, copied by SQL from one of each."""

from odoo import Command

from .staff import FIRST, add_staff, copy_rows

# who looks at the pages
OFFICER, HEAD, EMPLOYEE = "agency-officer", f"staff-{FIRST}", f"staff-{FIRST + 1}"


def add_departments(env, size):
    """Departments with ids from ``FIRST`` on, and the office in none of them."""
    model = env["hr.department"].create({"name": "Department", "company_id": env.company.id})
    numbers = range(FIRST, FIRST + size.departments)
    copy_rows(env, model, numbers, name="jsonb_build_object('en_US', 'Department ' || n)")
    env.cr.execute("UPDATE hr_department SET parent_path = id || '/' WHERE id >= %s", [FIRST])


def add_people(env, size):
    """Employees with ids from ``FIRST`` on, evenly in the departments, each with an account of the
    portal; and one officer in the office."""
    users = env["res.users"].with_context(no_reset_password=True)
    portal, officer = env.ref("base.group_portal"), "leifeng_campaign.group_leifeng_officer"
    user = users.create(
        {"name": "Person", "login": "person", "group_ids": [Command.set(portal.ids)]}
    )
    model = env["hr.employee"].create({"name": "Person", "user_id": user.id})
    add_staff(env, model, 0, size.employees)
    env.cr.execute(
        "UPDATE hr_version SET department_id = %s + employee_id %% %s WHERE employee_id >= %s",
        [FIRST, size.departments, FIRST],
    )
    env.cr.execute(
        "INSERT INTO res_groups_users_rel (gid, uid) SELECT %s, id FROM res_users WHERE id >= %s",
        [portal.id, FIRST],
    )
    env.cr.execute(
        "INSERT INTO res_company_users_rel (cid, user_id) "
        "SELECT company_id, id FROM res_users WHERE id >= %s",
        [FIRST],
    )
    env.invalidate_all()
    users.create(
        {
            "name": "Officer",
            "login": OFFICER,
            "group_ids": [Command.set(env.ref(officer).ids)],
        }
    )
