import base64
import io
import re

import qrcode
from PIL import Image

DOTS = 6  # per module: sharp on paper, small in the file
# One of the eight masks. Trying all of them takes most of the time, and the hexadecimal codes that
# these links end with need no help to look scattered.
MASK = 3
DARK = re.compile(b"\x01+")


def data_uri(text):
    """Return the QR code of ``text`` as a PNG in a data URI: printing fetches nothing."""
    file = io.BytesIO()
    _image(_modules(text)).save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def path(text):
    """Return (modules a side, path of an SVG over as many units): sharp at every size, and a tenth
    of an image in a PDF, which holds it as a photograph."""
    modules = _modules(text)
    runs = (run for y, row in enumerate(modules) for run in _runs(y, row))
    return len(modules), "".join(runs)


def _modules(text):
    """Return rows of modules, True is dark, with an edge of one."""
    code = qrcode.QRCode(border=1, mask_pattern=MASK)
    code.add_data(text)
    return code.get_matrix()


def _runs(y, row):
    """Yield the dark runs of a row as rectangles."""
    for run in DARK.finditer(bytes(row)):
        length = run.end() - run.start()
        yield f"M{run.start()} {y}h{length}v1h-{length}z"


def _image(modules):
    size = len(modules)
    pixels = bytes(0 if dark else 255 for row in modules for dark in row)
    image = Image.frombytes("L", (size, size), pixels).convert("1")
    return image.resize((size * DOTS, size * DOTS))
