"""Steps of an award, done by those who would do them, at the time they would."""

from random import Random

from odoo import Command

from .clock import at, moment

CHAIR = "罗维桢"
OUTSIDE = "林伯庸"
PANEL = (CHAIR, "韩霁", "曹书仪", "温如岚", "顾清源", "尚文静", OUTSIDE)
TITLES = {CHAIR: "副局长", OUTSIDE: "退休编辑，望溪区文化馆特邀"}
# Points of the criteria, in order, with what is computed from records.
SHEETS = {
    "essay": (
        ("主题立意", 30, "judged", 0),
        ("内容结构", 30, "judged", 0),
        ("语言文字", 20, "judged", 0),
        ("创新", 20, "judged", 0),
    ),
    "models": (
        ("爱岗敬业，业绩突出", 30, "judged", 0),
        ("团结互助，乐于奉献", 20, "judged", 0),
        ("服务热情，群众认可", 25, "judged", 0),
        ("积极参加志愿服务：时长", 15, "hours", 20),
        ("积极参加志愿服务：实效", 10, "judged", 0),
    ),
    "persons": (
        ("志愿服务时长", 30, "hours", 20),
        ("服务质量与群众反映", 40, "judged", 0),
        ("带动身边人", 30, "judged", 0),
    ),
    "coordinators": (("组织联络", 60, "judged", 0), ("材料质量", 40, "judged", 0)),
    "departments": (
        ("需求办理件数", 15, "requests", 3),
        ("服务对象评价", 15, "ratings", 5),
        ("参与面", 20, "people", 60),
        ("总结按时报送", 10, "summary", 0),
        ("组织与关心志愿者", 20, "judged", 0),
        ("总结质量", 20, "judged", 0),
    ),
}


def award(agency, campaign, name, kind, sheet, tiers, days, **vals):
    """Return an award in preparation; ``tiers``: {name: places}; ``days``: workdays from today of
    its opening and of its deadline."""
    criteria = [
        {"name": words, "weight": points, "source": source, "target": full, "sequence": 10 * number}
        for number, (words, points, source, full) in enumerate(SHEETS[sheet])
    ]
    first, last = (agency.days.workday(count) for count in days)
    with at(moment(first, "8:30")):
        return agency.officer(agency.env["leifeng.award"]).create(
            {
                "name": name,
                "kind": kind,
                "campaign_id": campaign.id,
                "date_open": first,
                "date_deadline": last,
                **_stages(agency, days[1]),
                "tier_ids": [
                    Command.create({"name": tier, "quota": places}) for tier, places in tiers
                ],
                "criterion_ids": list(map(Command.create, criteria)),
                "judge_ids": list(map(Command.create, _seats(agency, vals.pop("panel", PANEL)))),
                **_told(agency, vals.get("activity_id")),
                **vals,
            }
        )


def _told(agency, activity_id):
    """Return what the plan says of the award."""
    activity = agency.env["leifeng.campaign.activity"].browse(activity_id or [])
    return {"instructions": activity.instructions, "procedure": activity.procedure}


def _stages(agency, deadline):
    """Return the dates of the stages as they usually follow ``deadline`` (workday from today)."""
    gaps = {"date_screening": 2, "date_judging": 6, "date_notice": 8}
    return {name: agency.days.workday(deadline + gap) for name, gap in gaps.items()}


def _seats(agency, names):
    accounts = agency.env["res.users"]
    for name in names:
        person = agency.people.get(name)
        user = person.user_id if person else accounts.search([("name", "=", name)])
        title = TITLES.get(name) or person.job_title
        yield {"name": name, "user_id": user.id, "title": title, "chair": name == CHAIR}


def open_for_entries(agency, award):
    with at(moment(award.date_open, "9:00")):
        agency.officer(award).action_open()


def hand_in(agency, award, author, title, text, day):
    """``author`` writes an essay and hands it in; return it."""
    user = agency.people[author].user_id
    with at(moment(day, "12:30")):
        essay = award.with_user(user).action_begin_essay()
        essay.action_save_essay({"title": title, "body": text})
        essay.action_submit(original=True, named=True)
    return essay


def nominate(agency, award, name, origin, short, full, day):
    """Nominate by the words of nominations.csv; whoever is nominated agrees. Return the entry."""
    person = agency.people[name]
    texts = {"deeds_short": short, "deeds_full": full}
    with at(moment(day, "10:00")):
        if origin == "paper":
            return _nominate_on_paper(agency, award, person, texts)
        by = person if origin == "self" else _nominator(award, person)
        entry = award.with_user(by.user_id).action_nominate(person.id)
        entry.action_save_nomination(texts)
        entry.action_send_nomination(considered=True, named=True, publicized=True)
        if by != person:
            entry.with_user(person.user_id).action_agree(named=True, publicized=True)
    return entry


def _nominator(award, person):
    part = _part(award, person.department_id)
    return part.coordinator_id if part.coordinator_id != person else part.head_id


def _part(award, department):
    # sudo: leifeng.campaign.department - who acts for a department
    parts = award.sudo().campaign_id.department_ids
    return parts.filtered(lambda part: part.department_id == department)


def _nominate_on_paper(agency, award, person, texts):
    consent = ("书面同意.png", SCAN, True, True)
    return agency.officer(award).action_nominate_by_office(person.id, texts, consent=consent)


def screen(agency, award, entries, day, opinion="情况属实，同意推荐。"):
    """The departments put ``entries`` forward."""
    with at(moment(day, "15:00")):
        # sudo: leifeng.award.entry - of all departments, each then screened by its own
        for entry in entries.sudo():
            entry.with_user(_screener(entry)).action_put_forward(opinion)


def _screener(entry):
    """Return the account of whoever gives the department's opinion and isn't concerned."""
    part = _part(entry.award_id, entry.department_id)
    concerned = entry.employee_id | entry.entered_by_id
    return ((part.head_id | part.coordinator_id) - concerned).user_id[:1]


def end_entries(agency, award, day):
    with at(moment(day, "17:30")):
        agency.officer(award).action_end_entries()


def start_judging(agency, award, day):
    with at(moment(day, "9:00")):
        agency.officer(award).action_start_judging()


def score(agency, award, day, marks, count=None, abstain=0):
    """Judges submit their sheets; ``marks``: {name of a work: share of the points}.

    ``count``: how many sheets in all, of them ``abstain`` abstentions; None for every sheet.
    """
    random = Random(award.id)
    # sudo: leifeng.award.review - of all judges, each then written by its own
    sheets = award.env["leifeng.award.review"].sudo().search([("award_id", "=", award.id)])
    with at(moment(day, "20:00")):
        for number, sheet in enumerate(sheets.sorted("id")[:count]):
            judge = sheet.with_user(sheet.user_id)
            if number < abstain:
                judge.action_abstain("")
            else:
                judge.action_submit(_points(sheet, marks, random), "")


def _points(sheet, marks, random):
    """Return the points of a sheet: what the work deserves, give or take a judge's own mind."""
    work = sheet.entry_id
    share = marks.get(work.employee_name or work.department_name, 0.75)
    judged = sheet.award_id.criterion_ids.filtered(lambda each: each.source == "judged")
    return {
        str(each.id): f"{each.weight * min(1, share + random.uniform(-0.02, 0.02)):.1f}"
        for each in judged
    }


def close_scoring(agency, award, day):
    with at(moment(day, "10:00")):
        agency.officer(award).action_close_scoring()


# A white picture of one dot, in place of a scan.
SCAN = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII="
)
