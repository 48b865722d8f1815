import ast
import csv
import io
import re
from functools import cached_property
from pathlib import Path

import polib

from odoo.tests import TransactionCase, tagged
from odoo.tools.translate import trans_export

ADDON = Path(__file__).parent.parent
LANGUAGES = ("zh_CN", "zh_TW")
# what stands in a text for a value, and its tags
PARTS = re.compile(r"%\(\w+\)\d*[sd]|%s|<[^>]*>", re.ASCII)
# words of pressure and of surveillance, which the product doesn't use
FORBIDDEN = re.compile("留痕|打卡|积分|積分|排名|排行|指标|指標|考勤|强制|強制")
# marks of half width after a Chinese character
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|\"[\u4e00-\u9fff]|[\u4e00-\u9fff]\.(\s|$)")
# Latin words that Chinese readers know as they are
NAMES = re.compile(
    r"%\(\w+\)[\d.]*[sdf]|https://|<[^>]*>|object\.[\w.]+|Font awesome|fa-tasks|OpenCC|Python|HTTP|UTF-8|GB/T|"
    r"PDF|PNG|JPE?G|Word|Excel|WPS|RTF|QR Code|Ctrl|Enter|ID|MB|\.\w+",
    re.ASCII,
)


@tagged("post_install", "-at_install")
class TestTranslations(TransactionCase):
    """Both languages are complete, and say what menus, states and refusals are called."""

    @cached_property
    def template(self):
        return self._sources(polib.pofile(ADDON / "i18n/leifeng_campaign.pot"))

    @cached_property
    def words(self):
        """Return the rows of the words that bind: {"en_US": …, "zh_CN": …, "zh_TW": …}."""
        with (ADDON / "tests/words.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def _translations(self, language):
        return polib.pofile(ADDON / f"i18n/{language}.po")

    def _sources(self, entries):
        return sorted(entry.msgid for entry in entries)

    def _assert_none(self, pattern):
        """Check that no translation has something of ``pattern`` in it."""
        for language in LANGUAGES:
            found = [e.msgstr for e in self._translations(language) if pattern.search(e.msgstr)]
            self.assertEqual(found, [], language)

    def test_the_template_has_the_texts_of_the_code(self):
        exported = io.BytesIO()
        trans_export(None, ["leifeng_campaign"], exported, "po", self.env)

        texts = self._sources(polib.pofile(exported.getvalue().decode()))

        self.assertEqual(sorted(set(texts) - set(self.template)), [], "not in the template")
        self.assertEqual(sorted(set(self.template) - set(texts)), [], "no longer in the code")

    def test_every_text_is_translated_once(self):
        for language in LANGUAGES:
            entries = self._translations(language)
            self.assertEqual([e.msgid for e in entries if not e.translated()], [], language)
            self.assertEqual(entries.obsolete_entries(), [], language)
            self.assertEqual(self._sources(entries), self.template, language)

    def test_the_binding_words_are_used(self):
        for language in LANGUAGES:
            entries = {e.msgid: e.msgstr for e in self._translations(language)}
            used = [row for row in self.words if row["en_US"] in entries]
            self.assertGreater(len(used), 100)
            self.assertEqual(
                {row["en_US"]: entries[row["en_US"]] for row in used},
                {row["en_US"]: row[language] for row in used},
                language,
            )

    def test_a_binding_word_has_one_meaning(self):
        sources = [row["en_US"] for row in self.words]

        self.assertEqual(len(sources), len(set(sources)))

    def test_values_and_tags_are_kept(self):
        for language in LANGUAGES:
            wrong = [
                entry.msgid
                for entry in self._translations(language)
                if sorted(PARTS.findall(entry.msgid)) != sorted(PARTS.findall(entry.msgstr))
            ]
            self.assertEqual(wrong, [], language)

    def test_no_word_presses_or_watches_people(self):
        self._assert_none(FORBIDDEN)

    def test_marks_are_of_full_width(self):
        self._assert_none(HALF_WIDTH)

    def test_nothing_is_left_in_english(self):
        for language in LANGUAGES:
            left = [
                entry.msgstr
                for entry in self._translations(language)
                if re.search("[A-Za-z]{2}", NAMES.sub("", entry.msgstr))
            ]
            self.assertEqual(left, [], language)

    def test_no_text_is_marked_inside_an_f_string(self):
        """There the export doesn't find it, and users read it in English."""
        hidden = [
            f"{path.name}:{call.lineno}"
            for path in ADDON.rglob("*.py")
            for text in ast.walk(ast.parse(path.read_text()))
            if isinstance(text, ast.JoinedStr)
            for call in ast.walk(text)
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "_"
        ]
        self.assertEqual(hidden, [])

    def test_what_a_list_can_be_grouped_by_has_a_translated_name(self):
        """The search bar offers every stored field that the user may read."""
        untranslated = [
            str(field)
            for name, model in self.env.items()
            if name.startswith("leifeng.") and not model._transient
            for field in model._fields.values()
            if field.store and not field.groups and not field.export_string_translation
        ]
        self.assertEqual(untranslated, [])

    def test_simplified_and_traditional_are_not_mixed(self):
        """Characters that only the other script has."""
        self.assertNotRegex(self._text("zh_CN"), "[們個國學務動點請錄時長]")
        self.assertNotRegex(self._text("zh_TW"), "[们个国学务动点请录时长]")

    def _text(self, language):
        return "".join(entry.msgstr for entry in self._translations(language))
