from odoo.http import request, route

from ..models.leifeng_followup_acts import MAX_REPORT
from . import formats
from .department import URL, LeifengDepartmentPortal
from .portal import ID, employees_only, id_of, text_of


class LeifengFollowupPortal(LeifengDepartmentPortal):
    """Next steps on My Department: what is to be done by when, reported once."""

    @route(
        f"{URL}/<{ID}:part_id>/next_step", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_report_step(self, part_id, **params):
        parts = request.env["leifeng.campaign.department"]._mine()
        part = self._leifeng_find_part(parts, part_id)
        steps = request.env["leifeng.followup"]._of_part(part)
        step = steps.filtered(lambda each: each.id == id_of(params, "step_id"))
        if not step:
            raise request.not_found()
        text = text_of(params, "report")
        if refusal := self._leifeng_refusal(lambda: step.action_report(text)):
            typed = {step.id: text}
            return self._leifeng_department_page(part, 422, error=refusal, step_typed=typed)
        return request.redirect(f"{URL}/{part.id}#next_steps")

    # VALUES

    def _leifeng_department_page(self, part, status=200, step_typed=None, **values):
        steps = request.env["leifeng.followup"]._of_part(part)
        return super()._leifeng_department_page(
            part,
            status,
            next_steps=[self._leifeng_step_values(each, step_typed or {}) for each in steps],
            max_report=MAX_REPORT,
            **values,
        )

    def _leifeng_step_values(self, step, typed):
        env = request.env
        return {
            "id": step.id,
            "name": step.name,
            "description": step.description or "",
            "due": formats.long_date(env, step.date_due),
            "late": step.is_late,
            "state": step.state,
            "state_text": formats.label(step, "state"),
            "may_report": step.may_report,
            "report": step.report or "",
            "reported": step.reported_on and formats.long_date(env, step.reported_on),
            "reported_by": step.reported_by or "",
            "typed": typed.get(step.id, ""),
        }
