from odoo.exceptions import AccessError, UserError

from ..tools import marked_text
from .essay_case import EssayCase

PASSAGE = "清晨的钟声响过三遍，窗口前已经排起了长队，小周放下手里的热水瓶，先把老人扶到椅子上，再一份一份核对材料。"
ONE = f"我在大厅里站了整整一天。{PASSAGE}直到天黑，没有一个人白跑一趟。"
OTHER = f"那天下着雨，街上几乎没有人。{PASSAGE}后来大家都说，那是最暖的一天。"
APART = "山路弯弯，驻村的同事背着桶装水往上走，脚印里积着昨夜的雨，谁也没有喊过一声累。"


class SimilarCase(EssayCase):
    def _essay(self, employee, body, award=None, **vals):
        return self._entry(award or self.contest, employee, "submitted", body=body, **vals)

    def _pairs(self):
        return self.env["leifeng.award.similarity"].search([("award_id", "=", self.contest.id)])

    def _pair(self):
        """Return the flag on an essay of the employee and one of the colleague."""
        self.one = self._essay(self.me, ONE)
        self.other = self._essay(self.colleague, OTHER)
        self.contest._look_for_similar()
        return self._pairs()


class TestLooking(SimilarCase):
    def test_a_passage_in_two_essays_is_flagged_and_nothing_is_decided(self):
        pair = self._pair()

        self.assertEqual((pair.entry_id, pair.other_id), (self.one, self.other))
        self.assertEqual(
            (pair.state, self.one.state, self.other.state), ("open", *["submitted"] * 2)
        )
        self.assertGreaterEqual(pair.run, 40)
        [[start, stop, other_start, other_stop]] = pair.passages["spans"]
        self.assertEqual(ONE[start:stop], OTHER[other_start:other_stop])
        self.assertEqual(pair.create_uid.id, 1, "written by the system")

    def test_essays_that_have_nothing_in_common_are_not(self):
        self._essay(self.me, ONE)
        self._essay(self.colleague, APART)

        self.contest._look_for_similar()

        self.assertFalse(self._pairs())

    def test_essays_of_other_years_are_held_against_them(self):
        earlier = self._award("essay", campaign_id=False, is_earlier=True, year=2020)
        old = self._granted(earlier, self.colleague, body=OTHER)
        mine = self._essay(self.me, ONE)

        self.contest._look_for_similar()

        self.assertEqual((self._pairs().entry_id, self._pairs().other_id), (mine, old))

    def test_drafts_and_what_was_withdrawn_are_nobody_s(self):
        self._entry(self.contest, self.me, "draft", body=ONE)
        self._entry(self.contest, self.people["leader"], "withdrawn", body=ONE)
        self._essay(self.colleague, OTHER)

        self.contest._look_for_similar()

        self.assertFalse(self._pairs())

    def test_words_of_the_plan_and_known_quotations_are_everybody_s(self):
        for field, record in (("objectives", self.campaign), ("known_quotations", self.contest)):
            record[field] = PASSAGE
            pair = self._pair()
            self.assertFalse(pair, field)
            record[field] = False
            (self.one | self.other).unlink()

    def test_looking_again_keeps_what_was_decided_and_drops_what_is_gone(self):
        third = self._essay(self.people["leader"], ONE)
        self._pair()
        decided = self._pairs().filtered(lambda pair: third not in (pair.entry_id | pair.other_id))
        self._as("officer", decided).action_keep("A song that everybody knows")
        self.assertEqual(len(self._pairs()), 3)
        third.body = APART

        self.contest._look_for_similar()

        self.assertEqual(self._pairs(), decided)
        self.assertEqual((decided.state, decided.reason), ("kept", "A song that everybody knows"))

    def test_it_runs_when_entries_end_and_once(self):
        self._essay(self.me, ONE)
        self._essay(self.colleague, OTHER)
        trigger = [("cron_id", "=", self.env.ref("leifeng_campaign.ir_cron_similar").id)]
        before = self.env["ir.cron.trigger"].search_count(trigger)

        self._end_entries()
        self.assertEqual(self.env["ir.cron.trigger"].search_count(trigger), before + 1)
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("leifeng_campaign.ir_cron_similar").method_direct_trigger()

        self.assertEqual(len(self._pairs()), 1)
        self.assertTrue(self.contest.similar_on)
        self.assertFalse(self.contest.similar_due)

    def test_an_essay_that_is_sent_again_after_the_end_is_compared_again(self):
        essay = self._submitted()
        self._end_entries()
        self.contest._look_for_similar()
        self._as("head", essay).action_return("Please say where it was")

        self._as("employee", essay).action_submit(original=True)

        self.assertTrue(self.contest.similar_due)

    def test_the_button_is_the_office_s_and_for_essays(self):
        for role in ("supervisor", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.contest).action_look_for_similar()
        persons = self._stage(self._award("person"), "open")
        with self.assertRaises(UserError):
            self._as("officer", persons).action_look_for_similar()

        self._as("officer", self.contest).action_look_for_similar()

        self.assertTrue(self.contest.similar_due)


