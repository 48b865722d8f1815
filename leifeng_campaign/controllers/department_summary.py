from odoo.http import request, route

from ..models.leifeng_campaign_department_summary import SUMMARY_PARTS
from . import department_summary_values, department_values
from .department import MAX_REMARK, URL, LeifengDepartmentPortal
from .portal import ID, employees_only, text_of

SUMMARY_URL = f"{URL}/<{ID}:part_id>/summary"


class LeifengDepartmentSummary(LeifengDepartmentPortal):
    """The summary of a department: a plain form, and messages of a script that saves meanwhile."""

    @route(SUMMARY_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_summary(self, part_id, **_params):
        return self._leifeng_summary_page(self._leifeng_my_part(part_id))

    @route(SUMMARY_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_summary(self, part_id, **params):
        """What was typed is kept first, so that a refusal of the rest loses nothing."""
        part, typed = self._leifeng_my_part(part_id), self._leifeng_typed_summary(params)
        remark = text_of(params, "remark")
        act = self._leifeng_summary_act(part, text_of(params, "act"), remark)
        save = lambda: typed and part.action_save_summary(typed)  # noqa: E731
        refusal = self._leifeng_refusal(save) or self._leifeng_refusal(act)
        if refusal:
            values = {"typed": typed, "remark": remark, "error": refusal}
            return self._leifeng_summary_page(part, 422, **values)
        return request.redirect(f"{URL}/{part.id}/summary")

    @route(f"{SUMMARY_URL}/save", type="jsonrpc", auth="user", website=True)
    def leifeng_save_summary(self, part_id, seen=None, **texts):
        """The script's message; ``seen`` is the mark of the texts that the page shows."""
        part = self._leifeng_my_part(part_id)
        typed = {name: texts[name] for name in SUMMARY_PARTS if name in texts}
        save = lambda: part._save_seen_summary(typed, seen)  # noqa: E731
        return self._leifeng_autosave(save, lambda: department_summary_values.saved_values(part))

    # VALUES

    def _leifeng_typed_summary(self, params):
        return {name: text_of(params, name) for name in SUMMARY_PARTS if name in params}

    def _leifeng_summary_act(self, part, act, remark):
        """Return what ``act`` asks for; who may do it, and when, is the summary's own affair."""
        acts = {
            "save": self._leifeng_say_saved,
            "draft": part.action_draft_facts,
            "send": part.action_send_summary,
            "agree": part.action_agree_summary,
            "take_back": part.action_take_back_summary,
            "return": lambda: part.action_return_summary(self._leifeng_short_remark(remark)),
        }
        if act not in acts:
            raise request.not_found()
        return acts[act]

    def _leifeng_say_saved(self):
        request.session["leifeng_notice"] = request.env._("Saved. It is not submitted yet.")

    def _leifeng_summary_page(self, part, status=200, typed=None, **values):
        return self._leifeng_render(
            "portal_department_summary",
            status=status,
            part=department_values.part_values(part),
            summary=department_summary_values.page_values(part, typed or {}),
            uid=request.env.uid,
            max_remark=MAX_REMARK,
            **values,
        )
