import json

from odoo import models

ENTRY = (
    "display_name",
    "employee_name",
    "department_name",
    "post",
    "submitted_on",
    "department_opinion",
    "department_by",
    "department_on",
    "reason",
    "tier_name",
    "honor_number",
)
CONSENT = ("consent_considered", "consent_named", "consent_publicized", "consent_on")
TEXTS = ("title", "body", "deeds_short", "deeds_full", "statement", "earlier_honors")
OPINION = ("holder_name", "department_name", "text", "given_by", "given_on")


class LeifengAward(models.Model):
    """The dossier's papers before judging: the rules, what was entered, the opinions."""

    _inherit = "leifeng.award"

    def _dossier_rules(self):
        """Return the rules in words, and as they were frozen."""
        lines = [
            self.name,
            *(f"{label}\t{text}" for label, text in self._rules_lines()),
            *(f"{stage}\t{day}" for stage, day in self._dates_lines()),
            *("\t".join(map(str, line)) for line in self._criteria_lines()),
            *(self.procedure or "").splitlines(),
        ]
        folder = self.env._("1 Rules")
        frozen = (self.rules_text or json.dumps(self._rules(), ensure_ascii=False)).encode()
        words = "\r\n".join(lines).encode("utf-8-sig")
        rules = self.env._("Rules")
        return [(f"{folder}/{rules}.txt", words), (f"{folder}/rules.json", frozen)]

    def _dossier_entries(self):
        """Return the table of the entries, and a folder with the papers of each."""
        folder = self.env._("2 Entries")
        entries = self.entry_ids.filtered(lambda entry: entry.state not in ("draft", "withdrawn"))
        names = [*ENTRY, *CONSENT]
        headings = [self.env._("No."), *self._headings("leifeng.award.entry", ["state", *names])]
        rows = [
            [number, self._label_of(entry, "state"), *(entry[name] for name in names)]
            for number, entry in enumerate(entries, 1)
        ]
        words = self.env._("Entries")
        files = self._dossier_table(f"{folder}/{words}", headings, rows)
        for number, entry in enumerate(entries, 1):
            files += self._dossier_entry(f"{folder}/{number:03d} {entry.display_name}", entry)
        return files

    def _dossier_entry(self, folder, entry):
        labels = self._headings("leifeng.award.entry", TEXTS)
        parts = [
            f"{label}\r\n{entry[name]}"
            for label, name in zip(labels, TEXTS, strict=True)
            if entry[name]
        ]
        text = "\r\n\r\n".join(parts).encode("utf-8-sig")
        scans = entry.proof_ids | entry.consent_scan_id | entry.scan_id
        words = self.env._("Text")
        return [
            (f"{folder}/{words}.txt", text),
            *self._dossier_attachments(folder, scans),
        ]

    def _dossier_opinions(self):
        """Return the table of the bodies' opinions, and what was signed on paper."""
        folder = self.env._("3 Opinions")
        opinions = self.env["leifeng.award.opinion"].sudo()  # sudo: as the award, see _dossier
        found = opinions.search([("award_id", "=", self.id), ("state", "!=", "cancelled")])
        headings = self._headings(opinions._name, ["body", "state", *OPINION])
        rows = [
            [
                self._label_of(each, "body"),
                self._label_of(each, "state"),
                *(each[name] for name in OPINION),
            ]
            for each in found
        ]
        words = self.env._("Opinions")
        path = f"{folder}/{words}"
        return [
            *self._dossier_table(path, headings, rows),
            *self._dossier_attachments(folder, found.scan_id),
        ]