class TestDeciding(SimilarCase):
    def test_no_copy_keeps_both_with_a_reason(self):
        pair = self._as("officer", self._pair())
        with self.assertRaises(UserError):
            pair.action_keep(" ")

        pair.action_keep("Both quote the same song")

        self.assertEqual((pair.state, pair.decided_by_id), ("kept", self.users["officer"]))
        self.assertEqual((self.one.state, self.other.state), ("submitted", "submitted"))

    def test_a_person_drops_the_copy_that_the_person_chose(self):
        pair = self._as("officer", self._pair())

        pair.action_copied(self.other.id, "Taken over from a colleague")

        self.assertEqual((self.one.state, self.other.state), ("submitted", "disqualified"))
        self.assertEqual((pair.state, pair.reason), ("copied", "Taken over from a colleague"))
        self.assertTrue(any("Taken over" in text for text in self._told(self.colleague)))
        self.assertFalse(self._told(self.me))

    def test_an_essay_of_another_year_is_not_dropped(self):
        earlier = self._award("essay", campaign_id=False, is_earlier=True, year=2020)
        old = self._granted(earlier, self.colleague, body=OTHER)
        self._essay(self.me, ONE)
        self.contest._look_for_similar()
        pair = self._as("officer", self._pairs())

        with self.assertRaises(UserError):
            pair.action_copied(old.id, "A copy")

        self.assertEqual((pair.state, old.state, pair.same_award), ("open", "granted", False))

    def test_nobody_else_decides_and_few_read_it(self):
        pair = self._pair()

        for role in ("employee", "colleague", "head", "coordinator", "judge", "outside", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, pair).read(["state"])
        for act in (
            lambda: self._as("supervisor", pair).action_keep("Because"),
            lambda: self._as("supervisor", pair).action_copied(self.one.id, "Because"),
            lambda: self._as("officer", pair).write({"reason": "Because"}),
            lambda: self._as("officer", pair).unlink(),
        ):
            with self.assertRaises(AccessError):
                act()
        self.assertEqual(pair.state, "open")

    def test_an_officer_doesnt_decide_about_the_own_essay(self):
        self._essay(self.people["officer"], ONE)
        self._essay(self.colleague, OTHER)
        self.contest._look_for_similar()

        with self.assertRaises(AccessError):
            self._as("officer", self._pairs()).action_keep("Because")

    def test_the_dialog_asks_which_of_two_of_this_year_is_the_copy(self):
        pair = self._pair()
        dialogs = self._as("officer", self.env["leifeng.award.similarity.decide"])
        dialog = dialogs.create({"pair_id": pair.id, "act": "copied", "reason": "Taken over"})
        with self.assertRaises(UserError):
            dialog.action_decide()
        dialog.which = "other"

        dialog.action_decide()

        self.assertEqual((self.one.state, self.other.state), ("submitted", "disqualified"))

    def test_the_dialog_drops_this_year_s_essay_where_the_other_is_older(self):
        earlier = self._award("essay", campaign_id=False, is_earlier=True, year=2020)
        old = self._granted(earlier, self.colleague, body=OTHER)
        mine = self._essay(self.me, ONE)
        self.contest._look_for_similar()
        dialogs = self._as("officer", self.env["leifeng.award.similarity.decide"])
        vals = {"pair_id": self._pairs().id, "act": "copied", "reason": "Taken over"}

        dialogs.create({**vals, "which": "other"}).action_decide()

        self.assertEqual((mine.state, old.state), ("disqualified", "granted"))


class TestTexts(SimilarCase):
    def test_the_passage_is_marked_in_both_and_everything_is_escaped(self):
        self.one = self._essay(self.me, f"<script>alert(1)</script>{PASSAGE}")
        self.other = self._essay(self.colleague, f"{PASSAGE}<b>end</b>")
        self.contest._look_for_similar()

        pair = self._as("officer", self._pairs())

        # the last mark is no part of a passage
        self.assertIn(f"<mark>{PASSAGE[:-1]}<sup>1</sup></mark>", pair.entry_text)
        self.assertIn(f"<mark>{PASSAGE[:-1]}<sup>1</sup></mark>", pair.other_text)
        self.assertIn("&lt;script&gt;", pair.entry_text)
        self.assertIn("&lt;b&gt;end", pair.other_text)
        self.assertNotIn("<script", pair.entry_text)

    def test_a_text_that_was_changed_since_shows_no_marks_in_wrong_places(self):
        pair = self._pair()
        self.other.write({"body": APART, "version": self.other.version + 1})

        self.assertTrue(pair.is_changed)
        self.assertNotIn("<mark>", pair.entry_text)
        self.assertIn(APART, pair.other_text)

    def test_parts_of_a_text(self):
        for spans, parts in (
            ([], [("abcdef", 0)]),
            ([(1, 3)], [("a", 0), ("bc", 1), ("def", 0)]),
            ([(3, 5), (0, 2)], [("ab", 2), ("c", 0), ("de", 1), ("f", 0)]),
            ([(0, 4), (2, 6)], [("abcd", 1), ("ef", 2)]),
            ([(4, 99)], [("abcd", 0), ("ef", 1)]),
        ):
            self.assertEqual(marked_text.parts("abcdef", spans), parts)
