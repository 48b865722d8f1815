"""Page numbers after GB/T 9704-2012, 7.5, stamped on a finished PDF.

The program that prints our pages knows neither footers nor odd and even pages.
"""

import io

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from .official_page import FOOTER, LEFT, RIGHT
from .official_styles import FOUR

MM = 72 / 25.4


def numbered(file):
    """Return the content of the PDF ``file`` with "— 1 —" on the outside of each page."""
    writer = PdfWriter(clone_from=PdfReader(file))
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in writer.pages]
    stamps = PdfReader(_stamps(sizes)).pages
    for page, stamp in zip(writer.pages, stamps, strict=True):
        page.merge_page(stamp)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _stamps(sizes):
    """Return a PDF with the numbers alone; ``sizes``: (width, height) in points of each page."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width, height))
        canvas.setFont("Times-Roman", FOUR)
        text, bottom = f"— {number} —", FOOTER * MM
        if number % 2:  # both pages of a sheet have it on the outside, a character from the edge
            canvas.drawRightString(width - RIGHT * MM - FOUR, bottom, text)
        else:
            canvas.drawString(LEFT * MM + FOUR, bottom, text)
        canvas.showPage()
    canvas.save()
    stream.seek(0)
    return stream
