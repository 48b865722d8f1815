"""Publicity items of this year and last: at every stage, and reflections that stay private."""

from odoo import Command

from . import pictures
from .agency import rows
from .clock import at, moment

MANAGER, REVIEWERS = "蒋云帆", ("邵一鸣", "吴若桐")
INNER = {"channel_journal": True, "channel_board": True}
PUBLIC = {"channel_website": True, "channel_account": True}


def build(agency):
    texts = {row["key"]: row for row in rows("publicity.csv")}
    campaign = agency.activities["主题征文"].campaign_id
    _models_deed(agency, texts["deed"])
    _last_year(agency, texts["older_deed"])
    _news(agency, campaign, texts["news"])
    _returned(agency, campaign, texts["returned"])
    _write(agency, "万晴", campaign, texts["draft"], channel_board=True)
    _reflections(agency, texts["reflection"])


def _entry(agency, name, year):
    """Return the nomination of that colleague as a model, in that year's campaign."""
    # sudo: leifeng.award.entry - found by the builder, opened by the office
    entries = agency.env["leifeng.award.entry"].sudo()
    found = entries.search([("employee_name", "=", name), ("award_id.name", "=", "岗位学雷锋标兵")])
    return found.filtered(lambda entry: entry.award_id.campaign_id.date_start.year == year)[:1]


def _opened(agency, entry):
    action = agency.officer(entry.sudo(False)).action_open_story()
    return agency.officer(agency.env["leifeng.story"].browse(action["res_id"]))


def _models_deed(agency, text):
    """Reviewed by three people and published everywhere, with two pictures."""
    days, year = agency.days, agency.days.today.year
    with at(moment(days.workday(-3), "9:10")):
        story = _opened(agency, _entry(agency, "沈知夏", year))
        story.write({"name": text["title"], "body": text["text"], **INNER, **PUBLIC})
        story.reviewer_ids = [Command.set([_user(agency, name).id for name in REVIEWERS])]
        _picture(agency, story, pictures.window(), "综合窗口前的沈知夏", ["沈知夏", "办事老人"])
        _picture(agency, story, pictures.station(), "社区学雷锋志愿服务站")
        story.action_offer()
    for day, name in ((-3, REVIEWERS[0]), (-2, REVIEWERS[1]), (-1, MANAGER)):
        with at(moment(days.workday(day), "15:00")):
            agency.by(name, story).action_pass()
    with at(moment(days.workday(-1), "16:00")):
        story.action_publish()


def _last_year(agency, text):
    """A deed and a winning essay, whose author agreed in the portal."""
    days, year = agency.days.a_year_ago(), agency.days.today.year - 1
    entry = _entry(agency, "柳如风", year)
    with at(moment(days.workday(12), "10:00")):
        story = _opened(agency, entry)
        story.write({"name": text["title"], "body": text["text"], **INNER})
        _publish(agency, story)
        essay = _winning_essay(agency, entry.award_id.campaign_id)
        story = _opened(agency, essay)
        story.write(INNER)
        story.action_ask_consent()
        story.with_user(essay.employee_id.user_id).action_agree()
        _publish(agency, story)


def _winning_essay(agency, campaign):
    # sudo: leifeng.award.entry - found by the builder, opened by the office
    essays = agency.env["leifeng.award.entry"].sudo()
    won = [("kind", "=", "essay"), ("state", "=", "granted"), ("campaign_id", "=", campaign.id)]
    return essays.search(won, limit=1)


def _publish(agency, story):
    story.action_offer()
    agency.by(MANAGER, story).action_pass()
    story.action_publish()


def _news(agency, campaign, text):
    """For the website: one review of three, and a picture on which consent is missing."""
    story = _write(agency, "万晴", campaign, text, **INNER, **PUBLIC)
    with at(moment(agency.days.workday(-1), "9:30")):
        _picture(
            agency, story, pictures.yard(), "志愿者与居民一起清理院落", ["居民代表"], agreed=False
        )
        story.action_offer()
        agency.officer(story).action_pass()


def _returned(agency, campaign, text):
    story = _write(agency, "文一诺", campaign, text, **INNER)
    story.action_offer()
    agency.officer(story).action_return("请补充需求来自哪个社区，并把“上月”写成具体日期。")


def _write(agency, name, campaign, text, **vals):
    values = {"name": text["title"], "body": text["text"], "campaign_id": campaign.id, **vals}
    with at(moment(agency.days.workday(-2), "17:10")):
        return agency.by(name, agency.env["leifeng.story"]).create({"kind": "news", **values})


def _reflections(agency, text):
    """One that nobody but its author sees, one offered to the office."""
    typed = {"title": text["title"], "text": text["text"].replace("|", "\n")}
    lecture = agency.env["leifeng.session"].search([("kind", "=", "lecture")], limit=1)
    with at(moment(agency.days.workday(-5), "20:40")):
        stories = agency.env["leifeng.story"]
        agency.by("聂小雨", stories).action_begin_reflection(typed, lecture.id)
        own = {"title": "抬头看一眼", "text": typed["text"].partition("\n")[2]}
        agency.by("佟家宝", stories).action_begin_reflection(own, lecture.id).action_offer()


def _picture(agency, story, image, caption, people=(), agreed=True):
    day = agreed and agency.days.workday(-4)
    consents = [Command.create({"name": name, "agreed_on": day}) for name in people]
    story.picture_ids.create(
        {
            "story_id": story.id,
            "image": image,
            "caption": caption,
            "recognizable": bool(people),
            "consent_ids": consents,
        }
    )


def _user(agency, name):
    return agency.people[name].user_id
