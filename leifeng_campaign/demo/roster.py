"""Volunteers taking turns."""

from collections import defaultdict
from itertools import cycle

# Who doesn't serve, leads every day, or serves exactly where the demo's story says.
APART = ("施南星", "樊铁山", "车向前", "聂小雨", "俞景初")


def mixed(people):
    """Return ``people`` as a list in which departments mix: by the last digit of the number first."""
    return sorted(people, key=lambda person: person.barcode[::-1])


class Roster:
    """Hands out volunteers in turn, nobody twice on one day."""

    def __init__(self, people):
        self._turn = cycle([person for person in mixed(people) if person.name not in APART])
        self._busy = defaultdict(set)

    def reserve(self, day, people):
        """Keep ``people`` free of other duties on ``day``; returns them."""
        self._busy[day].update(person.id for person in people)
        return people

    def take(self, day, count):
        """Return the next ``count`` volunteers who do nothing else on ``day``."""
        chosen = []
        while len(chosen) < count:
            person = next(self._turn)
            if person.id not in self._busy[day]:
                chosen += self.reserve(day, [person])
        return chosen
