from odoo import api, fields, models


class LeifengSession(models.Model):
    """How many places there are, in words: colors alone say nothing to many."""

    _inherit = "leifeng.session"

    places_text = fields.Char(string="Places in Words", compute="_compute_places_text")

    @api.depends("state", "stop", "capacity", "signup_ids.live")
    def _compute_places_text(self):
        now = fields.Datetime.now()
        for session in self:
            over = session.state == "done" or bool(session.stop and session.stop <= now)
            session.places_text = session._taken_text() if over else session._free_text()

    def _taken_text(self):
        return self.env._(
            "%(held)s of %(capacity)s places taken", held=self.held_count, capacity=self.capacity
        )

    def _free_text(self):
        if self.free_count:
            return self.env._(
                "%(free)s of %(capacity)s places free", free=self.free_count, capacity=self.capacity
            )
        if self.waiting_count:
            return self.env._("Full, %(waiting)s waiting", waiting=self.waiting_count)
        return self.env._("All %(capacity)s places taken", capacity=self.capacity)
