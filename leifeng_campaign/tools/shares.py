"""Which judge reads which works, and in what order."""

from collections import Counter
from random import Random


class Uncovered(ValueError):
    """``works`` are the works that too few judges may read."""

    def __init__(self, works):
        super().__init__(f"too few judges may read: {', '.join(map(str, works))}")
        self.works = works


def every(works, judges, barred, seed):
    """Return {judge: [works]}: all read all but what is barred, each in an order of the own.

    ``barred``: set of (judge, work). The same ``seed`` gives the same orders. Uncovered names
    the works that nobody may read.
    """
    _check_coverable(works, judges, barred, 1)
    read = {j: [w for w in works if (j, w) not in barred] for j in judges}
    return _shuffled(read, Random(seed))


def balanced_shares(works, judges, barred, each, seed):
    """Return {judge: [works]}: every work goes to ``each`` judges, in an order of their own.

    ``works`` and ``judges``: lists; ``barred``: set of (judge, work). The loads differ by one at
    most, or by as little as the barred pairs allow. The same ``seed`` gives the same shares.
    Uncovered, a ValueError, names the works that too few judges may read.
    """
    _check_coverable(works, judges, barred, each)
    random = Random(seed)
    read = _dealt(random.sample(works, len(works)), judges, barred, each, random)
    while chain := _uneven_chain(works, read, barred):
        _move(chain, read)
    return _shuffled({j: [w for w in works if w in read[j]] for j in judges}, random)


def _check_coverable(works, judges, barred, each):
    short = [w for w in works if sum((j, w) not in barred for j in judges) < each]
    if short:
        raise Uncovered(short)


def _shuffled(read, random):
    return {judge: random.sample(works, len(works)) for judge, works in read.items()}


def _dealt(works, judges, barred, each, random):
    """Deal the works one by one to those who have the fewest; {judge: set of works}."""
    read, met = {judge: set() for judge in judges}, Counter()
    for work in works:
        free = [judge for judge in judges if (judge, work) not in barred]
        random.shuffle(free)
        for judge in _readers(free, each, read, met):
            read[judge].add(work)
    return read


def _readers(free, each, read, met):
    """Choose ``each`` of the ``free`` judges and note in ``met`` who has met whom.

    Among those who have read the fewest, those who have met the others least: scores can be
    adjusted well only where judges have works in common with many others.
    """
    chosen = []
    while len(chosen) < each:
        rest = [judge for judge in free if judge not in chosen]
        pairs = {judge: [frozenset((judge, other)) for other in chosen] for judge in rest}
        met_before = {judge: sum(met[pair] for pair in pairs[judge]) for judge in rest}
        judge = min(rest, key=lambda j, met=met_before: (len(read[j]), met[j]))
        met.update(pairs[judge])
        chosen.append(judge)
    return chosen


def _uneven_chain(works, read, barred):
    """Return a chain of moves after which the loads are more even, None if there is none.

    Loads that leave no such chain are as even as can be (optimal semi-matching).
    """
    reached = set()  # from a heavier giver in vain: in vain from a lighter one, too
    for giver in sorted(read, key=lambda judge: -len(read[judge])):
        if chain := _chain(giver, works, read, barred, reached):
            return chain
    return None


def _chain(giver, works, read, barred, reached):
    """The shortest [(judge, work, next judge)] from the giver to one with two fewer, or None."""
    waiting = [(giver, [])]
    reached.add(giver)
    for judge, chain in waiting:  # grows on the way
        if len(read[judge]) <= len(read[giver]) - 2:
            return chain
        for taker in [other for other in read if other not in reached]:
            movable = read[judge] - read[taker]
            may = (w for w in works if w in movable and (taker, w) not in barred)
            work = next(may, None)
            if work is not None:
                reached.add(taker)
                waiting.append((taker, [*chain, (judge, work, taker)]))
    return None


def _move(chain, read):
    for judge, work, taker in chain:
        read[judge].remove(work)
        read[taker].add(work)
