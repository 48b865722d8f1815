"""Last year's campaign: closed, with a lecture, the crossings, a cleaning and its awards."""

from copy import copy

from odoo import Command

from . import awards_last_year, conference, line, study, summaries
from .campaign import create
from .clock import at, moment
from .service import shift
from .traffic import lay_out


def build(agency):
    last = copy(agency)
    last.days = agency.days.a_year_ago()
    with at(moment(last.days.workday(-34), "10:00")):
        campaign = create(last, agency.days.today.year - 1, "2号")
        campaign.action_start()
    last.activities = {activity.name: activity for activity in campaign.plan_activity_ids}
    study.lecture(last, "专题讲座：雷锋在身边", "许清和", signed=80)
    _mornings(last)
    _cleaning(last)
    awards_last_year.build(last, campaign)
    summaries.build_last_year(last, campaign)
    conference.last_year(last, campaign)
    _close(last, campaign)


def _mornings(agency):
    days = [agency.days.workday(count) for count in (-8, -4)]
    morning = [Command.create({"hour_from": 7.5, "hour_to": 8.5})]
    for session in lay_out(agency, *days, times="bands", band_ids=morning):
        _hold(agency, session, 4)


def _cleaning(agency):
    day = agency.days.saturday(-1)
    session = shift(agency, "社区服务", "环境卫生整治", "柳岸社区环境整治", day, "9:00-11:00")
    _hold(agency, session, 15)


def _hold(agency, session, count):
    people = agency.roster.take(session._local_date(), count)
    line.sign_up(agency, line.publish(agency, session), people)
    line.confirm(agency, session)


def _close(agency, campaign):
    with at(moment(agency.days.workday(17), "16:00")):
        campaign.phase_ids.action_close()
        campaign.action_wrap_up()
        campaign.action_close()
