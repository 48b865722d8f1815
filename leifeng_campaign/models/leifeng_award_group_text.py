from odoo import models
from odoo.tools.misc import format_date


class LeifengAward(models.Model):
    """What an officer pastes into the group chat: with a link, without names."""

    _inherit = "leifeng.award"

    def _portal_url(self):
        return f"{self.get_base_url()}/my/leifeng/awards/{self.id}"

    def _group_text(self):
        """Return one text about all of ``self``."""
        return "\n\n".join(award._group_call() for award in self)

    def _group_call(self):
        if self._accepts_entries() and self.kind != "department":
            return self._group_open()
        stage = dict(self._fields["state"]._description_selection(self.env))[self.state]
        return self.env._(
            "%(award)s: %(stage)s\nRules and dates: %(url)s",
            award=self.name,
            stage=stage,
            url=self._portal_url(),
        )

    def _group_open(self):
        values = {
            "award": self.name,
            "until": format_date(self.env, self.date_deadline, date_format="long"),
            "url": self._portal_url(),
        }
        if self.kind == "essay":
            return self.env._(
                "%(award)s: essays are welcome until %(until)s.\nRules and entering: %(url)s",
                **values,
            )
        return self.env._(
            "%(award)s: nominate a colleague or apply yourself until %(until)s.\n"
            "Rules and entering: %(url)s",
            **values,
        )
