from datetime import date, timedelta

from odoo import api, fields, models
from odoo.fields import Domain

from .leifeng_campaign_department_summary import DAYS_BEFORE

NEXT_DAYS = 14  # the page says: the next two weeks
SHIFTS = 10  # that lack people; the page of all sessions shows the rest
RECORDS = 10


class LeifengCampaignDepartment(models.Model):
    """What coordinator and head see of their department on one page.

    Each list is one search as the user, so that the record rules say what is shown, and the page
    costs the same number of queries whatever it shows.
    """

    _inherit = "leifeng.campaign.department"

    @api.model
    def _mine(self):
        """Return the parts of campaigns going on that this user answers for.

        The campaign that runs comes first; one that is wrapped up stays beside it until it is
        closed, as its summary and its nominations still wait for the head.
        """
        me = self.env.user.employee_id.id
        domain = Domain("campaign_id.state", "in", ("running", "closing"))
        domain &= Domain("head_id", "=", me) | Domain("coordinator_id", "=", me)
        found = self.search(domain, order="sequence, id") if me else self
        campaigns = found.campaign_id
        rank = {
            each.id: (each.state != "running", each.date_start or date.max) for each in campaigns
        }
        return found.sorted(lambda part: rank[part.campaign_id.id])

    def _is_coordinator(self):
        return self.coordinator_id == self.env.user.employee_id

    def _is_summary_asked(self):
        """Whether the summary waits for this user, and it is time for it."""
        state = self.summary_state
        if state == "submitted" or not self.is_my_summary_turn:
            return False
        return state != "draft" or self._is_summary_time()

    def _is_summary_time(self):
        """The wrap-up has begun, or the summary's day comes near; to-dos say the same."""
        due = self.campaign_id.summary_due
        soon = self.company_id._leifeng_today() + timedelta(days=DAYS_BEFORE)
        return self.campaign_id.state == "closing" or bool(due and due <= soon)

    def _coming_signups(self):
        """Return the line positions of the own people in the next days."""
        now = fields.Datetime.now()
        return self.env["leifeng.session.signup"].search(
            [
                ("live", "=", True),
                ("department_id", "=", self.department_id.id),
                ("stop", ">", now),
                ("start", "<", now + timedelta(days=NEXT_DAYS)),
            ],
            order="start, session_id, line_no",
        )

    def _shifts_short_of_people(self):
        """Return the coming shifts with free places that the own people can sign up for."""
        sessions = self.env["leifeng.session"]
        mine = Domain("department_id", "in", [False, self.department_id.id])
        soon = Domain("start", "<", fields.Datetime.now() + timedelta(days=NEXT_DAYS))
        shifts = Domain("kind", "=", "service") & sessions._coming_domain()
        return sessions.search(shifts & sessions._taking_domain() & mine & soon, limit=SHIFTS)

    def _open_invitations(self):
        """Return the offers that own people have not answered yet; who declined is nobody's
        affair."""
        offers = self.env["leifeng.session.offer"]
        soon = Domain("session_id.start", "<", fields.Datetime.now() + timedelta(days=NEXT_DAYS))
        mine = Domain("department_id", "=", self.department_id.id)
        return offers.search(offers._open_domain() & mine & soon)

    def _sheets_to_confirm(self):
        """Return the sessions that are over whose sheet this user keeps."""
        mine = Domain("leader_id", "=", self.env.user.employee_id.id)
        mine |= Domain("department_id", "=", self.department_id.id)
        over = Domain("state", "=", "open") & Domain("stop", "<=", fields.Datetime.now())
        return self.env["leifeng.session"].search(mine & over, order="stop, id")

    def _overdue_sheets(self):
        """Return the sheets of the department, or of leaders from it, that are overdue.

        Hours are recorded within 10 workdays (民政部令67 art. 11). The coordinator alone is told:
        nobody is put on a list for others to see.
        """
        if not self._is_coordinator():
            return self.env["leifeng.session"]
        mine = Domain("department_id", "=", self.department_id.id)
        mine |= Domain("leader_id", "in", self._leaders_ids())
        late = Domain("campaign_id", "=", self.campaign_id.id) & Domain("is_late", "=", True)
        return self.env["leifeng.session"].search(mine & late, order="stop, id")

    def _leaders_ids(self):
        """Return the ids of the people of the department: coordinators can't read hr."""
        # sudo: hr.employee - ids alone, to find the sessions that they lead
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        return people.search([("department_id", "=", self.department_id.id)]).ids

    def _latest_records(self):
        return self.env["leifeng.service.record"].search(
            [("department_id", "=", self.department_id.id), ("reverses_id", "=", False)],
            limit=RECORDS,
        )
