import base64

from odoo import Command, api, fields, models
from odoo.exceptions import UserError
from odoo.tools import file_open

from ..tools import schedule
from ..tools.outline import read_plan
from ..tools.plan_dates import in_year
from ..tools.plan_file import PlanFileError, clean_text, read_file
from ..tools.script import ConverterMissing, to_simplified

STANDARD_PLAN = "leifeng_campaign/data/standard_plan.txt"
WORDS = ("name", "theme", "background", "participants", "leading_group")


class LeifengPlanImport(models.TransientModel):
    """A campaign from the plan document that the staff already have.

    First the document, then what was read in it as a tree to correct, then the campaign.
    """

    _name = "leifeng.plan.import"
    _description = "New from Plan"

    step = fields.Selection(
        [("document", "Document"), ("tree", "What Was Read")], default="document"
    )

    # The document
    source = fields.Selection(
        [("file", "A File"), ("text", "Pasted Text"), ("standard", "The Standard Plan")],
        string="Plan From",
        required=True,
        default="file",
    )
    file = fields.Binary(string="Plan Document", attachment=False)
    file_name = fields.Char()
    text = fields.Text(string="Text of the Plan")
    year = fields.Integer(required=True, default=lambda self: self._default_year())

    # What was read
    name = fields.Char(string="Title")
    theme = fields.Char()
    document_number = fields.Char()
    background = fields.Text()
    participants = fields.Text()
    leading_group = fields.Text()
    date_start = fields.Date(string="Start Date")
    date_stop = fields.Date(string="End Date")
    script = fields.Selection([("hans", "Simplified"), ("hant", "Traditional")], readonly=True)
    other_year = fields.Boolean(readonly=True)
    remarks = fields.Text(readonly=True)
    line_ids = fields.One2many("leifeng.plan.import.line", "import_id", string="Parts of the Plan")

    def _default_year(self):
        """The campaign lies around 5 March: from the summer on the next one is meant."""
        today = self.env.company._leifeng_today()
        return today.year + (today.month > 6)

    # ACTIONS

    def action_read(self):
        """Read the document into the tree; what is typed stays when it can't be read."""
        self.ensure_one()
        if not 2000 <= self.year <= 2099:
            raise UserError(self.env._("Please enter the year with four digits."))
        try:
            plan = read_plan(self._document_text(), self.year)
        except PlanFileError as error:
            raise UserError(self._file_refusal(error.reason)) from error
        if not plan.is_plan:
            raise UserError(self._no_plan_sentence(plan.why_not))
        self._fill_in(plan)

    def action_convert(self):
        """Convert every word to simplified characters."""
        self.ensure_one()
        try:
            self.write(self._simplified(self, WORDS))
            for line in self.line_ids:
                line.write(self._simplified(line, line._words()))
        except ConverterMissing as error:
            raise UserError(
                self.env._("The Python package OpenCC is missing. Please have it installed.")
            ) from error
        self.script = "hans"

    def action_propose_dates(self):
        """Give every phase without dates some, one after the other from the start date on."""
        self.ensure_one()
        if not self.date_start:
            raise UserError(self.env._("Please enter the start date first."))
        phases = self.line_ids.filtered(lambda line: line.kind == "phase")
        given = [(phase.name, phase.date_start, phase.date_stop) for phase in phases]
        dates = schedule.propose(given, self.date_start)
        for phase, (start, stop) in zip(phases, dates, strict=True):
            phase.write({"date_start": start, "date_stop": stop})
        if dates:
            self.date_stop = max(self.date_stop or dates[-1][1], *(stop for _start, stop in dates))

    def action_move_year(self):
        """Move all dates of last year's plan to the year asked for."""
        self.ensure_one()
        given = [
            day for part in (self, *self.line_ids) for day in (part.date_start, part.date_stop)
        ]
        shift = self.year - min((day.year for day in given if day), default=self.year)
        for part in (self, *self.line_ids):
            days = {name: part[name] for name in ("date_start", "date_stop") if part[name]}
            part.write({name: in_year(day, day.year + shift) for name, day in days.items()})
        self.other_year = False

    def action_back(self):
        self.step = "document"

    def action_create(self):
        """Create the campaign and open it."""
        self.ensure_one()
        self._check_tree()
        campaign = self.env["leifeng.campaign"].create(self._campaign_values())
        self._attach_document(campaign)
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.campaign",
            "res_id": campaign.id,
            "views": [(False, "form")],
        }

    # BUSINESS

    def _document_text(self):
        if self.source == "standard":
            with file_open(STANDARD_PLAN) as standard:
                return standard.read()
        if self.source == "text":
            return clean_text(self.text or "")
        return read_file(base64.b64decode(self.file or b""))

    def _fill_in(self, plan):
        self.write(
            {
                "step": "tree",
                "name": plan.title,
                "theme": plan.theme,
                "document_number": plan.document_number,
                "background": plan.background,
                "participants": plan.participants,
                "leading_group": plan.leading_group,
                "date_start": plan.date_start,
                "date_stop": plan.date_stop,
                "script": plan.script,
                "other_year": "other_year" in plan.warnings,
                "remarks": self._remarks(plan),
                "line_ids": [
                    Command.clear(),
                    *map(Command.create, self.env["leifeng.plan.import.line"]._values_of(plan)),
                ],
            }
        )

    def _remarks(self, plan):
        sentences = {
            "date_placeholder": self.env._(
                "The document has a placeholder for the dates: please enter them."
            ),
            "cut_off": self.env._("The document breaks off; the last part is marked."),
            "guessed": self.env._(
                "Where a title ends and the text begins was guessed in places: please check."
            ),
        }
        return "\n".join(sentences[each] for each in plan.warnings if each in sentences)

    @api.model
    def _simplified(self, record, names):
        return {name: to_simplified(record[name]) for name in names if record[name]}

    def _check_tree(self):
        if not self.name:
            raise UserError(self.env._("Please give the campaign a title."))
        if not any(line.kind == "phase" for line in self.line_ids):
            raise UserError(self.env._("Please mark at least one part as a phase."))
        nameless = self.line_ids.filtered(lambda line: line._makes_record() and not line.name)
        if nameless:
            raise UserError(
                self.env._(
                    "Please give every phase and activity a name: %(text)s", text=nameless[0].text
                )
            )

    def _campaign_values(self):
        lines = self.line_ids
        return {
            **{name: self[name] for name in (*WORDS, "document_number", "date_start", "date_stop")},
            "objectives": lines._joined("objective"),
            "requirements": lines._joined("requirement"),
            "phase_ids": [Command.create(values) for values in lines._phase_values()],
        }

    def _attach_document(self, campaign):
        """Keep the document as it came, with everything that wasn't understood."""
        content = self.file if self.source == "file" else self._text_file()
        self.env["ir.attachment"].create(
            {
                "name": self.file_name if self.source == "file" else self.env._("Plan text.txt"),
                "datas": content,
                "res_model": campaign._name,
                "res_id": campaign.id,
            }
        )

    def _text_file(self):
        return base64.b64encode(self._document_text().encode())
