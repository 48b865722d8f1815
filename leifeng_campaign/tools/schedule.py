"""Proposed dates for the phases of a plan that has none."""

from datetime import timedelta

# How long a phase takes, by a word of its name; the first that fits.
LENGTHS = (("大会", 1), ("大會", 1), ("周", 7), ("週", 7), ("月", 30), ("总结", 7), ("總結", 7))
DEFAULT_LENGTH = 14  # days


def length_of(name):
    """Return the days that a phase of this name takes."""
    return next((days for word, days in LENGTHS if word in name), DEFAULT_LENGTH)


def propose(phases, first):
    """Return [(start, stop)] for ``phases``, one after the other from the date ``first`` on.

    ``phases``: list of (name, start, stop) in order; dates that are there stay.
    """
    proposed = []
    for name, given_start, given_stop in phases:
        start = given_start or first
        stop = max(start, given_stop or start + timedelta(days=length_of(name) - 1))
        proposed.append((start, stop))
        first = stop + timedelta(days=1)
    return proposed
