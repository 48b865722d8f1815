"""Hours beside the sheets: a training, late entries, what a partner recorded."""

import base64
from datetime import timedelta

from . import line
from .clock import at, moment
from .study import session
from .traffic import MORNING, WEST

BRIEFING = "岗前安全培训"
LIBRARY = "望溪区图书馆"
HEAD = "工号,姓名,日期,开始时间,结束时间,服务内容,地点,记录单位"


def build(agency):
    _training(agency)
    _late_entry(agency)
    _waiting_entry(agency)
    _partner(agency)


def _training(agency):
    """The crossings' briefing: hours of training, which are no service hours."""
    phase = agency.activities["交通劝导"].phase_id
    agency.activities[BRIEFING] = agency.officer(agency.env["leifeng.campaign.activity"]).create(
        {"name": BRIEFING, "kind": "training", "phase_id": phase.id, "sequence": 40}
    )
    day = agency.days.workday(-9)
    values = {"location": "三楼报告厅", "capacity": 40, "lecturer": "望溪交警大队一中队"}
    leader = agency.people["车向前"]
    briefing = session(
        agency, BRIEFING, BRIEFING, day, "17:40-18:20", leader_id=leader.id, **values
    )
    named = [agency.people[name] for name in ("聂小雨", "俞景初", "樊铁山")]
    agency.roster.reserve(day, [*named, leader])
    people = [*named, *agency.roster.take(day, 9)]
    line.sign_up(agency, line.publish(agency, briefing), people)
    line.confirm(agency, briefing)


def _late_entry(agency):
    """Entered by the on-site leader, agreed to by the office."""
    day = agency.days.workday(-7)
    domain = [("post_id.name", "=", WEST), ("start", "=", moment(day, MORNING))]
    shift = agency.env["leifeng.session"].search(domain)
    (person,) = agency.roster.take(day, 1)
    with at(shift.stop + timedelta(days=1)):
        entry = _enter(agency, shift, person, "签退时忘记登记，由现场负责人补录。")
    with at(shift.stop + timedelta(days=2)):
        agency.officer(entry).action_record()


def _waiting_entry(agency):
    day = agency.days.saturday(-1)
    domain = [("post_id.name", "=", "滨河公园环保宣传"), ("start", "=", moment(day, "9:30"))]
    shift = agency.env["leifeng.session"].search(domain)
    (person,) = agency.roster.take(day, 1)
    _enter(agency, shift, person, "从公园北门加入，未在签到表上登记，同组三人可以证明。")


def _enter(agency, shift, person, reason):
    """Return hours of ``person`` for all of ``shift``, entered late by its on-site leader."""
    leader = shift.leader_id.user_id
    entries = agency.env["leifeng.service.entry"].with_user(leader)
    times = (shift.start, shift.stop, 0)
    return entries.ask(person.id, times, reason, session=shift.with_user(leader))


def _partner(agency):
    """The library's own list, as it sent it."""
    rows = [HEAD]
    for count, name in ((-14, "聂小雨"), (-14, "俞景初"), (-13, "金雨薇")):
        person, day = agency.people[name], agency.days.workday(count)
        rows.append(
            f"{person.barcode},{name},{day},18:30,20:30,整理图书、引导读者,图书馆二楼,{LIBRARY}"
        )
    content = base64.b64encode("\n".join(rows).encode("gb18030"))
    wizard = agency.officer(agency.env["leifeng.service.import"]).create({"file": content})
    wizard.action_read()
    wizard.action_import()
