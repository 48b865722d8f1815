from datetime import date

from odoo.tests import BaseCase

from ..tools.schedule import length_of, propose


class TestSchedule(BaseCase):
    def test_a_phase_takes_what_its_name_says(self):
        names = ("学习月", "服务周", "总结表彰大会", "评选", "总结阶段")

        self.assertEqual([length_of(name) for name in names], [30, 7, 1, 14, 7])

    def test_one_after_the_other_and_given_dates_stay(self):
        phases = [
            ("学习月", None, None),
            ("服务周", date(2027, 4, 5), date(2027, 4, 9)),
            ("评选", None, None),
        ]

        self.assertEqual(
            propose(phases, date(2027, 3, 1)),
            [
                (date(2027, 3, 1), date(2027, 3, 30)),
                (date(2027, 4, 5), date(2027, 4, 9)),
                (date(2027, 4, 10), date(2027, 4, 23)),
            ],
        )

    def test_an_end_before_its_beginning_is_not_proposed(self):
        proposed = propose([("评选", None, date(2027, 1, 1))], date(2027, 3, 1))

        self.assertEqual(proposed, [(date(2027, 3, 1), date(2027, 3, 1))])
