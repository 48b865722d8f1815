import base64
import io

from PIL import Image

from odoo import Command
from odoo.exceptions import AccessError, UserError

from .story_case import PUBLIC, TEXT, StoryCase, photo


class TestStory(StoryCase):
    """Writing, reviewing, publishing."""

    def test_for_the_inner_journal_one_review_is_enough(self):
        story = self._reviewed(self._story(), "officer2")

        story.action_publish()

        expected = {
            "state": "published",
            "first_by_id": self.users["officer2"].id,
            "second_by_id": False,
            "published_on": self.company._leifeng_today(),
        }
        self.assertRecordValues(story, [expected])
        self.assertTrue(story.first_on)

    def test_for_the_public_three_people_review(self):
        for channel in ("channel_website", "channel_account"):
            story = self._story(name=channel, channel_journal=False, **{channel: True})
            for role, state in (
                ("officer2", "first"),
                ("officer3", "second"),
                ("officer", "final"),
            ):
                with self.assertRaisesRegex(UserError, "3 reviews"):
                    self._as("manager", story).action_publish()
                self._as(role, story).action_pass()
                self.assertEqual(story.state, state)

            self._as("manager", story).action_publish()

            people = story.first_by_id | story.second_by_id | story.final_by_id
            self.assertEqual(len(people), 3)

    def test_nobody_reviews_twice(self):
        story = self._reviewed(self._story(**PUBLIC), "officer2")

        with self.assertRaisesRegex(AccessError, "already"):
            self._as("officer2", story).action_pass()
        self.assertFalse(self._as("officer2", story).may_review)

    def test_nobody_reviews_what_they_wrote_changed_or_are_in(self):
        own = self._story("officer")
        changed = self._story()
        self._as("officer", changed).body = "<p>Better words.</p>"
        signed = self._story(author_id=self.people["officer"].id)
        about = self._story(kind="deed", person_id=self.people["officer"].id)

        for story in (own, changed, signed, about):
            with self.assertRaisesRegex(AccessError, "Somebody else"):
                self._as("officer", story).action_pass()
        self.assertEqual(self._reviewed(changed, "officer2").state, "first")

    def test_a_named_reviewer_reviews_and_others_do_not(self):
        story = self._story()
        with self.assertRaises(AccessError):
            self._as("internal", story).action_pass()
        self._as("officer", story).reviewer_ids = self.users["internal"]

        self._as("internal", story).action_pass()

        self.assertEqual(story.first_by_id, self.users["internal"])
        with self.assertRaises(AccessError):
            self._as("internal", story).action_publish()

    def test_a_coordinator_names_no_reviewers_and_writes_no_review(self):
        story = self._as("coordinator", self._story())
        with self.assertRaises(AccessError):
            story.reviewer_ids = self.users["internal"]
        for values in (
            {"first_by_id": self.users["internal"].id},
            {"consent": "given"},
            {"writer_id": self.users["internal"].id},
            {"private": True},
            {"published_on": "2026-03-05"},
        ):
            with self.assertRaises(AccessError):
                story.write(values)
        with self.assertRaises(UserError):
            story.state = "published"
        with self.assertRaises(AccessError):
            self.env["leifeng.story"].with_user(self.users["coordinator"]).create(
                {"name": "Forged", "first_by_id": self.users["internal"].id}
            )

    def test_reviewed_words_stand_still_until_it_is_returned(self):
        story = self._reviewed(self._story(), "officer2")
        for values in ({"body": "<p>Other</p>"}, {"name": "Other"}, {"kind": "deed"}):
            with self.assertRaisesRegex(UserError, "reviewed"):
                self._as("officer3", story).write(values)
        with self.assertRaisesRegex(UserError, "reviewed"):
            self._picture(story)

        self._as("officer", story).action_return("A date is missing")

        self.assertRecordValues(story, [{"state": "returned", "remark": "A date is missing"}])
        self.assertFalse(story.first_by_id)
        writer = self._as("coordinator", story)
        writer.body = "<p>On 5 March.</p>"
        writer.action_offer()
        self.assertEqual(story.state, "draft")

    def test_more_channels_need_more_reviews(self):
        story = self._reviewed(self._story(), "officer2")
        story.channel_website = True

        with self.assertRaisesRegex(UserError, "3 reviews"):
            story.action_publish()

    def test_what_is_published_keeps_its_channels_and_words(self):
        story = self._published()

        for values in ({"channel_website": True}, {"body": "<p>Other</p>"}):
            with self.assertRaises(UserError):
                story.write(values)
        with self.assertRaises(UserError):
            story.unlink()

    def test_taken_down_with_a_reason_it_is_nobody_s_to_read(self):
        story = self._published()
        self.assertTrue(self._as("employee", story).name)
        with self.assertRaises(UserError):
            self._as("officer", story).action_take_down(" ")

        self._as("officer", story).action_take_down("A name was wrong")

        self.assertRecordValues(story, [{"state": "taken_down", "remark": "A name was wrong"}])
        with self.assertRaises(AccessError):
            self._as("employee", story).read(["name"])

    def test_it_appears_somewhere(self):
        story = self._reviewed(self._story(channel_journal=False), "officer2")

        with self.assertRaisesRegex(UserError, "where"):
            story.action_publish()

    def test_a_draft_waits_for_no_review_before_it_is_offered_and_can_be_taken_back(self):
        story = self._story(offered=False)
        with self.assertRaisesRegex(UserError, "does not wait"):
            self._as("officer2", story).action_pass()
        writer = self._as("coordinator", story)
        writer.action_offer()
        writer.action_take_back()
        self.assertFalse(story.offered_on)
        writer.action_offer()
        self._reviewed(story, "officer2")

        with self.assertRaisesRegex(UserError, "nothing to take back"):
            self._as("coordinator", story).action_take_back()

    def test_an_item_needs_words_before_it_is_offered(self):
        with self.assertRaisesRegex(UserError, "a text"):
            self._story(body="<p><br></p>")

    def test_words_alone_are_kept(self):
        body = '<h1 style="color:red">Head</h1><script>x()</script><p class="a">Text<img src="/x">'
        story = self._story(body=body + '</p><p onclick="x()"><a href="http://x">Link</a></p>')

        self.assertEqual(str(story.body), "<h3>Head</h3><p>Text</p><p>Link</p>")
        self.assertEqual(story.character_count, 3)

    def test_names_are_copies(self):
        story = self._story()
        self.hall.name = "Hall of Windows"
        self.people["coordinator"].name = "Renamed"

        self.assertRecordValues(
            story, [{"author_name": "Coordinator", "department_name": "Service Hall"}]
        )

    def test_the_writer_is_told_that_it_is_published(self):
        self._published()

        self.assertEqual(
            self._told(self.people["coordinator"]), ["“A Morning” has been published."]
        )


