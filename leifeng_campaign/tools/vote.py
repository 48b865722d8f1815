"""Votes of a panel's meeting. Whole numbers, nothing is rounded.

``present`` counts the members in the room, the recused among them included: these leave it for
the vote and aren't counted (practice). Who abstains is counted and isn't in favor.
"""

# (how, numerator, denominator): what part of the votes has to be in favor
MORE_THAN_HALF = ("more_than", 1, 2)
TWO_THIRDS = ("at_least", 2, 3)


def vote_passes(in_favor, present, recused, majority=MORE_THAN_HALF):
    """Return whether the votes in favor are enough; without anybody to vote they never are.

    ``majority``: ("more_than" or "at_least", numerator, denominator); ValueError for another.
    """
    how, numerator, denominator = majority
    voting = present - recused
    has, needs = in_favor * denominator, voting * numerator
    if how not in ("more_than", "at_least"):
        raise ValueError(f"no such majority: {how}")
    return voting > 0 and (has > needs if how == "more_than" else has >= needs)


def vote_error(present, recused, in_favor, against, abstained):
    """Return why the counts can't be, None if they add up to present - recused.

    One of negative, too_many_recused, too_many, too_few (votes).
    """
    voting, votes = present - recused, in_favor + against + abstained
    if min(present, recused, in_favor, against, abstained) < 0:
        return "negative"
    if voting < 0:
        return "too_many_recused"
    if votes != voting:
        return "too_many" if votes > voting else "too_few"
    return None
