from odoo import models


class LeifengAward(models.Model):
    """Who is called to the stage, in the order of the decision's list."""

    _inherit = "leifeng.award"

    def _presented(self):
        """Return {award id: lines} of those to be honored; an award without winners has none.

        A line: {"award_id", "award", "tier", "name", "department", "number" ("" before the
        decision), "title", "employee_id", "department_id", "named"}. The order is the decision's:
        by department and name, so that it says nothing of who is better (practice point 25).
        """
        granted = self.filtered(lambda award: award.state == "granted")
        chosen = self.filtered(lambda award: award.state in ("approved", "notice"))
        lines = granted._honored_lines() + chosen._chosen_lines()
        found = {award.id: [] for award in self}
        for line in lines:
            found[line["award_id"]].append(line)
        return found

    def _honored_lines(self):
        """Return the lines of what decisions granted: each as its valid paper says, at the place
        of the first one; what was revoked is called no more."""
        # sudo: leifeng.certificate - the office's lists, which are checked before they are made
        papers = self.env["leifeng.certificate"].sudo()
        found = papers.search([("award_id", "in", self.ids), ("kind", "=", "honor")], order="id")
        first = {}
        for honor in found:
            first.setdefault(honor.entry_id.id, honor.id)
        valid = found.filtered(lambda honor: honor.state == "valid")
        shown = valid.sorted(lambda honor: first[honor.entry_id.id])
        return [self._honored_line(honor) for honor in shown]

    def _honored_line(self, honor):
        line = honor.decision_id._line_of_honor(honor)
        return {
            **line,
            "number": honor.number,
            "employee_id": honor.employee_id.id,
            "department_id": honor.holder_department_id.id,
            "named": honor.named,
        }

    def _chosen_lines(self):
        """Return the lines of those approved whose decision isn't issued yet."""
        decisions = self.env["leifeng.award.decision"]
        return [
            self._chosen_line(decisions._line_of_result(result), result.entry_id)
            for result in decisions._winners_in_order(self)
        ]

    def _chosen_line(self, line, entry):
        return {
            **line,
            "number": "",
            "employee_id": entry.employee_id.id,
            "department_id": entry.department_id.id,
            "named": not entry.employee_id or entry.consent_named,
        }
