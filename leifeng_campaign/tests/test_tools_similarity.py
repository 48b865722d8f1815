import random
import re
from itertools import combinations
from unittest import TestCase

from ..tools import similarity
from ..tools.similarity_counts import FEW
from ..tools.similarity_index import LEAST_SHARED
from ..tools.similarity_runs import MOST_PASSAGES, SHORTEST_PASSAGE
from ..tools.similarity_words import GRAM, windows
from .essay_copies import (
    CROSSING,
    PHONE,
    SAYING,
    WINDOW,
    changed,
    pasted,
    quoting,
    shuffled,
)

ESSAYS = {"window": WINDOW, "phone": PHONE, "crossing": CROSSING}


class TestNormal(TestCase):
    def test_marks_and_spaces_are_left_out(self):
        clean, positions = similarity.normal(" “雷\u200b锋”，\n1963年　3月！")

        self.assertEqual(clean, "雷锋1963年3月")
        self.assertEqual(positions, [2, 4, 8, 9, 10, 11, 12, 14, 15])

    def test_each_character_is_found_in_the_text(self):
        text = quoting(WINDOW, SAYING)
        clean, positions = similarity.normal(text)

        self.assertEqual(clean, "".join(text[index] for index in positions))
        self.assertEqual(clean, re.sub(r"\W", "", text))

    def test_width_and_capitals_and_known_traditional_characters_are_the_same(self):
        self.assertEqual(similarity.normal("學習ＡＢＣ１")[0], similarity.normal("学习abc1")[0])

    def test_nothing(self):
        self.assertEqual(similarity.normal(" ，\n"), ("", []))


class TestFind(TestCase):
    def found(self, new, **options):
        return [(match.one, match.other) for match in similarity.find(new, **options)]

    def match_of(self, text):
        """The match of the window's essay with a copy of it among the others."""
        (match,) = similarity.find({**ESSAYS, "copy": text})
        self.assertEqual((match.one, match.other), ("window", "copy"))
        return match

    def test_essays_on_one_theme(self):
        self.assertEqual(self.found(ESSAYS), [])

    def test_the_same_text(self):
        match = self.match_of(WINDOW)

        self.assertEqual(match.containment, 1)
        self.assertEqual(match.run, len(similarity.normal(WINDOW)[0]))
        self.assertEqual(match.passages, [(0, len(WINDOW) - 1, 0, len(WINDOW) - 1)])

    def test_sentences_shuffled(self):
        for seed in range(5):
            with self.subTest(seed=seed):
                self.assertGreater(self.match_of(shuffled(WINDOW, seed)).containment, 0.8)

    def test_every_twentieth_character_changed(self):
        for seed in range(5):
            with self.subTest(seed=seed):
                match = self.match_of(changed(WINDOW, 0.05, seed))
                self.assertGreater(match.containment, 0.7)
                self.assertLess(match.containment, 0.9)

    def test_every_seventh_character_changed(self):
        for seed in range(5):
            with self.subTest(seed=seed):
                match = self.match_of(changed(WINDOW, 0.15, seed))
                self.assertGreater(match.containment, 0.4)
                self.assertLess(match.containment, 0.7)

    def test_a_third_pasted(self):
        mixed = pasted(CROSSING, WINDOW, 0.3)
        found = {
            match.one: match
            for match in similarity.find({"window": WINDOW, "phone": PHONE, "mixed": mixed})
        }

        self.assertEqual(list(found), ["window"])
        self.assertGreater(found["window"].containment, 0.2)
        self.assertGreater(found["window"].run, 73)

    def test_a_passage_in_a_long_text(self):
        """Far below the containment, by its run alone; and one that is a little shorter not."""
        positions = similarity.normal(WINDOW)[1]
        long = (CROSSING + PHONE) * 2
        for length, found in ((40, [("window", "copy")]), (39, [])):
            with self.subTest(length=length):
                for start in range(60, 75):
                    copied = WINDOW[positions[start] : positions[start + length - 1] + 1]
                    text = f"{long}雪{copied}雪{long}"
                    self.assertEqual(self.found({"window": WINDOW, "copy": text}), found)

    def test_a_short_text_within_a_long_one(self):
        part = WINDOW[:150]
        for texts in ({"one": part, "other": WINDOW}, {"one": WINDOW, "other": part}):
            (match,) = similarity.find(texts)
            self.assertEqual(match.containment, 1)

    def test_a_few_words_are_no_copy(self):
        texts = {"one": "学雷锋，做好事，从我做起。", "other": "学雷锋，做好事，人人有责。"}

        self.assertEqual(self.found(texts), [])

    def test_other_marks_and_spaces_hide_nothing(self):
        respaced = "　".join(WINDOW.replace("，", "；").replace("。", "！"))

        self.assertEqual(self.match_of(respaced).containment, 1)

    def test_the_closest_comes_first(self):
        texts = {
            "pasted": pasted(CROSSING, WINDOW, 0.5),
            "window": WINDOW,
            "changed": changed(WINDOW, 0.05),
        }

        self.assertEqual(
            self.found(texts),
            [("window", "changed"), ("pasted", "window"), ("pasted", "changed")],
        )

    def test_thresholds(self):
        texts = {"window": WINDOW, "copy": changed(WINDOW, 0.15)}

        self.assertEqual(self.found(texts, flag_containment=0.9, flag_run=200), [])
        self.assertEqual(self.found(texts, flag_containment=0.4, flag_run=200), [tuple(texts)])

    def test_empty_texts(self):
        self.assertEqual(
            self.found({"empty": "", "marks": "，。", "window": WINDOW, "none": ""}), []
        )
        self.assertEqual(self.found({}), [])

    def test_a_text_that_repeats_itself(self):
        cheer = "加油" * 2000
        (match,) = similarity.find({"one": cheer, "other": cheer})

        self.assertGreaterEqual(match.run, 40)

    def test_one_saying_in_both(self):
        """Also where nobody thought of telling that it is one."""
        saying = SAYING[:20]
        texts = {"one": quoting(WINDOW, saying), "other": quoting(PHONE, saying)}

        self.assertEqual(self.found(texts), [])


