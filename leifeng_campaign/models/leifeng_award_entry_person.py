from odoo import models

from ..tools import hours


class LeifengAwardEntry(models.Model):
    """What hr and the records say of a nominee, beside the text: asked once, typed by nobody."""

    _inherit = "leifeng.award.entry"

    def _person_copies(self):
        """Return the values of the person as they stand today, written when it is submitted."""
        # sudo: hr.employee - copied by acts of people who can't read hr
        person = self.sudo().employee_id
        return {
            "employee_name": person.name,
            "department_id": person.department_id.id or self.department_id.id,
            "department_name": person.department_id.name,
            "post": person.job_title,
            "leading": person.leifeng_leading_staff,
        }

    def _record_facts(self):
        """Return what the records of the award's campaign say of the person; once judging has
        opened, what was copied then: {"hours": '22.5', "services", "attended", "honors"}."""
        values = self if self.facts else self._facts_of_persons(self.award_id)[self]
        return {
            "hours": hours.hours_text(values["service_minutes"]),
            "services": values["service_count"],
            "attended": values["attended_count"],
            "honors": values["earlier_honors"] or "",
        }
