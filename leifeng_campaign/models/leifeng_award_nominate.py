from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

STAGES = ("open", "screening")  # in which entries are written, agreed to and screened
FOUND = 20  # names that a search shows
NOBODY = ("draft", "withdrawn")  # states in which an entry keeps nobody else out


class LeifengAward(models.Model):
    """Who can be nominated for an award of persons, and by whom."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_nominate(self, employee_id):
        """Begin a nomination; return it as a draft.

        Everybody nominates oneself; who coordinates or heads a department in the campaign,
        its people too (practice point 21: 自荐 or 部门推荐).
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: hr.employee - portal users can't read hr; who it may be is checked
        person = self.env["hr.employee"].sudo().browse(employee_id).exists()
        self._check_nominator(person)
        own = person == self.env.user.employee_id
        return self._own_draft(person) or self._begin(person, "self" if own else "department")

    # BUSINESS

    def _check_nominator(self, person):
        mine = self.env.user.employee_id
        if not mine or (person != mine and person not in self._own_people()):
            raise AccessError(
                self.env._(
                    "You can nominate yourself, and colleagues of a department that you "
                    "coordinate or head."
                )
            )
        self._check_accepting()
        if refusal := self._person_refusal(person):
            raise UserError(refusal)

    def _check_accepting(self):
        if self.kind != "person" or not self._accepts_entries():
            raise UserError(self.env._("“%(name)s” accepts no nominations now.", name=self.name))

    def _person_refusal(self, person):
        """Return why ``person`` (hr, with sudo) can't be nominated, or ''."""
        if not person.department_id:
            return self.env._(
                "%(name)s belongs to no department. Please ask HR to put that right first.",
                name=person.name,
            )
        if self._entries_of(person):
            return self.env._("There is an entry of this person already.")
        return self._repeat_refusal(person)

    def _repeat_refusal(self, person):
        if person.id not in self._earlier_winners()[0]:
            return ""
        return self.env._(
            "%(name)s has won this award within the last %(years)s years, and can't win it again "
            "yet.",
            name=person.name,
            years=self.repeat_years,
        )

    def _entries_of(self, person):
        domain = [("award_id", "=", self.id), ("employee_id", "=", person.id)]
        # sudo: leifeng.award.entry - one a person, whoever wrote it
        return self.env["leifeng.award.entry"].sudo().search([*domain, ("state", "not in", NOBODY)])

    def _own_draft(self, person):
        """Return the draft that this user wrote about ``person``, or nothing."""
        return self.env["leifeng.award.entry"].search(
            [
                ("award_id", "=", self.id),
                ("employee_id", "=", person.id),
                ("entered_by_id", "=", self.env.user.employee_id.id),
                ("state", "=", "draft"),
            ]
        )

    def _begin(self, person, origin):
        # sudo: leifeng.award.entry - nobody has write access, this act writes it
        entry = (
            self.env["leifeng.award.entry"]
            .sudo()
            .create(
                {
                    "award_id": self.id,
                    "employee_id": person.id,
                    "department_id": person.department_id.id,
                    "employee_name": person.name,
                    "entered_by_id": self.env.user.employee_id.id,
                    "origin": origin,
                }
            )
        )
        return entry.sudo(False)

    def _own_parts(self):
        """Return the parts of this campaign that the user answers for."""
        me = self.env.user.employee_id.id
        mine = Domain("head_id", "=", me) | Domain("coordinator_id", "=", me)
        # sudo: leifeng.campaign.department - asked by acts, answers whether it is one's own
        parts = self.env["leifeng.campaign.department"].sudo()
        domain = Domain("campaign_id", "in", self.campaign_id.ids) & mine
        return parts.search(domain) if me else parts

    def _own_people(self, term=""):
        """Return the colleagues whom this user may nominate, of that name; at most ``FOUND`` more
        than none when searched."""
        domain = Domain("department_id", "in", self._own_parts().department_id.ids)
        if term:
            domain &= Domain("name", "ilike", term)
        # sudo: hr.employee - the own department's people alone
        people = self.env["hr.employee"].sudo()
        return people.search(domain, order="name, id", limit=FOUND + 1 if term else None)

    def _people_rows(self, term):
        """Return [(id, name)] of colleagues to nominate, for a page."""
        found = self._own_people(term) - self.env.user.employee_id
        return [(person.id, person.name) for person in found]
