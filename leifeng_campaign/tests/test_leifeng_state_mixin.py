from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tests import Form

from ..models.leifeng_state_mixin import _StatePass
from .common import FakeModelCase, fake_model


@fake_model
class FakeDocument(models.Model):
    _name = "leifeng.test.document"
    _description = "Document with two states"
    _inherit = ["leifeng.state.mixin"]
    _state_fields = {
        "state": {"draft": ("sent",), "sent": ("draft", "done"), "done": ()},
        "other_state": {"new": ("old",), "old": ()},
    }

    name = fields.Char()
    parent_id = fields.Many2one("leifeng.test.document")
    state = fields.Selection([("draft", "Drafted"), ("sent", "Sent"), ("done", "Done")])
    other_state = fields.Selection([("new", "New"), ("old", "Old")])

    def write(self, vals):
        """A nested write, as triggers and overrides make them."""
        done = super().write(vals)
        if vals.get("name") == "nested":
            self.parent_id.write({"state": "sent"})
        return done


class TestStateMixin(FakeModelCase):
    fake_models = (FakeDocument,)

    def setUp(self):
        super().setUp()
        self.model = self.env["leifeng.test.document"]
        self.document = self.model.create({"name": "A"})

    def test_create_forces_the_first_state(self):
        forged = self.model.with_context(default_state="done", default_other_state="old")

        created = forged.create([{"name": "B"}, {"name": "C", "state": "done"}])

        self.assertEqual(created.mapped("state"), ["draft", "draft"])
        self.assertEqual(created.mapped("other_state"), ["new", "new"])

    def test_create_ignores_ir_default(self):
        self.env["ir.default"].set("leifeng.test.document", "state", "done")

        self.assertEqual(self.model.create({"name": "B"}).state, "draft")

    def test_write_is_refused(self):
        with self.assertRaisesRegex(UserError, "button"):
            self.document.write({"state": "sent"})
        self.assertEqual(self.document.state, "draft")

    def test_write_of_the_same_value_passes(self):
        self.document.write({"state": "draft", "name": "D"})

        self.assertEqual(self.document.name, "D")

    def test_each_field_has_its_own_door(self):
        self.document._set_state("old", field="other_state")

        self.assertEqual((self.document.state, self.document.other_state), ("draft", "old"))

    def test_declared_transitions_alone(self):
        with self.assertRaisesRegex(UserError, "Drafted.*Done"):
            self.document._set_state("done")
        self.document._set_state("sent")
        self.document._set_state("done", name="finished")

        self.assertEqual((self.document.state, self.document.name), ("done", "finished"))

    def test_a_forged_context_opens_nothing(self):
        for forged in (True, {"state": "sent"}, "sent", [self.document.id]):
            with self.assertRaises(UserError):
                self.document.with_context(leifeng_state_pass=forged).write({"state": "sent"})

    def test_a_pass_holds_for_its_records_and_target_alone(self):
        other = self.model.create({"name": "B"})
        permission = _StatePass(self.document, "state", "sent")

        with self.assertRaises(UserError):
            other.with_context(leifeng_state_pass=permission).write({"state": "sent"})
        with self.assertRaises(UserError):
            self.document.with_context(leifeng_state_pass=permission).write({"state": "done"})

    def test_nested_writes_inherit_nothing(self):
        child = self.model.create({"name": "child", "parent_id": self.document.id})

        with self.assertRaises(UserError):
            child._set_state("sent", name="nested")

    def test_a_batch_is_refused_as_a_whole(self):
        other = self.model.create({"name": "B"})
        other._set_state("sent")
        other._set_state("done")

        with self.assertRaises(UserError):
            (self.document | other)._set_state("sent")
        self.assertEqual(self.document.state, "draft")


class TestStateOverForm(FakeModelCase):
    fake_models = (FakeDocument,)

    def test_form_shows_but_cannot_set(self):
        view = self.env["ir.ui.view"].create(
            {
                "name": "document",
                "model": "leifeng.test.document",
                "arch": "<form><field name='name'/><field name='state'/></form>",
            }
        )
        with self.assertRaises(UserError), Form(self.env["leifeng.test.document"], view) as form:
            form.name = "X"
            form.save()
            form.state = "done"
