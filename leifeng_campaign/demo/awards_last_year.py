"""Last year's awards, all granted: one certificate was issued anew, one honor was revoked."""

from . import award_path as path
from . import award_steps as steps
from . import department_plans
from .agency import rows
from .clock import at, moment

DAYS = (-8, -4)
MARKS = {
    "古丽米热·艾山": 0.97,
    "柳如风": 0.91,
    "褚一帆": 0.86,
    "岳小楼": 0.8,
    "车向前": 0.92,
    "谭青山": 0.7,
    "政务大厅管理科": 0.95,
    "热线与评价科": 0.88,
}


def build(agency, campaign):
    with at(moment(agency.days.workday(-32), "9:30")):
        for sequence, row in enumerate(rows("departments.csv"), 1):
            department_plans.take_part(agency, campaign, row, sequence)
    awards = _essays(agency, campaign) | _models(agency, campaign) | _departments(agency, campaign)
    days, year = agency.days, campaign.date_start.year
    for award in awards:
        _decide(agency, award)
    path.publish(agency, awards, days.workday(4), f"关于{year}年学雷锋活动拟表彰对象的公示")
    name = f"关于表彰{year}年学雷锋活动先进的决定"
    path.decide(agency, awards, days.workday(10), name, f"望政数党〔{year}〕9号")
    _afterwards(agency, awards, year)


def _rows(kind):
    return [row for row in rows("last_year.csv") if row["kind"] == kind]


def _award(agency, campaign, activity, name, kind, sheet, tiers, **vals):
    award = steps.award(
        agency,
        campaign,
        name,
        kind,
        sheet,
        tiers,
        DAYS,
        activity_id=agency.activities[activity].id,
        **vals,
    )
    steps.open_for_entries(agency, award)
    return award


def _essays(agency, campaign):
    tiers = (("一等奖", 1), ("二等奖", 1))
    award = _award(
        agency,
        campaign,
        "主题征文",
        "“雷锋在身边”主题征文",
        "essay",
        "essay",
        tiers,
        max_characters=1500,
    )
    day = agency.days.workday(-6)
    essays = [
        steps.hand_in(agency, award, row["name"], row["title"], row["text"], day)
        for row in _rows("essay")
    ]
    return _screened(agency, award, essays)


def _models(agency, campaign):
    tiers = (("岗位学雷锋标兵", 3),)
    activity = "岗位学雷锋标兵评选"
    award = _award(agency, campaign, activity, "岗位学雷锋标兵", "person", "models", tiers)
    day = agency.days.workday(-6)
    entries = [
        steps.nominate(agency, award, row["name"], "department", row["title"], row["text"], day)
        for row in _rows("person")
    ]
    return _screened(agency, award, entries)


def _departments(agency, campaign):
    tiers = (("优秀组织奖", 2),)
    return _award(
        agency,
        campaign,
        "优秀组织奖评选",
        "学雷锋活动优秀组织奖",
        "department",
        "departments",
        tiers,
    )


def _screened(agency, award, entries):
    steps.end_entries(agency, award, agency.days.workday(-4))
    # sudo: leifeng.award.entry - of people who read each their own
    joined = award.env["leifeng.award.entry"].union(*(entry.sudo() for entry in entries))
    steps.screen(agency, award, joined, agency.days.workday(-3))
    return award


def _decide(agency, award):
    day = agency.days.workday
    steps.start_judging(agency, award, day(-2))
    steps.score(agency, award, day(-1), MARKS)
    steps.close_scoring(agency, award, day(0))
    path.propose(agency, award, day(1))
    path.give_opinions(agency, award, day(2))
    path.approve(agency, award, day(3))


def _afterwards(agency, awards, year):
    # sudo: leifeng.certificate - found by the builder
    honors = agency.env["leifeng.certificate"].sudo().search([("award_id", "in", awards.ids)])
    by_name = {honor.holder_name: agency.by(path.MANAGER, honor.sudo(False)) for honor in honors}
    with at(moment(agency.days.workday(14), "10:00")):
        by_name["古丽米热·艾山"].action_reissue_honor(
            "古丽米热·艾山", "原证书姓名中的间隔号印制不清，换发。"
        )
    with at(moment(agency.days.workday(16), "10:00")):
        by_name["褚一帆"].action_revoke_honor(
            "本人说明材料中的服务次数计算有误，主动申请撤销。", f"望政数党〔{year}〕12号"
        )
