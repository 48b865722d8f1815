from odoo import api, models
from odoo.exceptions import UserError


class _StatePass:
    """Permission for one state change; an object, so that no RPC call can carry one."""

    __slots__ = ("field", "ids", "model", "target")

    def __init__(self, records, field, target):
        self.model = records._name
        self.ids = frozenset(records.ids)
        self.field = field
        self.target = target

    def allows(self, records, field, target):
        return (
            self.model == records._name
            and self.field == field
            and self.target == target
            and self.ids.issuperset(records.ids)
        )


class LeifengStateMixin(models.AbstractModel):
    """A state field has one door: ``_set_state()``.

    A model declares ``_state_fields``: {field: {state: (states that may follow, …)}}; the first
    state listed is the one every record begins in, whatever values, context or ir.default say.
    """

    _name = "leifeng.state.mixin"
    _description = "States with declared transitions"

    _state_fields = {}

    @api.model_create_multi
    def create(self, vals_list):
        first = {field: next(iter(states)) for field, states in self._state_fields.items()}
        return super().create([{**vals, **first} for vals in vals_list])

    def write(self, vals):
        permission = self.env.context.get("leifeng_state_pass")
        for field in self._state_fields.keys() & vals.keys():
            self._check_state_write(field, vals[field], permission)
        if permission is None:
            return super().write(vals)
        # Nested writes, and whatever they trigger, inherit nothing.
        bare = self.with_context(leifeng_state_pass=None)
        return super(LeifengStateMixin, bare).write(vals)

    def _check_state_write(self, field, target, permission):
        changed = self.filtered(lambda record: record[field] != target)
        if not changed:
            return
        if not (isinstance(permission, _StatePass) and permission.allows(self, field, target)):
            raise UserError(
                self.env._("This state can't be set by hand. Please use the button for it.")
            )

    def _set_state(self, target, field="state", **vals):
        """Move all records to ``target`` and write ``vals`` with it.

        Raises UserError when a record's present state doesn't lead there.
        """
        states = self._state_fields[field]
        for record in self:
            if target not in states[record[field]]:
                record._refuse_state(field, target)
        permission = _StatePass(self, field, target)
        self.with_context(leifeng_state_pass=permission).write({field: target, **vals})

    def _refuse_state(self, field, target):
        labels = dict(self._fields[field]._description_selection(self.env))
        raise UserError(
            self.env._(
                "“%(name)s” is “%(state)s” now and can't become “%(target)s”. "
                "Please reload the page to see where it stands.",
                name=self.display_name,
                state=labels[self[field]],
                target=labels[target],
            )
        )
