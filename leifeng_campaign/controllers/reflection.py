from odoo.http import request, route

from . import story_values
from .portal import ID, LeifengPortal, employees_only, id_of, text_of
from .story_values import OWN_URL

OWN = f"{OWN_URL}/<{ID}:story_id>"


class LeifengReflectionPortal(LeifengPortal):
    """My Reflections: private texts of one's own, offered for publication if one wants."""

    @route(OWN_URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_reflections(self, **_params):
        mine = request.env["leifeng.story"].search(self._leifeng_reflection_domain())
        rows = [story_values.own_row(story) for story in mine.sorted("id", reverse=True)]
        return self._leifeng_render("portal_reflections", stories=rows)

    @route(f"{OWN_URL}/new", type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_new_reflection(self, **params):
        return self._leifeng_reflection_page(session_id=id_of(params, "session_id"))

    @route(f"{OWN_URL}/new", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_begin_reflection(self, **params):
        """The text is kept first, so that a refusal of the rest loses nothing."""
        typed, session_id = self._leifeng_typed_text(params), id_of(params, "session_id")
        stories, begun = request.env["leifeng.story"], []
        begin = lambda: begun.append(stories.action_begin_reflection(typed, session_id))  # noqa: E731
        if refusal := self._leifeng_refusal(begin):
            return self._leifeng_reflection_page(
                status=422, typed=typed, session_id=session_id, error=refusal
            )
        [story] = begun
        return self._leifeng_then(story, text_of(params, "act"))

    @route(OWN, type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_reflection(self, story_id, **_params):
        return self._leifeng_reflection_page(self._leifeng_find_reflection(story_id))

    @route(OWN, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_act_on_reflection(self, story_id, **params):
        story, act = self._leifeng_find_reflection(story_id), text_of(params, "act")
        if act in ("take_back", "delete"):
            return self._leifeng_back(story, act)
        typed = self._leifeng_typed_text(params)
        if refusal := self._leifeng_refusal(lambda: story.action_save_reflection(typed)):
            return self._leifeng_reflection_page(story, status=422, typed=typed, error=refusal)
        return self._leifeng_then(story, act)

    # ACTS

    def _leifeng_then(self, story, act):
        """Offer what was just saved, or say that it is saved."""
        url = f"{OWN_URL}/{story.id}"
        if act != "offer":
            request.session["leifeng_notice"] = request.env._("Saved. Only you can read it.")
            if not story.private:
                request.session["leifeng_notice"] = request.env._("Saved.")
            return request.redirect(url)
        if refusal := self._leifeng_refusal(story.action_offer):
            return self._leifeng_reflection_page(story, status=422, error=refusal)
        return request.redirect(url)

    def _leifeng_back(self, story, act):
        acts = {
            "take_back": (story.action_take_back, f"{OWN_URL}/{story.id}"),
            "delete": (story.action_delete_reflection, OWN_URL),
        }
        act, url = acts[act]
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_reflection_page(story, status=422, error=refusal)
        return request.redirect(url)

    # VALUES

    def _leifeng_overview_values(self):
        values = super()._leifeng_overview_values()
        own = request.env["leifeng.story"].search(self._leifeng_reflection_domain(), limit=1)
        return {**values, "reflections": bool(own or values["campaigns"])}

    def _leifeng_reflection_domain(self):
        me = request.env.user.employee_id.id
        return [("kind", "=", "reflection"), ("author_id", "=", me)]

    def _leifeng_find_reflection(self, story_id):
        mine = [*self._leifeng_reflection_domain(), ("id", "=", story_id)]
        story = request.env["leifeng.story"].search(mine)
        if not story:
            raise request.not_found()
        return story

    def _leifeng_typed_text(self, params):
        return {name: text_of(params, name) for name in ("title", "text")}

    def _leifeng_reflection_page(self, story=None, status=200, typed=None, session_id=0, **values):
        story = request.env["leifeng.story"] if story is None else story
        session = story._reflected(session_id) if session_id else story.session_id
        return self._leifeng_render(
            "portal_reflection",
            status=status,
            story={**story_values.own_page(story), **(typed or {})},
            session={"id": session.id, "name": session.name},
            **values,
        )
