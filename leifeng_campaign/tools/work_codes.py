"""Codes of works on a judge's sheets: they tell nothing, and each judge has others."""

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # I and O look like digits


def drawn(count, random):
    """Return ``count`` different codes in random order: 'K07', with more digits for many works.

    ``random``: a random.Random; a judge's codes are drawn by themselves.
    """
    digits = 2
    while count > len(LETTERS) * 10**digits:
        digits += 1
    numbers = random.sample(range(len(LETTERS) * 10**digits), count)
    return [f"{LETTERS[n // 10**digits]}{n % 10**digits:0{digits}}" for n in numbers]
