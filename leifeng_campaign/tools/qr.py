import base64
import io

import qrcode
from PIL import Image

DOTS = 6  # per module: sharp on paper, small in the file
# One of the eight masks. Trying all of them takes most of the time, and the hexadecimal codes that
# these links end with need no help to look scattered.
MASK = 3


def data_uri(text):
    """Return the QR code of ``text`` as a PNG in a data URI: printing fetches nothing."""
    code = qrcode.QRCode(border=1, mask_pattern=MASK)
    code.add_data(text)
    file = io.BytesIO()
    _image(code.get_matrix()).save(file, "PNG")
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def _image(modules):
    """Return rows of modules, True is dark, as an image."""
    size = len(modules)
    pixels = bytes(0 if dark else 255 for row in modules for dark in row)
    image = Image.frombytes("L", (size, size), pixels).convert("1")
    return image.resize((size * DOTS, size * DOTS))
