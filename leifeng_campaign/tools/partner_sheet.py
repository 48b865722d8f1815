"""Reading the hours that a partner organization recorded: xlsx, or csv in UTF-8 or GB18030."""

import csv
import io
import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

MAX_ROWS, MAX_COLUMNS = 5000, 40
MAX_UNPACKED = 100 * 1024 * 1024  # bytes of a workbook that isn't a bomb
# What openpyxl meets in files that are no workbooks; malformed XML is a SyntaxError.
BROKEN = (
    BadZipFile,
    zlib_error,
    InvalidFileException,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
)
WIDTH = 18  # characters of a column
# What a column may be called, whatever the language; spaces and case don't count.
TITLES = {
    "number": ("staffnumber", "工号", "员工编号", "員工編號", "职工号"),
    "name": ("fullname", "name", "姓名"),
    "department": ("department", "部门", "部門", "处室"),
    "date": ("date", "日期", "服务日期", "服務日期"),
    "start": ("from", "起", "开始时间", "開始時間", "开始", "時間起"),
    "stop": ("to", "止", "结束时间", "結束時間", "结束"),
    "hours": ("hours", "时长", "時數", "服务时长", "服務時數", "小时"),
    "content": ("service", "服务内容", "服務內容", "活动名称", "服务项目"),
    "location": ("place", "地点", "地點", "服务地点"),
    "organizing_unit": ("organizingunit", "组织单位", "組織單位", "活动组织单位"),
    "recording_unit": ("recordingunit", "记录单位", "紀錄單位"),
}
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
TIME = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?")


class NotReadable(ValueError):
    """The file is neither a workbook nor a text of columns."""


def read(content, titles=()):
    """Return the rows of a file (bytes) as [(row number, {field: text})].

    ``titles``: {field: title} in the user's language, beside those of ``TITLES``. Raises
    NotReadable, and KeyError with the names of fields that no column stands for.
    """
    rows = _table(content)
    head = next(rows, (0, []))[1]
    columns = _columns(head, dict(titles))
    found = []
    for number, cells in rows:
        texts = {name: cells[index] for name, index in columns.items() if index < len(cells)}
        if any(texts.values()):
            found.append((number, {name: texts.get(name, "") for name in TITLES}))
    return found


def _table(content):
    """Return an iterator of (row number, [text]); a workbook's first sheet."""
    rows = _workbook(content) if content[:2] == b"PK" else _text(content)
    return ((number, row) for number, row in enumerate(rows, 1) if number <= MAX_ROWS + 1)


def _workbook(content):
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise NotReadable("too large when unpacked")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        cells = sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True)
        return [[cell_text(value) for value in row] for row in cells]
    except BROKEN as error:
        raise NotReadable(str(error)) from error


def _text(content):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise NotReadable("neither UTF-8 nor GB18030")
    if "\0" in text:
        raise NotReadable("not a text")
    mark = max(",;\t，", key=text.partition("\n")[0].count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise NotReadable(str(error)) from error
    return [[cell_text(value) for value in row[:MAX_COLUMNS]] for row in lines]


def cell_text(value):
    """Return a cell as text: a day '2026-03-05', a time '07:30', a number without '.0'."""
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return f"{value:%Y-%m-%d}{clock}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\0", "").strip()[:500]


def _columns(head, titles):
    plain = ["".join(cell.split()).lower() for cell in head]
    columns = {}
    for name, known in TITLES.items():
        wanted = {*known, "".join(titles.get(name, "").split()).lower()}
        index = next((place for place, cell in enumerate(plain) if cell and cell in wanted), None)
        if index is not None:
            columns[name] = index
    missing = [name for name in ("date", "content") if name not in columns]
    if not {"number", "name"} & columns.keys():
        missing.insert(0, "name")
    if missing:
        raise KeyError(*missing)
    return columns


def day(text):
    """Return the date in '2026-03-05', '2026/3/5' or '2026年3月5日'; None for none."""
    match = DATE.match(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def clock(text):
    """Return the time in '7:30', '07:30:00' or '2026-03-05 07:30'; None for none."""
    match = TIME.search(text)
    try:
        return time(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def minutes(text):
    """Return hours such as '1.5' or '2小时' as whole minutes, cut down; None for none."""
    match = re.fullmatch(r"([\d.]+)\s*(?:小时|小時|时|h|hours?)?", text.strip())
    try:
        return int(Decimal(match[1]) * 60) if match else None
    except InvalidOperation:
        return None


def workbook(headers, rows):
    """Return an xlsx file (bytes): ``headers`` and ``rows`` of texts, all cells as text."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        title = book.add_format({"bold": True, "bg_color": "#F2DCDB", "border": 1})
        sheet.set_column(0, len(headers) - 1, WIDTH, text)
        sheet.freeze_panes(1, 0)
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header, title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value, text)
    return file.getvalue()