class TestPictures(StoryCase):
    def test_place_and_time_of_a_photo_are_lost(self):
        story = self._story()
        for kind in ("JPEG", "PNG"):
            sent = Image.open(io.BytesIO(base64.b64decode(photo(kind))))
            self.assertTrue(dict(sent.getexif()), "the photo says where and when")

            picture = self._picture(story, image=photo(kind))

            for name in ("image", "image_small"):
                kept = Image.open(io.BytesIO(base64.b64decode(picture[name])))
                self.assertFalse(dict(kept.getexif()), (kind, name))

    def test_a_picture_is_named_until_everybody_on_it_has_agreed(self):
        story = self._story()
        self._picture(story, names=["Resident"], agreed=False)
        self._picture(story, caption="", recognizable=True)
        self._picture(story, caption="Landscape", recognizable=False)
        story = self._reviewed(story, "officer2")
        self.assertIn("At the Window", story.consent_missing)

        with self.assertRaisesRegex(
            UserError, "picture 1 “At the Window” and picture 2"
        ) as refused:
            story.action_publish()

        self.assertNotIn("Landscape", str(refused.exception))

    def test_a_recorded_consent_clears_it_and_says_who_recorded_it(self):
        story = self._story()
        picture = self._picture(story, names=["Resident", "Helper"], agreed=False)
        story = self._reviewed(story, "officer2")
        self._as("officer3", picture.consent_ids).agreed_on = "2026-03-05"
        self.assertEqual(picture.consent_ids.mapped("recorded_by"), ["Officer3"] * 2)

        story.action_publish()

        self.assertEqual(story._shown_pictures(), picture)

    def test_a_consent_taken_back_makes_the_picture_vanish_at_once(self):
        story = self._story()
        picture = self._picture(story, names=["Resident"])
        story = self._reviewed(story, "officer2")
        story.action_publish()
        self.assertTrue(self._as("employee", picture).read(["caption"]))

        taken_back = Command.update(picture.consent_ids.id, {"agreed_on": False})
        story.picture_ids = [Command.update(picture.id, {"consent_ids": [taken_back]})]

        self.assertEqual(story.state, "published")
        self.assertFalse(story._shown_pictures())
        with self.assertRaises(AccessError):
            self._as("employee", picture).read(["caption"])

    def test_who_recorded_a_consent_is_not_written_by_hand(self):
        picture = self._picture(self._story(), names=["Resident"])
        consent = self._as("officer", picture.consent_ids)

        consent.recorded_by = "Somebody"
        consent.story_id = self._story(name="Another")

        self.assertRecordValues(
            consent, [{"recorded_by": "Officer", "story_id": picture.story_id.id}]
        )

    def test_readers_see_no_consents(self):
        story = self._story()
        picture = self._picture(story, names=["Resident"])
        self._reviewed(story, "officer2").action_publish()

        consents = picture.consent_ids
        for role in ("employee", "colleague", "internal", "hr", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, consents).read(["name"])
        with self.assertRaises(AccessError):
            self._as("employee", picture).read(["portrayed"])

    def test_a_file_that_is_no_picture_is_refused(self):
        story = self._story()
        for content in (b"%PDF-1.4 x", b"GIF89a", b"", b"\xff\xd8\xff broken"):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                self._picture(story, image=base64.b64encode(content) or b"!")

    def test_without_pictures_nothing_is_asked(self):
        story = self._story(body=TEXT)

        self.assertFalse(story.consent_missing)
        self.assertEqual(self._published().state, "published")

    def test_deleting_an_item_leaves_no_files(self):
        story = self._story(offered=False)
        picture = self._picture(story, names=["Resident"])
        picture.consent_ids.scan = photo()
        ids = [picture.id, *picture.consent_ids.ids]
        files = self.env["ir.attachment"].sudo()
        models = ["leifeng.story.picture", "leifeng.story.consent"]
        domain = [("res_model", "in", models), ("res_id", "in", ids), ("res_field", "!=", False)]
        self.assertTrue(files.search(domain))

        self._as("officer", story).unlink()

        self.assertFalse(files.search_count(domain))
