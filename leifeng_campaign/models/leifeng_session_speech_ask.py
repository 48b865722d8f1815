from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

from .leifeng_session_agenda import STAFF
from .leifeng_session_speech_acts import URL


class LeifengSession(models.Model):
    """Asking those who speak for their outlines, once each, and who has not handed one in."""

    _inherit = "leifeng.session"

    speech_due = fields.Date(string="Outlines Until", copy=False)
    outlines_missing = fields.Char(
        string="Outlines Not Handed In", compute="_compute_outlines_missing", groups=STAFF
    )

    @api.depends("agenda_ids.speech_ids.state")
    def _compute_outlines_missing(self):
        # sudo: leifeng.session.speech - who has not handed one in; the text stays unread
        for session in self.sudo():
            owed = session.agenda_ids.speech_ids.filtered(
                lambda speech: speech.state in ("draft", "returned")
            )
            names = owed.mapped("employee_name")
            session.outlines_missing = format_list(self.env, names) if names else False

    def action_ask_outlines(self):
        """Ask for Outlines: everybody on the agenda who was not asked yet gets one message."""
        self._check_is_conference()
        items = self.agenda_ids.filtered(lambda item: item.outline_state == "not_asked")
        if not items:
            raise UserError(self.env._("Everybody on the agenda who speaks has been asked."))
        for item in items:
            if writer := item._writer():
                self._ask_outline(item, writer)

    def _ask_outline(self, item, writer):
        # sudo: leifeng.session.speech - nobody has create access; by the office
        speeches = self.env["leifeng.session.speech"].sudo()
        # sudo: hr.employee - the name stands on the agenda
        name = writer.sudo().name
        speech = speeches.create(
            {"agenda_id": item.id, "employee_id": writer.id, "employee_name": name}
        )
        self.env["leifeng.message"].tell(writer, self._outline_call(), url=f"{URL}/{speech.id}")

    def _outline_call(self):
        """Return the function that gives the sentence which a speaker reads."""
        name, moment = self.name, self._moment(self.start)

        def sentence(env):
            return env._(
                "You are on the list of speakers of “%(name)s” on %(date)s. "
                "Please write down an outline of what you are going to say.",
                name=name,
                date=moment,
            )

        return sentence
