from .story_case import StoryCase


class TestStoryQueries(StoryCase):
    """The office's list costs the same with few items and with many."""

    LIST = ("name", "kind", "state", "department_id", "author_id", "consent_missing")

    def _more(self, count):
        values = {"kind": "deed", "person_id": self.colleague.id}
        for number in range(count):
            story = self._story("officer", offered=False, name=f"Item {number}", **values)
            self._picture(story, ["Old Man"], agreed=False)

    def _statements(self):
        self.env.flush_all()
        self.env.invalidate_all()
        stories = self._as("officer", self.env["leifeng.story"]).search([])
        before = self.cr.sql_log_count
        stories.web_read({name: {} for name in self.LIST})
        return self.cr.sql_log_count - before

    def test_consents_cost_no_query_a_row(self):
        self._more(2)
        self._statements()
        few = self._statements()
        self._more(12)

        self.assertEqual(self._statements(), few)
