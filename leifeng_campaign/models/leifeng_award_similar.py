from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import similarity

STANDING = ("submitted", "returned", "candidate")


class LeifengAward(models.Model):
    """Looking for essays that share passages, in the background, once entries have ended.

    What is found is a flag: a person looks at both texts and decides.
    """

    _inherit = "leifeng.award"

    known_quotations = fields.Text(
        copy=True,
        help="Sayings, songs, lines of documents that everybody may quote: they don't count when "
        "essays are compared. The words of the campaign's plan and of this call never do.",
    )
    similar_due = fields.Boolean(readonly=True, copy=False, groups=fields.NO_ACCESS)
    similar_on = fields.Datetime(string="Essays Compared On", readonly=True, copy=False)
    similar_open_count = fields.Integer(
        string="Similar Essays", compute="_compute_similar_open_count"
    )

    def _compute_similar_open_count(self):
        groups = self.env["leifeng.award.similarity"]._read_group(
            [("award_id", "in", self._origin.ids), ("state", "=", "open")],
            ["award_id"],
            ["__count"],
        )
        counts = dict(groups)
        for award in self:
            award.similar_open_count = counts.get(award._origin, 0)

    # ACTIONS

    def action_end_entries(self):
        """Override: essays are compared as soon as all of them are there."""
        done = super().action_end_entries()
        self._look_soon()
        return done

    def action_look_for_similar(self):
        """Look for Similar Essays: compare them again, in the background."""
        self.ensure_one()
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Essays are compared by the campaign's office."))
        if self.kind != "essay" or self.is_template:
            raise UserError(self.env._("This award has no essays."))
        self._look_soon()
        return self._say(
            self.env._("The essays are being compared. Please look again in a minute or two.")
        )

    def action_view_similar(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_award_similarity_action"
        )
        return {**action, "domain": [("award_id", "=", self.id)]}

    # BUSINESS

    def _look_soon(self):
        essays = self.filtered(lambda award: award.kind == "essay" and not award.is_template)
        if essays:
            # sudo: leifeng.award - authors who send an essay again can't write on it
            essays.sudo().similar_due = True
            # sudo: ir.cron - the job is run by the system
            self.env.ref("leifeng_campaign.ir_cron_similar").sudo()._trigger()

    def _say(self, sentence):
        params = {"message": sentence, "type": "info"}
        return {"type": "ir.actions.client", "tag": "display_notification", "params": params}

    @api.model
    def _cron_look_for_similar(self):
        awards = self.search([("similar_due", "=", True)])
        self.env["ir.cron"]._commit_progress(remaining=len(awards))
        for award in awards:
            award._look_for_similar()
            self.env["ir.cron"]._commit_progress(1)

    def _look_for_similar(self):
        """Compare this year's essays with each other and with those of other contests."""
        self.ensure_one()
        award = self.with_user(SUPERUSER_ID)
        award.write({"similar_due": False, "similar_on": fields.Datetime.now()})
        matches = similarity.find(
            award._essay_bodies([("award_id", "=", award.id), ("state", "in", STANDING)]),
            award._essay_bodies(award._other_essays_domain()),
            quotations=award._quotations(),
        )
        award.similarity_ids._keep(award, matches)

    def _other_essays_domain(self):
        return [
            ("kind", "=", "essay"),
            ("company_id", "=", self.company_id.id),
            ("award_id", "!=", self.id),
            ("state", "not in", ("draft", "withdrawn")),
        ]

    def _essay_bodies(self, domain):
        """Return {entry id: text} of essays that have one, in the order of their ids."""
        entries = self.env["leifeng.award.entry"].search_fetch(domain, ["body"], order="id")
        return {entry.id: entry.body for entry in entries if entry.body}

    def _quotations(self):
        """Return the texts that are everybody's: the plan's, the call's, and known sayings."""
        campaign = self.campaign_id
        plan = [campaign.theme, campaign.objectives]
        plan += campaign.plan_activity_ids.mapped("instructions")
        known = (self.known_quotations or "").splitlines()
        return [text for text in (*plan, self.instructions, *known) if text and text.strip()]


class LeifengAwardEntry(models.Model):
    _inherit = "leifeng.award.entry"

    def _look_again(self):
        """Compare the essays again when one is sent after entries have ended."""
        # sudo: leifeng.award - in which stage it is
        ended = self.award_id.sudo().filtered(lambda award: award.state != "open")
        ended._look_soon()
