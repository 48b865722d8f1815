"""Offers under real commits: answers against each other, against withdrawals and the last place."""

import pytest
from lines import Line, kinds
from psycopg2.errors import SerializationFailure

from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.sql_db import close_db
from odoo.tools import mute_logger

from bench.common.crowd import act_at_once, act_once, environment


class Offers(Line):
    """A line, and offers of its places."""

    def invite(self, session_id, *indexes):
        """Return the ids of invitations for these persons."""
        people = [self.people[index] for index in indexes]

        def act(env):
            return env["leifeng.session"].browse(session_id).action_invite(people).ids

        return self._made(act)

    def ask(self, session_id, index, colleague):
        """Return the id of the offer by which a person asks a colleague to take over the place."""

        def act(env):
            session = env["leifeng.session"].with_user(self.users[index]).browse(session_id)
            return session.my_signup_id.action_ask_stand_in(self.people[colleague]).id

        return self._made(act)

    def _made(self, act):
        outcome = act_once(self.registry, act)
        assert outcome.error is None, outcome.error
        return outcome.value

    def answer(self, act, offer_id, index):
        """Return the act of a person answering an offer: ``accept`` or ``decline``."""

        def answer(env):
            offer = env["leifeng.session.offer"].with_user(self.users[index]).browse(offer_id)
            getattr(offer, f"action_{act}")()

        return answer

    def take_back(self, offer_id, index):
        def act(env):
            offer = env["leifeng.session.offer"].with_user(self.users[index]).browse(offer_id)
            offer.action_take_back()

        return act

    def state(self, offer_id):
        with self.registry.cursor() as cr:
            return environment(cr)["leifeng.session.offer"].browse(offer_id).state

    def held_by(self, session_id):
        """Return the numbers of the persons in line, in its order."""
        return [self.people.index(employee) for employee, _place, _holds in self.rows(session_id)]


@pytest.fixture(scope="module")
def offers(new_database, installed):
    name = new_database(installed)
    yield Offers(Registry(name))
    Registry.delete(name)
    close_db(name)


def asked(offers, capacity=2):
    """Return (session, offer): 0 and 1 hold places, 2 waits, and 1 has asked 3 to stand in."""
    session = offers.session(capacity)
    for index in (0, 1, 2):
        assert act_once(offers.registry, offers.join(session, index)).error is None
    return session, offers.ask(session, 1, 3)


def second_after_first(offers, first, second):
    """Run ``second`` on a snapshot from before ``first`` was committed: it must be run again."""
    with offers.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.session.offer"].search([]).mapped("state")  # the snapshot is taken
        env["leifeng.session.signup"].search([]).mapped("live")
        assert act_once(offers.registry, first).error is None
        with mute_logger("odoo.sql_db"), pytest.raises(SerializationFailure):
            second(env)
            env.flush_all()
        cr.rollback()
    return act_once(offers.registry, second)


def test_acceptance_committed_before_the_withdrawal(offers):
    session, offer = asked(offers)

    again = second_after_first(
        offers, offers.answer("accept", offer, 3), offers.withdraw(session, 1)
    )

    assert again.error is None, "there is nothing left to withdraw"
    assert offers.held_by(session) == [0, 3, 2]
    assert offers.state(offer) == "accepted"


def test_withdrawal_committed_before_the_acceptance(offers):
    session, offer = asked(offers)

    again = second_after_first(
        offers, offers.withdraw(session, 1), offers.answer("accept", offer, 3)
    )

    assert isinstance(again.error, UserError)
    assert offers.held_by(session) == [0, 2], "the place went down the line"
    assert offers.state(offer) == "withdrawn"


@pytest.mark.parametrize("first", ["accept", "take_back"])
def test_taking_back_against_acceptance(offers, first):
    session, offer = asked(offers)
    acts = [offers.answer("accept", offer, 3), offers.take_back(offer, 1)]
    acts = acts if first == "accept" else acts[::-1]

    again = second_after_first(offers, *acts)

    taken = first == "accept"
    assert isinstance(again.error, UserError) != taken
    assert offers.held_by(session) == ([0, 3, 2] if taken else [0, 1, 2])
    assert offers.state(offer) == ("accepted" if taken else "withdrawn")


@mute_logger("odoo.sql_db")
def test_stand_in_and_withdrawal_at_once(offers):
    for _round in range(5):
        session, offer = asked(offers)
        acts = [offers.answer("accept", offer, 3), offers.withdraw(session, 1)] * 2

        outcomes, _seconds = act_at_once(offers.registry, acts, threads=4)

        assert kinds(outcomes) <= {"UserError"}
        assert offers.held_by(session) in ([0, 3, 2], [0, 2])
        assert (offers.state(offer) == "accepted") == (3 in offers.held_by(session))


@mute_logger("odoo.sql_db")
def test_accepting_from_two_devices_takes_one_place(offers):
    session, offer = asked(offers)

    outcomes, _seconds = act_at_once(
        offers.registry, [offers.answer("accept", offer, 3)] * 6, threads=6
    )

    assert offers.held_by(session) == [0, 3, 2]
    assert sum(1 for outcome in outcomes if not outcome.error) == 1
    assert kinds(outcomes) == {"UserError"}


