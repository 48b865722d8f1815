import io

from PIL import Image

from odoo.exceptions import AccessError, UserError

from ..models.leifeng_award_entry_proof import MAX_FILES
from .nomination_case import PDF, NominationCase, b64, picture


class TestProof(NominationCase):
    def setUp(self):
        super().setUp()
        self.entry = self._nominate("employee", self.me)

    def test_pictures_and_papers_are_kept_under_safe_names(self):
        before = self.entry.version
        self.entry.action_add_proof("../感谢信.exe", b64(picture()))
        self.entry.action_add_proof("banner.png", b64(picture(kind="PNG")))
        self.entry.action_add_proof("letter", b64(PDF))

        files = self.entry.sudo().proof_ids.sorted("id")
        self.assertEqual(files.mapped("name"), ["感谢信.jpg", "banner.png", "letter.pdf"])
        self.assertEqual(set(files.mapped("res_id")), {self.entry.id})
        self.assertEqual(self.entry.version, before + 3)

    def test_what_is_no_picture_nor_paper_is_refused(self):
        for content in (b"<svg onload='x'/>", b"MZ", b"", picture()[:60]):
            with self.assertRaises(UserError, msg=content[:9]):
                self.entry.action_add_proof("letter.pdf", b64(content))
        with self.assertRaises(UserError):
            self.entry.action_add_proof("letter.pdf", "###")
        with self.assertRaisesRegex(UserError, "MB"):
            self.entry.action_add_proof("big.pdf", b64(PDF + b" " * 5 * 2**20))
        self.assertFalse(self.entry.sudo().proof_ids)

    def test_a_picture_loses_where_it_was_taken_and_becomes_small_enough(self):
        exif = Image.Exif()
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x010F] = "SecretPhone"
        self.entry.action_add_proof("a.jpg", b64(picture((3000, 20), exif=exif)))

        raw = self.entry.sudo().proof_ids.raw
        self.assertNotIn(b"SecretPhone", raw)
        self.assertLessEqual(Image.open(io.BytesIO(raw)).width, 2400)

    def test_there_is_a_limit_and_files_can_be_taken_off(self):
        for number in range(MAX_FILES):
            self.entry.action_add_proof(f"{number}.pdf", b64(PDF))
        with self.assertRaisesRegex(UserError, "At most"):
            self.entry.action_add_proof("more.pdf", b64(PDF))

        file = self.entry.sudo().proof_ids[0]
        self.entry.action_remove_proof(file.id)

        self.assertFalse(file.exists())
        self.assertEqual(len(self.entry.sudo().proof_ids), MAX_FILES - 1)

    def test_a_foreign_file_can_t_be_taken_off(self):
        foreign = self.env["ir.attachment"].create({"name": "x", "raw": b"x"})

        self.entry.action_remove_proof(foreign.id)

        self.assertTrue(foreign.exists())

    def test_files_are_read_by_who_reads_the_entry(self):
        self.entry.action_add_proof("a.pdf", b64(PDF))
        file = self.entry.sudo().proof_ids
        self.entry.action_send_nomination(considered=True)

        self.assertEqual(self._as("officer", self.env["ir.attachment"].browse(file.id)).raw, PDF)
        self.assertEqual(self._as("head", self.entry)._file(file.id), file)
        for role in ("internal", "supervisor", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["ir.attachment"].browse(file.id)).read(["raw"])
        for role in ("colleague", "internal", "judge2"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.entry)._file(file.id)
