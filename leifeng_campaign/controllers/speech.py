from odoo.exceptions import UserError
from odoo.http import request, route

from ..models.leifeng_session_speech_acts import URL
from ..tools.plan_file import MAX_FILE
from . import agenda_values
from .portal import ID, LeifengPortal, employees_only, text_of


class LeifengSpeechPortal(LeifengPortal):
    """Your Speech at the Conference: a plain form for the outline, by whoever speaks."""

    def _leifeng_overview_values(self):
        speeches = request.env["leifeng.session.speech"]._mine()
        rows = [agenda_values.row_values(speech) for speech in speeches]
        return {**super()._leifeng_overview_values(), "speeches": rows}

    @route(f"{URL}/<{ID}:speech_id>", type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_speech(self, speech_id, **_params):
        return self._leifeng_speech_page(self._leifeng_find_speech(speech_id))

    @route(f"{URL}/<{ID}:speech_id>", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_speech(self, speech_id, **params):
        """What was typed is kept first, so that a refusal of the rest loses nothing."""
        speech, act = self._leifeng_find_speech(speech_id), text_of(params, "act")
        if act == "take_back":
            return self._leifeng_act(speech.action_take_back, f"{URL}/{speech.id}")
        acts = {
            "save": lambda: None,
            "submit": speech.action_submit,
            "upload": lambda: self._leifeng_fill(speech, bool(params.get("replace"))),
        }
        if act not in acts:
            raise request.not_found()
        return self._leifeng_write_speech(speech, text_of(params, "text"), act, acts[act])

    @route(f"{URL}/<{ID}:speech_id>/save", type="jsonrpc", auth="user", website=True)
    def leifeng_save_speech(self, speech_id, text="", seen=None, **_params):
        """The script's message; ``seen`` is the mark of the text that the page shows."""
        speech = self._leifeng_find_speech(speech_id)
        save = lambda: speech._save_seen(text, seen)  # noqa: E731
        return self._leifeng_autosave(save, lambda: agenda_values.saved_values(speech))

    # ACTS

    def _leifeng_write_speech(self, speech, typed, name, act):
        save = lambda: speech.action_save(typed)  # noqa: E731
        if refusal := self._leifeng_refusal(save):
            return self._leifeng_speech_page(speech, 422, typed=typed, error=refusal)
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_speech_page(speech, 422, error=refusal)
        if name == "save":
            notice = request.env._("Saved. It is not submitted yet.")
            request.session["leifeng_notice"] = notice
        return request.redirect(f"{URL}/{speech.id}")

    def _leifeng_fill(self, speech, replace):
        """Fill the text from a file; what stands there is replaced only if that is ticked."""
        if speech.text and not replace:
            raise UserError(
                request.env._("There is text already. Please tick that the file replaces it.")
            )
        file = request.httprequest.files.get("file")
        content = file.read(MAX_FILE + 1) if file else b""
        speech.action_save(speech._read_outline(content))

    # VALUES

    def _leifeng_find_speech(self, speech_id):
        """Return an outline of the visitor's own, whatever else their groups may read."""
        domain = [*self._leifeng_mine(), ("id", "=", speech_id)]
        speech = request.env["leifeng.session.speech"].search(domain)
        if not speech:
            raise request.not_found()
        return speech

    def _leifeng_speech_page(self, speech, status=200, typed=None, **values):
        shown = agenda_values.page_values(speech)
        if typed is not None:
            shown["text"] = typed
        uid = request.env.uid
        return self._leifeng_render("portal_speech", status=status, speech=shown, uid=uid, **values)
