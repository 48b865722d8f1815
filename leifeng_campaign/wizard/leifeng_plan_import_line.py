import re

from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from ..models.leifeng_campaign_activity import CATEGORIES, KINDS
from ..tools.plan_dates import says_more

LINE_KINDS = [
    ("objective", "Objective"),
    ("phase", "Phase"),
    ("activity", "Activity"),
    ("requirement", "Requirement"),
    ("rest", "Set Aside"),
]
CUT = "｜"  # stands between title and text where both are edited as one
BLANK_LINE = re.compile(r"\n\s*\n")


class LeifengPlanImportLine(models.TransientModel):
    """A part of the plan as read: to rename, retype, split, merge, cut elsewhere or set aside."""

    _name = "leifeng.plan.import.line"
    _description = "Part of a Plan"
    _order = "sequence, id"

    import_id = fields.Many2one("leifeng.plan.import", required=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    kind = fields.Selection(LINE_KINDS, string="Part", required=True, default="activity")
    name = fields.Char(string="Title")
    text = fields.Text()
    whole = fields.Text(
        string="Title｜Text",
        compute="_compute_whole",
        inverse="_inverse_whole",
        help="Move the mark ｜ to where the title ends. A blank line is where Split cuts.",
    )
    activity_kind = fields.Selection(KINDS, string="Kind of Activity")
    category = fields.Selection(CATEGORIES, string="Service Category")
    date_start = fields.Date(string="Start Date")
    date_stop = fields.Date(string="End Date")
    responsible = fields.Char()
    criteria = fields.Text(help="One criterion per line.")
    procedure = fields.Text(help="One step per line.")
    cut_off = fields.Boolean(string="Breaks Off", readonly=True)
    guessed = fields.Boolean(string="Title Guessed", readonly=True)

    @api.depends("name", "text")
    def _compute_whole(self):
        for line in self:
            line.whole = f"{line.name or ''}{CUT}{line.text or ''}"

    def _inverse_whole(self):
        for line in self:
            name, _cut, text = (line.whole or "").partition(CUT)
            line.write({"name": name.strip(), "text": text.strip()})

    # ACTIONS

    def action_split(self):
        """Make two parts of one, at the first blank line of the text."""
        self.ensure_one()
        first, *rest = BLANK_LINE.split(self.text or "", maxsplit=1)
        if not rest:
            raise UserError(
                self.env._("Please put a blank line into the text where it is to be cut.")
            )
        name, _break, text = rest[0].partition("\n")
        self._move_down_what_follows()
        self.text = first.strip()
        self.copy({"name": name.strip(), "text": text.strip(), "sequence": self.sequence + 1})

    def action_merge(self):
        """Append this part to the one above."""
        self.ensure_one()
        lines = self.import_id.line_ids.sorted()
        index = lines.ids.index(self.id)
        if not index:
            raise UserError(self.env._("There is no part above this one."))
        above = lines[index - 1]
        parts = (above.text, self.name, self.text)
        above.text = "\n".join(part for part in parts if part)
        for name in ("criteria", "procedure"):
            above[name] = "\n".join(filter(None, (above[name], self[name])))
        self.unlink()

    def action_set_aside(self):
        """Leave the part out of the campaign; it stays in the attached document."""
        self.kind = "rest"

    # BUSINESS

    def _words(self):
        return ("name", "text", "responsible", "criteria", "procedure")

    def _makes_record(self):
        return self.kind in ("phase", "activity")

    def _move_down_what_follows(self):
        """Leave a free number behind this line."""
        lines = self.import_id.line_ids.sorted()
        for sequence, line in enumerate(lines):
            line.sequence = 10 * sequence

    @api.model
    def _values_of(self, plan):
        """Return the values of a line for every part of ``plan``, in the document's order."""
        parts = [self._item_values("objective", item) for item in plan.objectives]
        for phase in plan.phases:
            parts.append({**self._phase_part(phase), **self._dates(phase)})
            parts += map(self._activity_values, phase.activities)
        parts += [self._item_values("requirement", item) for item in plan.requirements]
        parts += self._rest_values(plan)
        return [{"sequence": 10 * index, **part} for index, part in enumerate(parts)]

    @api.model
    def _phase_part(self, phase):
        """What stood in brackets after a phase's name is kept if it says more than dates."""
        values = self._item_values("phase", phase)
        if says_more(phase.note):
            values["text"] = "\n".join(filter(None, (phase.note, phase.text)))
        return values

    @api.model
    def _rest_values(self, plan):
        """What isn't part of the plan is shown in one piece for each reason why."""
        pieces = {}
        for leftover in plan.leftovers:
            pieces.setdefault(leftover.reason, []).append(leftover.text)
        pieces["dates"] = [plan.date_text] if says_more(plan.date_text) else []
        pieces["attachments"] = plan.attachments
        pieces["signed"] = [plan.salutation, plan.issuer, *plan.signed]
        texts = ["\n".join(filter(None, piece)) for piece in pieces.values()]
        return [{"kind": "rest", "text": text} for text in texts if text]

    @api.model
    def _item_values(self, kind, item):
        return {
            "kind": kind,
            "name": item.name,
            "text": item.text,
            "guessed": item.guessed,
            "cut_off": item.cut_off,
        }

    @api.model
    def _dates(self, part):
        return {"date_start": part.date_start, "date_stop": part.date_stop}

    @api.model
    def _activity_values(self, activity):
        return {
            **self._item_values("activity", activity),
            **self._dates(activity),
            "activity_kind": activity.kind,
            "category": activity.category,
            "responsible": activity.responsible,
            "criteria": "\n".join(activity.criteria),
            "procedure": "\n".join(activity.procedure),
        }

    def _joined(self, kind):
        """Return the parts of ``kind`` as text, one a line."""
        return "\n".join(line._sentence() for line in self.sorted() if line.kind == kind)

    def _sentence(self):
        # One line each: a campaign's objectives are told apart by their lines.
        text = " ".join((self.text or "").split("\n"))
        words = "。".join(part for part in (self.name, text) if part)
        if self.cut_off:
            return self.env._("%(text)s… (the document breaks off here)", text=words)
        return words

    def _phase_values(self):
        """Return the values of the phases with their activities, in the order of the tree.

        Activities above the first phase go into it.
        """
        phases, early = [], []
        for line in self.sorted():
            if line.kind == "phase":
                phases.append({**line._common_values(), "text": line.text, "activity_ids": early})
                early = []
            elif line.kind == "activity":
                target = phases[-1]["activity_ids"] if phases else early
                target.append(Command.create(line._record_values()))
        return phases

    def _common_values(self):
        return {
            "name": self.name,
            "sequence": self.sequence,
            "date_start": self.date_start,
            "date_stop": self.date_stop,
        }

    def _record_values(self):
        department = self._department()
        instructions = self.text or ""
        if self.responsible and not department:
            instructions += self.env._("\nResponsible: %(who)s", who=self.responsible)
        return {
            **self._common_values(),
            "kind": self.activity_kind or "other",
            "category": self.category,
            "department_id": department.id,
            "instructions": instructions,
            "criteria": self.criteria,
            "procedure": self.procedure,
        }

    def _department(self):
        """Return the agency's department that the plan names, if there is one of that name."""
        departments = self.env["hr.department"]
        if not self.responsible:
            return departments
        return departments.search(
            [("name", "=", self.responsible), ("company_id", "in", self.env.companies.ids)], limit=1
        )
