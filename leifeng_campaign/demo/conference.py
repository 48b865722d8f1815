"""The conference's agenda with outlines, and the next steps of both years."""

from . import award_path
from .clock import at, moment

DIRECTION = """一、把和风社区学雷锋志愿服务站作为全年项目，每月值守两次。
二、按居民需求安排服务，件件有回音，不下达人数和时长指标。
三、让好做法留得住：标兵带一名新同事，帮办经验写进办事指南。"""
LEADER, SECRETARY = "程泊舟", award_path.MANAGER
SPEAKERS = ("沈知夏", "俞景初")
OUTLINE = """各位领导、同事：
我在综合窗口工作了六年，今天想说三件小事。
一、把话说明白。办事指南上的“行为能力”“法定代理”，很多老人听不懂。我把十八项常办的事写成“一张图办事”小卡片，哪一步、带什么、找谁，一看就懂。
二、多走一步。去年有二十七位行动不便的老人来不了大厅，我和同事利用午休上门认定。其实路不远，难的是第一次敲门；敲开了，后面就有人主动约我们。
三、带着新人走。一个人做得再多也有限。今年我带了两位新同事，她们现在独当一面，比我当年还细心。
我常想，窗口只有一米宽，心要再宽一点。今后我会继续到服务站值守，也想请大家把群众听不懂的话告诉我，我们一起改成大白话。
谢谢大家。"""
# what, department, days from today, what belongs to it
STEPS = (
    (
        "服务站值守列为全年项目，每月两次",
        "政务大厅管理科",
        40,
        "与和风社区商定时间，第一次值守前公布班次。",
    ),
    (
        "需求登记补问“需要带什么、几个人够”",
        "热线与评价科",
        10,
        "改好登记页面后告诉机关党委办公室。",
    ),
    ("为社区统一备一批常用物资", "办公室", 25, "手套、垃圾袋、应急联系卡，登记领用。"),
    ("自助机放大字版在大厅全部启用", "数据资源科", 60, ""),
)
RESPONSIBLE = "俞景初"  # for the last of them; has an account in the portal alone
# Last year's, the days counted from that year's today
LAST_STEPS = (
    (
        "学府路口雨天换岗的通知办法",
        "政务大厅管理科",
        30,
        "雨天提前一小时电话告知，已写入领队须知。",
    ),
    ("走访独居老人改为两人一组", "审批服务二科", 45, "已照办，全年走访均为两人一组。"),
    ("与梧桐里社区签订共建协议", "机关党委办公室", 258, ""),
)


def build(agency):
    conference = agency.env["leifeng.session"].search(
        [("kind", "=", "ceremony"), ("state", "=", "draft")], limit=1
    )
    campaign = conference.campaign_id
    last = [("id", "!=", campaign.id), ("date_start", "<", campaign.date_start)]
    previous = campaign.search(last, limit=1)
    agency.officer(campaign).write({"direction": DIRECTION, "previous_id": previous.id})
    _agenda(agency, conference)
    _outlines(agency, conference)
    steps = _steps(agency, campaign, STEPS, agency.days)
    steps[-1].employee_id = agency.people[RESPONSIBLE]


def last_year(agency, campaign):
    """Write down what was to follow last year; two of three were reported."""
    steps = _steps(agency, campaign, LAST_STEPS, agency.days)
    for step, (_name, _department, days, report) in zip(steps, LAST_STEPS, strict=True):
        if report:
            with at(moment(agency.days.workday(days - 5), "10:00")):
                agency.by(step.part_id.coordinator_id.name, step).action_report(report)


def _steps(agency, campaign, texts, days):
    steps = agency.officer(agency.env["leifeng.followup"])
    return steps.create(
        [
            {
                "name": name,
                "campaign_id": campaign.id,
                "department_id": agency.departments[department].id,
                "date_due": days.workday(count),
                "description": more if texts is STEPS else False,
            }
            for name, department, count, more in texts
        ]
    )


def _agenda(agency, conference):
    office = agency.officer(conference)
    office.action_propose_agenda()
    office.speech_due = agency.days.workday(10)
    for item in office.agenda_ids:
        if item.kind == "awards":
            item.presenter = LEADER
        elif item.kind == "decision":
            item.speaker = SECRETARY
        elif item.kind == "deployment":
            item.write({"speaker": LEADER, "name": "讲话并部署下一步工作"})
    _speakers(agency, office)


def _speakers(agency, conference):
    """The office chooses two persons, whoever was proposed."""
    conference.agenda_ids._spoken().unlink()
    deployment = conference.agenda_ids.filtered(lambda item: item.kind == "deployment")
    conference.agenda_ids.create(
        [
            {
                "session_id": conference.id,
                "kind": "speech",
                "name": f"交流发言：{name}",
                "employee_id": agency.people[name].id,
                "sequence": deployment.sequence - 1,
            }
            for name in SPEAKERS
        ]
    )


def _outlines(agency, conference):
    """Both are asked; one has handed in."""
    agency.officer(conference).action_ask_outlines()
    mine = agency.by(SPEAKERS[0], agency.env["leifeng.session.speech"])._mine()
    mine.action_save(OUTLINE)
    mine.action_submit()
