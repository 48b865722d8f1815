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
    return api.Environment(cr, uid, {"tracking_disable": True})


def act_once(registry, act):
    """Run ``act(env)`` as Odoo runs a request: again after a serialization failure, then commit."""
    begun = time.perf_counter()
    outcome = Outcome(0)
    try:
        with registry.cursor() as cr:
            env = environment(cr)
            outcome.value = retrying(partial(act, env), env)
    except Exception as error:  # whatever a request could meet is an outcome
        outcome.error = error
    outcome.seconds = time.perf_counter() - begun
    return outcome


def act_at_once(registry, acts, threads=16):
    """Run ``acts`` with ``threads`` people at a time; all begin together.

    Returns (outcomes in the order of ``acts``, seconds in all).
    """
    waiting, outcomes = SimpleQueue(), [None] * len(acts)
    for number, act in enumerate(acts):
        waiting.put((number, act))
    barrier = threading.Barrier(threads + 1)

    def work():
        barrier.wait()
        while True:
            try:
                number, act = waiting.get_nowait()
            except Empty:
                return
            outcomes[number] = act_once(registry, act)

    crowd = [threading.Thread(target=work) for _index in range(threads)]
    for person in crowd:
        person.start()
    barrier.wait()
    begun = time.perf_counter()
    for person in crowd:
        person.join()
    return outcomes, time.perf_counter() - begun
