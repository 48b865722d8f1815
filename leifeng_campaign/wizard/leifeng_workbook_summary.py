from odoo import models

from ..models.leifeng_campaign_department_summary import SUMMARY_PARTS
from ..models.leifeng_story import CHANNELS
from ..tools import wording
from ..tools.masking import masked_name
from ..tools.workbook import Column


class LeifengWorkbook(models.TransientModel):
    """The sheets of what the departments wrote and of what goes on."""

    _inherit = "leifeng.workbook"

    def _summary_tables(self):
        yield self.env._("Department Summaries"), self._summary_columns(), self._summary_rows()
        yield self.env._("Publicity Items"), self._story_columns(), self._story_rows()
        yield self.env._("Next Steps"), self._step_columns(), self._step_rows()

    def _summary_columns(self):
        parts = self.env["leifeng.campaign.department"]
        texts = [parts._fields[name]._description_string(self.env) for name in SUMMARY_PARTS]
        return [
            Column(self.env._("Department"), width=22),
            Column(self.env._("State")),
            Column(self.env._("Summary Received On"), "date"),
            Column(self.env._("Characters"), "number"),
            *(Column(text, width=44) for text in texts),
        ]

    def _summary_rows(self):
        mine = [("campaign_id", "=", self.campaign_id.id)]
        for part in self._each("leifeng.campaign.department", mine):
            yield [
                part.name,
                self._label(part, "summary_state"),
                self._day(part.summary_submitted_on),
                part.summary_length,
                *(part[name] for name in SUMMARY_PARTS),
            ]

    def _story_columns(self):
        return [
            Column(self.env._("Title"), width=40),
            Column(self.env._("Kind of Item")),
            Column(self.env._("Author"), mask=masked_name),
            Column(self.env._("Department"), width=20),
            Column(self.env._("Characters"), "number"),
            Column(self.env._("Channels"), width=24),
            Column(self.env._("State")),
            Column(self.env._("Published On"), "date"),
        ]

    def _story_rows(self):
        """What the user may read: a reflection that its author keeps to himself is nobody's."""
        mine = [("campaign_id", "=", self.campaign_id.id), ("private", "=", False)]
        for story in self._each("leifeng.story", mine):
            yield [
                story.name,
                self._label(story, "kind"),
                story.author_name,
                story.department_name,
                story.character_count,
                self._channels(story),
                self._label(story, "state"),
                self._day(story.published_on),
            ]

    def _channels(self, story):
        labels = (story._fields[name]._description_string(self.env) for name in CHANNELS)
        chosen = zip(CHANNELS, labels, strict=True)
        return wording.listed(self.env.lang, (label for name, label in chosen if story[name]))

    def _step_columns(self):
        return [
            Column(self.env._("What Is to Be Done"), width=40),
            Column(self.env._("Department"), width=20),
            Column(self.env._("By When"), "date"),
            Column(self.env._("State")),
            Column(self.env._("What Was Done"), width=40),
            Column(self.env._("Reported On"), "date"),
        ]

    def _step_rows(self):
        mine = [("campaign_id", "=", self.campaign_id.id)]
        for step in self._each("leifeng.followup", mine):
            yield [
                step.name,
                step.department_id.name,
                self._day(step.date_due),
                self._label(step, "state"),
                step.report,
                self._day(step.reported_on),
            ]
