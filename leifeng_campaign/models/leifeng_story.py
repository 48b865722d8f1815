from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import essay_text, story_text

KINDS = [
    ("deed", "Deed"),
    ("news", "News"),
    ("essay", "Winning Essay"),
    ("reflection", "Reflection"),
]
STORY_STATES = [
    ("draft", "Draft"),
    ("first", "First Review Passed"),
    ("second", "Second Review Passed"),
    ("final", "Final Review Passed"),
    ("published", "Published"),
    ("returned", "Returned"),
    ("taken_down", "Taken Down"),
]
CHANNELS = ("channel_journal", "channel_board", "channel_website", "channel_account")
PUBLIC = ("channel_website", "channel_account")  # read outside of the agency


class LeifengStory(models.Model):
    """A publicity item: deed, news, winning essay, or a reflection that its author offered.

    A reflection begins as a private text, which nobody but its author reads: it has no followers,
    no messages and no place in any list or sum until its author offers it.
    """

    _name = "leifeng.story"
    _description = "Publicity Item"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "published_on desc, id desc"
    _state_fields = {
        "state": {
            "draft": ("first", "returned"),
            "first": ("second", "published", "returned"),
            "second": ("final", "published", "returned"),
            "final": ("published", "returned"),
            "published": ("taken_down",),
            "returned": ("draft",),
            "taken_down": (),
        }
    }

    name = fields.Char(string="Title", required=True, tracking=True)
    kind = fields.Selection(KINDS, string="Kind of Item", required=True, default="news", index=True)
    body = fields.Html(string="Text", strip_style=True, strip_classes=True)
    character_count = fields.Integer(
        string="Characters", compute="_compute_character_count", store=True, aggregator=None
    )
    state = fields.Selection(
        STORY_STATES,
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    campaign_id = fields.Many2one(
        "leifeng.campaign",
        index=True,
        check_company=True,
        default=lambda self: self._default_campaign(),
    )
    session_id = fields.Many2one(
        "leifeng.session",
        string="Study Session",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        string="Award Entry",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    # Who wrote it, and whom it is about
    author_id = fields.Many2one(
        "hr.employee",
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id,
    )
    department_id = fields.Many2one(
        "hr.department",
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.user.employee_id.department_id,
    )
    writer_id = fields.Many2one(
        "res.users",
        string="In Whose Hands",
        readonly=True,
        copy=False,
        index=True,
        default=lambda self: self.env.user,
    )
    person_id = fields.Many2one(
        "hr.employee",
        string="Whom It Is About",
        index=True,
        ondelete="restrict",
        help="A deed of a colleague is published only if that colleague agrees.",
    )

    # Where it appears
    channel_journal = fields.Boolean(string="Inner Journal", tracking=True)
    channel_board = fields.Boolean(string="Notice Board", tracking=True)
    channel_website = fields.Boolean(string="Website", tracking=True)
    channel_account = fields.Boolean(string="Official Account", tracking=True)
    published_on = fields.Date(readonly=True, copy=False, index=True)

    picture_ids = fields.One2many("leifeng.story.picture", "story_id")
    consent_ids = fields.One2many(
        "leifeng.story.consent", "story_id", string="Consents on Record", groups="base.group_user"
    )

    _one_an_entry = models.UniqueIndex(
        "(entry_id) WHERE entry_id IS NOT NULL",
        "There is a publicity item of this entry already.",
    )

    def _default_campaign(self):
        going_on = [("state", "in", ("running", "closing"))]
        return self.env["leifeng.campaign"].search(going_on)._under_way_first()[:1]

    @api.depends("body")
    def _compute_character_count(self):
        for story in self:
            story.character_count = essay_text.count_characters(story_text.plain(story.body))

    @api.constrains("kind", "person_id")
    def _check_person(self):
        if any(story.person_id and story.kind != "deed" for story in self):
            raise UserError(self.env._("Only a deed is about one colleague."))

    # BUSINESS

    def _is_public(self):
        """Whether it is meant for readers outside of the agency."""
        return any(self[name] for name in PUBLIC)

    def _channels_text(self):
        """Return the channels in words: 'Inner Journal, Website'."""
        chosen = [name for name in CHANNELS if self[name]]
        return ", ".join(self._fields[name]._description_string(self.env) for name in chosen)

    def _shown_pictures(self):
        """Return the pictures that may be shown; who withdrew the consent is in none of them."""
        return self.picture_ids.filtered("cleared")
