from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_list

from .leifeng_award_nominate import STAGES

MAX_OPINION = 500  # characters


class LeifengAwardEntry(models.Model):
    """The department's preliminary review (初审), by its head or its coordinator.

    Never by the person concerned nor by whoever wrote the nomination: somebody else looks at it
    (practice point 21). The office may act for a department. Essays are screened the same way.
    """

    _inherit = "leifeng.award.entry"

    may_screen = fields.Boolean(compute="_compute_may_screen")

    @api.depends_context("uid")
    @api.depends("state", "employee_id", "entered_by_id", "award_id.state")
    def _compute_may_screen(self):
        for entry in self:
            entry.may_screen = entry._may_screen()

    # ACTIONS

    def action_put_forward(self, opinion):
        """Make it a candidate of the department, last in its order."""
        self.ensure_one()
        self._check_screening()
        opinion = self._screening_text(
            opinion, self.env._("Please write the department's opinion.")
        )
        self._check_quota()
        self._screen(
            "candidate",
            department_opinion=opinion,
            reason=False,
            department_order=self._next_order(),
        )
        self._tell_screened(
            lambda env, entry: env._("“%(entry)s” has been put forward.", entry=entry)
        )

    def action_return(self, reason):
        """Return with Remark: whoever wrote it changes it and sends it again."""
        self.ensure_one()
        self._check_screening()
        reason = self._screening_text(reason, self.env._("Please say what should be changed."))
        if self.state == "candidate":
            self._screen("submitted")
        self._screen("returned", reason=reason, department_opinion=False, department_order=0)
        self._tell_screened(
            lambda env, entry: env._(
                "“%(entry)s” has been returned: %(reason)s", entry=entry, reason=reason
            ),
            self.sudo().entered_by_id,  # sudo: hr.employee - who wrote it is told
        )

    def action_drop(self, reason):
        """Don't put it forward, with a reason that the person and the writer read."""
        self.ensure_one()
        self._check_screening()
        reason = self._screening_text(reason, self.env._("Please say why it is not put forward."))
        self._screen("dropped", reason=reason, department_opinion=False, department_order=0)
        self._tell_screened(
            lambda env, entry: env._(
                "“%(entry)s” has not been put forward: %(reason)s", entry=entry, reason=reason
            )
        )

    # BUSINESS

    def _may_screen(self, part=None):
        """``part``: the department's part (with sudo), where it is known for many entries."""
        standing = self.kind != "department" and self.state in ("submitted", "candidate", "dropped")
        # sudo: leifeng.award - in which stage it is
        stage = self.award_id.sudo().state
        return standing and stage in STAGES and not self._screening_refusal(part)

    def _part(self):
        """Return the department's part in the award's campaign; call it with sudo."""
        return self.env["leifeng.campaign.department"].search(
            [
                ("campaign_id", "=", self.award_id.campaign_id.id),
                ("department_id", "=", self.department_id.id),
            ],
            limit=1,
        )

    def _screening_refusal(self, part=None):
        """Return why this user can't give the department's opinion, or ''."""
        me, user = self.env.user.employee_id, self.env.user
        # sudo: leifeng.campaign.department - who answers for the department
        part = part or self.sudo()._part()
        answers = bool(me) and me in (part.head_id | part.coordinator_id)
        if not (answers or user.has_group("leifeng_campaign.group_leifeng_officer")):
            return self.env._("The head or the coordinator of the department gives its opinion.")
        if me and me == self.employee_id:
            return self.env._(
                "Nobody gives the opinion on oneself. Here it is given by %(people)s.",
                people=self._others_text(part),
            )
        if me and me == self.entered_by_id:
            return self.env._(
                "You wrote this nomination. The opinion on it is given by %(people)s.",
                people=self._others_text(part),
            )
        return ""

    def _others_text(self, part):
        """Return who else can: 'Li, Wang or the campaign's office'."""
        concerned = self.sudo().employee_id | self.sudo().entered_by_id  # sudo: hr.employee - names
        others = (part.head_id | part.coordinator_id) - concerned
        people = [*others.mapped("name"), self.env._("the campaign's office")]
        return format_list(self.env, people, "or")

    def _check_screening(self):
        self.check_access("read")
        if self.kind == "department":
            raise UserError(self.env._("Departments take part by themselves."))
        if refusal := self._screening_refusal():
            raise AccessError(refusal)
        self._check_stage(STAGES)

    def _screening_text(self, text, empty):
        text = (text or "").strip() if isinstance(text, str) else ""
        if not text:
            raise UserError(empty)
        if len(text) > MAX_OPINION:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_OPINION)
            )
        return text

    def _check_quota(self):
        quota = self.award_id.department_quota
        if quota and self.kind == "person" and len(self._department_candidates()) >= quota:
            raise UserError(
                self.env._(
                    "A department can put forward %(quota)s for this award. Please take somebody "
                    "off the candidates first.",
                    quota=quota,
                )
            )
        # sudo: hr.employee - the refusal names the person
        if refusal := self.award_id._repeat_refusal(self.sudo().employee_id):
            raise UserError(refusal)

    def _screen(self, target, **vals):
        self.award_id._touch()  # two of a department, or judging that opens, at this moment
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        self.sudo()._set_state(
            target,
            department_by=self.env.user.name,
            department_on=fields.Datetime.now(),
            **vals,
        )

    def _tell_screened(self, words, people=None):
        """Tell ``people``, else the person and whoever wrote it; who acted knows."""
        # sudo: hr.employee - the persons concerned are told
        concerned = people or self.sudo().employee_id | self.sudo().entered_by_id
        name = self.title or f"{self.employee_name} · {self.award_id.name}"
        url = self._page_url() if self.kind == "person" else f"/my/leifeng/essays/{self.id}"
        told = concerned - self.env.user.employee_id
        self.env["leifeng.message"].tell(told, lambda env: words(env, name), url=url)