@mute_logger("odoo.sql_db")
def test_an_invitation_from_two_devices_is_one_sign_up(offers):
    session = offers.session()
    (offer,) = offers.invite(session, 4)
    acts = [offers.answer("accept", offer, 4), offers.join(session, 4)] * 4

    outcomes, _seconds = act_at_once(offers.registry, acts, threads=8)

    assert offers.held_by(session) == [4]
    assert sum(1 for outcome in outcomes if not outcome.error) == 1
    assert kinds(outcomes) <= {"UserError", "ValidationError"}
    assert offers.state(offer) == "accepted"


@pytest.mark.parametrize("first", ["accept", "decline"])
def test_two_devices_say_different_things(offers, first):
    session = offers.session()
    (offer,) = offers.invite(session, 5)
    acts = [offers.answer(act, offer, 5) for act in ("accept", "decline")]
    acts = acts if first == "accept" else acts[::-1]

    second_after_first(offers, *acts)

    assert offers.held_by(session) == ([5] if first == "accept" else [])
    assert offers.state(offer) == {"accept": "accepted", "decline": "declined"}[first]


@mute_logger("odoo.sql_db")
def test_many_acceptances_hold_exactly_the_places(offers):
    session = offers.session(capacity=10)
    people = range(10, 40)
    made = offers.invite(session, *people)
    with offers.registry.cursor() as cr:
        rows = environment(cr)["leifeng.session.offer"].browse(made)
        by_person = {offers.people.index(row.employee_id.id): row.id for row in rows}
    acts = [offers.answer("accept", by_person[index], index) for index in people for _twice in "ab"]

    outcomes, _seconds = act_at_once(offers.registry, acts)

    rows = offers.rows(session)
    assert kinds(outcomes) <= {"UserError", "ValidationError"}
    assert [place for _employee, place, _holds in rows] == list(range(1, 31))
    assert [holds for _employee, _place, holds in rows] == [True] * 10 + [False] * 20


@mute_logger("odoo.sql_db")
def test_stand_ins_while_the_line_moves(offers):
    """Ten give their place on while others withdraw and join: nobody is lost, none is doubled."""
    session = offers.session(capacity=10)
    for index in range(20):
        assert act_once(offers.registry, offers.join(session, index)).error is None
    made = {index: offers.ask(session, index, index + 40) for index in range(10)}
    acts = [offers.answer("accept", made[index], index + 40) for index in range(10)]
    acts += [offers.withdraw(session, index) for index in range(10, 15)]
    acts += [offers.join(session, index) for index in range(30, 36)]

    outcomes, _seconds = act_at_once(offers.registry, acts)

    held = offers.held_by(session)
    assert kinds(outcomes) == set()
    assert held[:10] == list(range(40, 50))
    assert sorted(held[10:]) == [*range(15, 20), *range(30, 36)]


@mute_logger("odoo.sql_db")
def test_two_inviters_at_once_ask_a_person_once(offers):
    session = offers.session()

    def invite(env):
        return env["leifeng.session"].browse(session).action_invite([offers.people[7]]).ids

    outcomes, _seconds = act_at_once(offers.registry, [invite] * 4, threads=4)

    with offers.registry.cursor() as cr:
        count = environment(cr)["leifeng.session.offer"].search_count(
            [("session_id", "=", session), ("state", "=", "open")]
        )
    assert count == 1
    assert kinds(outcomes) <= {"UserError", "ValidationError"}


@pytest.mark.parametrize("first", ["accept", "cancel"])
def test_acceptance_against_cancelling(offers, first):
    session, offer = asked(offers)
    accept = offers.answer("accept", offer, 3)
    if first == "cancel":
        again = second_after_first(offers, offers.cancel(session), accept)
        assert isinstance(again.error, UserError)
    else:
        for act in (accept, offers.cancel(session)):
            assert act_once(offers.registry, act).error is None
    offers.sweep()

    assert offers.held_by(session) == []
    assert offers.agrees(session)


def test_places_lowered_while_somebody_signs_up_tell_everyone_who_lost_one(offers):
    """A sign-up that the change's snapshot didn't hold is told by the sweep."""
    session = offers.session(capacity=2)
    assert act_once(offers.registry, offers.join(session, 0)).error is None
    with offers.registry.cursor() as cr:
        env = environment(cr)
        record = env["leifeng.session"].browse(session)
        record.signup_ids.mapped("place")  # the snapshot: one person
        assert act_once(offers.registry, offers.join(session, 1)).error is None
        record.action_change_places(1)
        env.flush_all()
    offers.sweep()

    with offers.registry.cursor() as cr:
        told = environment(cr)["leifeng.message"].search_count(
            [
                ("employee_id", "=", offers.people[1]),
                ("url", "=", f"/my/leifeng/sessions/{session}"),
            ]
        )
    assert told == 1
