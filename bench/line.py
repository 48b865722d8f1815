"""A sign-up in our line beside a registration in Odoo's ``event``: the same rush, one database."""

import statistics

from bench.common.crowd import act_at_once, act_once, environment
from bench.common.database import open_registry
from bench.common.people import make_activity, make_event, make_people, make_sessions
from bench.common.table import print_table

PEOPLE, PLACES, THREADS, BATCH = 240, 20, 16, 1000
ROUNDS = 3  # the median of three rounds in one run


def run(registry):
    """Print the comparison; returns {name: ratio of our rate to event's}."""
    bench = LineBench(registry)
    rows = [bench.rush(), bench.acts(), bench.one_by_one(), bench.batch()]
    print_table(
        ["what", "ours, per second", "event, per second", "times event", "notes"],
        [
            (name, f"{ours:.0f}", f"{theirs:.0f}", f"{ours / theirs:.1f}", notes)
            for name, ours, theirs, notes in rows
        ],
    )
    return {name: ours / theirs for name, ours, theirs, _notes in rows}


class LineBench:
    def __init__(self, registry):
        self.registry = registry
        self.hour = 24
        with registry.cursor() as cr:
            env = environment(cr)
            people = make_people(env, PEOPLE, accounts=True)
            self.people, self.users = people.ids, people.user_id.ids
            self.partners = people.user_id.partner_id.ids
            crowd = make_people(env, BATCH)
            self.crowd, self.contacts = crowd.ids, crowd.work_contact_id.ids
            self.activity = make_activity(env).id
            cr.commit()

    # what is compared

    def rush(self):
        """Everybody at once. Both write 240 rows: event gets a seat for each, since it refuses
        with an error whomever it has no seat for; how many it lets in with 20 is in the notes."""
        ours = [self._rush(self._join) for _index in range(ROUNDS)]
        theirs = [self._rush(self._register, PEOPLE, event=True) for _index in range(ROUNDS)]
        crowded = [self._rush(self._register, event=True) for _index in range(ROUNDS)]
        return "rush, 16 at a time", self._rate(ours), self._rate(theirs), self._told(ours, crowded)

    def acts(self):
        """The same with everything that the portal's button does, as the persons themselves."""
        ours = [self._rush(self._sign_up) for _index in range(ROUNDS)]
        theirs = [self._rush(self._register, PEOPLE, event=True) for _index in range(ROUNDS)]
        notes = f"with every check of the portal's button; held {self._held_in(ours)}"
        return "rush through the button", self._rate(ours), self._rate(theirs), notes

    def one_by_one(self):
        ours, queries = self._sequence(self._join)
        theirs, their_queries = self._sequence(self._register, event=True)
        notes = f"queries {queries:.0f} against {their_queries:.0f}"
        return "one after the other", ours, theirs, notes

    def batch(self):
        ours = self._timed_batch(self._join_all)
        theirs = self._timed_batch(self._register_all, event=True)
        return "a batch of 1,000", ours, theirs, "one create() call"

    # how it is measured

    def _rush(self, act, places=PLACES, event=False):
        target = self._target(places, event)
        acts = [(lambda env, index=index: act(env, target, index)) for index in range(PEOPLE)]
        outcomes, seconds = act_at_once(self.registry, acts, THREADS, keep=True)
        errors = sum(1 for outcome in outcomes if outcome.error and not event)
        slowest = max(outcome.seconds for outcome in outcomes)
        return PEOPLE / seconds, self._held(target, event), slowest, errors

    def _sequence(self, act, event=False):
        target = self._target(PEOPLE, event)
        queries = []

        def counted(env, index):
            before = env.cr.sql_log_count
            act(env, target, index)
            env.flush_all()
            queries.append(env.cr.sql_log_count - before)

        acts = [(lambda env, index=index: counted(env, index)) for index in range(PEOPLE)]
        outcomes, seconds = act_at_once(self.registry, acts, threads=1, keep=True)
        if errors := [outcome.error for outcome in outcomes if outcome.error]:
            raise errors[0]
        return PEOPLE / seconds, statistics.median(queries)

    def _timed_batch(self, act, event=False):
        target = self._target(BATCH, event)
        outcome = act_once(self.registry, lambda env: act(env, target))
        if outcome.error:
            raise outcome.error
        return BATCH / outcome.seconds

    def _target(self, places, event):
        self.hour += 1
        with self.registry.cursor() as cr:
            env = environment(cr)
            if event:
                target = make_event(env, places)
            else:
                activity = env["leifeng.campaign.activity"].browse(self.activity)
                target = make_sessions(env, activity, 1, places, self.hour)
            cr.commit()
            return target.id

    def _held(self, target, event):
        with self.registry.cursor() as cr:
            env = environment(cr)
            if event:
                domain = [("event_id", "=", target), ("state", "!=", "cancel")]
                return env["event.registration"].search_count(domain)
            domain = [("session_id", "=", target), ("holds_place", "=", True)]
            return env["leifeng.session.signup"].search_count(domain)

    @staticmethod
    def _rate(rounds):
        return statistics.median(rate for rate, *_rest in rounds)

    @staticmethod
    def _held_in(rounds):
        return sorted({held for _rate, held, *_rest in rounds})

    def _told(self, ours, crowded):
        errors = sum(errors for *_rest, errors in ours)
        slowest = max(slowest for _rate, _held, slowest, _errors in ours)
        return (
            f"held {self._held_in(ours)} of {PLACES}, event with as many seats "
            f"{self._held_in(crowded)}; errors {errors}; slowest {slowest:.2f} s"
        )

    # one person's act

    def _join(self, env, session_id, index):
        env["leifeng.session.signup"].create(
            {"session_id": session_id, "employee_id": self.people[index]}
        )

    def _sign_up(self, env, session_id, index):
        env["leifeng.session"].with_user(self.users[index]).browse(session_id).action_sign_up()

    def _register(self, env, event_id, index):
        env["event.registration"].create({"event_id": event_id, "partner_id": self.partners[index]})

    def _join_all(self, env, session_id):
        env["leifeng.session.signup"].create(
            [{"session_id": session_id, "employee_id": person} for person in self.crowd]
        )

    def _register_all(self, env, event_id):
        env["event.registration"].create(
            [{"event_id": event_id, "partner_id": partner} for partner in self.contacts]
        )


if __name__ == "__main__":
    run(open_registry("event"))
