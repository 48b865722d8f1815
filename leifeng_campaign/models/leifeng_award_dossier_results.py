from odoo import models

RESULT = (
    "code",
    "entry_name",
    "employee_name",
    "department_name",
    "sheet_count",
    "raw_mean",
    "judged",
    "computed",
    "score",
    "spread",
    "rank",
    "recused_count",
    "in_favor",
    "against",
    "abstained",
    "departure_reason",
    "struck_reason",
)
SHEET = ("judge_label", "version", "total", "comment", "correction_reason")
OBJECTION = ("about", "received_on", "text", "reply", "decided_by", "decided_on")
HONOR = ("number", "holder_name", "holder_department", "tier_name", "issued_on")
FACTS = (
    "leifeng.award.entry",
    "leifeng.award.review",
    "leifeng.award.result",
    "leifeng.award.notice",
    "leifeng.award.objection",
    "leifeng.award.decision",
    "leifeng.certificate",
)


class LeifengAward(models.Model):
    """The dossier's papers from judging on: sheets, results, notices, decision, journal."""

    _inherit = "leifeng.award"

    def _dossier_sheets(self):
        """Return every version of every sheet with its scores, under the code of the result."""
        # sudo: as the award, see _dossier; judges have numbers there, no names
        sheets = self.env["leifeng.award.review"].sudo()
        found = sheets.search([("award_id", "=", self.id), ("state", "!=", "draft")])
        codes = {result.entry_id: result.display_name for result in self.result_ids}
        judged = self.criterion_ids.filtered(lambda each: each.source == "judged")
        headings = [
            self.env._("Judged Work"),
            *self._headings(sheets._name, ["state", *SHEET]),
            *judged.mapped("name"),
        ]
        rows = sorted(
            [
                codes.get(sheet.entry_id, sheet.code),
                self._label_of(sheet, "state"),
                *(sheet[name] for name in SHEET),
                *_scores(sheet, judged),
            ]
            for sheet in found
        )
        return self._dossier_table(self.env._("4 Score Sheets"), headings, rows)

    def _dossier_results(self):
        """Return the table of the results, and the summary as it was printed to sign."""
        folder = self.env._("5 Results")
        headings = self._headings("leifeng.award.result", ["tier_id", *RESULT])
        rows = [
            [result.tier_id.name, *(result[name] for name in RESULT)] for result in self.result_ids
        ]
        words = self.env._("Results")
        files = self._dossier_table(f"{folder}/{words}", headings, rows)
        if not rows:
            return files
        # sudo: ir.actions.report - the summary of this award
        reports = self.env["ir.actions.report"].sudo()
        report = "leifeng_campaign.action_report_award_summary"
        paper, _kind = reports._render_qweb_pdf(report, self.ids)
        summary = self.env._("Summary")
        return [*files, (f"{folder}/{summary}.pdf", paper)]

    def _dossier_notices(self):
        """Return the public notices, and the objections without who raised them."""
        folder, files = self.env._("6 Public Notice"), []
        for number, notice in enumerate(self.notice_ids.sorted("id"), 1):
            if notice.date_start:
                files.append((f"{folder}/{number} {notice.name}.docx", notice._document()))
            if notice.date_start and not notice._is_running():
                name = self.env._("Statement on the Notice")
                files.append((f"{folder}/{number} {name}.docx", notice._statement()))
        objections = self._dossier_objections()
        headings = self._headings(objections._name, ["state", *OBJECTION])
        rows = [
            [self._label_of(each, "state"), *(each[name] for name in OBJECTION)]
            for each in objections
        ]
        words = self.env._("Objections")
        path = f"{folder}/{words}"
        return [*files, *self._dossier_table(path, headings, rows)]

    def _dossier_objections(self):
        """Return the objections to a line of this award or to a whole list that it stands on."""
        found = self.env["leifeng.award.objection"].search(
            [("notice_id", "in", self.notice_ids.ids)]
        )
        return found.filtered(
            lambda each: not each.line_id or each.line_id.entry_id.award_id == self
        )

    def _dossier_decisions(self):
        """Return the decision, and the honors with their numbers."""
        folder = self.env._("7 Decision and Honors")
        files = [
            (f"{folder}/{decision.name}.docx", decision._document())
            for decision in self.decision_ids
        ]
        honors = self.env["leifeng.certificate"].search([("award_id", "=", self.id)], order="id")
        headings = self._headings(honors._name, ["state", *HONOR])
        rows = [
            [self._label_of(honor, "state"), *(honor[name] for name in HONOR)] for honor in honors
        ]
        words = self.env._("Honors")
        return [*files, *self._dossier_table(f"{folder}/{words}", headings, rows)]

    def _dossier_journal(self):
        """Return the journal's rows about this award with their hashes; payloads have no names."""
        rows = self.env["leifeng.journal"].search(self._journal_domain(), order="id")
        names = ("id", "payload", "previous_hash", "hash", "sealed_on")
        headings = self._headings(rows._name, ["kind", *names])
        cells = [[self._label_of(row, "kind"), *(row[name] for name in names)] for row in rows]
        return self._dossier_table(self.env._("8 Journal"), headings, cells)

    def _journal_domain(self):
        """Return the domain of the facts about this award and what hangs on it."""
        related = {
            "leifeng.award": self,
            "leifeng.award.notice": self.notice_ids,
            "leifeng.award.objection": self._dossier_objections(),
            "leifeng.award.decision": self.decision_ids,
        }
        for model in set(FACTS) - related.keys():
            related[model] = self.env[model].search([("award_id", "=", self.id)])
        domain = ["|"] * (len(related) - 1)
        for model, records in related.items():
            domain += ["&", ("res_model", "=", model), ("res_id", "in", records.ids)]
        return domain


def _scores(sheet, criteria):
    """Return the scores of a sheet in the order of ``criteria``, '' where none was given."""
    given = {line.criterion_id: line.value for line in sheet.line_ids}
    return [given.get(criterion, "") for criterion in criteria]
