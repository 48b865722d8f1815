from odoo import models

from ..tools import hours


class LeifengAwardReview(models.Model):
    """What records say of a person or a department, as the sheet holds it, in words."""

    _inherit = "leifeng.award.review"

    def _fact_rows(self):
        """Return [(label, text)] without what isn't known."""
        facts = self.facts or {}
        if not facts:
            return []
        rows = [
            (self.env._("Department"), facts.get("department")),
            (self.env._("Post or Unit"), facts.get("post")),
            *(self._service_rows(facts) if self.kind == "person" else self._record_rows(facts)),
            (self.env._("Earlier Honors"), facts.get("honors")),
        ]
        return [(label, str(text)) for label, text in rows if text or text == 0]

    def _computed_text(self):
        """Return what isn't scored here because records give the points, '' for nothing."""
        computed = self.award_id.criterion_ids - self._criteria()
        what = [f"{each.name} (0–{each.weight:g})" for each in computed]
        if not what:
            return ""
        return self.env._("Computed from records: %(what)s", what=", ".join(what))

    def _service_rows(self, facts):
        return [
            (self.env._("Service Hours"), hours.hours_text(facts.get("minutes") or 0)),
            (self.env._("Number of Services"), facts.get("services")),
            (self.env._("Study Sessions Attended"), facts.get("attended")),
        ]

    def _record_rows(self, facts):
        """What was copied of a department, each figure beside what it is to be read with."""
        words, records = self._record_words(), facts.get("records") or {}
        on_time, not_yet = self.env._("On Time"), self.env._("Not Handed In on Time")
        values = {
            **records,
            "people": f"{records.get('people', 0):g} %",
            "summary": on_time if records.get("summary") else not_yet,
        }
        return [(word, values[name]) for name, word in words.items() if name in records]

    def _record_words(self):
        """Return {name of a figure: its word}, in the order in which they are shown."""
        field = self.env["leifeng.award.criterion"]._fields["source"]
        words = dict(field._description_selection(self.env))
        return {
            "headcount": self.env._("Head-count"),
            "people_count": self.env._("People Who Took Part"),
            "people": words["people"],
            "times": self.env._("Times Taken Part"),
            "requests": words["requests"],
            "ratings": words["ratings"],
            "rating_count": self.env._("Number of Ratings"),
            "summary": words["summary"],
        }
