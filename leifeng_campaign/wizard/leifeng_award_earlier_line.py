from odoo import fields, models

from ..models.leifeng_award import ENTRY_KINDS
from ..tools import chain, earlier_sheet


class LeifengAwardEarlierLine(models.TransientModel):
    """A row of the agency's list: as it was typed, as it was understood, what becomes of it."""

    _name = "leifeng.award.earlier.line"
    _description = "Row of Earlier Awards"
    _order = "row, id"

    import_id = fields.Many2one("leifeng.award.earlier", required=True, ondelete="cascade")
    row = fields.Integer(readonly=True)
    cells = fields.Json(readonly=True)
    verdict = fields.Selection(
        [
            ("ready", "To Be Recorded"),
            ("known", "Recorded Already"),
            ("refused", "Can't Be Taken"),
        ],
        readonly=True,
    )
    remark = fields.Char(readonly=True)
    kind = fields.Selection(ENTRY_KINDS, string="Who Can Win", readonly=True)
    year = fields.Integer(readonly=True)
    award_name = fields.Char(string="Award", readonly=True)
    tier_name = fields.Char(string="Tier", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    employee_name = fields.Char(string="Full Name", readonly=True)
    department_id = fields.Many2one("hr.department", string="Department of Today", readonly=True)
    department_name = fields.Char(string="Department", readonly=True)
    title = fields.Char(readonly=True)

    def _judge(self):
        """Say for each row what becomes of it; a few queries for the whole file."""
        people, departments, known = self._people(), self._departments(), self._known()
        for line in self:
            line.write({**line._understood(people, departments), "remark": False})
            remark = line._refusal(people)
            line.verdict = "refused" if remark else (line._key() in known and "known") or "ready"
            line.remark = remark
            known.add(line._key())

    # WHAT A ROW SAYS

    def _people(self):
        """Return {"number"/"name": {text: employees}} of the agency, of those who left as well."""
        wanted = list({line.cells[name] for line in self for name in ("number", "name")} - {""})
        # sudo: hr.employee - officers name colleagues without a right on hr
        employees = self.env["hr.employee"].sudo().with_context(active_test=False)
        company = [("company_id", "=", self.import_id.company_id.id)]
        found = employees.search(["|", ("barcode", "in", wanted), ("name", "in", wanted), *company])
        found.mapped("department_id.name")
        return {"number": found.grouped("barcode"), "name": found.grouped("name")}

    def _departments(self):
        """Return {name: department} of the agency."""
        wanted = list({line.cells["department"] for line in self} - {""})
        company = self.import_id.company_id.id
        # sudo: hr.department - officers name departments without a right on hr
        found = (
            self.env["hr.department"]
            .sudo()
            .search([("name", "in", wanted), ("company_id", "in", (company, False))])
        )
        return {department.name: department for department in found}

    def _person(self, people):
        """Return the employees whom the row may mean; who works here comes before who left."""
        cells, nobody = self.cells, self.env["hr.employee"]
        if cells["number"]:
            return people["number"].get(cells["number"], nobody)
        found = people["name"].get(cells["name"], nobody)
        found = found.filtered("active") or found
        there = found.filtered(lambda each: each.department_id.name == cells["department"])
        return there if len(found) > 1 and there else found

    def _understood(self, people, departments):
        cells = self.cells
        kind = earlier_sheet.kind(cells)
        person = self._person(people) if kind != "department" else self.env["hr.employee"]
        person = person if len(person) == 1 else self.env["hr.employee"]
        department = departments.get(cells["department"]) or person.department_id
        return {
            "kind": kind,
            "year": earlier_sheet.year(cells["year"]),
            "award_name": " ".join(cells["award"].split()),
            "tier_name": cells["tier"],
            "employee_id": person.id,
            "employee_name": person.name or cells["name"] or cells["number"],
            "department_id": department.id if department else False,
            # as it was called then, which is what the list says
            "department_name": cells["department"] or (department.name if department else ""),
            "title": cells["title"],
        }

    def _refusal(self, people):
        """Return the sentence why a row can't be taken, or ''."""
        if not 1949 < self.year <= self.import_id.company_id._leifeng_today().year:
            return self.env._("Please write the year like 2025.")
        if not self.award_name:
            return self.env._("Please say which award it was.")
        return (self.kind != "department" and self._refusal_of_person(people)) or (
            "" if self.department_id else self.env._("There is no such department.")
        )

    def _refusal_of_person(self, people):
        found = self._person(people)
        if len(found) > 1:
            return self.env._("Several colleagues bear this name. Please use the staff number.")
        if not found:
            return self.env._(
                "There is no colleague with this name or staff number. Please check it."
            )
        if self.cells["number"] and self.cells["name"] not in ("", found.name):
            return self.env._("The staff number belongs to somebody of another name.")
        if self.kind == "essay" and not (self.title and self.cells["body"]):
            return self.env._("An essay has a title and a text.")
        return ""

    # WHAT STANDS ALREADY, AND WHAT IS WRITTEN

    def _key(self):
        """Return what makes a row the same as another: one entry a person or department."""
        holder = self.employee_id.id or -self.department_id.id
        return (self.kind, self.year, self.award_name, holder)

    def _known(self):
        # sudo: leifeng.award.entry - what was imported before counts without being shown
        entries = self.env["leifeng.award.entry"].sudo()
        before = entries.search(
            [("award_id.is_earlier", "=", True), ("company_id", "=", self.import_id.company_id.id)]
        )
        return {
            (
                each.kind,
                each.award_id.year,
                each.award_id.name,
                each.employee_id.id or -each.department_id.id,
            )
            for each in before
        }

    def _write_entries(self):
        """Write the awards, one a year, name and kind, and their entries."""
        # sudo: leifeng.award.entry - nobody has write access, the import writes them
        made = self.env["leifeng.award.entry"].sudo()
        for key, lines in self.grouped(lambda line: line._key()[:3]).items():
            award = self._award(*key)
            made |= made.create([line._entry_values(award) for line in lines])
        if not made:
            return
        made._set_state("granted")
        self.env["leifeng.journal"].record(
            "earlier_awards", self.import_id.company_id, self._payload(made)
        )

    def _award(self, kind, year, name):
        """Return the earlier award, made where it isn't there yet."""
        # sudo: leifeng.award - that it is an earlier one can't be typed
        awards, company = self.env["leifeng.award"].sudo(), self.import_id.company_id
        values = {
            "kind": kind,
            "year": year,
            "name": name,
            "is_earlier": True,
            "company_id": company.id,
        }
        found = awards.search([(field, "=", value) for field, value in values.items()], limit=1)
        if not found:
            found = awards.create(values)
            found._set_state("granted")
        return found

    def _entry_values(self, award):
        body = self.cells["body"] if self.kind == "essay" else ""
        return {
            "award_id": award.id,
            "employee_id": self.employee_id.id,
            "department_id": self.department_id.id,
            "employee_name": self.employee_name if self.employee_id else False,
            "department_name": self.department_name,
            "tier_name": self.tier_name,
            "title": self.title or False,
            "body": body or False,
            "character_count": len("".join(body.split())),
            "origin": "earlier",
        }

    def _payload(self, entries):
        """Return the salted digests of what was imported; no names."""
        salt = self.env["leifeng.journal"].salt()
        digests = {
            str(each.id): chain.digest(
                salt, each.award_id.id, each.employee_name or "", each.tier_name or ""
            )
            for each in entries
        }
        return {"salt": salt, "entries": digests}
