from odoo import models


class LeifengPlanImport(models.TransientModel):
    """Why a document can't be read as a plan, each in a sentence that says what to do."""

    _inherit = "leifeng.plan.import"

    def _file_refusal(self, reason):
        _ = self.env._
        sentences = {
            "empty": _("There is no text yet. Please choose a file or paste the plan."),
            "too_big": _("The file is larger than 10 MB. Please save it without pictures."),
            "too_long": _(
                "The text has more than 200,000 characters. Please paste the plan alone."
            ),
            "pdf": _(
                "A PDF can't be read reliably. Please upload the Word document or paste its text."
            ),
            "rtf": _("This is an RTF file. Please save it as .docx in Word or WPS."),
            "old_doc": _("This is an old .doc file. Please save it as .docx in Word or WPS."),
            "encrypted": _("The file is protected by a password. Please save it without one."),
            "encoding": _(
                "The text's encoding is unknown. Please save it as UTF-8 or paste the text."
            ),
        }
        broken = _("The file can't be read. Please save it again as .docx, or paste its text.")
        return sentences.get(reason, broken)

    def _no_plan_sentence(self, reason):
        _ = self.env._
        sentences = {
            "report": _("This is a report of something finished, not a plan."),
            "name_list": _("This is a list of names, not a plan."),
            "verse": _("This is a song or a poem, not a plan."),
            "empty": _("There is no text yet. Please choose a file or paste the plan."),
        }
        unknown = _(
            "No phases or activities were found in this text, so it is not taken for a plan. "
            "Please check the document, or begin with the standard plan."
        )
        return sentences.get(reason, unknown)
