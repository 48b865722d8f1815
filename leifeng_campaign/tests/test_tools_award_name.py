from odoo.tests import BaseCase

from ..tools.award_name import FORBIDDEN, TRADITIONAL, forbidden


class TestAwardName(BaseCase):
    def test_names_of_the_agency_s_own_awards_are_clean(self):
        for name in (
            "岗位学雷锋标兵",
            "优秀学雷锋志愿者",
            "学雷锋活动优秀组织奖",
            "Model at Work",
            "",
            None,
        ):
            self.assertEqual(forbidden(name), [], name)

    def test_each_word_is_found(self):
        for word in (*FORBIDDEN, *TRADITIONAL.values()):
            self.assertEqual(forbidden(f"学雷锋{word}评选"), [word], word)

    def test_spaces_hide_nothing(self):
        self.assertEqual(forbidden("全 国 学雷锋标兵"), ["全国"])

    def test_a_longer_word_stands_for_the_shorter_one(self):
        self.assertEqual(forbidden("中华人民共和国奖章"), ["中华", "共和国", "奖章"])
        self.assertEqual(forbidden("共和國勳章"), ["共和國", "勳章"])
