"""Plain values of publicity items and of one's own reflections, as templates get them."""

import json

from ..models.leifeng_story_reflection import MAX_TEXT, MAX_TITLE
from ..tools import essay_text, story_text
from . import formats

URL, OWN_URL = "/my/leifeng/stories", "/my/leifeng/reflections"
BEGINNING = 60  # characters shown in a list


def rows(stories):
    """Return the items for a list; one query for all first pictures."""
    first = {}
    for picture in stories.env["leifeng.story.picture"].search([("story_id", "in", stories.ids)]):
        if picture.cleared:
            first.setdefault(picture.story_id.id, picture.id)
    return [row(story, first.get(story.id)) for story in stories]


def row(story, picture_id=None):
    text = story_text.plain(story.body).replace("\n", " ")
    return {
        "url": f"{URL}/{story.id}",
        "name": story.name,
        "kind": formats.label(story, "kind"),
        "byline": story._byline(),
        "date": story.published_on and formats.long_date(story.env, story.published_on),
        "beginning": text[:BEGINNING] + "…" * (len(text) > BEGINNING),
        "image_url": f"{URL}/{story.id}/picture/{picture_id}?small=1" if picture_id else "",
    }


def page(story):
    """Return an item as it is read, and what the person concerned is asked."""
    mine = bool(story._concerned()) and story._concerned() == story.env.user.employee_id
    return {
        **row(story),
        "body": story.body,
        "state": story.state,
        "state_text": formats.label(story, "state"),
        "published": story.state == "published",
        "pictures": [
            {"url": f"{URL}/{story.id}/picture/{picture.id}", "caption": picture.caption or ""}
            for picture in story._shown_pictures()
        ],
        "asked": mine and story.consent == "asked",
        "declined": mine and story.consent == "declined",
        "agreed": mine and story.consent == "given" and story.state != "taken_down",
        "channels": story._channels_text(),
    }


def own_row(story):
    """Return one's own reflection for the list."""
    return {
        "url": f"{OWN_URL}/{story.id}",
        "name": story.name,
        "private": story.private,
        "state": story.state,
        "state_text": formats.label(story, "state"),
        "session": story.session_id.name,
    }


def own_page(story):
    """Return what the form shows of one's own reflection; an empty record for a new one."""
    waits = story.state == "draft" and not story.private and bool(story.offered_on)
    return {
        "id": story.id,
        "url": f"{OWN_URL}/{story.id}" if story else f"{OWN_URL}/new",
        **({"title": story.name, "text": story._typed()["text"]} if story else EMPTY),
        "private": not story or story.private,
        "state": story.state,
        "state_text": formats.label(story, "state") if story else "",
        "remark": story.remark if story.state == "returned" else "",
        "writing": not story or story.state in ("draft", "returned"),
        "may_offer": not waits and (not story or story.state in ("draft", "returned")),
        "may_take_back": waits or story.state == "returned",
        "public_url": f"{URL}/{story.id}" if story.state == "published" else "",
        "body": story.body,
        "max_title": MAX_TITLE,
        "max_text": MAX_TEXT,
        "count_rules": json.dumps(essay_text.patterns()),
    }


EMPTY = {"title": "", "text": ""}
