from psycopg2.errors import RestrictViolation

from odoo import fields, models
from odoo.tools import mute_logger

from .common import FakeModelCase, fake_model


@fake_model
class FakeStone(models.Model):
    _name = "leifeng.test.stone"
    _description = "Row carved in stone"
    _inherit = ["leifeng.append.only.mixin"]
    _append_only = ("name", "owner_id")
    _append_once = ("seal",)

    name = fields.Char()
    note = fields.Char()
    seal = fields.Char()
    owner_id = fields.Many2one("res.company")

    _append_only_guard = models.Constraint("CHECK (true)", "Stone can't be changed.")


class TestAppendOnlyMixin(FakeModelCase):
    fake_models = (FakeStone,)

    def setUp(self):
        super().setUp()
        self.stone = self.env["leifeng.test.stone"].create({"name": "A", "note": "n"})
        self.env.flush_all()

    def _assert_refused(self, query, *params):
        with (
            self.assertRaises(RestrictViolation) as caught,
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(query, params)
        return caught.exception

    def test_guarded_columns_are_final(self):
        error = self._assert_refused("UPDATE leifeng_test_stone SET name = 'B'")

        self.assertEqual(error.diag.constraint_name, "leifeng_test_stone_append_only_guard")
        self.assertEqual(
            self.env["leifeng.test.stone"]._sql_error_to_message(error), "Stone can't be changed."
        )

    def test_orm_write_is_refused_as_superuser(self):
        with (
            self.assertRaises(RestrictViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.stone.sudo().write({"name": "B"})
            self.env.flush_all()

    def test_other_columns_may_change(self):
        self.stone.note = "m"
        self.env.flush_all()

        self.assertEqual(self.stone.note, "m")

    def test_delete_is_refused(self):
        self._assert_refused("DELETE FROM leifeng_test_stone")

    def test_append_once_columns_are_filled_once(self):
        self.env.cr.execute("UPDATE leifeng_test_stone SET seal = 'x'")

        self._assert_refused("UPDATE leifeng_test_stone SET seal = 'y'")
        self._assert_refused("UPDATE leifeng_test_stone SET seal = NULL")

    def test_delete_passes_after_the_retention_period(self):
        self.env["ir.config_parameter"].set_param("leifeng_campaign.record_years", "12")
        self._age("11 years 11 months")
        self._assert_refused("DELETE FROM leifeng_test_stone")
        self._age("12 years 1 day")

        self.env.cr.execute("DELETE FROM leifeng_test_stone")

        self.assertEqual(self.env.cr.rowcount, 1)

    def test_a_shorter_period_than_ten_years_or_nonsense_counts_as_ten(self):
        for value in ("0", "1", "-5", "soon", ""):
            self.env["ir.config_parameter"].set_param("leifeng_campaign.record_years", value)
            self.env.flush_all()
            self._age("9 years")
            self._assert_refused("DELETE FROM leifeng_test_stone")

    def test_updating_the_module_keeps_one_trigger(self):
        self.env["leifeng.test.stone"].init()

        self.env.cr.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'leifeng_test_stone'::regclass "
            "AND NOT tgisinternal ORDER BY 1"
        )
        guard = "leifeng_test_stone_append_only_guard"
        self.assertEqual(self.env.cr.fetchall(), [(guard,), (f"{guard}_seal",)])

    def _age(self, interval):
        self.env.cr.execute(
            "UPDATE leifeng_test_stone SET create_date = now() - %s::interval", [interval]
        )
