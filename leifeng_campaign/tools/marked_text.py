"""A text cut into what is marked in it and what isn't."""


def parts(text, spans):
    """Return [(piece of ``text``, number of the span it belongs to, 0 for none)].

    ``spans``: [(start, stop)], numbered from 1 as they are given, in any order; where two overlap
    the one that begins first has the characters. Whatever lies outside the text is left out.
    """
    numbered = sorted((start, stop, number) for number, (start, stop) in enumerate(spans, 1))
    pieces, at = [], 0
    for first, last, number in numbered:
        start, stop = max(first, at), min(last, len(text))
        if start < stop:
            pieces += [(text[at:start], 0), (text[start:stop], number)]
            at = stop
    return [piece for piece in (*pieces, (text[at:], 0)) if piece[0]]
