"""Reading the hours that a partner organization recorded: xlsx, or csv in UTF-8 or GB18030."""

import re
from datetime import date, time
from decimal import Decimal, InvalidOperation

from . import table_file
from .table_file import NotReadable, cell_text, workbook  # noqa: F401 - parts of reading a sheet

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


def read(content, titles=()):
    """Return the rows of a file (bytes) as [(row number, {field: text})].

    ``titles``: {field: title} in the user's language, beside those of ``TITLES``. Raises
    NotReadable, and KeyError with the names of fields that no column stands for.
    """
    columns, rows = table_file.read(content, TITLES, titles)
    missing = [name for name in ("date", "content") if name not in columns]
    if not {"number", "name"} & columns:
        missing.insert(0, "name")
    if missing:
        raise KeyError(*missing)
    return rows


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
