import time

from odoo.http import request, route

from ..models.leifeng_session_sheet import RESULTS
from ..tools.rate_limit import RateLimit
from . import lead_form, session_values
from .lead import URL, LeifengLeadPortal
from .portal import ID, employees_only, text_of

MINUTES = 10
# How many names may be looked up; enough for a long list, too few to copy the roster.
searches = RateLimit(60, MINUTES * 60)


class LeifengLeadSheetPortal(LeifengLeadPortal):
    """The sign-in sheet on the phone of whoever keeps it; a plain form, and messages of a script
    that keeps what was ticked until it is sent."""

    @route(f"{URL}/<{ID}:session_id>", type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_lead_sheet(self, session_id, **_params):
        return self._leifeng_sheet_page(self._leifeng_find_lead(session_id))

    @route(
        f"{URL}/<{ID}:session_id>/send", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_send_sheet(self, session_id, **params):
        session = self._leifeng_find_lead(session_id)
        act, _sep, number = text_of(params, "do").partition(":")
        if act == "save" and text_of(params, "name").strip():
            act = "search"  # the Enter key in the field for a name
        # sudo: leifeng.session.signup - whose sheet the visitor keeps, and ids alone
        sent = lead_form.read(session.sudo()._on_sheet().ids, params)
        sent["walk_ins"] = [{"employee_id": number}] if act == "add" else []
        sent["rows"] += [{"id": number, "remove": True}] if act == "remove" else []
        outcome, refusal = self._leifeng_save_and_do(session, act, sent)
        found = self._leifeng_colleagues(session, params) if act == "search" else {}
        if not refusal and not found and not lead_form.faults(outcome):
            return request.redirect(f"{URL}/{session.id}")
        return self._leifeng_sheet_page(
            session, status=422, sent=sent, outcome=outcome, refusal=refusal, **found
        )

    @route(f"{URL}/<{ID}:session_id>/save", type="jsonrpc", auth="user", website=True)
    def leifeng_save_sheet(self, session_id, rows=(), results=None, walk_ins=(), **_params):
        """The phone's message; outcomes as of ``session.action_save_sheet``."""
        return self._leifeng_find_lead(session_id).action_save_sheet(rows, results, walk_ins)

    @route(f"{URL}/<{ID}:session_id>/colleagues", type="jsonrpc", auth="user", website=True)
    def leifeng_lead_colleagues(self, session_id, name="", **_params):
        session = self._leifeng_find_lead(session_id)
        return self._leifeng_colleagues(session, {"name": name})

    # VALUES

    def _leifeng_save_and_do(self, session, act, sent):
        """Save what was typed, then do what the button says; returns the outcome of saving and
        the sentence by which the act was refused, or ""."""
        outcome = {}

        def save():
            outcome.update(session.action_save_sheet(**sent))

        if refusal := self._leifeng_refusal(save) or outcome["closed"]:
            return outcome, refusal
        acts = {"everyone": session.action_everyone_came, "confirm": session.action_confirm}
        if act not in acts or lead_form.faults(outcome):
            return outcome, ""
        return outcome, self._leifeng_refusal(acts[act])

    def _leifeng_colleagues(self, session, params):
        """Return who has such a name, or why nobody is shown: {"found", "hint"}."""
        env = request.env
        if not searches.allows(env.uid, time.monotonic()):
            hint = env._(
                "Too many names have been looked up. Please wait %(number)s minutes.",
                number=MINUTES,
            )
            return {"found": [], "hint": hint}
        name = text_of(params, "name").strip()[:50]
        if len(name) < 2:
            hint = env._("Please write at least two characters of the name.")
            return {"found": [], "hint": hint}
        found = session._find_colleagues(name)
        hint = "" if found else env._("Nobody of this name who is not on the sheet already.")
        return {"found": found, "hint": hint}

    def _leifeng_sheet_page(self, session, status=200, sent=None, outcome=None, **values):
        # sudo: leifeng.session - checked by _leifeng_find_lead; names and departments alone
        session_sudo = session.sudo()
        rows = [session_sudo._sheet_row(signup) for signup in session_sudo._on_sheet()]
        results = {**session_sudo._result_values(), "message": ""}
        lead_form.lay_over(rows, results, sent or {}, outcome or {})
        return self._leifeng_render(
            "portal_lead_sheet",
            status=status,
            session={**self._leifeng_lead_card(session), "url": f"{URL}/{session.id}"},
            closed=session_sudo._sheet_closed_text(),
            early=session_sudo._is_too_early(),
            state=session.state,
            yields=session_sudo._yields_records(),
            late_url=self._leifeng_late_url(session),
            rows=rows,
            results=results,
            result_names=RESULTS,
            marks=self._leifeng_marks(),
            uid=request.env.uid,
            session_id=session.id,
            **{"refusal": "", "found": [], "hint": "", **values},
        )

    def _leifeng_late_url(self, session):
        """Return where hours are added once the sheet is confirmed, or ""."""
        may = request.env["leifeng.service.entry"]._may_enter_for(session)
        return f"{session_values.url_of(session)}/late_entry" if may else ""

    def _leifeng_marks(self):
        """Return what can be said of somebody: [(value, word)]; pending is what nobody said."""
        fields = request.env["leifeng.session.signup"]._fields
        words = dict(fields["attendance"]._description_selection(request.env))
        return [(value, words[value]) for value in ("present", "excused", "absent")]
