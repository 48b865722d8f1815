from odoo import Command, models

from ..tools import next_year

# What is written anew each year stays out: theme, document number, direction.
TEXTS = ("background", "objectives", "participants", "requirements", "leading_group")
SPAN = ("date_start", "date_stop")
AWARD_DATES = ("date_open", "date_deadline", "date_screening", "date_judging", "date_notice")


class LeifengCampaign(models.Model):
    """The next year's campaign, made of this one: the plan and who answers for it, no facts.

    Posts and award templates belong to no campaign and are shared as they are; sessions, lines of
    department plans, entries and judges are made anew.
    """

    _inherit = "leifeng.campaign"

    def _make_next_year(self, name):
        """Return the new campaign, in preparation, called ``name``."""
        self.ensure_one()
        days = self._days_to_next_year()
        campaign = self.create(self._next_values(name, days))
        activities = {}
        for phase in self.phase_ids:
            activities.update(phase._carry_on(campaign, days))
        self.department_ids._carry_on(campaign)
        self._awards_to_carry_on()._carry_on(campaign, activities, days)
        self._steps_to_carry_on()._carry_on(campaign, days)
        return campaign

    def _next_values(self, name, days):
        return {
            "name": name,
            "previous_id": self.id,
            "company_id": self.company_id.id,
            **{field: self[field] for field in TEXTS},
            **self._moved(days, *SPAN, "summary_due"),
        }

    def _days_to_next_year(self):
        """Return by how many days the plan moves: its own days and those of its parts decide."""
        parts = [self, *self.phase_ids, *self.plan_activity_ids]
        dates = [part[name] for part in parts for name in SPAN if part[name]]
        return next_year.days_between(dates, self._year())

    def _moved(self, days, *names):
        return {name: next_year.moved(self[name], days) for name in names}

    def _awards_to_carry_on(self):
        domain = [("campaign_id", "=", self.id), ("state", "!=", "cancelled")]
        return self.env["leifeng.award"].search(domain, order="id")

    def _steps_to_carry_on(self):
        return self.followup_ids.filtered(lambda step: step.state == "open" and not step.next_ids)


class LeifengCampaignPhase(models.Model):
    _inherit = "leifeng.campaign.phase"

    def _carry_on(self, campaign, days):
        """Copy the phase with its activities; return {activity: its copy}."""
        moved = {name: next_year.moved(self[name], days) for name in SPAN}
        phase = self.copy({"campaign_id": campaign.id, "activity_ids": [], **moved})
        return {
            activity: activity.copy(
                {
                    "phase_id": phase.id,
                    **{name: next_year.moved(activity[name], days) for name in SPAN},
                }
            )
            for activity in self.activity_ids
        }


class LeifengCampaignDepartment(models.Model):
    _inherit = "leifeng.campaign.department"

    def _carry_on(self, campaign):
        """Let the departments take part again, with head and coordinator as far as they are still
        there; plans and summaries begin anew."""
        campaign.department_ids = [
            Command.create(
                {
                    "department_id": part.department_id.id,
                    "sequence": part.sequence,
                    "head_id": part._still_there(part.head_id).id,
                    "coordinator_id": part._still_there(part.coordinator_id).id,
                }
            )
            for part in self
            if part.department_id.active
        ]

    def _still_there(self, person):
        # sudo: hr.employee - whether somebody has left the agency
        return person if person.sudo().active else person.browse()


class LeifengAward(models.Model):
    _inherit = "leifeng.award"

    def _carry_on(self, campaign, activities, days):
        """Copy the awards with tiers and criteria, in preparation; the panel is named anew."""
        for award in self:
            year = award.year or campaign._year() - 1
            self._from_template(
                award,
                campaign,
                name=next_year.next_name(award.name, year),
                activity_id=activities.get(award.activity_id, award.activity_id.browse()).id,
                **{name: next_year.moved(award[name], days) for name in AWARD_DATES},
            )


class LeifengFollowup(models.Model):
    _inherit = "leifeng.followup"

    def _carry_on(self, campaign, days):
        """Copy what is still open; whichever of the two is reported, both are."""
        for step in self:
            person = step.part_id._still_there(step.employee_id)
            step.copy(
                {
                    "campaign_id": campaign.id,
                    "origin_id": step.id,
                    "employee_id": person.id,
                    "date_due": next_year.moved(step.date_due, days),
                }
            )
