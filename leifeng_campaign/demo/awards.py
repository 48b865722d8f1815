"""This year's awards, each at another stage."""

from . import award_path as path
from . import award_steps as steps
from .agency import rows
from .clock import at, moment

MODELS, VOLUNTEERS, COORDINATORS = "岗位学雷锋标兵", "优秀学雷锋志愿者", "优秀联络员"
BEST = ("沈知夏", "俞景初", "石小川", "鲁长生", "胡水根")
TILT = "同等条件下向一线工勤岗位倾斜，符合评选通知第三条。"
# What the panel thinks of the candidates: shares of the points.
MARKS = {
    "沈知夏": 0.95,
    "俞景初": 0.91,
    "石小川": 0.89,
    "鲁长生": 0.88,
    "祝余庆": 0.86,
    "胡水根": 0.85,
    "郑可心": 0.78,
    "秦珺": 0.77,
    "卢思齐": 0.76,
    "吴若桐": 0.85,
    "万晴": 0.9,
    "文一诺": 0.88,
}


def build(agency):
    campaign = agency.activities["主题征文"].campaign_id
    _essays(agency, campaign)
    _stories(agency, campaign)
    _models(agency, campaign)
    _volunteers(agency, campaign)
    _coordinators(agency, campaign)
    _organization(agency, campaign)


def _day(agency, count):
    return agency.days.workday(count)


def _nominations(agency, award):
    """Return {name: entry} of the nominations for ``award``, handed in on its third day."""
    day = agency.days.calendar.add(award.date_open, 2)
    return {
        row["name"]: steps.nominate(
            agency, award, row["name"], row["origin"], row["short"], row["full"], day
        )
        for row in rows("nominations.csv")
        if row["award"] == award.name
    }


def _joined(award, entries):
    # sudo: leifeng.award.entry - of people who read each their own
    return award.env["leifeng.award.entry"].union(*(entry.sudo() for entry in entries))


