"""An objection and what it forbids, under real commits: one of the two always sees the other."""

from datetime import timedelta
from functools import partial

import pytest
from lines import kinds
from psycopg2.errors import SerializationFailure

from odoo import Command
from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.modules.registry import Registry
from odoo.sql_db import close_db
from odoo.tools import mute_logger

from bench.common.crowd import act_at_once, act_once, environment
from bench.common.people import make_activity, make_people

WAY = ("open", "screening", "judging", "proposed", "approved")


class Awards:
    """A database with people, and awards that were approved or stand on a notice."""

    def __init__(self, registry):
        self.registry = registry
        with registry.cursor() as cr:
            env = environment(cr)
            self.people = make_people(env, 3).ids
            self.campaign = make_activity(env).campaign_id.id
            supervisors = env.ref("leifeng_campaign.group_leifeng_supervisor")
            supervisors.user_ids |= env.ref("base.user_admin")

    def notice(self, publish=True):
        """Return (id of a notice on an approved award, id of the award)."""
        with self.registry.cursor() as cr:
            env = environment(cr)
            award = self._award(env)
            notice = env["leifeng.award.notice"].create(
                {"name": "Notice", "award_ids": award.ids, "office": "O", "office_phone": "1"}
            )
            if publish:
                notice.action_publish()
            return notice.id, award.id

    def _award(self, env):
        award = env["leifeng.award"].create(
            {
                "name": "Award",
                "campaign_id": self.campaign,
                "tier_ids": [Command.create({"name": "First", "quota": 1})],
            }
        )
        entry = env["leifeng.award.entry"].create(
            {
                "award_id": award.id,
                "employee_id": self.people[0],
                "department_id": env["hr.employee"].browse(self.people[0]).department_id.id,
                "employee_name": "Person",
                "department_name": "Crowd",
                "consent_named": True,
            }
        )
        for state in WAY:
            award._set_state(state)
        values = {"award_id": award.id, "entry_id": entry.id, "code": "A"}
        company = {"company_id": award.company_id.id, "tier_id": award.tier_ids.id}
        env["leifeng.award.result"].create({**values, **company})
        return award

    def letter(self, notice_id):
        """Return the act of entering a letter whose postmark is of the notice's first day."""

        def act(env):
            env = environment(env.cr, env.ref("base.user_admin").id)
            notice = env["leifeng.award.notice"].browse(notice_id)
            return env["leifeng.award.objection"].enter(
                notice, 0, "Not right", "Writer", "", notice.date_start
            )

        return act

    def grant(self, award_id):
        """Return the act of granting the honors, as far as the notice is concerned."""

        def act(env):
            award = env["leifeng.award"].browse(award_id)
            if refusal := award._notice_refusal():
                raise UserError(refusal)
            award._set_state("granted")

        return act

    def end(self, notice_id):
        """Let the period of a notice have been over for a day."""
        with self.registry.cursor() as cr:
            first = Date.today() - timedelta(days=20)
            cr.execute(
                "UPDATE leifeng_award_notice SET date_start = %s, date_stop = %s WHERE id = %s",
                [first, first + timedelta(days=7), notice_id],
            )


@pytest.fixture(scope="module")
def awards(new_database, installed):
    name = new_database(installed)
    yield Awards(Registry(name))
    Registry.delete(name)
    close_db(name)


@pytest.mark.parametrize("first", ["letter", "grant"])
@mute_logger("odoo.sql_db")
def test_an_objection_against_granting(awards, first):
    notice, award = awards.notice()
    awards.end(notice)
    act, other = awards.letter(notice), awards.grant(award)
    if first == "grant":
        act, other = other, act

    with awards.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.award"].browse(award).mapped("state")  # the snapshot is taken
        assert act_once(awards.registry, act).error is None
        with pytest.raises(SerializationFailure):
            other(env)
            env.flush_all()
        cr.rollback()

    assert isinstance(act_once(awards.registry, other).error, UserError)


@mute_logger("odoo.sql_db")
def test_a_crowd_of_letters_while_honors_are_granted(awards):
    notice, award = awards.notice()
    awards.end(notice)
    acts = [awards.letter(notice) for _index in range(8)]
    acts.insert(4, awards.grant(award))

    outcomes, _seconds = act_at_once(awards.registry, acts, threads=4)

    with awards.registry.cursor() as cr:
        env = environment(cr)
        granted = env["leifeng.award"].browse(award).state == "granted"
        count = env["leifeng.award.objection"].search_count([("notice_id", "=", notice)])
    assert not (granted and count), "nothing is granted while an objection is open"
    assert granted or count
    assert kinds(outcomes) <= {"UserError", "SerializationFailure"}


def test_publishing_while_facts_are_written_bears_a_hash_of_the_chain(awards):
    notice, _award = awards.notice(publish=False)

    def fact(env):
        env["leifeng.journal"].record("purged", env["res.company"].browse(1), {})

    def publish(env):
        env["leifeng.award.notice"].browse(notice).action_publish()

    outcomes, _seconds = act_at_once(awards.registry, [fact] * 10 + [publish] + [fact] * 10)

    with awards.registry.cursor() as cr:
        env = environment(cr)
        code = env["leifeng.award.notice"].browse(notice).check_code
        hashes = env["leifeng.journal"].search([("hash", "=like", f"{code}%")])
        assert kinds(outcomes) == set()
        assert len(code) == 16 and len(hashes) == 1
        assert not env["leifeng.journal"]._first_break()


@mute_logger("odoo.sql_db")
def test_two_who_publish_one_notice_at_once(awards):
    notice, _award = awards.notice(publish=False)
    publish = partial(_publish, notice)

    outcomes, _seconds = act_at_once(awards.registry, [publish] * 3, threads=3)

    with awards.registry.cursor() as cr:
        record = environment(cr)["leifeng.award.notice"].browse(notice)
        assert (record.state, len(record.line_ids)) == ("published", 1)
    assert kinds(outcomes) <= {"UserError"}
    assert sum(1 for outcome in outcomes if not outcome.error) == 1


def _publish(notice_id, env):
    env["leifeng.award.notice"].browse(notice_id).action_publish()
