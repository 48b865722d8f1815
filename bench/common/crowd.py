"""A crowd of people acting at once, each in transactions of their own with real commits."""

import threading
import time
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue

from odoo import SUPERUSER_ID, api
from odoo.service.model import retrying


@dataclass
class Outcome:
    """What one act came to: its value or its error, and how long it took in seconds."""

    seconds: float
    value: object = None
    error: Exception | None = None


def environment(cr, uid=SUPERUSER_ID):
    """Return an environment as a request would have it."""
    return api.Environment(cr, uid, {})


def act_once(registry, act):
    """Run ``act(env)`` in an environment of its own, as Odoo runs a request; then commit."""
    begun = time.perf_counter()
    with registry.cursor() as cr:
        outcome = act_in(environment(cr), act)
    outcome.seconds = time.perf_counter() - begun
    return outcome


def act_in(env, act):
    """Run ``act(env)``, again after a serialization failure, and commit."""
    begun = time.perf_counter()
    outcome = Outcome(0)
    try:
        outcome.value = retrying(partial(act, env), env)
    except Exception as error:  # whatever a request could meet is an outcome
        env.cr.rollback()
        outcome.error = error
    outcome.seconds = time.perf_counter() - begun
    return outcome


def act_at_once(registry, acts, threads=16, keep=False):
    """Run ``acts`` with ``threads`` people at a time; all begin together.

    With ``keep`` each of them acts in one environment, with a commit after every act: what a
    request reads before it comes to the act, its user and company, is then not measured.
    Returns (outcomes in the order of ``acts``, seconds in all).
    """
    waiting, outcomes = SimpleQueue(), [None] * len(acts)
    for number, act in enumerate(acts):
        waiting.put((number, act))
    barrier = threading.Barrier(threads + 1)

    def work():
        with registry.cursor() as cr:
            env = environment(cr)
            env.user.company_id.mapped("name")
            cr.rollback()
            barrier.wait()
            while (job := _next(waiting)) is not None:
                number, act = job
                outcomes[number] = act_in(env, act) if keep else act_once(registry, act)

    crowd = [threading.Thread(target=work) for _index in range(threads)]
    for person in crowd:
        person.start()
    barrier.wait()
    begun = time.perf_counter()
    for person in crowd:
        person.join()
    return outcomes, time.perf_counter() - begun


def _next(waiting):
    try:
        return waiting.get_nowait()
    except Empty:
        return None
