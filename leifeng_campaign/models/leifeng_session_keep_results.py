from odoo import models
from odoo.exceptions import UserError

from ..tools import sheet
from .leifeng_session_sheet import RESULTS

UNIT_LENGTH, GOODS_LENGTH = 20, 200


class LeifengSession(models.Model):
    """What came of the day, as a phone sends it: see ``action_save_sheet``."""

    _inherit = "leifeng.session"

    def _result_values(self):
        """Return the results as texts, nothing for zero, and their content as one text."""
        texts = _texts({name: self[name] for name in RESULTS})
        return {**texts, "seen": "|".join(texts.values())}

    def _save_results(self, results):
        status, message = self._judge_results(results if isinstance(results, dict) else {})
        return {"status": status, "message": message, "values": self._result_values()}

    def _judge_results(self, results):
        try:
            vals = self._read_results(results)
        except UserError as fault:
            return "refused", str(fault)
        current = self._result_values()
        wanted = "|".join(_texts(vals).values())
        verdict = sheet.verdict(wanted, results.get("seen"), current["seen"])
        if verdict == "conflict":
            what = current["seen"].replace("|", " ").strip()
            return verdict, self.env._("Somebody else has recorded: %(what)s.", what=what)
        if verdict == "write":
            self.write(vals)
        return "saved", ""

    def _read_results(self, results):
        numbers = {
            "people_served": sheet.whole_number(results.get("people_served")),
            "materials_handed_out": sheet.whole_number(results.get("materials_handed_out")),
            "extra_quantity": sheet.decimal_number(results.get("extra_quantity")),
        }
        if None in numbers.values():
            raise UserError(self.env._("Please write numbers from 0 up, in digits."))
        return {
            **numbers,
            "extra_unit": sheet.clean(results.get("extra_unit"), UNIT_LENGTH),
            "goods_given": sheet.clean(results.get("goods_given"), GOODS_LENGTH),
        }


def _texts(vals):
    """Return the values as texts: 0 and nothing are ""."""
    return {
        name: f"{vals[name]:.12g}"
        if isinstance(vals[name], float) and vals[name]
        else str(vals[name] or "")
        for name in RESULTS
    }
