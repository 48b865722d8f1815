from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.image import image_process

from ..tools import upload
from ..tools.notice_text import names_person
from .leifeng_award_objection import HANDLER

MAX_TEXT = 2000  # characters
MAX_FILES = 3
MAX_MEGABYTES = 5
LONGEST_SIDE = 2400  # pixels: a letter stays readable


class LeifengAwardObjection(models.Model):
    """Receiving objections: in the portal, or entered from a letter or a call."""

    _inherit = "leifeng.award.objection"

    @api.model
    @api.private
    def hand_in(self, notice, line_id, text, signed=True, contact="", files=()):
        """Object in the portal, in one's own name or without any.

        ``line_id``: id of a line of ``notice``, 0 for the list as a whole; ``files``: contents.
        Of an anonymous objection nothing of the person is kept, not even the contact.
        """
        notice.check_access("read")
        if not notice._accepts_objections():
            raise UserError(self.env._("The period for objections is over."))
        employee = self.env.user.employee_id
        # sudo: hr.employee - the own name, portal users can't read hr
        name = employee.sudo().name
        self._check_text(text, name)
        who = {"employee_id": employee.id, "objector_name": name, "objector_contact": contact}
        self._receive(notice, line_id, text, who if signed else {}, files)

    @api.model
    @api.private
    def enter(self, notice, line_id, text, name="", contact="", received_on=None, files=()):
        """Enter what came by letter or telephone; ``received_on``: postmark or day of the call."""
        if not self.env.user.has_group(HANDLER):
            raise AccessError(self.env._("The discipline supervisors receive objections."))
        notice.check_access("read")
        day = received_on or notice.company_id._leifeng_today()
        if not (notice.date_start and notice.date_start <= day <= notice.date_stop):
            raise UserError(
                self.env._("It did not come within the period of the notice, by that day.")
            )
        self._check_text(text, name)
        who = {"objector_name": name, "objector_contact": contact} if name else {}
        return self._receive(notice, line_id, text, {**who, "received_on": day}, files)

    # BUSINESS

    def _receive(self, notice, line_id, text, who, files):
        """Keep the objection as the system; whoever grants at the same moment meets it here."""
        # sudo: leifeng.award.notice - lines and awards of a notice that one may read
        notice = notice.sudo()
        line = notice.line_ids.filtered(lambda each: each.id == line_id)
        if line_id and not line:
            raise UserError(self.env._("Please choose a line of this notice."))
        self._check_open_awards(notice)
        self._check_files(files)
        objection = self.with_user(SUPERUSER_ID).create(
            {
                "notice_id": notice.id,
                "line_id": line.id,
                "about": line._about_text() if line else notice.name,
                "company_id": notice.company_id.id,
                "received_on": notice.company_id._leifeng_today(),
                "text": text.strip(),
                "signed": bool(who.get("objector_name")),
                **who,
            }
        )
        objection._keep_files(files)
        notice._touch()
        (notice.award_ids | notice._awards_by_lines())._touch()
        return objection

    def _check_text(self, text, name):
        """The office reads the text, not who wrote it: a name in it is better found now."""
        text = (text or "").strip()
        if not text:
            raise UserError(self.env._("Please say what you object to."))
        if len(text) > MAX_TEXT:
            raise UserError(self.env._("Please use at most %(count)s characters.", count=MAX_TEXT))
        if names_person(text, name):
            raise UserError(
                self.env._(
                    "The name of who objects stands in the text. The office reads the text, not "
                    "who wrote it: please take the name out."
                )
            )

    def _check_files(self, files):
        if len(files) > MAX_FILES:
            raise UserError(
                self.env._("At most %(count)s files. Please remove one first.", count=MAX_FILES)
            )
        for content in files:
            if not upload.kind_of(content):
                raise UserError(self.env._("Please choose a picture (JPG, PNG) or a PDF."))
            if len(content) > MAX_MEGABYTES * 1024 * 1024:
                raise UserError(
                    self.env._("A file can have at most %(count)s MB.", count=MAX_MEGABYTES)
                )

    def _check_open_awards(self, notice):
        # sudo: leifeng.award - the state of the awards of a notice that one may read
        if "granted" in notice.sudo().award_ids.mapped("state"):
            raise UserError(self.env._("The honors of this notice have been granted already."))

    def _keep_files(self, files):
        """Keep files behind the field's groups, under names that tell nothing."""
        self.file_ids = self.env["ir.attachment"].create(
            [
                {
                    "name": f"{number}.{upload.kind_of(content)}",
                    "raw": self._clean(content),
                    "res_model": self._name,
                    "res_id": self.id,
                    "res_field": "file_ids",
                }
                for number, content in enumerate(files, start=1)
            ]
        )

    def _clean(self, content):
        """Return a picture without where, when and with what it was taken; a PDF as it is."""
        if upload.kind_of(content) == "pdf":
            return content
        try:
            return image_process(content, size=(LONGEST_SIDE, LONGEST_SIDE), verify_resolution=True)
        except (OSError, ValueError, UserError):
            raise UserError(
                self.env._("This picture can't be read. Please save it anew as JPG or PNG.")
            ) from None
