from odoo import api, models
from odoo.fields import Domain

from .leifeng_service_record import OWN_HOURS


class LeifengAwardEntry(models.Model):
    """What records say of a person: hours served, times taken part, earlier honors.

    Copied when judging opens, so that every judge reads the same and nothing moves afterwards.
    """

    _inherit = "leifeng.award.entry"

    def _fill_facts(self):
        """Copy the facts of all kinds of entries; a few queries a campaign, whatever the number."""
        for entry, values in self._facts_of_entries().items():
            # sudo: leifeng.award.entry - nobody has write access, facts come from records
            entry.sudo().write(values)

    def _facts_of_entries(self):
        """Return {entry: values of its fact fields}; an essay's would tell who wrote it."""
        persons = self.filtered(lambda entry: entry.kind == "person")
        departments = self.filtered(lambda entry: entry.kind == "department")
        found = {}
        for award, entries in persons.grouped("award_id").items():
            found |= entries._facts_of_persons(award)
        for award, entries in departments.grouped("award_id").items():
            facts = entries.department_id._leifeng_award_facts(award.campaign_id)
            found |= {entry: {"facts": facts[entry.department_id]} for entry in entries}
        return found

    def _facts_of_persons(self, award):
        # sudo: leifeng.service.record, leifeng.session.signup - sums over the candidates' own
        env = self.sudo().env
        hours, times = self._service_sums(env, award), self._study_times(env, award)
        honors = self._honors_before(env, award)
        found = {}
        for entry in self:
            minutes, count = hours.get(entry.employee_id.id, (0, 0))
            studied = times.get(entry.employee_id.id, 0)
            found[entry] = {
                "service_minutes": minutes,
                "service_count": count,
                "attended_count": studied,
                "earlier_honors": honors.get(entry.employee_id.id),
                "facts": {"hours": round(minutes / 60, 2), "attendance": count + studied},
            }
        return found

    def _service_sums(self, env, award):
        """Return {employee's id: (minutes, services)} of the campaign, corrections considered."""
        domain = Domain("campaign_id", "=", award.campaign_id.id) & Domain(OWN_HOURS)
        domain &= Domain("employee_id", "in", self.employee_id.ids)
        records = env["leifeng.service.record"]
        minutes = dict(records._read_group(domain, ["employee_id"], ["minutes:sum"]))
        counts = records._read_group(
            domain & records._standing_domain(), ["employee_id"], ["__count"]
        )
        return {person.id: (minutes[person], count) for person, count in counts}

    def _study_times(self, env, award):
        """Return {employee's id: study sessions of the campaign that the person came to}."""
        groups = env["leifeng.session.signup"]._read_group(
            [
                ("session_id.campaign_id", "=", award.campaign_id.id),
                ("session_id.kind", "!=", "service"),
                ("session_id.state", "=", "done"),
                ("employee_id", "in", self.employee_id.ids),
                ("live", "=", True),
                ("attendance", "=", "present"),
            ],
            ["employee_id"],
            ["__count"],
        )
        return {person.id: count for person, count in groups}

    @api.model
    def _honor_line(self, entry):
        """Return an earlier honor as 'year award tier'."""
        year = entry.award_id.year or (entry.granted_on and entry.granted_on.year)
        return " ".join(str(part) for part in (year, entry.award_id.name, entry.tier_name) if part)

    def _honors_before(self, env, award):
        """Return {employee's id: earlier honors, a line each, the latest first}."""
        earlier = env["leifeng.award.entry"].search(
            [
                ("state", "=", "granted"),
                ("employee_id", "in", self.employee_id.ids),
                ("award_id", "!=", award.id),
            ],
            order="granted_on desc, id desc",
        )
        return {
            person.id: "\n".join(map(self._honor_line, entries))
            for person, entries in earlier.grouped("employee_id").items()
        }
