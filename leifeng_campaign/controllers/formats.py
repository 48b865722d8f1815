"""What pages write: days and times of the agency, and words of selection fields."""

from odoo.tools.misc import format_date

from ..tools.moments import (  # noqa: F401 - pages write all of them as formats.…
    clock_text,
    date_text,
    day_text,
    local,
    moment_text,
    span_text,
    times_text,
)


def long_date(env, day):
    """Return '2026年3月5日', 'March 5, 2026'."""
    return format_date(env, day, date_format="long")


def label(record, name):
    """Return the word of a selection field's value, or ''."""
    return dict(record._fields[name]._description_selection(record.env)).get(record[name], "")
