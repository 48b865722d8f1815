"""Indents of an official document, counted in characters."""

from docx.oxml.ns import qn

TWIP = 20  # of these to a point


def indents(size, first=0, left=0, right=0, hanging=0):
    """Return the attributes of ``w:ind`` for indents in characters of ``size`` points.

    Word and WPS go by the characters, whatever size is chosen later, other programs by the twips.
    """
    sides = {"left": left, "right": right, "hanging": hanging, "firstLine": first}
    found = {}
    for side, count in sides.items():
        if count:
            found[f"{side}Chars"] = str(round(100 * count))
            found[side] = str(round(TWIP * size * count))
    return found


def set_indents(paragraph, size, **counts):
    """Give a python-docx ``paragraph`` the :func:`indents`."""
    element = paragraph._p.get_or_add_pPr().get_or_add_ind()
    for name, value in indents(size, **counts).items():
        element.set(qn(f"w:{name}"), value)
