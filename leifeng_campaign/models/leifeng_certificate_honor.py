from odoo import models

from ..tools import chain, secret

INNER_QUOTES = str.maketrans("“”「」", "‘’『』")


class LeifengCertificate(models.Model):
    """An honor: what a decision grants, in the words as printed."""

    _inherit = "leifeng.certificate"

    def _honor_values(self, decision, result):
        """Return the values of the certificate for the winning entry of ``result``."""
        award, entry = result.award_id, result.entry_id
        holder = entry.employee_name or entry.department_name
        return {
            "kind": "honor",
            **self._number_values(decision.company_id, "honor", decision.date),
            "token": secret.new_token(),
            "company_id": decision.company_id.id,
            "employee_id": entry.employee_id.id,
            "department_id": False if entry.employee_id else entry.department_id.id,
            "holder_name": holder,
            "holder_department": entry.department_name if entry.employee_id else False,
            "holder_department_id": entry.department_id.id,
            "named": not entry.employee_id or entry.consent_named,
            "lang": self.env.lang,
            "award_id": award.id,
            "entry_id": entry.id,
            "decision_id": decision.id,
            "award_name": award.name,
            "tier_name": result.tier_id.name,
            "honor_year": award._honor_year(decision.date),
            "honor_words": self._honor_words(decision, result),
            "document_number": decision.document_number,
            "recording_unit": decision.issuer,
            "issued_on": decision.date,
        }

    def _honor_words(self, decision, result):
        """Return 'address NEWLINE sentence', as it is printed."""
        entry = result.entry_id
        address = self._honor_address(entry.kind, entry.employee_name or entry.department_name)
        return f"{address}\n{self._honor_sentence(decision, result)}"

    def _honor_address(self, kind, name):
        if kind == "department":
            return self.env._("To %(department)s:", department=name)
        return self.env._("To comrade %(name)s:", name=name)

    def _honor_sentence(self, decision, result):
        award, tier = result.award_id, result.tier_id.name
        year = award._honor_year(decision.date)
        words = {
            "year": year,
            "award": self._quotable(award.name),
            "tier": tier,
            "title": result.entry_id.title,
        }
        if award.kind == "essay":
            return self.env._(
                "In “%(award)s” of %(year)s your work “%(title)s” won the %(tier)s. This "
                "certificate is given to you in recognition.",
                **words,
            )
        if award.kind == "department":
            return self.env._(
                "In the Lei Feng Campaign of %(year)s your department organized well with "
                "outstanding results and won the “%(award)s”. This certificate is given to you in "
                "recognition.",
                **words,
            )
        return self.env._(
            "For outstanding deeds in the Lei Feng Campaign of %(year)s you are named “%(award)s”. "
            "This certificate is given to you in recognition.",
            **words,
        )

    def _quotable(self, name):
        """Return ``name`` as it stands inside quotation marks: its own become single ones."""
        return name.translate(INNER_QUOTES)

    def _shown_tier(self):
        """Return the tier, "" where the award's name says it already."""
        return "" if self.tier_name in self.award_name else self.tier_name

    def _honor_title(self):
        """Return 'Essay Contest · First Prize'."""
        return " · ".join(filter(None, (self.award_name, self._shown_tier())))

    def _address(self):
        """Return the first line as printed: 聂小雨同志：."""
        return (self.honor_words or "").partition("\n")[0]

    def _sentence(self):
        """Return the words as printed without the line that names the holder."""
        return (self.honor_words or "").partition("\n")[2]

    def _honor_facts(self, salt):
        """Return the journal's payload: ids, and a digest that proves the words."""
        return {
            "number": self.number,
            "award": self.award_id.id,
            "decision": self.decision_id.id,
            "salt": salt,
            "digest": self._honor_digest(salt),
        }

    def _honor_digest(self, salt):
        """Return the digest of who holds the honor, and of its words as printed."""
        return chain.digest(salt, self.holder_name, self.tier_name, self.honor_words)
