import base64
import binascii

from odoo import models
from odoo.exceptions import UserError
from odoo.tools.image import image_process

from ..tools import picture, upload

MAX_FILES = 6
MAX_MEGABYTES = 5
LONGEST_SIDE = 2400  # pixels: a letter stays readable


class LeifengAwardEntry(models.Model):
    """Files of an entry: letters and banners as proof, signed scans. All optional.

    They hang on the entry as attachments, so that whoever may not read it can't read them.
    """

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_add_proof(self, name, data):
        """Add a file; ``data``: its content in base64."""
        self.ensure_one()
        self._check_writing()
        self._add_proof(name, self._decoded(data))

    def action_remove_proof(self, attachment_id):
        self.ensure_one()
        self._check_writing()
        # sudo: ir.attachment - files of an entry that one writes
        file = self.sudo().proof_ids.filtered(lambda each: each.id == attachment_id)
        if file:
            self._edit({"proof_ids": [(3, file.id)]})
            file.unlink()

    # BUSINESS

    def _add_proof(self, name, content):
        # sudo: ir.attachment - counted alone
        if len(self.sudo().proof_ids) >= MAX_FILES:
            raise UserError(
                self.env._("At most %(count)s files. Please remove one first.", count=MAX_FILES)
            )
        self._edit({"proof_ids": [(4, self._attach(name, content).id)]})

    def _attach(self, name, content):
        """Return ``content`` (bytes) as an attachment of this entry; an image or a PDF alone."""
        kind = self._checked_kind(content)
        if kind != "pdf":
            content = self._clean_image(content)
        # sudo: ir.attachment - portal users have no right on it; the act has checked who acts
        return (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": upload.safe_name(name, kind),
                    "raw": content,
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )

    def _checked_kind(self, content):
        if len(content) > MAX_MEGABYTES * 1024 * 1024:
            raise UserError(
                self.env._("A file can have at most %(count)s MB.", count=MAX_MEGABYTES)
            )
        if kind := upload.kind_of(content):
            return kind
        raise UserError(self.env._("Please choose a picture (JPG, PNG) or a PDF."))

    def _clean_image(self, content):
        """Return the picture made small enough, and without where and when it was taken."""
        try:
            size = (LONGEST_SIDE, LONGEST_SIDE)
            # a picture that is small enough comes back as it was sent, with all that it carries
            return picture.bare(image_process(content, size=size, verify_resolution=True))
        except (OSError, ValueError, UserError):
            raise UserError(
                self.env._("This picture can't be read. Please save it anew as JPG or PNG.")
            ) from None

    def _decoded(self, data):
        try:
            return base64.b64decode(data or b"", validate=True)
        except (binascii.Error, TypeError, ValueError):
            raise UserError(self.env._("This file can't be read.")) from None

    def _file(self, attachment_id):
        """Return the file of this entry with that id, or nothing, to those who read the entry."""
        self.check_access("read")
        # sudo: ir.attachment - files of an entry that the reader may read
        entry = self.sudo()
        files = entry.proof_ids | entry.scan_id | entry.consent_scan_id
        return files.filtered(lambda each: each.id == attachment_id)
