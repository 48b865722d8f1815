from odoo.exceptions import UserError
from odoo.http import request, route

from . import sheet_values
from .portal import ID, text_of
from .sheet_values import URL
from .sheets import LeifengSheetsPortal, judges_only


class LeifengSheetPortal(LeifengSheetsPortal):
    """One sheet: the work, the criteria, and what a judge does with it. A plain form, and a
    script that keeps drafts."""

    @route(f"{URL}/<{ID}:review_id>", type="http", auth="user", methods=["GET"], website=True)
    @judges_only
    def leifeng_sheet(self, review_id, **_params):
        return self._leifeng_score_page(self._leifeng_find_sheet(review_id))

    @route(f"{URL}/<{ID}:review_id>/send", type="http", auth="user", methods=["POST"], website=True)
    @judges_only
    def leifeng_send_scores(self, review_id, **params):
        sheet = self._leifeng_find_sheet(review_id)
        typed = self._leifeng_typed_scores(sheet, params)
        act = self._leifeng_sheet_act(sheet, text_of(params, "do"), typed)
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_score_page(sheet, typed, refusal, status=422)
        return request.redirect(self._leifeng_after(sheet, text_of(params, "do")))

    @route(f"{URL}/<{ID}:review_id>/save", type="jsonrpc", auth="user", website=True)
    def leifeng_save_scores(self, review_id, scores=None, comment="", **_params):
        """The script's message; returns {"refusal": a sentence or ""}."""
        sheet = self._leifeng_find_sheet(review_id)
        return {"refusal": self._leifeng_refusal(lambda: sheet.save_draft(scores, comment))}

    # VALUES

    def _leifeng_typed_scores(self, sheet, params):
        """Return what the form sent; scores by the id of their criterion, as text."""
        return {
            "scores": {
                str(each.id): text_of(params, f"score_{each.id}")[:20] for each in sheet._criteria()
            },
            "comment": text_of(params, "comment"),
            "reason": text_of(params, "reason"),
            "note": text_of(params, "note"),
            "correction": text_of(params, "correction"),
        }

    def _leifeng_sheet_act(self, sheet, name, typed):
        """Return the act of the button that was pressed, as a function without arguments."""
        scores, comment = typed["scores"], typed["comment"]
        acts = {
            "save": lambda: sheet.save_draft(scores, comment),
            "submit": lambda: sheet.action_submit(scores, comment),
            "abstain": lambda: sheet.action_abstain(comment),
            "recuse": lambda: sheet.action_recuse(typed["reason"], typed["note"]),
            "correct": lambda: sheet.action_correct(typed["correction"], scores, comment),
        }
        return acts.get(name, self._leifeng_unknown_act)

    def _leifeng_unknown_act(self):
        raise UserError(request.env._("Please use one of the buttons of the sheet."))

    def _leifeng_after(self, sheet, act):
        """Return where to go on: the next sheet that is to do, or the same page."""
        if act == "save":
            return f"{URL}/{sheet.id}"
        award = sheet.award_id
        left = sheet._mine([("award_id", "=", award.id), ("state", "=", "draft")])
        later = [each for each in left if each.sequence > sheet.sequence]
        following = (later or list(left))[:1]
        return f"{URL}/{following[0].id}" if following else f"{URL}/panel/{award.id}"

    def _leifeng_score_page(self, sheet, typed=None, refusal="", status=200):
        award = sheet.award_id
        own = list(sheet._mine([("award_id", "=", award.id)]))
        place = own.index(sheet)
        return self._leifeng_render(
            "portal_sheet",
            status=status,
            award=award.name,
            panel_url=f"{URL}/panel/{award.id}",
            url=f"{URL}/{sheet.id}",
            sheet=sheet_values.sheet_values(sheet),
            criteria=self._leifeng_criteria(sheet, typed),
            computed=sheet._computed_text(),
            typed=typed or {"comment": sheet.comment or ""},
            open=sheet._is_scoring_open(),
            # sudo: leifeng.award.judge - whether the visitor's own seat is one of paper
            on_paper=sheet.sudo().judge_id.on_paper,
            refusal=refusal,
            reasons=self._leifeng_recusal_reasons(),
            place=place + 1,
            count=len(own),
            progress=sheet_values.progress_text(
                request.env, sum(each.state != "draft" for each in own), len(own)
            ),
            previous_url=f"{URL}/{own[place - 1].id}" if place else "",
            next_url=f"{URL}/{own[place + 1].id}" if place + 1 < len(own) else "",
        )

    def _leifeng_criteria(self, sheet, typed):
        kept = typed["scores"] if typed else sheet.draft_scores or {}
        rows = sheet_values.criteria_values(sheet, kept)
        if not typed and sheet.state == "submitted":
            rows = [{**row, "value": row["written"]} for row in rows]
        return rows

    def _leifeng_recusal_reasons(self):
        kin = request.env._("I am related to somebody concerned")
        other = request.env._("Another reason")
        return [("kin", kin), ("other", other)]
