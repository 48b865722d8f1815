"""This year's campaign: the standard plan with its dates around today, and the department plans."""

from odoo import Command

from . import department_plans
from .agency import rows
from .clock import at, moment

# First and last workday of the campaign and of each phase, counted from today.
SPAN = (-32, 16)
PHASES = {
    "学习提升阶段": (-32, 3),
    "志愿行动阶段": (-12, 10),
    "评选推荐阶段": (-10, 10),
    "总结表彰阶段": (11, 16),
}
HEADS = "周以宁、许清和、何慕言、石敬修、宋闻笛、梁怀谷、段知秋、袁牧野、纪如松"
TEXTS = {
    "theme": "学雷锋、树新风，把好事办在群众家门口",
    "background": "为学习弘扬雷锋精神，引导机关干部职工立足岗位、服务群众，制定本方案。",
    "objectives": "学有所悟。了解雷锋事迹，联系本职工作理解雷锋精神。\n"
    "行有所为。按居民需求开展志愿服务，件件有回音，群众更满意。\n"
    "评有所据。评选有标准、有程序，先进典型让人信服。\n"
    "常有所续。好的服务岗全年坚持下去。",
    "participants": "机关全体干部职工。志愿服务自愿报名。",
    "requirements": "加强领导。部门负责人亲自抓，明确一名联络员，制定部门计划。\n"
    "注重实效。不下达人数和时长指标，不要求拍照留痕，不搞排名通报。\n"
    "做好保障。落实培训、保险和物资，保护服务对象隐私。\n"
    "广泛宣传。利用内部刊物、网站、宣传栏及时报道；刊发照片须经本人同意。",
    "leading_group": f"组长：程泊舟\n副组长：蒋云帆\n成员：{HEADS}\n办公室设在机关党委办公室",
}
SELECTION = {
    "criteria": "爱岗敬业，业绩突出\n团结互助，乐于奉献\n服务热情，群众认可\n积极参加志愿服务",
    "procedure": "个人自荐或部门推荐\n部门初审\n评审小组评审\n征求人事、纪检意见\n机关党委审定\n"
    "公示5个工作日\n表彰并颁发证书",
}


def build(agency):
    with at(moment(agency.days.workday(-34), "10:00")):
        campaign = create(agency, agency.days, agency.days.today.year, "3号")
        campaign.action_start()
    agency.activities.update({act.name: act for act in campaign.plan_activity_ids})
    department_plans.build(agency, campaign)


def create(agency, days, year, number):
    """Return a campaign of ``year`` as the standard plan has it, in preparation."""
    phases = [
        {
            "name": name,
            "sequence": sequence,
            "date_start": days.workday(first),
            "date_stop": days.workday(last),
            "activity_ids": [Command.create(vals) for vals in _activities(agency, name)],
        }
        for sequence, (name, (first, last)) in enumerate(PHASES.items(), 1)
    ]
    return agency.officer(agency.env["leifeng.campaign"]).create(
        {
            **TEXTS,
            "name": f"{year}年学雷锋活动",
            "document_number": f"望政数党〔{year}〕{number}",
            "date_start": days.workday(SPAN[0]),
            "date_stop": days.workday(SPAN[1]),
            "phase_ids": [Command.create(vals) for vals in phases],
        }
    )


def _activities(agency, phase):
    """Return values of the activities of ``phase`` in the plan's order."""
    return [
        {
            "name": row["activity"],
            "sequence": sequence,
            "kind": row["kind"],
            "category": row["category"],
            "department_id": agency.departments[row["department"]].id,
            "instructions": row["instructions"],
            **(SELECTION if row["activity"] == "岗位学雷锋标兵评选" else {}),
        }
        for sequence, row in enumerate(rows("plan.csv"), 1)
        if row["phase"] == phase
    ]
