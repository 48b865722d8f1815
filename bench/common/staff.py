"""Thousands of employees with accounts and a history, copied by SQL from one that Odoo made."""

from odoo.fields import Date
from odoo.tools import SQL

FIRST = 1_000_000  # ids of copies: far from what Odoo gives, and the same in every table


def add_staff(env, model, made, size):
    """Copy ``model`` (employee with account) until there are ``size``; return the new ids."""
    numbers = range(FIRST + made, FIRST + size)
    user = model.user_id
    copy_rows(env, user.partner_id, numbers, name="'Person ' || n")
    copy_rows(env, user, numbers, partner_id="n", login="'staff-' || n")
    copy_rows(env, model.resource_id, numbers, user_id="n", name="'Person ' || n")
    own = {"user_id": "n", "resource_id": "n", "work_contact_id": "n", "name": "'Person ' || n"}
    copy_rows(env, model, numbers, **own)
    copy_rows(env, model.version_id, numbers, employee_id="n")
    env.cr.execute("UPDATE hr_employee SET current_version_id = id WHERE id >= %s", [FIRST])
    return list(numbers)


def add_records(env, employee_ids, each=5):
    """Give each of them ``each`` records of service this year, of 60 to 240 minutes."""
    env.cr.execute(
        SQL(
            "INSERT INTO leifeng_service_record (employee_id, employee_name, company_id, kind, "
            "source, rounding, content, organizing_unit, recording_unit, date, start, stop, "
            "minutes) SELECT e, 'Person', %s, 'service', 'sheet', 'tenth', 'Service', 'A', 'A', "
            "day, day, day + interval '1 hour', 60 + (e * 7 + n * 13) %% 180 "
            "FROM unnest(%s) e, generate_series(1, %s) n, (SELECT %s::date AS day) days",
            env.company.id,
            employee_ids,
            each,
            Date.today(),
        )
    )


def add_lines(env, session, employee_ids):
    """Put every fourth of them into the line of ``session``."""
    env.cr.execute(
        SQL(
            "INSERT INTO leifeng_session_signup (session_id, employee_id, employee_name, line_no, "
            "source, attendance, live, start, stop) SELECT x.id, e, 'Person', "
            "nextval('leifeng_session_signup_line_no_seq'), 'self', 'pending', TRUE, x.start, "
            "x.stop FROM leifeng_session x, unnest(%s) e WHERE x.id = %s AND e %% 4 = 0",
            employee_ids,
            session.id,
        )
    )


def copy_rows(env, record, numbers, **columns):
    """Insert copies of a record under the ids ``numbers``; ``columns`` are SQL of the number n."""
    env.flush_all()
    pairs = {"id": "n", **columns}
    changed = SQL(", ").join(SQL("%s::text, " + sql, name) for name, sql in pairs.items())
    env.cr.execute(
        SQL(
            "INSERT INTO %(table)s SELECT (jsonb_populate_record(m, jsonb_build_object(%(changed)s)"
            ")).* FROM %(table)s m, unnest(%(numbers)s) n WHERE m.id = %(id)s",
            table=SQL.identifier(record._table),
            changed=changed,
            numbers=list(numbers),
            id=record.id,
        )
    )
