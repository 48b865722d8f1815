from odoo.exceptions import AccessError, UserError

from .story_case import StoryCase, photo

EVERYBODY_ELSE = (
    *("officer", "officer2", "manager", "supervisor", "hr", "coordinator", "internal"),
    *("head", "leader", "colleague"),
)
FIELDS = ["name", "body", "author_id", "character_count", "state"]


class TestReflection(StoryCase):
    """A private text of one's own."""

    def test_it_begins_private_with_what_was_typed(self):
        session = self._session(activity_id=self.lecture.id, hours_ahead=-20)

        story = self._reflection(session=session)

        expected = {
            "kind": "reflection",
            "private": True,
            "state": "draft",
            "author_id": self.me.id,
            "session_id": session.id,
            "campaign_id": self.campaign.id,
            "offered_on": False,
        }
        self.assertRecordValues(story.sudo(), [expected])
        self.assertEqual(story._typed()["text"], "What I took home.\nListening.")

    def test_offered_the_office_sees_it_and_taken_back_it_is_private_again(self):
        story = self._reflection()
        story.action_offer()
        self.assertEqual(self._as("officer", story).name, "Private Words")
        self._as("officer", story).message_post(body="A word about it")
        self._as("officer", story).activity_schedule("mail.mail_activity_data_todo")
        self._as("officer", story).message_subscribe(self.users["officer"].partner_id.ids)

        self._as("employee", story).action_take_back()

        with self.assertRaises(AccessError):
            self._as("officer", story).read(["name"])
        self._check_no_marks(story)

    def _check_no_marks(self, story):
        """Nothing that colleagues could read says that there is a private text."""
        for model, key in (
            ("mail.message", [("model", "=", "leifeng.story"), ("res_id", "=", story.id)]),
            ("mail.followers", [("res_model", "=", "leifeng.story"), ("res_id", "=", story.id)]),
            ("mail.activity", [("res_model", "=", "leifeng.story"), ("res_id", "=", story.id)]),
            ("leifeng.journal", [("res_model", "=", "leifeng.story"), ("res_id", "=", story.id)]),
        ):
            self.assertFalse(self.env[model].sudo().search(key), model)

    def test_it_can_not_be_taken_back_once_somebody_reviewed(self):
        story = self._reflection()
        story.action_offer()
        self._as("officer", story).action_pass()

        for act in ("action_take_back", "action_delete_reflection"):
            with self.assertRaises(UserError):
                getattr(self._as("employee", story), act)()
        with self.assertRaises(UserError):
            self._as("employee", story).action_save_reflection({"title": "x", "text": "y"})

    def test_returned_it_is_the_author_s_to_change_offer_or_keep(self):
        story = self._reflection()
        story.action_offer()
        self._as("officer", story).action_return("A little longer")
        self.assertIn("A little longer", self._told(self.me)[0])
        own = self._as("employee", story)
        own.action_save_reflection({"title": "Longer", "text": "Much longer words."})
        own.action_offer()
        self.assertEqual((story.state, story.name), ("draft", "Longer"))
        self._as("officer", story).action_return("No")

        self._as("employee", story).action_take_back()

        self.assertRecordValues(story, [{"private": True, "state": "draft", "remark": False}])
        self._check_no_marks(story)

    def test_a_published_one_its_author_takes_down(self):
        story = self._reflection()
        story.action_offer()
        self._as("officer", story).channel_journal = True
        self._reviewed(story, "officer2").action_publish()

        self._as("employee", story).action_decline()

        self.assertEqual(story.state, "taken_down")

    def test_deleted_while_private_nothing_is_left(self):
        story = self._reflection()

        story.action_delete_reflection()

        self.assertFalse(self.env["leifeng.story"].search([("kind", "=", "reflection")]))

    def test_too_long_a_text_is_refused(self):
        with self.assertRaisesRegex(UserError, "at most 20000"):
            self._reflection(text="x" * 20_001)

    def test_a_title_is_not_asked_for(self):
        stories = self._as("employee", self.env["leifeng.story"])

        story = stories.action_begin_reflection({"title": " ", "text": "How it began.\nMore."})

        self.assertEqual(story.name, "How it began.")


