"""By how much a printed page is smaller than its style says, measured on a page printed for it."""

from pypdf import PdfReader

_DISTANCE = 600  # pixels of CSS between the two lines
_POINTS = 0.75  # of a pixel of CSS
_PIXELS = 96 / 25.4  # of CSS, of a millimeter
PROBE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"/><style>body { margin: 0 } '
    f"p {{ margin: 0; height: {_DISTANCE}px; line-height: 20px }}</style></head>"
    "<body><p>A</p><p>B</p></body></html>"
)


def scale_of(file):
    """Return the factor by which sizes have to be larger, from the PDF ``file`` of PROBE; 1 where
    nothing can be told from it."""
    heights = []

    def visit(text, outer, inner, *_font):
        if text.strip():
            heights.append(outer[3] * inner[5] + outer[5])

    PdfReader(file).pages[0].extract_text(visitor_text=visit)
    distance = abs(heights[0] - heights[-1]) if len(heights) > 1 else 0
    return _DISTANCE * _POINTS / distance if distance else 1


def room_on(sides, margins, scale):
    """Return (width, height) in whole pixels of CSS of what a page has room for.

    ``sides``: (width, height) of the paper, ``margins``: what is left free of each, in millimeters;
    ``scale``: as ``scale_of`` returns it.
    """
    return tuple(
        int((side - free) * _PIXELS * scale) for side, free in zip(sides, margins, strict=True)
    )
