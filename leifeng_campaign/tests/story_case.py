import base64
import io

from PIL import Image

from odoo import Command

from .award_case import AwardCase, AwardPortalCase

TEXT = "<p>At the window an old man looked for the right form.</p><p>She <b>filled it in</b>.</p>"
PUBLIC = {"channel_journal": False, "channel_account": True}
PLACE, MOMENT = 0x8825, 0x0132  # where and when, as phones write it into a photo


def photo(kind="JPEG", size=(320, 200), color="#3a6ea5"):
    """Return a photo with its place and moment, as base64."""
    image, file = Image.new("RGB", size, color), io.BytesIO()
    exif = image.getexif()
    exif[MOMENT] = "2026:03:05 07:30:00"
    exif.get_ifd(PLACE)[1] = "N"
    exif.get_ifd(PLACE)[2] = (30.0, 15.0, 20.0)
    image.save(file, kind, exif=exif)
    return base64.b64encode(file.getvalue())


class StorySetup:
    """Publicity items at any stage, and two more people who may review; for any test case."""

    @classmethod
    def _set_up_stories(cls):
        group = ["leifeng_campaign.group_leifeng_officer"]
        for role in ("officer2", "officer3"):
            cls.people[role] = cls._person(role, group, department=cls.hotline)
            cls.users[role] = cls.people[role].user_id
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]

    def _story(self, role="coordinator", offered=True, **vals):
        """Return an item that ``role`` wrote for the inner journal, offered for publication."""
        values = {"name": "A Morning", "body": TEXT, "channel_journal": True, **vals}
        story = self._as(role, self.env["leifeng.story"]).create(values)
        if offered:
            story.action_offer()
        return story.sudo(False)

    def _reviewed(self, story, *roles):
        for role in roles:
            self._as(role, story).action_pass()
        return self._as("officer", story)

    def _published(self, **vals):
        story = self._reviewed(self._story(**vals), "officer2")
        story.action_publish()
        return story

    def _reflection(self, role="employee", text="What I took home.\nListening.", session=None):
        stories = self._as(role, self.env["leifeng.story"])
        typed = {"title": "Private Words", "text": text}
        return stories.action_begin_reflection(typed, session and session.id)

    def _picture(self, story, names=(), agreed=True, **vals):
        """Add a picture to ``story`` on which ``names`` are recognizable."""
        consents = [{"name": name, "agreed_on": agreed and "2026-03-05"} for name in names]
        values = {"story_id": story.id, "image": photo(), "caption": "At the Window", **vals}
        values["consent_ids"] = [Command.create(each) for each in consents]
        return self._as("officer", self.env["leifeng.story.picture"]).create(values)

    def _told(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")


class StoryCase(StorySetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_stories()


class StoryPortalCase(StorySetup, AwardPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_stories()
