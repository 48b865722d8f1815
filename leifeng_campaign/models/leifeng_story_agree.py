from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class LeifengStory(models.Model):
    """The word of the author of an essay, and of the colleague whom a deed is about.

    Asked once, in the portal, answered by one tap; or on paper. No personal information is
    published without it (个人信息保护法 art. 25), and it can be taken back (art. 15).
    """

    _inherit = "leifeng.story"

    consent = fields.Selection(
        [("asked", "Asked"), ("given", "Agreed"), ("declined", "Does Not Wish It")],
        readonly=True,
        copy=False,
        tracking=True,
    )
    consent_on = fields.Datetime(string="Answered On", readonly=True, copy=False)
    consent_missing = fields.Char(
        string="What Still Needs Consent", compute="_compute_consent_missing"
    )
    needs_consent = fields.Boolean(compute="_compute_consent_missing")

    @api.depends("consent", "kind", "author_id", "person_id", "picture_ids.cleared", "state")
    def _compute_consent_missing(self):
        for story in self:
            own = story._consent_refusal()
            story.needs_consent = bool(own) and story.kind != "reflection"
            open_ones = own or story._pictures_refusal()
            story.consent_missing = open_ones if story.state != "taken_down" else False

    # ACTIONS

    def action_ask_consent(self):
        """Ask the person concerned in the portal; nobody is asked twice."""
        self.ensure_one()
        self._check_writes()
        if not self._asks() or self.consent:
            raise UserError(self.env._("There is nobody to ask, or the question has been asked."))
        # sudo: hr.employee - whether the person has an account, and telling it
        person = self.sudo()._concerned()
        if not person.user_id.active:
            raise UserError(
                self.env._(
                    "%(name)s has no account. Please record the consent with a signed paper.",
                    name=person.name,
                )
            )
        # sudo: leifeng.story - consent is not written by hand
        self.sudo().write({"consent": "asked"})
        self._tell_asked(person)

    def action_agree(self):
        """I Agree to Publication."""
        self._answer("given")

    def action_decline(self):
        """Not This Time; what stands published already is taken down at once."""
        self._answer("declined")
        if self.state == "published":
            self._take_down(self.env._("The person concerned no longer agrees."))

    # BUSINESS

    def _concerned(self):
        """Return the employee whose consent the text needs, or nobody."""
        if self.kind in ("essay", "reflection"):
            return self.author_id
        return self.person_id if self.kind == "deed" else self.person_id.browse()

    def _asks(self):
        return bool(self._concerned()) and self.kind != "reflection"

    def _answer(self, consent):
        self.ensure_one()
        self.check_access("read")
        me = self.env.user.employee_id
        if not me or self._concerned() != me:
            raise AccessError(self.env._("Only the person concerned agrees or declines."))
        if not self.consent:
            raise UserError(self.env._("Nobody waits for your answer here any more."))
        # sudo: leifeng.story - the own consent, which nobody writes by hand
        self.sudo().write({"consent": consent, "consent_on": fields.Datetime.now()})

    def _consent_on_paper(self, name, scan, scan_name, day):
        """Record the signed consent of the person concerned; ``scan``: base64."""
        self._check_writes()
        if not self._asks() or self.consent in ("given", "declined"):
            raise UserError(self.env._("There is no consent to record here."))
        # sudo: hr.employee - the name of the person concerned
        name = name or self.sudo()._concerned().name
        values = {"story_id": self.id, "name": name, "agreed_on": day, "scan": scan}
        self.env["leifeng.story.consent"].create({**values, "scan_name": scan_name})
        # sudo: leifeng.story - consent is not written by hand
        self.sudo().write({"consent": "given", "consent_on": fields.Datetime.now()})

    def _consent_refusal(self):
        """Return why the text can't appear: the person concerned hasn't agreed; or ""."""
        if not self._concerned():
            return ""
        # sudo: leifeng.award.entry - what the nominee said, who may have changed it since
        entry = self.sudo().entry_id
        if self.kind == "deed" and entry and not entry.consent_publicized and not self._on_paper():
            return self._not_agreed()
        return "" if self.consent == "given" else self._not_agreed()

    def _on_paper(self):
        # sudo: leifeng.story.consent - whether there is one
        return bool(self.sudo().consent_ids.filtered(lambda each: not each.picture_id))

    def _not_agreed(self):
        # sudo: hr.employee - the name of the person concerned
        return self.env._(
            "%(name)s has not agreed to the publication.", name=self.sudo()._concerned().name
        )

    def _tell_asked(self, person):
        name = self.name
        self.env["leifeng.message"].tell(
            person,
            lambda env: env._(
                "The office would like to publish “%(name)s”. It appears only if you agree.",
                name=name,
            ),
            url=f"/my/leifeng/stories/{self.id}",
        )
