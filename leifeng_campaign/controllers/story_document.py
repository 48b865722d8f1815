from odoo.http import Controller, content_disposition, request, route

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_IDS = 1200  # characters of an address


class StoryDocument(Controller):
    """Publicity items as a document, made when it is fetched, of what the visitor may read."""

    @route("/leifeng/stories/<string:story_ids>/docx", type="http", auth="user", methods=["GET"])
    def leifeng_story_document(self, story_ids, **_params):
        user = request.env.user
        stories = self._leifeng_stories(story_ids)
        if not stories or user.share:
            raise request.not_found()
        headers = [
            ("Content-Type", DOCX),
            ("Content-Disposition", content_disposition(stories._document_name())),
        ]
        return request.make_response(stories._document(), headers)

    def _leifeng_stories(self, story_ids):
        """Return the items in the order of the address, if the visitor may read all of them."""
        parts = story_ids[:MAX_IDS].split(",")
        ids = [
            int(part) for part in parts if part.isascii() and part.isdecimal() and len(part) < 10
        ]
        stories = request.env["leifeng.story"]
        found = stories.search([("id", "in", ids)])
        return stories.browse(ids) if ids and set(found.ids) == set(ids) else stories
