from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..tools.progress_sums import STEPS
from .leifeng_service_record import OWN_HOURS, PARTNER_HOURS, TRAINING_HOURS

REQUEST_STATES = {
    "waiting": ("new", "accepted"),
    "planned": ("planned",),
    "served": ("served",),
}


class LeifengCampaign(models.Model):
    """The lists behind the figures of *Progress*: each opens what was summed, and nothing else."""

    _inherit = "leifeng.campaign"

    def open_progress(self, figure, key=False):
        """Return the action that opens the list summed by ``figure`` ('taking', 'hours',
        'requests', 'sessions', 'answers', 'decisions').

        ``key`` narrows it down: {'department': id, 'kind': …, 'category': …, 'day': '2026-03-02'}.
        Raises UserError where there is no such figure.
        """
        self.ensure_one()
        self._check_progress_access()
        self.check_access("read")
        lists = {
            "taking": self._taking_list,
            "hours": self._hours_list,
            "requests": self._requests_list,
            "sessions": self._sessions_list,
            "answers": self._answers_list,
            "decisions": self._decisions_list,
        }
        if figure not in lists:
            raise UserError(self.env._("There is no such figure."))
        return lists[figure](**(key or {}))

    def _taking_list(self, department=None, kind=None, day=None):
        domain = self._own_domain() & self._department_domain(department)
        if kind:
            domain &= Domain("kind", "=", kind)
        if day:
            first = fields.Date.to_date(day)
            domain &= Domain("date", ">=", first)
            domain &= Domain("date", "<", first + STEPS[self._progress_span()])
        action = self._open_list("leifeng.participation", self.env._("Participation"), domain)
        return {**action, "views": [(False, "list"), (False, "pivot"), (False, "graph")]}

    def _hours_list(self, department=None, category=None, apart=None):
        """``apart``: 'partner' or 'training', which the agency's own hours leave out."""
        sources = {"partner": PARTNER_HOURS, "training": TRAINING_HOURS}
        domain = self._own_domain() & Domain(sources.get(apart, OWN_HOURS))
        domain &= self._department_domain(department)
        if category is not None:
            domain &= Domain("session_id.category", "=", category or False)
        return self._open_list("leifeng.service.record", self.env._("Service Records"), domain)

    def _department_domain(self, department):
        """``department``: an id, 0 for those that are not in the campaign, None for all."""
        if department is None:
            return Domain.TRUE
        if department:
            return Domain("department_id", "=", department)
        return Domain("department_id", "not in", self.department_ids.department_id.ids)

    def _requests_list(self, state=None):
        domain = self._request_domain()
        if state in REQUEST_STATES:
            domain &= Domain("state", "in", REQUEST_STATES[state])
        return self._open_list("leifeng.service.request", self.env._("Service Requests"), domain)

    def _sessions_list(self, result=None):
        """``result``: 'people_served' or 'materials_handed_out' leaves those without any out."""
        domain = self._held_domain()
        if result in ("people_served", "materials_handed_out"):
            domain &= Domain(result, ">", 0)
        return self._open_list("leifeng.session", self.env._("Sessions"), domain)

    def _answers_list(self):
        return self._open_list(
            "leifeng.service.rating", self.env._("Service Feedback"), self._answer_domain()
        )

    def _decisions_list(self):
        return self._open_list(
            "leifeng.todo", self.env._("What Needs a Decision"), self._decision_domain()
        )
