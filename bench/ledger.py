"""The ledger as xlsx beside what xlsxwriter alone needs for the same cells, and its memory."""

import tempfile
import time
from datetime import timedelta

import xlsxwriter

from odoo.fields import Date

from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.memory import MB, peak
from bench.common.table import print_table

SIZES = (10_000, 100_000)
DEPARTMENTS, PEOPLE = 20, 1000
ROUNDS = 3


def run(registry):
    """Print times, ratio and memory at both sizes; returns {size: ratio}."""
    with registry.cursor() as cr:
        env = environment(cr)
        people = make_people(env)
        rows, ratios, made = [], {}, 0
        for size in SIZES:
            make_records(env, people, size - made)
            made = size
            memory = [peak(write_ledger, env), peak(cells_of, env)]
            ours, alone, cells = compare(env)
            ratios[size] = ours / alone
            row = (size, cells, f"{ours:.1f}", f"{alone:.1f}", f"{ours / alone:.2f}")
            rows.append((*row, *(f"{each / MB:.0f}" for each in memory)))
        cr.rollback()
    print_table(
        [
            "records",
            "cells",
            "ours, s",
            "xlsxwriter alone, s",
            "times",
            "peak, MB",
            "peak of a list, MB",
        ],
        rows,
    )
    return ratios


def compare(env):
    """Return the best seconds of ours and of xlsxwriter alone, in turn, and how many cells."""
    sheets = cells_of(env)
    ours, alone = [], []
    for _round in range(ROUNDS):
        ours.append(timed(lambda: write_ledger(env)))
        alone.append(timed(lambda: write_alone(sheets)))
    count = sum(filled(cell) for _name, _kinds, rows in sheets for row in rows for cell in row)
    return min(ours), min(alone), count


def timed(act):
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


# what is compared


def wizard(env):
    """Return the export of all records of this year, one row each, masked."""
    today = Date.today()
    return env["leifeng.ledger.export"].create(
        {
            "scope": "period",
            "date_from": today - timedelta(days=400),
            "date_to": today,
            "rows": "records",
        }
    )


def write_ledger(env):
    with tempfile.TemporaryFile() as file:
        wizard(env)._write(file)


def cells_of(env):
    """Return [(sheet's name, kinds of its columns, rows)] as the export writes them; the cells
    that it leaves empty are None."""
    export = wizard(env)
    columns, rows = export._records_table([])
    by_department = {}
    for row in rows:
        by_department.setdefault(row[-1], []).append(row[: len(columns)])
    kinds = [column.kind for column in columns]
    return [(f"Sheet {key}", kinds, part) for key, part in by_department.items()]


def write_alone(sheets):
    """Write the same cells with nothing but xlsxwriter, by its fastest calls."""
    with (
        tempfile.TemporaryFile() as file,
        xlsxwriter.Workbook(file, {"constant_memory": True}) as book,
    ):
        formats = {kind: book.add_format({"valign": "top"}) for kind in ("text", "number", "date")}
        for name, kinds, rows in sheets:
            sheet = book.add_worksheet(name)
            write = {"text": sheet.write_string}
            writers = [(write.get(kind, sheet.write_number), formats[kind]) for kind in kinds]
            for number, row in enumerate(rows):
                for index, value in enumerate(row):
                    if value is not None and value != "":
                        writers[index][0](number, index, value, writers[index][1])


def filled(value):
    return value is not None and value != ""


# data


def make_people(env):
    """Return the ids of employees of several departments."""
    departments = env["hr.department"].create(
        [{"name": f"Department {index}"} for index in range(DEPARTMENTS)]
    )
    people = env["hr.employee"].create(
        [
            {"name": f"人员{index}", "department_id": departments[index % DEPARTMENTS].id}
            for index in range(PEOPLE)
        ]
    )
    env.flush_all()
    return people.ids


def make_records(env, people, count):
    """Write ``count`` records by SQL, evenly over a year and the departments."""
    env.cr.execute(
        """
        INSERT INTO leifeng_service_record (
            employee_id, employee_name, employee_number, department_id, department_name, kind,
            date, start, stop, break_minutes, raw_minutes, minutes, work_minutes, rounding,
            content, location, organizing_unit, recording_unit, leader_name, source, recorded_by,
            company_id, create_date)
        SELECT e.id, e.name, 'WX' || lpad(e.id::text, 6, '0'), v.department_id, 'Department',
               'service', day, day + time '10:30', day + time '12:41', 0, 131, 126, 0, 'tenth',
               '环境卫生整治', '柳岸街5号门前集合', %(unit)s, %(unit)s, '牛立军', 'sheet', '许清和',
               %(company)s, now()
          FROM generate_series(1, %(count)s) n
          JOIN hr_employee e ON e.id = (%(people)s::int[])[1 + n %% %(size)s]
          JOIN hr_version v ON v.id = e.current_version_id
          CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE 'UTC')::date - n %% 365 AS day) d
        """,
        {
            "unit": "云澜市望溪区政务服务和数据管理局",
            "company": env.company.id,
            "count": count,
            "people": people,
            "size": len(people),
        },
    )
    env.cr.execute("ANALYZE leifeng_service_record")


if __name__ == "__main__":
    run(open_registry())
