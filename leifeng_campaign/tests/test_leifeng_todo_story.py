from .story_case import PUBLIC, StoryCase


class TestTodoStory(StoryCase):
    def _kinds(self, role):
        todos = self._as(role, self.env["leifeng.todo"])
        mine = [("res_model", "=", "leifeng.story"), ("is_mine", "=", True)]
        return sorted(todos.search(mine).mapped("kind"))

    def test_an_offered_item_waits_for_the_office_but_not_for_who_wrote_it(self):
        self._story(offered=False)
        self.assertEqual(self._kinds("officer"), [])
        self._story("officer", name="Own", **PUBLIC)

        self.assertEqual(self._kinds("officer"), [])
        self.assertEqual(self._kinds("officer2"), ["story_review"])
        self.assertEqual(self._kinds("coordinator"), [])

    def test_it_waits_for_a_named_reviewer_then_to_be_published(self):
        story = self._story()
        self._as("officer", story).reviewer_ids = self.users["internal"]
        self.assertEqual(self._kinds("internal"), ["story_review"])

        self._reviewed(story, "internal")

        self.assertEqual(self._kinds("internal"), [])
        self.assertEqual(self._kinds("officer2"), ["story_publish"])

    def test_a_review_does_not_wait_for_who_has_done_one(self):
        self._reviewed(self._story(**PUBLIC), "officer2")

        self.assertEqual(self._kinds("officer2"), [])
        self.assertEqual(self._kinds("officer3"), ["story_review"])

    def test_a_returned_item_waits_for_its_writer(self):
        story = self._story()
        self._as("officer", story).action_return("A date is missing")

        self.assertEqual(self._kinds("coordinator"), ["story_returned"])
        todo = self._as("coordinator", self.env["leifeng.todo"]).search(
            [("res_model", "=", "leifeng.story")]
        )
        self.assertEqual(todo.action_open()["res_id"], story.id)

    def test_a_private_reflection_waits_for_nobody(self):
        self._reflection("internal")

        for role in ("officer", "manager", "internal", "coordinator"):
            self.assertEqual(self._kinds(role), [], role)

    def test_titles_of_drafts_are_not_supervision_s_to_read(self):
        self._story()

        todos = self._as("supervisor", self.env["leifeng.todo"])

        self.assertFalse(todos.search([("res_model", "=", "leifeng.story")]))
