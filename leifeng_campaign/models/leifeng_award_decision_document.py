from odoo import models
from odoo.tools import groupby

from ..tools import decision_text


class LeifengAwardDecision(models.Model):
    """The decision as a document after GB/T 9704: number and seal are left to the office."""

    _name = "leifeng.award.decision"
    _inherit = ["leifeng.award.decision", "leifeng.official.paper"]

    # ACTIONS

    def action_download(self):
        return self._download("docx")

    def action_download_pdf(self):
        return self._download("pdf")

    # BUSINESS

    def _download(self, kind):
        self.ensure_one()
        url = f"/leifeng/decision/{self.id}/{kind}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _document(self, kind="docx"):
        """Return the content of the file; ``kind``: docx or pdf."""
        return self._official_file(self._draft(), kind)

    def _draft(self):
        issuer = self.issuer or self.company_id.name
        draft = self._new_draft(
            self.company_id, self.name, self.addressee, self.document_number, issuer
        )
        decision_text.write_decision(draft, self._document_words(issuer), self._document_lists())
        return draft

    def _document_words(self, issuer):
        return {
            "preamble": self.preamble,
            "hopes": self.hopes,
            "issuer": issuer,
            "date": self.date,
            "check": self._check_note(),
        }

    def _check_note(self):
        """Return the line that explains the check code; a draft has none."""
        if not self.check_code:
            return ""
        return self.env._(
            "Check code %(code)s: the audit journal up to this decision can be compared with it.",
            code=self.check_code,
        )

    def _document_lists(self):
        """Return the lists in order: [{"title", "sentence", "kind", "head", "rows"}].

        Of an issued decision as its certificates say, of a draft as things stand.
        """
        lines = self._document_lines()
        return [
            self._document_list(group)
            for _key, group in groupby(lines, key=lambda line: (line["award_id"], line["tier"]))
        ]

    def _document_list(self, lines):
        first = lines[0]
        return {
            "title": self._list_title(first),
            "sentence": self._list_sentence(first, len(lines)),
            "head": self._list_head(first["kind"]),
            "rows": [self._list_row(number, line) for number, line in enumerate(lines, 1)],
        }

    def _document_lines(self):
        """Return the winners in order as dicts; nobody is named who did not agree to it."""
        # sudo: leifeng.certificate, leifeng.award.entry - titles of essays, whoever prints
        decision = self.sudo()
        if self.state == "issued":
            honors = (decision.honor_ids - decision.honor_ids.replaced_by_id).sorted("id")
            return [self._line_of_honor(honor) for honor in honors]
        results = self._winners_in_order(decision.award_ids.sorted("id"))
        return [self._line_of_result(result) for result in results]

    def _line_of_honor(self, honor):
        return {
            "award_id": honor.award_id.id,
            "kind": honor.award_id.kind,
            "award": honor._quotable(honor.award_name),
            "tier": honor.tier_name,
            "name": honor.holder_name if honor.named else self._withheld(),
            "department": honor.holder_department,
            "title": honor.entry_id.title,
        }

    def _line_of_result(self, result):
        entry, award = result.entry_id, result.award_id
        named = not entry.employee_id or entry.consent_named
        name = entry.employee_name or entry.department_name
        return {
            "award_id": award.id,
            "kind": award.kind,
            "award": self.env["leifeng.certificate"]._quotable(award.name),
            "tier": result.tier_id.name,
            "name": name if named else self._withheld(),
            "department": entry.department_name,
            "title": entry.title,
        }

    def _withheld(self):
        return self.env._("(Name Withheld)")

    def _list_title(self, line):
        if line["kind"] == "essay":
            return self.env._(
                "List of Works Awarded: %(award)s, %(tier)s", award=line["award"], tier=line["tier"]
            )
        return self.env._("List of Those Commended: %(award)s", award=line["award"])

    def _list_sentence(self, line, count):
        """Return what is decided: one sentence for each list."""
        words = {"count": count, "award": line["award"], "tier": line["tier"]}
        if line["kind"] == "essay":
            return self.env._("%(count)s works are awarded the %(tier)s of “%(award)s”.", **words)
        if line["kind"] == "department":
            return self.env._("%(count)s departments are awarded the “%(award)s”.", **words)
        return self.env._("%(count)s comrades are named “%(award)s”.", **words)

    def _list_head(self, kind):
        no, name = self.env._("No."), self.env._("Full Name")
        department = self.env._("Department")
        if kind == "essay":
            return [no, self.env._("Title of the Work"), self.env._("Author"), department]
        return [no, department] if kind == "department" else [no, name, department]

    def _list_row(self, number, line):
        cells = {
            "essay": (line["title"], line["name"], line["department"]),
            "person": (line["name"], line["department"]),
            "department": (line["name"],),
        }
        return [str(number), *cells[line["kind"]]]
