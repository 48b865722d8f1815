from odoo.http import request, route

from ..models.leifeng_award_entry_proof import MAX_FILES, MAX_MEGABYTES
from . import nomination_values
from .portal import ID, LeifengPortal, employees_only, id_of, text_of

URL = "/my/leifeng/nominations"
AWARD_URL = f"{URL}/award/<{ID}:award_id>"
ENTRY_URL = f"{URL}/<{ID}:entry_id>"
TEXTS = ("deeds_short", "deeds_full")
TICKS = ("considered", "named", "publicized")
FOUND = 20  # names that a search shows


class LeifengNominationPortal(LeifengPortal):
    """Nominate or Apply: writing, agreeing, screening; one page for desk and phone."""

    def _leifeng_overview_values(self):
        entries = request.env["leifeng.award.entry"]
        mine = [*self._leifeng_mine(), ("kind", "=", "person")]
        waiting = entries.search([*mine, ("state", "=", "consent")])
        return {
            **super()._leifeng_overview_values(),
            "nominating": nomination_values.open_awards(request.env),
            "nominated": entries.search_count(mine, limit=1),
            "consents": [nomination_values.row_values(entry) for entry in waiting],
        }

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_nominations(self, **_params):
        return self._leifeng_render(
            "portal_nominations", **nomination_values.list_values(request.env)
        )

    @route(AWARD_URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_nominate(self, award_id, **params):
        award = self._leifeng_find_nominable(award_id)
        if request.httprequest.method == "POST":
            return self._leifeng_begin(award, id_of(params, "employee_id"))
        return self._leifeng_nominate_page(award, text_of(params, "name").strip()[:50])

    @route(ENTRY_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_nomination(self, entry_id, **_params):
        return self._leifeng_nomination_page(self._leifeng_find_nomination(entry_id))

    @route(ENTRY_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_write_nomination(self, entry_id, **params):
        """What was typed is kept first, so that a refusal of the rest loses nothing."""
        entry, act = self._leifeng_find_nomination(entry_id), text_of(params, "act")
        texts = {name: text_of(params, name) for name in TEXTS if name in params}
        steps = [lambda: entry.action_save_nomination(texts)] if texts else []
        steps += [
            self._leifeng_proof_step(entry, file)
            for file in self._leifeng_nomination_files("proof")
        ]
        steps.append(self._leifeng_writing_act(entry, act, params))
        for step in steps:
            if refusal := self._leifeng_refusal(step):
                return self._leifeng_nomination_page(entry, 422, error=refusal, typed=texts)
        return request.redirect(f"{URL}/{entry.id}" if entry.exists() else URL)

    @route(f"{ENTRY_URL}/answer", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_answer_nomination(self, entry_id, **params):
        entry, act = self._leifeng_find_nomination(entry_id), text_of(params, "act")
        named, publicized = bool(params.get("named")), bool(params.get("publicized"))
        acts = {
            "agree": lambda: entry.action_agree(named=named, publicized=publicized),
            "decline": entry.action_decline,
            "withdraw": entry.action_withdraw,
        }
        return self._leifeng_act_on_nomination(entry, acts, act)

    @route(f"{ENTRY_URL}/screen", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_screen_entry(self, entry_id, **params):
        entry, act = self._leifeng_find_nomination(entry_id), text_of(params, "act")
        text = text_of(params, "text")
        acts = {
            "put_forward": lambda: entry.action_put_forward(text),
            "return": lambda: entry.action_return(text),
            "drop": lambda: entry.action_drop(text),
            "up": entry.action_move_up,
            "down": entry.action_move_down,
        }
        return self._leifeng_act_on_nomination(entry, acts, act, text=text)

    # VALUES

    def _leifeng_find_nominable(self, award_id):
        domain = [("id", "=", award_id), ("kind", "=", "person"), ("state", "!=", "draft")]
        award = request.env["leifeng.award"].search(domain)
        if not award:
            raise request.not_found()
        return award

    def _leifeng_find_nomination(self, entry_id):
        """Return an entry that the visitor may read: written, about oneself, or to be screened."""
        domain = [("id", "=", entry_id), ("kind", "in", ("person", "essay"))]
        entry = request.env["leifeng.award.entry"].search(domain)
        if not entry:
            raise request.not_found()
        return entry

    def _leifeng_nomination_files(self, name):
        """Return [(file name, content)] that a form sent, none larger than may be stored."""
        files = request.httprequest.files.getlist(name)
        limit = MAX_MEGABYTES * 1024 * 1024 + 1
        return [(file.filename, file.read(limit)) for file in files[: MAX_FILES + 1] if file]

    def _leifeng_proof_step(self, entry, file):
        return lambda: entry._check_writing() or entry._add_proof(*file)

    def _leifeng_writing_act(self, entry, act, params):
        ticks = {name: bool(params.get(name)) for name in TICKS}
        acts = {
            "save": lambda: None,
            "send": lambda: entry.action_send_nomination(**ticks),
            "take_back": entry.action_take_back_nomination,
            "delete": entry.action_delete_draft,
            "remove": lambda: entry.action_remove_proof(id_of(params, "file_id")),
        }
        if act.startswith("remove_"):  # a button a file, in the form that keeps what was typed
            return lambda: entry.action_remove_proof(id_of({"id": act[7:]}, "id"))
        if act not in acts:
            raise request.not_found()
        return acts[act]

    def _leifeng_act_on_nomination(self, entry, acts, act, **typed):
        if act not in acts:
            raise request.not_found()
        if refusal := self._leifeng_refusal(acts[act]):
            return self._leifeng_nomination_page(entry, 422, error=refusal, **typed)
        part_id = id_of(request.params, "part_id")
        page = f"{URL}/{entry.id}" if entry.exists() else URL
        return request.redirect(
            f"/my/leifeng/department/{part_id}#nominations" if part_id else page
        )

    def _leifeng_begin(self, award, employee_id):
        begun = []
        act = lambda: begun.append(award.action_nominate(employee_id))  # noqa: E731
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_nominate_page(award, "", 422, error=refusal)
        return request.redirect(f"{URL}/{begun[0].id}")

    def _leifeng_nominate_page(self, award, name, status=200, **values):
        people = award._people_rows(name) if name else []
        return self._leifeng_render(
            "portal_nominate",
            status=status,
            award=nomination_values.award_values(award),
            me=request.env.user.employee_id.id,
            departments=award._own_parts().mapped("name"),
            name=name,
            people=people[:FOUND],
            more=len(people) > FOUND,
            **values,
        )

    def _leifeng_nomination_page(self, entry, status=200, typed=None, **values):
        shown = {**nomination_values.entry_values(entry), **(typed or {})}
        return self._leifeng_render(
            "portal_nomination",
            status=status,
            entry=shown,
            hints=nomination_values.hints(request.env, shown),
            **values,
        )
