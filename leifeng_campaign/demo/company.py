"""The agency itself: name, office, working hours, and the organizations that it serves with."""

import base64

from odoo import Command

from .agency import FOLDER, rows
from .clock import BEIJING

COMPANY = {
    "name": "云澜市望溪区政务服务和数据管理局（演示单位，纯属虚构）",
    "city": "云澜市",
    "street": "望溪区望溪大道66号",
    "phone": "0000-8801312",
    "email": "dangwei@wangxi.example",
    "leifeng_office": "机关党委办公室",
    "leifeng_office_address": "云澜市望溪区望溪大道66号主楼三层312室",
    "leifeng_office_hours": "工作日9:00—11:30、14:30—17:30",
    "leifeng_honor_format": "望政数荣〔%(year)s〕%(number)03d号",
    "leifeng_office_phone": "0000-8801312",
    "leifeng_certificate_format": "望政数志〔%(year)s〕%(number)03d号",
}
WORKING_HOURS = {"morning": (8.5, 12), "afternoon": (13.5, 17.5)}


def build(agency):
    company = agency.env.company
    logo = base64.b64encode((FOLDER / "logo.svg").read_bytes())
    company.write({**COMPANY, "country_id": agency.env.ref("base.cn").id, "logo": logo})
    company.resource_calendar_id.write(
        {
            "name": "机关工作时间",
            "tz": BEIJING,
            "attendance_ids": [Command.clear(), *map(Command.create, _attendances())],
        }
    )
    # Accounts are opened by the office; nobody registers at the login page.
    agency.env["ir.config_parameter"].set_param("auth_signup.invitation_scope", "b2b")
    partners = agency.env["res.partner"].create(
        [_partner_values(row) for row in rows("partners.csv")]
    )
    agency.partners.update({partner.name: partner for partner in partners})


def _attendances():
    return [
        {
            "name": "上午" if period == "morning" else "下午",
            "dayofweek": str(weekday),
            "day_period": period,
            "hour_from": start,
            "hour_to": stop,
        }
        for weekday in range(5)
        for period, (start, stop) in WORKING_HOURS.items()
    ]


def _partner_values(row):
    values = {key: row[key] for key in ("name", "street", "phone")}
    contact = [Command.create({"name": row["contact"], "phone": row["phone"]})]
    return {**values, "is_company": True, "child_ids": contact if row["contact"] else []}
