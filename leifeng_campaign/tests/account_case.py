from odoo import Command

from .common import LeifengCase


class AccountCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = cls._department("Office")
        cls.anna = cls._employee("Anna", department=cls.office, barcode="WX001")
        cls.bert = cls._employee("Bert", department=cls.office, barcode="WX002")
        cls.other_company = cls.env["res.company"].create({"name": "Other Agency"})
        cls.outsider = cls._employee("Outsider", department=cls.office, barcode="ZZ1").sudo()
        cls.outsider.write({"company_id": cls.other_company.id, "department_id": False})

    def _dialog(self, role="officer", people=None, **vals):
        """Return the dialog of ``role`` for the office, or for ``people``, before the preview."""
        choice = {"employee_ids": [Command.set(people.ids)]} if people else {}
        if not people:
            choice = {"department_ids": [Command.set(self.office.ids)]}
        dialogs = self._as(role, self.env["leifeng.account.open"])
        return dialogs.create({**choice, **vals})

    def _preview(self, role="officer", people=None, **vals):
        dialog = self._dialog(role, people, **vals)
        dialog.action_preview()
        return dialog

    def _opened(self, role="officer", people=None, **vals):
        dialog = self._preview(role, people, **vals)
        while dialog.action_open_chunk()["left"]:
            pass
        return dialog

    def _facts(self, dialog):
        return {line.name: (line.login or "", line.status) for line in dialog.line_ids}
