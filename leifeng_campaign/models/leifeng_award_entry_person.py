from odoo import models

from ..tools import hours
from .leifeng_service_record import OWN_HOURS


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
        """Return what the records of the award's campaign say of the person, once judging has
        opened what was copied then: {"hours": '22.5', "services", "attended", "honors"}."""
        if self.facts:
            minutes, services, attended = (
                self.service_minutes,
                self.service_count,
                self.attended_count,
            )
        else:
            minutes, services = self._served()
            attended = self._attended()
        return {
            "hours": hours.hours_text(minutes),
            "services": services,
            "attended": attended,
            "honors": self.earlier_honors or "\n".join(self._honors()),
        }

    def _served(self):
        """Return (minutes, number of services) in the campaign; corrected records don't count."""
        # sudo: leifeng.service.record - two sums of the person whom the reader may read about
        records = self.env["leifeng.service.record"].sudo()
        domain = [
            ("employee_id", "=", self.employee_id.id),
            ("campaign_id", "=", self.campaign_id.id),
            *OWN_HOURS,
        ]
        [(minutes,)] = records._read_group(domain, [], ["minutes:sum"])
        return minutes or 0, records.search_count([*domain, *records._standing_domain()])

    def _attended(self):
        """Return at how many sessions of the campaign the person was present."""
        # sudo: leifeng.session.signup - a number about the person whom the reader may read about
        signups = self.env["leifeng.session.signup"].sudo()
        return signups.search_count(
            [
                ("employee_id", "=", self.employee_id.id),
                ("session_id.campaign_id", "=", self.campaign_id.id),
                ("attendance", "=", "present"),
            ]
        )

    def _honors(self):
        """Return the lines of earlier honors: ['2025 “Award”: Tier'], latest first."""
        # sudo: leifeng.award.entry - honors are public in the agency
        granted = self.sudo().search(
            [("employee_id", "=", self.employee_id.id), ("state", "=", "granted")],
            order="granted_on desc, id desc",
        )
        return [
            f"{entry.award_id.year or entry.granted_on.year if entry.granted_on else ''} "
            f"“{entry.award_id.name}” {entry.tier_name or ''}".strip()
            for entry in granted
        ]
