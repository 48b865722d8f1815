from odoo.http import request, route

from ..models.leifeng_award_entry_essay import TICKS
from ..models.leifeng_award_essay import WRITTEN
from ..tools.plan_file import MAX_FILE
from . import essay_values
from .portal import ID, LeifengPortal, employees_only, text_of

URL = "/my/leifeng/essays"
AWARD_URL = f"{URL}/award/<{ID}:award_id>"
ENTRY_URL = f"{URL}/<{ID}:entry_id>"


class LeifengEssayPortal(LeifengPortal):
    """Write for the Contest: a plain form, and messages of a script that saves while one types."""

    def _leifeng_overview_values(self):
        contests = request.env["leifeng.award"]._contests()
        return {**super()._leifeng_overview_values(), "contests": contests.mapped("name")}

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_essays(self, **_params):
        return self._leifeng_render("portal_essays", **essay_values.list_values(request.env))

    @route(AWARD_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_write_essay(self, award_id, **_params):
        award = self._leifeng_find_contest(award_id)
        essay = award._own_essay()
        if essay and not essay._may_write_essay():
            return request.redirect(f"{URL}/{essay.id}")
        return self._leifeng_write_page(award)

    @route(AWARD_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_send_essay(self, award_id, **params):
        """What was typed is kept first, so that a refusal of the rest loses nothing."""
        award, typed = self._leifeng_find_contest(award_id), self._leifeng_typed(params)
        acts = {
            "save": self._leifeng_saved,
            "upload": self._leifeng_upload,
            "submit": self._leifeng_submit,
        }
        act = acts.get(text_of(params, "act"))
        if not act:
            raise request.not_found()
        if refusal := self._leifeng_refusal(lambda: award._save_own_essay(typed)):
            return self._leifeng_write_page(award, 422, typed=typed, error=refusal)
        return act(award, typed, params)

    @route(f"{AWARD_URL}/save", type="jsonrpc", auth="user", website=True)
    def leifeng_save_essay(
        self, award_id, title=None, body=None, original=False, named=False, seen=0, **_params
    ):
        """The script's message; ``seen`` is the version that the page shows."""
        award = self._leifeng_find_contest(award_id)
        values = {"title": title, "body": body, "original": original, "named": named}
        save = lambda: award._save_own_essay(values, seen)[1]  # noqa: E731
        return self._leifeng_autosave(save, lambda: essay_values.saved_values(award._own_essay()))

    @route(ENTRY_URL, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_essay(self, entry_id, **_params):
        essay = self._leifeng_find_essay(entry_id)
        return self._leifeng_render("portal_essay", essay=essay_values.page_values(essay))

    @route(ENTRY_URL, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_essay(self, entry_id, **params):
        essay = self._leifeng_find_essay(entry_id)
        write_url = f"{URL}/award/{essay.award_id.id}"
        page_url = f"{URL}/{essay.id}"
        acts = {
            "name": (lambda: essay.action_agree(named=True), page_url),
            "withhold": (lambda: essay.action_agree(named=False), page_url),
            "take_back": (essay.action_take_back, write_url),
            "delete": (essay.action_delete_essay, URL),
            "withdraw": (essay.action_withdraw, URL),
        }
        act, url = acts.get(text_of(params, "act"), (None, None))
        if not act:
            raise request.not_found()
        if refusal := self._leifeng_refusal(act):
            values = essay_values.page_values(essay)
            return self._leifeng_render("portal_essay", 422, essay=values, error=refusal)
        return request.redirect(url)

    # ACTS

    def _leifeng_saved(self, award, _typed, _params):
        request.session["leifeng_notice"] = request.env._("Saved. It is not submitted yet.")
        return request.redirect(f"{URL}/award/{award.id}")

    def _leifeng_submit(self, award, typed, params):
        essay, kept = award._own_essay(), text_of(params, "names_kept")[:4]
        submit = lambda: essay.action_submit(  # noqa: E731
            original=typed["original"],
            named=typed["named"],
            names_kept=int(kept) if kept.isdecimal() else 0,
        )
        if refusal := self._leifeng_refusal(submit):
            return self._leifeng_write_page(award, 422, typed=typed, error=refusal)
        return request.redirect(f"{URL}/{essay.id}")

    def _leifeng_upload(self, award, typed, params):
        """Fill title and text from a file; what stands there is replaced only if that is ticked."""
        essay, read = award._own_essay(), {}
        file = request.httprequest.files.get("file")
        content = file.read(MAX_FILE + 1) if file else b""

        def fill():
            essay._check_may_fill(bool(params.get("replace")))
            read.update(essay._read_essay(content))
            essay._save_essay({"title": read["title"] or essay.title, "body": read["body"]})

        if refusal := self._leifeng_refusal(fill):
            return self._leifeng_write_page(award, 422, typed=typed, error=refusal)
        return self._leifeng_write_page(award, dropped=read["dropped"], filled=True)

    # VALUES

    def _leifeng_find_contest(self, award_id):
        domain = [("id", "=", award_id), ("kind", "=", "essay"), ("state", "!=", "draft")]
        award = request.env["leifeng.award"].search([*domain, ("is_template", "=", False)])
        if not award:
            raise request.not_found()
        return award

    def _leifeng_find_essay(self, entry_id):
        """Return an essay of the visitor's own, whatever else their groups may read."""
        domain = [*self._leifeng_mine(), ("id", "=", entry_id), ("kind", "=", "essay")]
        essay = request.env["leifeng.award.entry"].search(domain)
        if not essay:
            raise request.not_found()
        return essay

    def _leifeng_typed(self, params):
        texts = {name: text_of(params, name) for name in ("title", "body")}
        return {**texts, **{name: bool(params.get(name)) for name in TICKS}}

    def _leifeng_write_page(self, award, status=200, typed=None, **values):
        essay = award._own_essay()
        return self._leifeng_render(
            "portal_essay_write",
            status=status,
            award=essay_values.contest_values(award),
            essay={**essay_values.write_values(essay), **(typed or {})},
            closed=not (essay.state in WRITTEN and essay._may_write_essay())
            if essay
            else not award._accepts_entries(),
            uid=request.env.uid,
            **values,
        )
