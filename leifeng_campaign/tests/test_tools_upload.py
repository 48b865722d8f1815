from odoo.tests import BaseCase

from ..tools.upload import kind_of, safe_name


class TestUpload(BaseCase):
    def test_the_first_bytes_tell_what_a_file_is(self):
        files = {
            b"%PDF-1.7": "pdf",
            b"\x89PNG\r\n\x1a\nx": "png",
            b"\xff\xd8\xff\xe0": "jpg",
            b"<html>": "",
            b"<svg xmlns=": "",
            b"MZ\x90": "",
            b"": "",
        }

        self.assertEqual({content: kind_of(content) for content in files}, files)

    def test_names_lose_what_a_disk_or_a_browser_could_misread(self):
        names = {
            "感谢信.JPEG": "感谢信.jpg",
            "C:\\letters\\a.b.png": "a.b.jpg",
            "../../etc/passwd": "passwd.jpg",
            "x\u202egnp.exe": "xgnp.jpg",
            '<a "b">.jpg': "a b.jpg",
            "": "file.jpg",
            None: "file.jpg",
            "...": "file.jpg",
            "长" * 200: "长" * 76 + ".jpg",
        }

        self.assertEqual({name: safe_name(name, "jpg") for name in names}, names)