def _essays(agency, campaign):
    """In panel review: 68 of the sheets are in, one of them an abstention."""
    award = steps.award(
        agency,
        campaign,
        "“学雷锋、树新风”主题征文",
        "essay",
        "essay",
        (("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        (-30, -9),
        activity_id=agency.activities["主题征文"].id,
        min_characters=100,
        max_characters=1500,
        date_screening=_day(agency, -8),
        date_judging=_day(agency, 5),
        date_notice=_day(agency, 8),
    )
    steps.open_for_entries(agency, award)
    essays = [
        steps.hand_in(
            agency, award, row["author"], row["title"], row["text"], _day(agency, -20 + number // 3)
        )
        for number, row in enumerate(rows("essays.csv"))
    ]
    steps.end_entries(agency, award, _day(agency, -9))
    with at(moment(_day(agency, -8), "8:00")):
        # sudo: leifeng.award - the job runs as the system
        award.sudo()._look_for_similar()
        for flag in agency.officer(award).similarity_ids:
            flag.action_keep(
                "两篇写的是同一个路口，相同的一句是作者同组人员之间常说的话；内容各有侧重。"
            )
    steps.screen(
        agency, award, _joined(award, essays), _day(agency, -8), "选题贴近工作，同意报送。"
    )
    steps.start_judging(agency, award, _day(agency, -7))
    steps.score(agency, award, _day(agency, -2), {}, count=68, abstain=1)


def _stories(agency, campaign):
    """Accepting entries; one draft, two handed in."""
    award = steps.award(
        agency,
        campaign,
        "学雷锋微故事征集",
        "essay",
        "essay",
        (("优秀微故事", 5),),
        (-6, 6),
        max_characters=500,
        instructions="讲一个身边的小故事，500字以内。",
        date_screening=_day(agency, 8),
        date_judging=_day(agency, 10),
    )
    steps.open_for_entries(agency, award)
    for number, row in enumerate(rows("stories.csv")):
        day = _day(agency, -3 + number)
        if row["state"] == "draft":
            with at(moment(day, "20:15")):
                essay = award.with_user(agency.people[row["author"]].user_id).action_begin_essay()
                essay.action_save_essay({"title": row["title"], "body": row["text"]})
        else:
            steps.hand_in(agency, award, row["author"], row["title"], row["text"], day)


def _persons(agency, campaign, name, sheet, places, days, **vals):
    """Return an award for persons that accepts entries."""
    award = steps.award(agency, campaign, name, "person", sheet, ((name, places),), days, **vals)
    steps.open_for_entries(agency, award)
    return award


def _models(agency, campaign):
    """On public notice, with an objection under check."""
    days = (-10, -7)
    award = _persons(
        agency,
        campaign,
        MODELS,
        "models",
        5,
        days,
        activity_id=agency.activities["岗位学雷锋标兵评选"].id,
        department_quota=1,
        leader_share=20,
        repeat_years=2,
        date_screening=_day(agency, -6),
        date_judging=_day(agency, -4),
        date_notice=_day(agency, -2),
    )
    entries = _joined(award, _nominations(agency, award).values())
    steps.end_entries(agency, award, _day(agency, -7))
    steps.screen(agency, award, entries, _day(agency, -6))
    steps.start_judging(agency, award, _day(agency, -5))
    steps.score(agency, award, _day(agency, -5), MARKS)
    steps.close_scoring(agency, award, _day(agency, -4))
    path.propose(
        agency,
        award,
        _day(agency, -4),
        BEST,
        {"胡水根": TILT, "祝余庆": TILT},
        {"胡水根": (4, 0, 1)},
    )
    path.give_opinions(agency, award, _day(agency, -3))
    path.approve(agency, award, _day(agency, -3))
    year = agency.days.today.year
    notice = path.publish(
        agency, award, _day(agency, -2), f"关于{year}年度岗位学雷锋标兵拟表彰对象的公示"
    )
    _object(agency, notice)


def _object(agency, notice):
    text = rows("objection.csv")[0]
    # sudo: leifeng.award.notice.line - which line is about whom
    line = notice.sudo().line_ids.filtered(lambda each: each.entry_id.employee_name == "俞景初")
    with at(moment(_day(agency, -1), "10:30")):
        agency.by("邹晓晨", agency.env["leifeng.award.objection"]).hand_in(
            notice, line.id, text["text"]
        )
        # sudo: leifeng.award.objection - found by the builder, checked by supervision
        objection = agency.env["leifeng.award.objection"].sudo().search([], limit=1)
        handler = agency.by(path.SUPERVISOR, objection.sudo(False))
        handler.action_start_check()
        handler.action_keep_findings(text["findings"])


def _volunteers(agency, campaign):
    """In preliminary review by the departments."""
    award = _persons(
        agency,
        campaign,
        VOLUNTEERS,
        "persons",
        8,
        (-6, -1),
        department_quota=2,
        date_screening=_day(agency, 4),
        date_judging=_day(agency, 8),
        date_notice=_day(agency, 10),
    )
    entries = _nominations(agency, award)
    steps.end_entries(agency, award, _day(agency, -1))
    steps.screen(agency, award, entries["樊铁山"], _day(agency, -1), "组织有力，同意推荐。")


def _coordinators(agency, campaign):
    """Proposed by the panel; one opinion is outstanding."""
    award = _persons(
        agency,
        campaign,
        COORDINATORS,
        "coordinators",
        3,
        (-9, -7),
        date_screening=_day(agency, -6),
        date_judging=_day(agency, -4),
    )
    entries = _joined(award, _nominations(agency, award).values())
    steps.end_entries(agency, award, _day(agency, -7))
    steps.screen(agency, award, entries, _day(agency, -6))
    steps.start_judging(agency, award, _day(agency, -5))
    steps.score(agency, award, _day(agency, -4), MARKS)
    steps.close_scoring(agency, award, _day(agency, -3))
    path.propose(agency, award, _day(agency, -3))
    path.give_opinions(agency, award, _day(agency, -2), missing=1)


def _organization(agency, campaign):
    """In preparation: it begins when the departments' summaries are in."""
    steps.award(
        agency,
        campaign,
        "学雷锋活动优秀组织奖",
        "department",
        "departments",
        (("优秀组织奖", 3),),
        (11, 12),
        activity_id=agency.activities["优秀组织奖评选"].id,
        date_judging=_day(agency, 13),
    )
