from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL


class LeifengSessionCandidate(models.Model):
    """A colleague who could come to the session ``leifeng_session_id`` of the context.

    Nothing is stored: the list is asked for anew, and holds those alone whom the user may invite.
    """

    _name = "leifeng.session.candidate"
    _description = "Colleague Who Could Come"
    _auto = False
    _order = "position"

    name = fields.Char(string="Full Name", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    has_account = fields.Boolean(readonly=True)
    # Whom to ask first; a figure that belongs in no list of persons.
    position = fields.Integer(readonly=True, exportable=False, aggregator=None)

    @property
    def _table_query(self):
        session = self._session()
        if not (session.has_access("read") and session.may_invite):
            return SQL(
                "SELECT NULL::int AS id, NULL::varchar AS name, NULL::int AS department_id, "
                "NULL::boolean AS has_account, NULL::int AS position WHERE FALSE"
            )
        return session._candidates_sql()

    @api.model
    def _session(self):
        session_id = self.env.context.get("leifeng_session_id")
        number = session_id if type(session_id) is int and 0 < session_id < 2**31 else 0
        return self.env["leifeng.session"].browse(number).exists()

    # ACTIONS

    def action_invite(self):
        """Invite these colleagues; say how many were."""
        offers = self._chosen_session().action_invite(self.ids)
        return self._invited(len(offers))

    def action_sign_up(self):
        """Sign up a colleague who has no account and asked for it; marked as on behalf."""
        self.ensure_one()
        self._chosen_session().action_sign_up_for(self.id)

    # BUSINESS

    def _chosen_session(self):
        session = self._session()
        if not session:
            raise UserError(
                self.env._(
                    "Please open this list with the button “Invite Colleagues” of a session."
                )
            )
        return session

    @api.model
    def _invited(self, count):
        """Return the action that says how many were invited and shows the list without them."""
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Invited: %(count)s. Each of them decides.", count=count),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
