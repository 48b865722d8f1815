import base64
import io

from PIL import Image

from odoo.tests import BaseCase

from ..tools.picture import bare
from .story_case import photo


def opened(content):
    return Image.open(io.BytesIO(content))


class TestPicture(BaseCase):
    def test_nothing_but_the_pixels_is_kept(self):
        for kind in ("JPEG", "PNG"):
            sent = base64.b64decode(photo(kind, size=(60, 40)))
            self.assertTrue(dict(opened(sent).getexif()))

            kept = opened(bare(sent))

            self.assertEqual((kept.format, kept.size), (kind, (60, 40)))
            self.assertFalse(dict(kept.getexif()))
            self.assertFalse(
                kept.info.keys() - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
            )

    def test_it_is_turned_as_it_was_shown(self):
        image, file = Image.new("RGB", (60, 40)), io.BytesIO()
        exif = image.getexif()
        exif[0x0112] = 6  # held upright
        image.save(file, "JPEG", exif=exif)

        self.assertEqual(opened(bare(file.getvalue())).size, (40, 60))

    def test_palettes_and_printers_colors_are_read(self):
        for mode, kind in (("P", "PNG"), ("LA", "PNG"), ("CMYK", "JPEG"), ("L", "JPEG")):
            file = io.BytesIO()
            Image.new(mode, (8, 8)).save(file, kind)

            self.assertEqual(opened(bare(file.getvalue())).size, (8, 8), mode)

    def test_what_is_no_picture_is_refused(self):
        with self.assertRaises(OSError):
            bare(b"\xff\xd8\xff broken")