class TestExactly(TestCase):
    """No pair is lost or added by the ways in which the comparing is made fast."""

    def test_as_if_every_pair_was_compared(self):
        texts = dict(enumerate(self.texts(2 * FEW)))
        pieces = {key: (windows(text, GRAM), windows(text, 40)) for key, text in texts.items()}
        expected = {
            pair for pair in combinations(texts, 2) if self.close(*map(pieces.__getitem__, pair))
        }

        found = similarity.find(texts)

        self.assertEqual({(match.one, match.other) for match in found}, expected)
        self.assertGreater(len(expected), 100)
        self.assertLess(len(expected), len(texts) ** 2 / 4)

    def texts(self, count):
        """Texts of phrases that some or many or nearly all of them have, and of noise."""
        chance = random.Random(1)
        common = self.noise(chance, 30)
        phrases = [self.noise(chance, chance.randint(4, 60)) for _number in range(400)]
        for _number in range(count):
            parts = [chance.choice(phrases[: chance.choice((20, 400))]) for _part in range(4)]
            parts.append(common if chance.random() < 0.8 else "")
            yield "".join(part + self.noise(chance, chance.randint(0, 60)) for part in parts)

    @staticmethod
    def noise(chance, length):
        return "".join(chr(chance.randint(0x4E00, 0x5E00)) for _char in range(length))

    @staticmethod
    def close(one, other):
        """``one``, ``other``: the pieces of 4 characters, of 40 characters."""
        shared = len(one[0] & other[0])
        contained = shared >= LEAST_SHARED and shared >= 0.2 * min(len(one[0]), len(other[0]))
        return contained or not one[1].isdisjoint(other[1])


class TestOldTexts(TestCase):
    OLD = {"last year": WINDOW, "the year before": shuffled(WINDOW)}

    def test_a_text_of_last_year(self):
        new = {"phone": PHONE, "again": changed(WINDOW, 0.05)}
        found = similarity.find(new, self.OLD)

        self.assertEqual(
            {(match.one, match.other) for match in found},
            {("again", "last year"), ("again", "the year before")},
        )

    def test_old_texts_among_themselves_are_no_matter(self):
        self.assertEqual(similarity.find({"phone": PHONE}, self.OLD), [])
        self.assertEqual(similarity.find({}, self.OLD), [])


