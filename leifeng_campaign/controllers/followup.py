from odoo.http import request, route

from ..models.leifeng_followup_acts import MAX_REPORT
from .department import URL, LeifengDepartmentPortal
from .followup_values import step_values
from .portal import ID, employees_only, id_of, text_of

OWN_URL = "/my/leifeng/next_steps"


class LeifengFollowupPortal(LeifengDepartmentPortal):
    """Next steps, reported once: on My Department, and on a page of the responsible colleague's."""

    def _leifeng_overview_values(self):
        steps = request.env["leifeng.followup"]._mine()
        count = len([each for each in steps if each.state == "open"])
        values = {"own_steps": bool(steps), "own_steps_open": count}
        return {**super()._leifeng_overview_values(), **values}

    @route(
        f"{URL}/<{ID}:part_id>/next_step", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_report_step(self, part_id, **params):
        part = self._leifeng_my_part(part_id)
        step = self._leifeng_find_step(request.env["leifeng.followup"]._of_part(part), params)
        text = text_of(params, "report")
        if refusal := self._leifeng_refusal(lambda: step.action_report(text)):
            typed = {step.id: text}
            return self._leifeng_department_page(part, 422, error=refusal, step_typed=typed)
        return request.redirect(f"{URL}/{part.id}#next_steps")

    @route(OWN_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_own_steps(self, **_params):
        return self._leifeng_steps_page()

    @route(OWN_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_report_own_step(self, **params):
        step = self._leifeng_find_step(request.env["leifeng.followup"]._mine(), params)
        text = text_of(params, "report")
        if refusal := self._leifeng_refusal(lambda: step.action_report(text)):
            return self._leifeng_steps_page(422, error=refusal, step_typed={step.id: text})
        return request.redirect(OWN_URL)

    # VALUES

    def _leifeng_find_step(self, steps, params):
        step = steps.filtered(lambda each: each.id == id_of(params, "step_id"))
        if not step:
            raise request.not_found()
        return step

    def _leifeng_steps_page(self, status=200, step_typed=None, **values):
        steps = request.env["leifeng.followup"]._mine()
        shown = self._leifeng_step_values(steps, step_typed)
        return self._leifeng_render("portal_next_steps", status=status, **shown, **values)

    def _leifeng_department_page(self, part, status=200, step_typed=None, **values):
        steps = request.env["leifeng.followup"]._of_part(part)
        shown = self._leifeng_step_values(steps, step_typed)
        return super()._leifeng_department_page(part, status, **shown, **values)

    def _leifeng_step_values(self, steps, typed):
        rows = [step_values(each, (typed or {}).get(each.id, "")) for each in steps]
        return {"next_steps": rows, "max_report": MAX_REPORT}
