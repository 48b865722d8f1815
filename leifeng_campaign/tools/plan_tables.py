"""Tables of 时间 / 内容 / 责任部门: each row an activity. Rows are lines, cells are parted by tabs."""

import re
from itertools import pairwise

from .plan_activities import describe
from .plan_dates import find_periods
from .plan_items import short_name
from .plan_parts import Activity, Phase
from .plan_titles import cut_title

_COLUMNS = [
    ("stage", re.compile(r"阶段")),
    ("when", re.compile(r"时间|日期|月份|进度")),
    ("who", re.compile(r"责任|牵头|负责|承办|部门|单位|科室|处室")),
    ("name", re.compile(r"项目|名称|主题|活动$")),
    ("what", re.compile(r"内容|任务|事项|安排|工作|措施|活动")),
    ("number", re.compile(r"序号|编号|^№$")),
]


def table_phases(source, start, stop, year, name):
    """The ``Phase``s of the tables in a span: one per 阶段, else one called ``name``; ``[]`` without a table."""
    phases, header, last = [], None, {}
    for cells in _rows(source, start, stop):
        columns = _header(source, cells)
        if columns:
            header, last = columns, {}
            for cell in cells:
                source.take_label(*cell)
        elif header:
            row = {
                column: cell
                for column, cell in zip(header, cells, strict=False)
                if _text(source, cell)
            }
            _add_row(source, phases, row, last, header, year, name)
    return phases


def _rows(source, start, stop):
    """``[[(start, stop)]]``: the cells of each line with tabs."""
    for line in source.key[start:stop].split("\n"):
        edges = [
            start - 1,
            *(start + found.start() for found in re.finditer("\t", line)),
            start + len(line),
        ]
        if len(edges) > 2:
            yield [(left + 1, right) for left, right in pairwise(edges)]
        start += len(line) + 1


def _text(source, cell):
    return source.key[slice(*cell)].strip()


def _header(source, cells):
    """The column of each cell if the line is a header (column, header cell), else None."""
    found = [_column(_text(source, cell)) for cell in cells]
    if sum(column is not None for column in found) < 2 or any(
        len(_text(source, cell)) > 12 for cell in cells
    ):
        return None
    columns = []
    for index, column in enumerate(found):
        taken = column is None or column in [name for name, _label in columns]
        columns.append((f"more {index}" if taken else column, _text(source, cells[index])))
    return columns


def _column(label):
    return next((column for column, words in _COLUMNS if words.search(label)), None)


def _add_row(source, phases, row, last, header, year, name):
    cells = {column: (label, cell) for (column, label), cell in row.items()}
    # A cell merged over several rows stands in the first of them.
    stage = cells.get("stage") or last.get("stage")
    when = cells.get("when") or last.get("when")
    if not phases or "stage" in cells:
        phases.append(_phase(source, stage, year, name))
    if "name" in cells or "what" in cells:
        phases[-1].activities.append(_activity(source, cells, when, year))
    last.update({column: value for column, value in cells.items() if column in ("stage", "when")})


def _phase(source, stage, year, name):
    if not stage:
        return Phase(name)
    start, stop = stage[1]
    periods = find_periods(source.key[start:stop], 1)
    dates = periods[0].dates(year) if periods else (None, None)
    cut = cut_title(source.key[start:stop], guess=False)
    end = start + cut.name if cut.name else stop
    return Phase(source.take(start, end), "", source.take(end, stop), *dates)


def _activity(source, cells, when, year):
    start, stop = (cells.get("name") or cells["what"])[1]
    cut = cut_title(source.key[start:stop]) if "name" not in cells else None
    if cut and cut.name:
        name_span, text_start = (start, start + cut.name), start + cut.text
    elif cut:
        name_span, text_start = short_name(source.key, start, stop), start
    else:
        name_span, text_start = (start, stop), stop
    activity = Activity(source.take_name(*name_span), source.take(text_start, stop))
    describe(
        source, activity, name_span, cells["what"][1] if "what" in cells else (text_start, stop)
    )
    _add_cells(source, activity, cells, when, year)
    return activity


def _add_cells(source, activity, cells, when, year):
    lines = [activity.text]
    for column, (label, cell) in cells.items():
        if column == "who":
            activity.responsible = source.take(*cell)
        elif column == "what" and "name" in cells:
            lines.append(source.take(*cell))
        elif column == "when" or column.startswith("more"):
            lines.append(f"{label}：{source.take(*cell)}")
    activity.text = "\n".join(line for line in lines if line)
    periods = find_periods(source.key[slice(*when[1])], 1) if when else []
    activity.date_start, activity.date_stop = periods[0].dates(year) if periods else (None, None)
