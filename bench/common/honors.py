"""Honors of an issued decision, with names and titles as long as they come."""

from odoo import Command
from odoo.fields import Date

from .people import make_activity, make_people

NAMES = ("聂小雨", "冯䶮", "秦珺", "阿卜杜热合曼·买买提吐尔逊·艾合买提江汗")
TIER = "岗位学雷锋标兵"


def make_honors(env, count):
    """Return ``count`` honors that one decision granted."""
    campaign, people = make_activity(env).campaign_id, make_people(env, count)
    award = make_award(env, campaign)
    entries = make_winners(env, award, people)
    make_notice(env, award, entries)
    decision = env["leifeng.award.decision"].create(
        {
            "award_ids": [Command.set(award.ids)],
            "campaign_id": campaign.id,
            "document_number": "望政数党〔2026〕6号",
            "date": env.company._leifeng_today(),
            "issuer": "中共云澜市望溪区政务服务和数据管理局机关委员会",
        }
    )
    decision.action_issue()
    return decision.honor_ids


def make_award(env, campaign):
    award = env["leifeng.award"].create(
        {
            "name": TIER,
            "kind": "person",
            "campaign_id": campaign.id,
            "tier_ids": [Command.create({"name": TIER, "quota": 1000})],
        }
    )
    for state in ("open", "screening", "judging", "proposed", "approved", "notice"):
        award._set_state(state)
    return award


def make_winners(env, award, people):
    """Return an entry for each of ``people``, all of them proposed."""
    entries = env["leifeng.award.entry"].create(
        [
            {
                "award_id": award.id,
                "employee_id": person.id,
                "department_id": person.department_id.id,
                "employee_name": NAMES[index % len(NAMES)],
                "department_name": "政务大厅管理科",
                "consent_named": True,
            }
            for index, person in enumerate(people)
        ]
    )
    for state in ("submitted", "candidate"):
        entries._set_state(state)
    env["leifeng.award.result"].create(
        [
            {
                "award_id": award.id,
                "company_id": award.company_id.id,
                "entry_id": entry.id,
                "code": f"{index:03}",
                "tier_id": award.tier_ids.id,
            }
            for index, entry in enumerate(entries)
        ]
    )
    return entries


def make_notice(env, award, entries):
    """Leave a notice of ``entries`` behind whose period is over."""
    notice = env["leifeng.award.notice"].create({"name": "公示", "award_ids": award.ids})
    notice._set_state("published", date_start=Date.today(), date_stop=Date.today())
    env["leifeng.award.notice.line"].create(
        [
            {
                "notice_id": notice.id,
                "company_id": notice.company_id.id,
                "entry_id": entry.id,
                "award_name": award.name,
                "tier_name": TIER,
                "holder_name": entry.employee_name,
            }
            for entry in entries
        ]
    )
    notice._set_state("ended")
