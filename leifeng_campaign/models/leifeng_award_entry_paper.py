import hashlib

from odoo import models
from odoo.exceptions import UserError

from ..tools import chain

MAX_COPIES = 5
HASH_SHOWN = 16  # characters of it that are printed


class LeifengAwardEntry(models.Model):
    """The nomination form (推荐表) as it is printed, sealed and scanned.

    The paper names the version and the hash of what stands on it, so that the scan that comes back
    is known to be of that very text.
    """

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_print_form(self, copies=1):
        """Note which version is printed and return the browser's way to the PDF."""
        self.ensure_one()
        self._note_printed()
        number = min(max(int(copies), 1), MAX_COPIES)
        url = f"/leifeng/nominations/{self.id}/form?copies={number}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def action_open_page(self):
        """Open the page on which it is written, agreed to and screened, the same for all."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self._page_url(), "target": "new"}

    # BUSINESS

    def _note_printed(self):
        self.check_access("read")
        if self.kind != "person" or self.state == "draft":
            raise UserError(self.env._("Please send the nomination first; then it can be printed."))
        # sudo: leifeng.award.entry - nobody has write access, printing notes the version
        self.sudo().write({"printed_version": self.version, "printed_hash": self._form_hash()})

    def _form_hash(self):
        """Return the sha256 (hex) of what the form says of the nomination itself; what others write
        on it, and what hr adds later, isn't part of it."""
        # sudo: ir.attachment - checksums of the files
        files = sorted(self.sudo().proof_ids.mapped("checksum"))
        content = {
            "award": self.award_id.id,
            "deeds": [self.deeds_short or "", self.deeds_full or ""],
            "department": self.department_name or "",
            "entry": self.id,
            "files": files,
            "name": self.employee_name or "",
            "post": self.post or "",
            "version": self.version,
        }
        return hashlib.sha256(chain.canonical(content).encode()).hexdigest()

    def _form_code(self):
        """Return what the form's foot names: 'a1b2…', 16 characters."""
        return self._form_hash()[:HASH_SHOWN]

    def _form_person(self):
        """Return what hr says of the person: {name: text}, blank where nothing is known.

        Nothing but the phone at work before the person agreed to be considered. ID numbers are
        never printed (practice point 16).
        """
        self.check_access("read")  # Odoo prints for everybody; sudo below would fill the cache
        # sudo: hr.employee - asked for by the form; the reader may read the entry
        person = self.sudo().employee_id
        if not self.consent_considered:
            return {"phone": person.work_phone or ""}
        return {
            "sex": self._label(person, "sex"),
            "ethnic_group": person.leifeng_ethnic_group or "",
            "born": person.birthday,
            "political_status": person.leifeng_political_status or "",
            "education": self._label(person, "certificate"),
            "working_since": person.leifeng_working_since,
            "phone": person.work_phone or "",
        }

    def _label(self, record, name):
        options = dict(record._fields[name]._description_selection(self.env))
        return options.get(record[name]) or ""

    def _form_origin(self):
        """Return how the nomination came about: 'Nomination by Department (Li)'."""
        # sudo: hr.employee - who wrote it stands on the form
        by = self.sudo().entered_by_id.name if self.origin != "self" else ""
        word = self._label(self, "origin")
        return self.env._("%(word)s (%(name)s)", word=word, name=by) if by else word

    def _nominee_row(self, number):
        """Return the cells of a nominee, texts in the order of the columns."""
        person = self._form_person()
        unit = " ".join(filter(None, (self.department_name, self.post)))
        return {
            "number": str(number),
            "name": self.employee_name or "",
            "sex": person.get("sex", ""),
            "unit": unit,
            "political_status": person.get("political_status", ""),
            "deeds": self.deeds_short or "",
            "remark": self.env._("Leading Staff") if self.leading else "",
        }
