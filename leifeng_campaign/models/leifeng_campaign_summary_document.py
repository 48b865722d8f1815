from odoo import models
from odoo.tools import groupby

from ..tools import chart, hours
from ..tools.official_lists import month_day
from ..tools.summary_text import write_text
from .leifeng_campaign_summary import SUMMARY_TEXTS

BARS = 30  # departments in a chart; the table that is attached has all of them

PART_WIDTHS = (24, 10, 10, 10, 11, 13, 11, 11)  # shares of a line


class LeifengCampaign(models.Model):
    """The campaign's summary as a document: texts, charts, and the tables they rest on."""

    _inherit = "leifeng.campaign"

    def _summary_title(self):
        return self.env._("Summary of the %(campaign)s", campaign=self.name)

    def _summary_draft(self, words):
        """Return the summary as a draft; ``words`` as of the plan. Parts not written are drafted,
        so that the file can be looked at before anything is kept."""
        draft = self._new_draft(
            self.company_id,
            self._summary_title(),
            words["addressee"],
            words["number"],
            words["issuer"],
        )
        parts, lists = self._part_rows(), self._honor_lists()
        self._write_summary(draft, parts)
        names = [self._parts_title(), *(title for title, _head, _rows in lists)]
        draft.attachment_note(names)
        draft.signature(words["issuer"], words["date"])
        first = (names[0], self._part_head(), parts, PART_WIDTHS)
        self._attach_tables(draft, [first, *((*each, None) for each in lists)])
        return draft

    def _write_summary(self, draft, parts):
        texts = self._summary_texts()
        for name in SUMMARY_TEXTS:
            text = self[name] or texts[name]
            if text:
                draft.heading(self._fields[name]._description_string(self.env))
                write_text(draft, text)
            if name == "summary_overview":
                self._add_charts(draft, parts)

    def _add_charts(self, draft, parts):
        """Hours by department, each with its head-count and in the campaign's order; people taking
        part week by week."""
        weeks = [(month_day(day), people) for day, people in self._week_figures()]
        charts = (
            (self.env._("Chart 1: Service hours by department"), chart.bars(self._bars(parts))),
            (
                self.env._("Chart 2: People taking part, by the week's first day"),
                chart.columns(weeks),
            ),
        )
        for text, content in charts:
            if content:
                draft.picture(content, text)

    def _bars(self, parts):
        return [
            (
                name,
                float(spent),
                self.env._("%(hours)s h · head-count %(count)s", hours=spent, count=count),
            )
            for name, count, _people, _times, spent, *_rest in parts[:BARS]
        ]

    def _parts_title(self):
        return self.env._("Participation of the Departments")

    def _part_head(self):
        return [
            self.env._("Department"),
            self.env._("Head-count"),
            self.env._("People Taking Part"),
            self.env._("Times Taken Part"),
            self.env._("Service Hours"),
            self.env._("Requests Served"),
            self.env._("Essays"),
            self.env._("Nominations"),
        ]

    def _part_rows(self):
        """Return the sums of the departments beside their head-count, in the campaign's order."""
        figures = self.department_ids._figures_of()
        return [
            [part.department_id.name, *self._part_figures(figures[part.id])]
            for part in self.department_ids
        ]

    def _part_figures(self, figures):
        names = ("headcount", "people", "attendances")
        first = [str(figures[name]) for name in names]
        last = [str(figures[name]) for name in ("requests", "essays", "nominations")]
        return [*first, hours.hours_text(figures["minutes"]), *last]

    def _honor_lists(self):
        """Return [(title, head, rows)] of those commended, as the register has them; nobody is
        named who did not agree to it."""
        honors = self.env["leifeng.certificate"].search(self._honor_domain(), order="award_id, id")
        head = [self.env._("No."), self.env._("Person or Department"), self.env._("Department")]
        return [
            (
                self.env._("List of Those Commended: %(award)s", award=award.name),
                [*head, self.env._("Tier")],
                [self._honor_row(*each) for each in enumerate(group, 1)],
            )
            for award, group in groupby(honors, key=lambda honor: honor.award_id)
        ]

    def _honor_row(self, number, honor):
        name = honor.holder_name if honor.named else self.env._("(Name Withheld)")
        return [str(number), name, honor.holder_department, honor.tier_name]

    def _attach_tables(self, draft, tables):
        several = len(tables) > 1
        for number, (title, head, rows, widths) in enumerate(tables, 1):
            draft.attachment(number if several else None, title)
            draft.table(head, rows, widths)
