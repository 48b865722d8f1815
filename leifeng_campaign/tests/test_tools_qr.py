import base64
import io
import re

import qrcode
from PIL import Image

from odoo.tests import BaseCase

from ..tools import qr

TEXT = "http://www.example.org/leifeng/check/0123456789abcdef0123456789abcdef"


class TestQr(BaseCase):
    def _code(self):
        code = qrcode.QRCode(border=1, mask_pattern=qr.MASK)
        code.add_data(TEXT)
        return code.get_matrix()

    def _modules(self, uri):
        """Return the modules of the image, True is dark."""
        start = "data:image/png;base64,"
        self.assertTrue(uri.startswith(start))
        image = Image.open(io.BytesIO(base64.b64decode(uri[len(start) :])))
        size = image.width // qr.DOTS
        self.assertEqual(image.size, (size * qr.DOTS, size * qr.DOTS))
        middle = qr.DOTS // 2
        pixel = image.convert("L").getpixel
        return [
            [pixel((x * qr.DOTS + middle, y * qr.DOTS + middle)) == 0 for x in range(size)]
            for y in range(size)
        ]

    def test_the_image_shows_the_code_of_the_text(self):
        self.assertEqual(self._modules(qr.data_uri(TEXT)), self._code())

    def test_the_path_draws_the_same_code(self):
        size, path = qr.path(TEXT)
        drawn = [[False] * size for _row in range(size)]
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
            for dark in range(int(x), int(x) + int(length)):
                drawn[int(y)][dark] = True

        self.assertEqual(drawn, self._code())

    def test_another_text_gives_another_code(self):
        self.assertNotEqual(qr.data_uri(TEXT), qr.data_uri(TEXT[:-1] + "0"))
