from odoo import Command, api, models

from .leifeng_award_template_words import TEMPLATES

ROWS = {
    "tiers": ("tier_ids", ("name", "quota_kind", "quota")),
    "criteria": ("criterion_ids", ("name", "weight", "source", "target")),
}


class LeifengAward(models.Model):
    """Templates: awards without a campaign, of which new ones are made."""

    _inherit = "leifeng.award"

    def copy_data(self, default=None):
        """Override: a copy stays in the campaign, that of a template is a template."""
        copies, default = super().copy_data(default), default or {}
        for award, values in zip(self, copies, strict=True):
            own = {
                "name": self.env._("%s (copy)", award.name),
                "campaign_id": award.campaign_id.id,
                "is_template": award.is_template or award.is_earlier,
            }
            values.update({**own, **default})
        return copies

    # ACTIONS

    def action_save_as_template(self):
        self.ensure_one()
        values = {"is_template": True, "campaign_id": False, "name": self.name}
        return self.copy(values)._open_form()

    @api.model
    def action_open_templates(self):
        """Show the templates; where the agency has none yet, the standard ones are made first."""
        self._templates()
        return self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_award_template_action"
        )

    # BUSINESS

    @api.model
    def _templates(self):
        """Return the templates of the user's agency; the standard ones come in the user's
        language, as texts of the agency's own from then on."""
        mine = [("is_template", "=", True), ("company_id", "=", self.env.company.id)]
        if not self.with_context(active_test=False).search_count(mine, limit=1):
            self.create([self._standard_values(each) for each in TEMPLATES])
        return self.search(mine, order="id")

    @api.model
    def _standard_values(self, template):
        plain = {name: value for name, value in template.items() if name not in ROWS}
        return {
            **{name: self._in_words(value) for name, value in plain.items()},
            **dict(self._standard_rows(template, *row) for row in ROWS.items()),
            "is_template": True,
            "company_id": self.env.company.id,
        }

    def _standard_rows(self, template, key, target):
        field, names = target
        rows = [
            {
                **dict(zip(names, map(self._in_words, row), strict=True)),
                "sequence": 10 * number,
            }
            for number, row in enumerate(template[key], 1)
        ]
        return field, list(map(Command.create, rows))

    def _in_words(self, value):
        """Return a text of the templates in the user's language, anything else as it is."""
        return value if isinstance(value, str | int | bool) else self.env._(value)

    def _from_template(self, template, campaign, **vals):
        """Return a new award of ``template``; texts are taken in the user's language."""
        values = {
            "is_template": False,
            "campaign_id": campaign.id,
            "company_id": campaign.company_id.id,
            **vals,
        }
        return self.create(template.copy_data({"name": template.name, **values}))

    def _open_form(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }
