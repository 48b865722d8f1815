from odoo import api, fields, models
from odoo.fields import Command
from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)

# The two rush hours of a crossing, (from, to): 7:30–8:30 and 17:20–18:20 (practice file).
RUSH_HOURS = ((7.5, 8.5), (17 + 20 / 60, 18 + 20 / 60))
# What every call for volunteers says (志愿服务条例 art. 12), as a beginning to edit.
RISKS = {
    "community": _lt(
        "Never enter a home alone. Leave money, documents and medicines to the residents, accept "
        "no gifts, and write down nothing about their health or family."
    ),
    "environment": _lt(
        "Pick up no glass or needles by hand, do not climb, keep away from water and slopes, and "
        "lift heavy things in pairs."
    ),
    "traffic": _lt(
        "Vehicles pass close by: stay on the pavement, do what the police officer says, never step "
        "onto the road, and argue with nobody. The post stops in heavy rain or fog."
    ),
    "other_service": _lt("Do what the on-site leader says, and nothing that was not explained."),
}
PROTECTION = {
    "community": _lt("Volunteers go in pairs; the contact person can be reached all the time."),
    "environment": _lt(
        "Gloves and tools are provided. Whoever feels unwell stops and tells the on-site leader."
    ),
    "traffic": _lt(
        "A briefing comes first. Reflective vest and cap are worn all the time; water and a "
        "first-aid kit are at the meeting point."
    ),
    "other_service": _lt("The on-site leader explains the work before it begins."),
}
WORDS = {"risks": RISKS, "protection": PROTECTION}


class LeifengServicePost(models.Model):
    """What a post of a category begins with; the office edits it."""

    _inherit = "leifeng.service.post"

    risks = fields.Text(compute="_compute_words", store=True, readonly=False, precompute=True)
    protection = fields.Text(compute="_compute_words", store=True, readonly=False, precompute=True)
    dangerous = fields.Boolean(
        compute="_compute_dangerous", store=True, readonly=False, precompute=True
    )

    @api.depends("category")
    def _compute_words(self):
        """Words of the category, in the user's language; what somebody wrote stays."""
        for post in self:
            for name, words in WORDS.items():
                if not post[name] or post[name] in map(self.env._, words.values()):
                    post[name] = self.env._(words[post.category]) if post.category else False

    @api.depends("category")
    def _compute_dangerous(self):
        """Traffic is dangerous; a tick that somebody set stays."""
        for post in self:
            post.dangerous = post.dangerous or post.category == "traffic"

    @api.onchange("category")
    def _onchange_category(self):
        """A crossing begins with the rush hours and four people."""
        if self.category == "traffic" and not self.slot_ids:
            self.capacity = 4
            self.slot_ids = [
                Command.create({"hour_from": start, "hour_to": stop}) for start, stop in RUSH_HOURS
            ]