class TestQuotations(TestCase):
    texts = {"one": quoting(WINDOW, SAYING), "other": quoting(PHONE, SAYING)}

    def test_a_long_saying_in_both(self):
        (match,) = similarity.find(self.texts)
        self.assertGreater(match.run, 40)

        self.assertEqual(similarity.find(self.texts, quotations=[SAYING]), [])

    def test_quoted_with_mistakes_and_cut_short(self):
        texts = {
            "one": quoting(WINDOW, SAYING.replace("常常", "时常")),
            "other": quoting(PHONE, SAYING[3:]),
        }

        self.assertEqual(similarity.find(texts, quotations=[SAYING]), [])

    def test_part_of_a_long_document(self):
        self.assertEqual(similarity.find(self.texts, quotations=[CROSSING + SAYING]), [])

    def test_a_short_saying_does_not_count(self):
        texts = {"one": "为人民服务！" * 20, "other": "为人民服务。" * 20}

        self.assertEqual(len(similarity.find(texts)), 1)
        self.assertEqual(similarity.find(texts, quotations=["为人民服务"]), [])

    def test_a_copy_with_the_quotation_inside_is_one_passage(self):
        """Its run is that without the saying, its passage goes over it."""
        texts = {"one": quoting(WINDOW, SAYING), "copy": quoting(WINDOW, SAYING)}
        (match,) = similarity.find(texts, quotations=[SAYING])

        self.assertEqual(match.containment, 1)
        self.assertEqual(match.run, len(similarity.normal(WINDOW)[0]))
        self.assertEqual(len(match.passages), 1)

    def test_short_quotations_leave_everything(self):
        (match,) = similarity.find({"one": WINDOW, "copy": WINDOW}, quotations=["我", "", "，"])

        self.assertEqual(match.run, len(similarity.normal(WINDOW)[0]))


class TestPassages(TestCase):
    def passages(self, one, other):
        (match,) = similarity.find({"one": one, "other": other})
        return match.passages

    def test_they_say_the_same_in_both(self):
        one, other = quoting(WINDOW, SAYING), shuffled(WINDOW)
        found = self.passages(one, other)

        self.assertGreater(len(found), 5)
        for start, stop, other_start, other_stop in found:
            clean = similarity.normal(one[start:stop])[0]
            self.assertEqual(clean, similarity.normal(other[other_start:other_stop])[0])
            self.assertGreaterEqual(len(clean), SHORTEST_PASSAGE)

    def test_in_the_order_of_one_and_apart_in_both(self):
        found = self.passages(WINDOW, shuffled(WINDOW))
        for spans in ([span[:2] for span in found], sorted(span[2:] for span in found)):
            flat = [edge for span in spans for edge in span]
            self.assertEqual(flat, sorted(flat))

    def test_marks_around_are_left_out(self):
        found = self.passages(f"“{WINDOW}”", f"（{WINDOW}）")

        self.assertEqual(found, [(1, len(WINDOW), 1, len(WINDOW))])

    def test_what_two_passages_would_share_goes_to_the_longer(self):
        clean = similarity.normal(WINDOW)[0]
        one, other = clean[:80], clean[:50] + "雪" + clean[40:80]

        self.assertEqual(self.passages(one, other), [(0, 50, 0, 50), (50, 80, 61, 91)])
        self.assertEqual(self.passages(other, one), [(0, 50, 0, 50), (61, 91, 50, 80)])

    def test_not_more_than_twenty(self):
        clean = similarity.normal(WINDOW + PHONE + CROSSING)[0]
        pieces = [clean[start : start + 20] for start in range(0, 600, 20)]
        pieces[7] = clean[700:760]
        one, other = "春".join(pieces), "秋".join(reversed(pieces))
        found = self.passages(one, other)

        self.assertEqual(len(found), MOST_PASSAGES)
        self.assertIn(60, [stop - start for start, stop, *_other in found])
