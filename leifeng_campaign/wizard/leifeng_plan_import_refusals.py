from odoo import models


class LeifengPlanImport(models.TransientModel):
    """Why a document can't be read as a plan, each in a sentence that says what to do."""

    _inherit = "leifeng.plan.import"

    def _file_refusal(self, reason):
        sentences = {
            "empty": self.env._("There is no text yet. Please choose a file or paste the plan."),
            "too_big": self.env._(
                "The file is larger than 10 MB. Please save it without pictures."
            ),
            "too_long": self.env._(
                "The text has more than 200,000 characters. Please paste the plan alone."
            ),
            "pdf": self.env._(
                "A PDF can't be read reliably. Please upload the Word document or paste its text."
            ),
            "rtf": self.env._("This is an RTF file. Please save it as .docx in Word or WPS."),
            "old_doc": self.env._(
                "This is an old .doc file. Please save it as .docx in Word or WPS."
            ),
            "encrypted": self.env._(
                "The file is protected by a password. Please save it without one."
            ),
            "encoding": self.env._(
                "The text's encoding is unknown. Please save it as UTF-8 or paste the text."
            ),
        }
        broken = self.env._(
            "The file can't be read. Please save it again as .docx, or paste its text."
        )
        return sentences.get(reason, broken)

    def _no_plan_sentence(self, reason):
        sentences = {
            "report": self.env._("This is a report of something finished, not a plan."),
            "name_list": self.env._("This is a list of names, not a plan."),
            "verse": self.env._("This is a song or a poem, not a plan."),
            "empty": self.env._("There is no text yet. Please choose a file or paste the plan."),
        }
        unknown = self.env._(
            "No phases or activities were found in this text, so it is not taken for a plan. "
            "Please check the document, or begin with the standard plan."
        )
        return sentences.get(reason, unknown)
