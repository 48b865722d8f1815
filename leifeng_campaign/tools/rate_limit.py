"""How often somebody may ask, kept in memory: nothing about visitors is stored."""

from collections import OrderedDict, deque

MAX_KEYS = 10_000  # so that many addresses can't fill the memory


class RateLimit:
    """At most ``times`` calls per key within ``seconds``."""

    def __init__(self, times, seconds):
        self.times = times
        self.seconds = seconds
        self._calls = OrderedDict()

    def allows(self, key, now):
        """Count a call of ``key`` at ``now`` (seconds); return whether it is within the limit."""
        calls = self._calls.setdefault(key, deque())
        self._calls.move_to_end(key)
        while calls and calls[0] <= now - self.seconds:
            calls.popleft()
        if len(calls) >= self.times:
            return False
        calls.append(now)
        if len(self._calls) > MAX_KEYS:
            self._calls.popitem(last=False)
        return True
