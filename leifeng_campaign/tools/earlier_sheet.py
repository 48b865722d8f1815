"""Reading honors and essays of earlier years from an agency's own lists."""

import re

from . import table_file

LONGEST = 20_000  # characters of an essay
# What a column may be called, whatever the language; spaces and case don't count.
TITLES = {
    "year": ("year", "年度", "年份", "获奖年度", "獲獎年度"),
    "award": ("award", "奖项", "獎項", "奖项名称", "獎項名稱", "荣誉", "榮譽", "评选项目"),
    "tier": ("tier", "等次", "等级", "等級", "奖级", "獎級"),
    "number": ("staffnumber", "工号", "工號", "员工编号", "員工編號", "职工号"),
    "name": ("fullname", "name", "姓名", "作者"),
    "department": ("department", "部门", "部門", "处室"),
    "title": ("title", "titleoftheessay", "题目", "題目", "标题", "標題"),
    "body": ("text", "textoftheessay", "正文", "全文", "作品"),
}
YEAR = re.compile(r"((?:19|20)\d\d)(?:\s*年(?:度)?|-\d{1,2}-\d{1,2})?")


def read(content, titles=()):
    """Return the rows of a file (bytes) as [(row number, {field: text})].

    ``titles`` as in ``table_file.read``. Raises NotReadable, and KeyError with the names of fields
    that no column stands for.
    """
    columns, rows = table_file.read(content, TITLES, titles, LONGEST)
    missing = [name for name in ("year", "award") if name not in columns]
    if not {"number", "name", "department"} & columns:
        missing.append("name")
    if missing:
        raise KeyError(*missing)
    return rows


def year(text):
    """Return the year in '2025', '2025年度' or '2025-03-05'; 0 for none."""
    match = YEAR.fullmatch(text.strip())
    return int(match[1]) if match else 0


def kind(cells):
    """Return who the row is about: essay where it has a title or text, person or department."""
    if cells["title"] or cells["body"]:
        return "essay"
    return "person" if cells["number"] or cells["name"] else "department"
