"""What of an essay is held against others: its own words, without spaces and marks."""

from array import array

from .script import fold

GRAM = 4  # characters; fewer are shared by chance, more lose a copy with a few changed characters
SHORTEST_QUOTATION = 8  # characters: so much of a longer text counts as quoted from it
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def normal(text):
    """Return ``text`` as it is compared, and a list: the index in ``text`` of each character of it.

    Spaces, punctuation and what can't be seen are left out; wide and narrow, capital and small,
    and the traditional characters that ``script.fold`` knows are the same.
    """
    folded = fold(text).translate(_LOWER)
    positions = [index for index, char in enumerate(folded) if char.isalnum()]
    return "".join([folded[index] for index in positions]), positions


def own_words(text, quotations):
    """Return ``normal(text)`` with everything cut out that is quoted, and the positions.

    Cut out and not merely skipped: a copied passage with a quotation inside stays one passage.

    :param dict quotations: what ``quotation_pieces`` returns
    """
    clean, positions = normal(text)
    quoted = set()
    for size, pieces in quotations.items():
        for start in range(len(clean) - size + 1):
            if clean[start : start + size] in pieces:
                quoted.update(range(start, start + size))
    own = [index for index in range(len(clean)) if index not in quoted]
    return "".join([clean[index] for index in own]), array("I", [positions[index] for index in own])


def quotation_pieces(texts):
    """Return {length: pieces of that length} by which a quotation of one of ``texts`` is known.

    A short saying is known as a whole, a longer text by every 8 characters of it: so it is found
    where it is cut short or quoted with a mistake.
    """
    pieces = {}
    for text in texts:
        clean = normal(text)[0]
        size = min(len(clean), SHORTEST_QUOTATION)
        if size >= GRAM:
            pieces.setdefault(size, set()).update(windows(clean, size))
    return pieces


def windows(text, size):
    """Return the set of all pieces of ``size`` characters."""
    return {text[start : start + size] for start in range(len(text) - size + 1)}