class TestReflectionDoors(StoryCase):
    """Nobody but the author reads it, through no door; each holds a text that could leak."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.story = (
            cls.env["leifeng.story"]
            .with_user(cls.users["employee"])
            .action_begin_reflection({"title": "Private Words", "text": "Nobody else reads this."})
        )

    def _each(self):
        for role in EVERYBODY_ELSE:
            yield self._as(role, self.story)

    def _refuses(self, act):
        with self.assertRaises(AccessError):
            act()

    def test_reading(self):
        for story in self._each():
            self._refuses(lambda story=story: story.read(FIELDS))
            self._refuses(lambda story=story: story.web_read({name: {} for name in FIELDS}))
            self._refuses(lambda story=story: story.read(["display_name"]))
            with self.assertRaises(UserError):  # most may not export anything
                story.export_data(["name", "body"])
            self._refuses(lambda story=story: story.copy())

    def test_searching(self):
        domain = [("kind", "=", "reflection")]
        for story in self._each():
            stories = story.browse()
            self.assertFalse(stories.search(domain))
            self.assertFalse(stories.search_read(domain, FIELDS))
            self.assertFalse(stories.web_search_read(domain, {"name": {}})["records"])
            self.assertFalse(stories.search_count([("name", "=", "Private Words")]))
            self.assertFalse(stories.name_search("Private"))
            self.assertFalse(stories.search([("body", "ilike", "Nobody else")]))

    def test_grouping_and_sums(self):
        domain = [("kind", "=", "reflection")]
        for story in self._each():
            groups = story.browse()._read_group(domain, ["kind"], ["__count"])
            self.assertFalse(groups)
            found = story.browse().formatted_read_group(domain, ["author_id"], ["__count"])
            self.assertFalse(found)
            campaign = self.campaign.with_user(story.env.user)
            self.assertFalse(campaign.story_count)

    def test_writing_and_acts(self):
        acts = (
            *("action_offer", "action_take_back", "action_pass", "action_publish"),
            *("action_delete_reflection", "action_agree", "action_decline", "action_ask_consent"),
        )
        for story in self._each():
            self._refuses(lambda story=story: story.write({"name": "Mine"}))
            self._refuses(story.unlink)
            for act in acts:
                self._refuses(getattr(story, act))
            self._refuses(lambda story=story: story.action_save_reflection({"text": "x"}))
            self._refuses(lambda story=story: story.action_return("Why"))

    def test_messages_followers_and_activities(self):
        for story in self._each():
            self._refuses(lambda story=story: story.message_post(body="x"))
            partner = story.env.user.partner_id.ids
            self.assertFalse(story.message_subscribe(partner))
            self._refuses(
                lambda story=story: story.activity_schedule("mail.mail_activity_data_todo")
            )
        for model in ("mail.message", "mail.followers", "mail.activity"):
            domain = [("model" if model == "mail.message" else "res_model", "=", "leifeng.story")]
            found = self.env[model].sudo().search([*domain, ("res_id", "=", self.story.id)])
            self.assertFalse(found, model)

    def test_not_even_the_author_makes_it_known_by_following(self):
        story = self._reflection("internal")

        self._refuses(lambda: story.message_subscribe(self.users["internal"].partner_id.ids))

    def test_attachments_and_pictures(self):
        self.env["ir.attachment"].sudo().create(
            {"name": "Notes", "raw": b"x", "res_model": "leifeng.story", "res_id": self.story.id}
        )
        # sudo: a picture that no page can make
        picture = self.story.sudo().picture_ids.create(
            {"story_id": self.story.id, "image": photo(), "recognizable": False}
        )
        for story in self._each():
            files = story.env["ir.attachment"]
            if files.has_access("read"):
                self.assertFalse(files.search([("res_model", "=", "leifeng.story")]))
            own = picture.with_user(story.env.user)
            self.assertFalse(own.search([("story_id", "=", self.story.id)]))
            self._refuses(lambda own=own: own.read(["image"]))
            values = {"story_id": self.story.id, "image": photo()}
            self._refuses(lambda own=own, values=values: own.create(values))

    def test_related_records_and_to_dos(self):
        for story in self._each():
            todos = story.env["leifeng.todo"]
            if todos.has_access("read"):
                self.assertFalse(todos.search([("res_model", "=", "leifeng.story")]))
            paste = story.env["leifeng.story.paste"]
            if paste.has_access("create"):
                dialog = paste.create({"story_id": self.story.id})
                self._refuses(lambda dialog=dialog: dialog.read(["html"]))

    def test_the_author_reads_it(self):
        own = self._as("employee", self.story)

        self.assertEqual(own.read(["name"])[0]["name"], "Private Words")
