"""The way of an award from the panel's meeting to the certificates."""

from .clock import at, moment

MANAGER, HR, SUPERVISOR = "蒋云帆", "何慕言", "方正平"
BODY = "机关党委会"


def propose(agency, award, day, winners=None, reasons=None, votes=None):
    """Record the panel's meeting, all present.

    ``winners``: names in place of those by the order, with ``reasons``: {name: why}; ``votes``:
    {name: (in favor, against, abstained)} of votes that weren't unanimous.
    """
    officer = agency.officer(award)
    with at(moment(day, "15:00")):
        opened = officer.action_record_proposal()
        meeting = officer.env["leifeng.award.meeting"].browse(opened["res_id"])
        meeting.present_ids = award.judge_ids
        if award.scale_decides:
            meeting.note = "评委打分宽严不一，经复核，仍按评选规则确定的办法排序。"
        if winners:
            _choose(meeting, award, winners, reasons or {})
        for line in meeting.line_ids:
            if line.name in (votes or {}):
                line.in_favor, line.against, line.abstained = votes[line.name]
        meeting.action_all_in_favor()
        meeting.action_record()


def _choose(meeting, award, winners, reasons):
    for line in meeting.line_ids:
        line.tier_id = award.tier_ids[:1] if line.name in winners else False
        line.reason = reasons.get(line.name)


def give_opinions(agency, award, day, missing=0):
    """HR and discipline have nothing against those proposed; ``missing`` stay outstanding."""
    # sudo: leifeng.award.opinion - both bodies' requests, each is then given by its own
    opinions = award.env["leifeng.award.opinion"].sudo()
    asked = opinions.search([("award_id", "=", award.id)], order="id")
    with at(moment(day, "16:00")):
        for opinion in asked[: len(asked) - missing]:
            by = HR if opinion.body == "hr" else SUPERVISOR
            if opinion.entry_id.employee_id != agency.people[by]:
                agency.by(by, opinion.sudo(False)).action_agree("经查，无不良反映。")


def approve(agency, award, day):
    with at(moment(day, "17:00")):
        agency.by(MANAGER, award).action_record_approval(BODY, day, MANAGER)


def publish(agency, awards, day, name):
    """Put ``awards`` on public notice; return the notice."""
    campaign = awards.campaign_id
    values = {"name": name, "campaign_id": campaign.id, "award_ids": [(6, 0, awards.ids)]}
    with at(moment(day, "9:00")):
        notice = agency.officer(agency.env["leifeng.award.notice"]).create(values)
        notice.action_publish()
    return notice


def decide(agency, awards, day, name, number):
    """End the notice and issue the commendation decision; return it."""
    with at(moment(day, "9:00")):
        agency.officer(awards.notice_ids).action_end()
        decision = agency.officer(agency.env["leifeng.award.decision"]).create(
            {
                "name": name,
                "campaign_id": awards.campaign_id.id,
                "award_ids": [(6, 0, awards.ids)],
                "document_number": number,
                "issuer": "中共云澜市望溪区政务服务和数据管理局机关委员会",
                "date": day,
            }
        )
        decision.action_issue()
    return decision
