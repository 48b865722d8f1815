from odoo.http import request, route

from . import department_values
from .department import URL, LeifengDepartmentPortal
from .portal import ID, employees_only, id_of, text_of

LINE_FIELDS = ("name", "date", "people")
PLAN_URL = f"{URL}/<{ID}:part_id>/plan"
LINES_URL = f"{URL}/<{ID}:part_id>/lines"


class LeifengDepartmentPlan(LeifengDepartmentPortal):
    """The coordinator writes the department's plan on a phone, a line at a time."""

    @route(PLAN_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_plan(self, part_id, **_params):
        return self._leifeng_plan_page(self._leifeng_my_part(part_id))

    @route(LINES_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_line(self, part_id, **params):
        part, line_id = self._leifeng_my_part(part_id), id_of(params, "line_id")
        typed = {name: text_of(params, name) for name in LINE_FIELDS}
        acts = {
            "keep": lambda: part.action_keep_line(line_id, typed),
            "drop": lambda: part.action_drop_line(line_id),
            "take": part.action_take_lines,
        }
        act = acts.get(text_of(params, "act"))
        if not act:
            raise request.not_found()
        if refusal := self._leifeng_refusal(act):
            typed = {**typed, "id": line_id}
            return self._leifeng_plan_page(part, 422, error=refusal, typed=typed)
        return request.redirect(f"{URL}/{part.id}/plan#line_{line_id}")

    # VALUES

    def _leifeng_plan_page(self, part, status=200, **values):
        return self._leifeng_render(
            "portal_department_lines",
            status=status,
            part=department_values.part_values(part),
            plan=department_values.plan_values(part),
            **values,
        )
