from odoo.exceptions import UserError
from odoo.http import request, route

from . import department_summary_values, department_values
from .portal import ID, LeifengPortal, employees_only, text_of

URL = "/my/leifeng/department"
MAX_REMARK = 1000  # characters


class LeifengDepartmentPortal(LeifengPortal):
    """My Department: what its coordinator and its head need, on one page for a phone."""

    def _leifeng_overview_values(self):
        parts = request.env["leifeng.campaign.department"]._mine()
        return {
            **super()._leifeng_overview_values(),
            "departments": list(dict.fromkeys(parts.mapped("name"))),
        }

    @route([URL, f"{URL}/<{ID}:part_id>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_department(self, part_id=None, **_params):
        parts = request.env["leifeng.campaign.department"]._mine()
        if not parts and part_id is None:
            return self._leifeng_render("portal_no_department")
        part = parts[0] if part_id is None else self._leifeng_find_part(parts, part_id)
        return self._leifeng_department_page(part)

    @route(f"{URL}/<{ID}:part_id>/plan", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_plan(self, part_id, **params):
        part = self._leifeng_my_part(part_id)
        remark = text_of(params, "remark")
        act = self._leifeng_plan_act(part, text_of(params, "act"), remark)
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_department_page(part, status=422, error=refusal, remark=remark)
        return request.redirect(f"{URL}/{part.id}#plan")

    # VALUES

    def _leifeng_find_part(self, parts, part_id):
        part = parts.filtered(lambda each: each.id == part_id)
        if not part:
            raise request.not_found()
        return part

    def _leifeng_my_part(self, part_id):
        return self._leifeng_find_part(request.env["leifeng.campaign.department"]._mine(), part_id)

    def _leifeng_plan_act(self, part, act, remark):
        """Return what ``act`` asks for; who may do it, and when, is the plan's own affair."""
        acts = {
            "send": part.action_send_to_head,
            "agree": part.action_agree,
            "take_back": part.action_take_back,
            "return": lambda: self._leifeng_return_plan(part, remark),
        }
        if act not in acts:
            raise request.not_found()
        return acts[act]

    def _leifeng_return_plan(self, part, remark):
        part.action_return(self._leifeng_short_remark(remark))

    def _leifeng_short_remark(self, remark):
        if len(remark) > MAX_REMARK:
            message = request.env._("Please use at most %(count)s characters.", count=MAX_REMARK)
            raise UserError(message)
        return remark

    def _leifeng_department_page(self, part, status=200, **values):
        parts = request.env["leifeng.campaign.department"]._mine()
        figures = part._figures()
        return self._leifeng_render(
            "portal_department",
            status=status,
            part=department_values.part_values(part),
            switch=department_values.switch_values(parts, part),
            plan=department_values.plan_values(part),
            figures=department_values.figure_values(figures),
            summary=department_summary_values.row_values(part, figures),
            overdue=[department_values.sheet_values(each) for each in part._overdue_sheets()],
            coming=department_values.coming_values(part),
            short=[department_values.short_values(each) for each in part._shifts_short_of_people()],
            sheets=[department_values.sheet_values(each) for each in part._sheets_to_confirm()],
            records=[department_values.record_values(each) for each in part._latest_records()],
            sums=department_values.sum_values(part),
            max_remark=MAX_REMARK,
            **values,
        )
