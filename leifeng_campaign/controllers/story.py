from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import story_values
from .portal import ID, PAGE_SIZE, LeifengPortal, employees_only, text_of
from .story_values import URL

KINDS = ("deed", "news", "essay", "reflection")


class LeifengStoryPortal(LeifengPortal):
    """Deeds and Works: what is published, and one's own word on what is about oneself."""

    def _leifeng_overview_values(self):
        stories = request.env["leifeng.story"]
        latest = stories.search([("state", "=", "published")], limit=1)
        return {**super()._leifeng_overview_values(), "latest_story": latest.name}

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_stories(self, page=1, kind="", **_params):
        stories, domain = request.env["leifeng.story"], [("state", "=", "published")]
        kind = kind if kind in KINDS else ""
        if kind:
            domain.append(("kind", "=", kind))
        args = {"kind": kind} if kind else {}
        pager = portal_pager(URL, stories.search_count(domain), page, PAGE_SIZE, url_args=args)
        found = stories.search(domain, limit=PAGE_SIZE, offset=pager["offset"])
        return self._leifeng_render(
            "portal_stories",
            stories=story_values.rows(found),
            kind=kind,
            kinds=self._leifeng_story_kinds(),
            pager=pager,
            asked=[story_values.row(story) for story in self._leifeng_asked()],
        )

    @route(f"{URL}/<{ID}:story_id>", type="http", auth="user", methods=["GET"], website=True)
    @employees_only
    def leifeng_story(self, story_id, **_params):
        story = self._leifeng_find_story(story_id)
        return self._leifeng_render("portal_story", story=story_values.page(story))

    @route(f"{URL}/<{ID}:story_id>", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_answer_story(self, story_id, **params):
        story = self._leifeng_find_story(story_id)
        acts = {"agree": story.action_agree, "decline": story.action_decline}
        act = acts.get(text_of(params, "act"))
        if not act:
            raise request.not_found()
        if refusal := self._leifeng_refusal(act):
            values = story_values.page(story)
            return self._leifeng_render("portal_story", 422, story=values, error=refusal)
        return request.redirect(f"{URL}/{story.id}")

    @route(
        f"{URL}/<{ID}:story_id>/picture/<{ID}:picture_id>", type="http", auth="user", website=True
    )
    @employees_only
    def leifeng_story_picture(self, story_id, picture_id, small="", **_params):
        story = self._leifeng_find_story(story_id)
        picture = story._shown_pictures().filtered(lambda each: each.id == picture_id)
        if not picture:
            raise request.not_found()
        name = "image_small" if small else "image"
        return request.env["ir.binary"]._get_image_stream_from(picture, name).get_response()

    # VALUES

    def _leifeng_find_story(self, story_id):
        """Return what is published, and else what the visitor wrote or is asked about."""
        stories, me = request.env["leifeng.story"], request.env.user.employee_id.id
        story = stories.search([("id", "=", story_id), ("private", "=", False)])
        concerned = me and me in (story.author_id | story.person_id).ids
        if story.state != "published" and not concerned:
            raise request.not_found()
        return story

    def _leifeng_asked(self):
        """Return the items that wait for the visitor's consent."""
        me = request.env.user.employee_id.id
        waiting = [("consent", "=", "asked"), "|", ("author_id", "=", me), ("person_id", "=", me)]
        found = request.env["leifeng.story"].search(waiting, limit=10)
        return found.filtered(lambda story: story._concerned().id == me)

    def _leifeng_story_kinds(self):
        stories = request.env["leifeng.story"]
        words = dict(stories._fields["kind"]._description_selection(request.env))
        return [{"key": "", "name": request.env._("All")}] + [
            {"key": kind, "name": words[kind]} for kind in KINDS
        ]
