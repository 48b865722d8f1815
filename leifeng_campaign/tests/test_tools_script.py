import re
import sys
from pathlib import Path
from unittest.mock import patch

from opencc import OpenCC

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools import script, script_table

TOOLS = Path(script.__file__).parent


class TestScript(BaseCase):
    def test_fold_is_one_for_one(self):
        self.assertEqual(script.fold("（１）機關學雷鋒：　活動"), "(1)机关学雷锋: 活动")

    def test_table_agrees_with_opencc(self):
        convert = OpenCC("t2s").convert
        pairs = zip(script_table.TRADITIONAL, script_table.SIMPLIFIED, strict=True)
        # Variants that OpenCC keeps apart and plans use for the same word.
        variants = {("畫", "划")}
        wrong = [pair for pair in pairs if convert(pair[0]) != pair[1] and pair not in variants]
        self.assertEqual(wrong, [])

    def test_table_knows_every_word_of_the_reader(self):
        sources = [path.read_text(encoding="utf-8") for path in TOOLS.glob("plan_*.py")]
        words = OpenCC("t2s").convert("".join(sources))
        known = set(re.findall("[\u4e00-\u9fff]", words))
        convert = OpenCC("s2t").convert
        unknown = {char for char in known if script.fold(convert(char)) != char}
        self.assertEqual(unknown, set())

    def test_script_of(self):
        self.assertEqual(script.script_of("機關學雷鋒活動方案"), "hant")
        self.assertEqual(script.script_of("机关学雷锋活动方案"), "hans")
        self.assertEqual(script.script_of("abc 123"), "hans")

    def test_to_simplified(self):
        self.assertEqual(script.to_simplified("機關學雷鋒,頒發證書"), "机关学雷锋,颁发证书")

    def test_converter_missing(self):
        with patch.dict(sys.modules, {"opencc": None}), self.assertRaises(script.ConverterMissing):
            script.to_simplified("機關")
