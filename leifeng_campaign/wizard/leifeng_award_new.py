from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengAwardNew(models.TransientModel):
    """Make an award of a template, with what the plan's activity says where there is one."""

    _name = "leifeng.award.new"
    _description = "New Award"

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    template_id = fields.Many2one(
        "leifeng.award",
        compute="_compute_template_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        domain="[('is_template', '=', True), ('company_id', '=', company_id)]",
    )
    campaign_id = fields.Many2one(
        "leifeng.campaign",
        compute="_compute_campaign_id",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        domain="[('state', 'in', ('draft', 'running')), ('company_id', '=', company_id)]",
    )
    activity_id = fields.Many2one(
        "leifeng.campaign.activity",
        string="Activity of the Plan",
        domain="[('campaign_id', '=', campaign_id), ('kind', 'in', ('essay', 'selection'))]",
    )
    name = fields.Char(
        string="Award",
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )

    @api.model
    def default_get(self, fields):
        """Override: about the agency of the activity or campaign that it was opened from."""
        values = super().default_get(fields)
        opened = self.new({name: values.get(name) for name in ("activity_id", "campaign_id")})
        company = (opened.activity_id or opened.campaign_id).company_id
        if company:
            values["company_id"] = company.id
        self.env["leifeng.award"].with_company(company or self.env.company)._templates()
        return values

    @api.depends("activity_id")
    def _compute_campaign_id(self):
        """The activity's campaign, else the one that is running."""
        for wizard in self:
            running = [("state", "=", "running"), ("company_id", "=", wizard.company_id.id)]
            chosen = wizard.activity_id.campaign_id or wizard.campaign_id
            campaigns = chosen or self.env["leifeng.campaign"].search(running)
            wizard.campaign_id = campaigns._under_way_first()[:1]

    @api.depends("activity_id")
    def _compute_template_id(self):
        for wizard in self:
            wizard.template_id = wizard._fitting_template() or wizard.template_id

    @api.depends("activity_id", "template_id")
    def _compute_name(self):
        for wizard in self:
            activity = wizard.activity_id
            wizard.name = activity._award_name() if activity else wizard.template_id.name

    def action_create_award(self):
        self.ensure_one()
        if not self.template_id.is_template:
            raise UserError(self.env._("Please choose a template."))
        awards = self.env["leifeng.award"].with_company(self.company_id)
        said = self.activity_id._award_values(self.template_id.kind) if self.activity_id else {}
        award = awards._from_template(
            self.template_id,
            self.campaign_id,
            name=self.name,
            activity_id=self.activity_id.id,
            **said,
        )
        return award._open_form()

    def _fitting_template(self):
        """Return the template that the activity's name begins with, else one of its kind."""
        activity = self.activity_id
        if not activity:
            return self.env["leifeng.award"]
        templates = self.env["leifeng.award"].with_company(self.company_id)._templates()
        kind = templates.filtered(lambda each: each.kind == activity._award_kind())
        named = kind.filtered(lambda each: activity.name.startswith(each.name))
        return (named or kind)[:1]
