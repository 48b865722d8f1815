"""The binding points of practice.md (section 10) that publicity is about, each through the acts
that people use."""

import re

from odoo.exceptions import UserError

from .story_case import StoryCase

POPULAR = re.compile(
    r"like|vote|forward|(?<!re)view|read_|click|visit|rank|score|point|star", re.IGNORECASE
)
MODELS = ("leifeng.story", "leifeng.story.picture", "leifeng.story.consent")


class TestPracticeStories(StoryCase):
    def _own_fields(self, model):
        """Return the names of the fields that this addon gives ``model``."""
        fields = self.env[model]._fields.values()
        return [field.name for field in fields if "leifeng_campaign" in field._modules]

    def test_point_24_nothing_popular_is_counted_of_an_item(self):
        for model in MODELS:
            for name in self._own_fields(model):
                self.assertNotRegex(name, POPULAR, model)

    def test_point_25_items_are_no_table_of_persons(self):
        """Lists stand by the day of publication, and no sum can be made a rank of authors."""
        story = self.env["leifeng.story"]
        self.assertEqual(story._order, "published_on desc, id desc")
        summed = [
            name
            for name in self._own_fields("leifeng.story")
            if story._fields[name].type in ("integer", "float") and story._fields[name].aggregator
        ]
        self.assertEqual(summed, [])
        search = self.env.ref("leifeng_campaign.leifeng_story_view_search").arch
        self.assertNotIn("'group_by': 'author", search)

    def test_point_27_pictures_are_optional_and_published_with_recorded_consent_alone(self):
        bare, shown = self._story(name="Bare"), self._story(name="Shown")
        picture = self._picture(shown, names=["Resident"], agreed=False)
        self._reviewed(bare, "officer2").action_publish()
        shown = self._reviewed(shown, "officer2")
        with self.assertRaisesRegex(UserError, "At the Window"):
            shown.action_publish()

        self._as("officer", picture.consent_ids).agreed_on = "2026-03-05"
        self._as("officer", shown).action_publish()

        self.assertEqual((bare | shown).mapped("state"), ["published", "published"])
        self.assertEqual(picture.consent_ids.recorded_by, "Officer")

    def test_point_27_no_minimum_number_is_asked_of_anybody(self):
        """A campaign is wrapped up and closed without a single item."""
        for model in ("res.company", "leifeng.campaign", "leifeng.campaign.department"):
            names = self.env[model]._fields
            for word in ("story_min", "stories_min", "min_stor", "story_quota", "news_min"):
                self.assertFalse([name for name in names if word in name], model)
        self.assertFalse(self.campaign.story_count)

        self._as("officer", self.campaign).action_wrap_up()
        self._as("officer", self.campaign).action_close()

        self.assertEqual(self.campaign.state, "closed")
