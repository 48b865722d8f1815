from odoo import models


class LeifengAwardEntry(models.Model):
    """What judges get to see of an entry: a copy, so that they need no access to the entry.

    Essays without a name, persons and departments with name and facts; never opinions, phones or
    punishments.
    """

    _inherit = "leifeng.award.entry"

    def _work(self):
        """Return {title, body, facts, kind} as written on a sheet."""
        if self.kind == "essay":
            return {"kind": "essay", "title": self.title, "body": self.body, "facts": {}}
        return {
            "kind": self.kind,
            "title": self.employee_name or self.department_name,
            "body": self.deeds_full or self.statement,
            "facts": {**self._shown_person_facts(), "records": self.facts or {}},
        }

    def _shown_person_facts(self):
        """Return what the records say of a person; of a department ``facts`` has it all."""
        if self.kind != "person":
            return {}
        return {
            "department": self.department_name,
            "post": self.post or "",
            "short": self.deeds_short or "",
            "minutes": self.service_minutes,
            "services": self.service_count,
            "attended": self.attended_count,
            "honors": self.earlier_honors or "",
        }

    def _work_files(self):
        """Return the proof as new files of the system, {entry: files}, named by number alone.

        A copy would keep who made the file; what isn't anonymous anyway has none.
        """
        files = {}
        for entry in self.filtered(lambda each: each.kind != "essay"):
            values = [entry._file_values(*each) for each in enumerate(entry.proof_ids, start=1)]
            files[entry] = self.env["ir.attachment"].create(values)
        return files

    def _file_values(self, number, proof):
        """Without a record that it belongs to, a file opens through our own page alone."""
        return {
            "name": f"{number}{_extension(proof.name)}",
            "raw": proof.raw,
            "mimetype": proof.mimetype,
        }


def _extension(name):
    """Return '.pdf' of 'letter of thanks.PDF', '' for what is no plain extension."""
    _stem, dot, extension = (name or "").rpartition(".")
    plain = dot and extension.isascii() and extension.isalnum() and len(extension) <= 5
    return f".{extension.lower()}" if plain else ""
