from odoo import api, fields, models

FAVORITES = [
    ("campaign_departments", "This Campaign by Department"),
    ("campaign_kinds", "This Campaign by Kind"),
    ("year_months", "Participation by Month This Year"),
    ("year_inside", "This Year Within Working Hours"),
    ("hours_months", "Hours by Month This Year"),
    ("hours_campaign", "Hours of This Campaign by Department"),
    ("hours_posts", "Hours by Volunteer Post This Year"),
    ("years_whole", "Years Side by Side"),
    ("years_results", "Results of the Years"),
]


class IrFilters(models.Model):
    """Favorites that come with the addon: Odoo doesn't translate their names, so these are told by
    a key."""

    _inherit = "ir.filters"

    leifeng_favorite = fields.Selection(FAVORITES, readonly=True, copy=False)

    @api.model
    def get_filters(self, model, *args, **kwargs):
        """Override: call the addon's favorites by their names in the user's language."""
        found = super().get_filters(model, *args, **kwargs)
        if not model.startswith("leifeng."):
            return found
        own = self.with_context(**self.env["res.users"].context_get())
        favorites = own.browse([each["id"] for each in found])
        words = dict(self._fields["leifeng_favorite"]._description_selection(own.env))
        names = {each.id: words.get(each.leifeng_favorite) for each in favorites}
        return [{**each, "name": names[each["id"]] or each["name"]} for each in found]
