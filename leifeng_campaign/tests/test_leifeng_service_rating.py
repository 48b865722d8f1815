from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.service.model import get_public_method
from odoo.tools import mute_logger

from .common import LeifengCase


class TestRating(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ratings = cls.env["leifeng.service.rating"]
        cls.post = cls.env["leifeng.service.post"].create({"name": "Station", "location": "Hall"})
        cls.shift = cls._confirmed([cls.people["employee"]], post_id=cls.post.id)
        cls.card, cls.other_card = cls.env["leifeng.service.rating.card"]._for_session(cls.shift, 2)
        cls.rating = cls.ratings._answer(cls.shift, "4", " Kind  and\nquick ", card=cls.card)

    def _fails_in_the_database(self, act):
        refused = self.assertRaises(IntegrityError)
        with mute_logger("odoo.sql_db"), refused, self.env.cr.savepoint():
            act()
            self.env.flush_all()

    def test_what_an_answer_holds(self):
        self.assertRecordValues(
            self.rating,
            [
                {
                    "stars": 4,
                    "text": "Kind and quick",
                    "session_id": self.shift.id,
                    "post_id": self.post.id,
                    "campaign_id": self.campaign.id,
                    "company_id": self.company.id,
                }
            ],
        )

    def test_stars_are_one_to_five(self):
        for stars in ("", "0", "6", "4.5", "five", None, "-1", "１"):
            with self.assertRaises(UserError, msg=stars):
                self.ratings._answer(self.shift, stars, "", card=self.other_card)
        with self.assertRaises(UserError):
            self.ratings._answer(self.shift, "5", "x" * 201, card=self.other_card)

    def test_one_answer_a_card(self):
        self._fails_in_the_database(
            lambda: self.ratings._answer(self.shift, "5", "", card=self.card)
        )

    def test_nobody_writes_one(self):
        values = {
            "session_id": self.shift.id,
            "company_id": self.company.id,
            "stars": 5,
        }
        for role in self.users:
            ratings = self._as(role, self.ratings)
            with self.assertRaises(AccessError, msg=role):
                ratings.create(values)
            with self.assertRaises(AccessError, msg=role):
                ratings.browse(self.rating.id).write({"stars": 1})
            with self.assertRaises(AccessError, msg=role):
                ratings.browse(self.rating.id).unlink()
        for name in ("_answer", "_session_values", "_sum_of_person"):
            with self.assertRaises(AccessError):
                get_public_method(self.ratings, name)

    def test_the_database_refuses_changes(self):
        self._fails_in_the_database(lambda: self.rating.sudo().write({"stars": 1}))
        self._fails_in_the_database(lambda: self.rating.sudo().write({"text": "Bad"}))
        self._fails_in_the_database(lambda: self.rating.sudo().unlink())

    def test_a_manager_empties_a_sentence_that_names_somebody(self):
        with self.assertRaises(AccessError):
            self._as("officer", self.rating).action_remove_text()

        self._as("manager", self.rating).action_remove_text()

        self.assertRecordValues(
            self.rating, [{"text": False, "stars": 4, "text_removed_by": "Manager"}]
        )

    def test_who_reads_answers(self):
        for role in self.users:
            rating = self._as(role, self.rating)
            if role in ("officer", "manager", "supervisor"):
                self.assertEqual(rating.text, "Kind and quick")
                continue
            with self.assertRaises(AccessError, msg=role):
                rating.read(["stars"])
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.shift).read(["rating_average"])

    def test_nobody_reads_codes(self):
        for role in ("officer", "manager", "supervisor", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.card).read(["token"])

    def test_sums_by_post_and_campaign(self):
        self.ratings._answer(self.shift, "1", "", card=self.other_card)
        idle = self.post.copy()

        sums = [
            (record.rating_count, record.rating_average)
            for record in (self.post, self.campaign, self.shift, idle)
        ]

        self.assertEqual(sums, [(2, 2.5)] * 3 + [(0, 0)])

    def test_a_person_gets_the_sum_of_own_sessions(self):
        self.assertEqual(self.ratings._sum_of_person(self.people["employee"]), (4, 1))
        self.assertEqual(self.ratings._sum_of_person(self.people["colleague"]), (0, 0))

    def test_a_reversed_record_doesn_t_count(self):
        record = self.shift.record_ids
        record.sudo().with_user(self.users["officer"]).action_correct("Was not there", False)

        self.assertEqual(self.ratings._sum_of_person(self.people["employee"]), (0, 0))

    def test_unused_cards_go_used_ones_stay(self):
        ended = Datetime.now() - timedelta(days=61)
        self.shift.write({"start": ended - timedelta(hours=2), "stop": ended})

        counts = self.env["leifeng.retention"]._purge(self.company)

        self.assertEqual(counts, {"card": 1})
        self.assertEqual((self.card | self.other_card).exists(), self.card)

    def test_printed_cards_have_codes_of_their_own(self):
        wizard = self._as("officer", self.env["leifeng.rating.cards"]).create(
            {"session_id": self.shift.id, "count": 12}
        )
        action = wizard.action_print()

        self.assertEqual(action["report_name"], "leifeng_campaign.report_rating_cards")
        pages = wizard._pages()
        self.assertEqual([len(page) for page in pages], [10, 2])
        self.assertEqual(len({card["code"] for page in pages for card in page}), 12)
        html, _kind = self.env["ir.actions.report"]._render_qweb_html(
            "leifeng_campaign.report_rating_cards", wizard.ids
        )
        self.assertIn(pages[0][0]["code"].encode(), html)

    def test_cards_of_another_shift_aren_t_printed(self):
        wizard = self._as("officer", self.env["leifeng.rating.cards"]).create(
            {"session_id": self._session().id, "card_ids": self.other_card.ids}
        )

        self.assertEqual(wizard._pages(), [])

    def test_when_cards_are_printed(self):
        wizards = self._as("officer", self.env["leifeng.rating.cards"])
        with self.assertRaises(UserError):
            wizards.create({"session_id": self.shift.id, "count": 201}).action_print()
        with self.assertRaises(UserError):
            draft = self._session(publish=False)
            wizards.create({"session_id": draft.id, "count": 1}).action_print()
        with self.assertRaises(AccessError):
            self._as("supervisor", self.env["leifeng.rating.cards"]).create(
                {"session_id": self.shift.id}
            )
