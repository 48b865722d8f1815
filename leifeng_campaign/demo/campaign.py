"""This year's campaign: the standard plan with its dates around today, and the department plans."""

from . import department_plans
from .clock import at, moment

# First and last workday of the campaign and of each phase, counted from today.
SPAN = (-32, 16)
PHASES = {
    "学习提升阶段": (-32, 3),
    "志愿行动阶段": (-12, 10),
    "评选推荐阶段": (-10, 10),
    "总结表彰阶段": (11, 16),
}
THEME = "学雷锋、树新风，把好事办在群众家门口"
LEADING_GROUP = """组长：程泊舟
副组长：蒋云帆
成员：周以宁、许清和、何慕言、石敬修、宋闻笛、梁怀谷、段知秋、袁牧野、纪如松
办公室设在机关党委办公室"""
OFFICE = "机关党委办公室"
RESPONSIBLE = {
    "社区服务": "政务大厅管理科",
    "环保服务": "数据资源科",
    "交通劝导": "政务大厅管理科",
}


def build(agency):
    with at(moment(agency.days.workday(-34), "10:00")):
        campaign = create(agency, agency.days.today.year, "3号")
        campaign.action_start()
    agency.activities.update({act.name: act for act in campaign.plan_activity_ids})
    department_plans.build(agency, campaign)


def create(agency, year, number):
    """Return the campaign of ``year``, in preparation, made by the import of the standard plan."""
    reading = agency.officer(agency.env["leifeng.plan.import"]).create({"source": "standard"})
    reading.action_read()
    first, last = _dates(agency, SPAN)
    reading.write(
        {
            "name": f"{year}年学雷锋活动",
            "theme": THEME,
            "document_number": f"望政数党〔{year}〕{number}",
            "leading_group": LEADING_GROUP,
            "date_start": first,
            "date_stop": last,
        }
    )
    for part in reading.line_ids:
        part.write(_part_values(agency, part))
    return reading.env["leifeng.campaign"].browse(reading.action_create()["res_id"])


def _part_values(agency, part):
    """Return what the office adds to a part of the plan: dates, the responsible department."""
    if part.kind == "phase":
        first, last = _dates(agency, PHASES[part.name])
        return {"date_start": first, "date_stop": last}
    if part.kind == "activity":
        return {"responsible": RESPONSIBLE.get(part.name, OFFICE)}
    return {}


def _dates(agency, span):
    return [agency.days.workday(count) for count in span]
