"""Essays on one theme as a machine can make them, and altered copies of some."""

import random
from pathlib import Path

HERE = Path(__file__).parent
PHRASES = (HERE / "essay_phrases.txt").read_text(encoding="utf-8").split()
WORDS = (HERE / "essay_words.txt").read_text(encoding="utf-8").split()
JOINTS = ["", *"的了在和把给对让也就都还又却才便不着过到"]
MARKS = "，，，。。！；"
ALTERATIONS = ("sentences shuffled", "5 % changed", "15 % changed", "30 % pasted")


class Writer:
    """Writes the same essays every time."""

    def __init__(self, seed=1):
        self._chance = random.Random(seed)
        # The first phrases are what nearly everybody writes.
        self._weights = [1 / (rank + 5) for rank in range(len(PHRASES))]

    def essay(self, length):
        """Return ``length`` characters of which about a fifth are phrases that others use too."""
        text = ""
        while len(text) < length:
            text += self._clause() + self._chance.choice(MARKS)
        return text[:length]

    def altered(self, text, alteration):
        """Return a copy of ``text`` after one of the ``ALTERATIONS``."""
        if alteration == "sentences shuffled":
            sentences = text.split("。")
            self._chance.shuffle(sentences)
            return "。".join(sentences)
        share = int(alteration.partition(" ")[0]) / 100
        if alteration.endswith("pasted"):
            piece = int(share * len(text))
            return self.essay(len(text) - piece) + text[-piece:]
        return self._changed(text, share)

    def _clause(self):
        if self._chance.random() < 0.2:
            return self._chance.choices(PHRASES, self._weights)[0]
        words = self._chance.sample(WORDS, self._chance.randint(2, 5))
        return "".join(word + self._chance.choice(JOINTS) for word in words)

    def _changed(self, text, share):
        chars = list(text)
        for place in self._chance.sample(range(len(chars)), int(share * len(chars))):
            chars[place] = self._chance.choice(WORDS)[0]
        return "".join(chars)
