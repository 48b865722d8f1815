from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import config

MAILS_PER_MINUTE = 20  # what group chats and mail servers of agencies put up with (practice, 30)
WINDOW = timedelta(days=2)  # older messages stay in the portal: nobody is flooded after a failure


class LeifengMessage(models.Model):
    """One mail a day with what a person has not read yet, for those who have an address.

    Without a mail server nothing happens: the messages wait in the portal. Odoo's queue sends what
    is put into it here, 20 mails a minute; a person's mail and the mark on the messages are
    committed together, so that a job that was killed mails nobody twice.
    """

    _inherit = "leifeng.message"

    mailed_on = fields.Datetime(readonly=True)

    _to_mail = models.Index("(company_id, create_date) WHERE read_on IS NULL AND mailed_on IS NULL")
    _mailed = models.Index("(mailed_on) WHERE mailed_on IS NOT NULL")

    # ACTIONS

    @api.model
    def action_mail_on(self):
        """Let the own messages be mailed."""
        self._own_person_sudo().leifeng_mail = True

    @api.model
    def action_mail_off(self):
        """Let nothing be mailed to the user; the messages stay in the portal."""
        self._own_person_sudo().leifeng_mail = False

    # BUSINESS

    @api.model
    def _own_person_sudo(self):
        # sudo: hr.employee - the user's own switch, which portal users can't read or write
        return self.env.user.employee_id.sudo()

    @api.model
    def _cron_mail(self):
        """Put the mails of the day into the queue, one person per transaction, at most 20 within a
        minute; the job comes back every minute until nobody is left."""
        to_mail = self._to_mail_today() if self._can_mail() else []
        if not to_mail:
            return
        # First, so that the others get theirs even if this run is killed.
        next_minute = fields.Datetime.now() + timedelta(minutes=1)
        self.env.ref("leifeng_campaign.ir_cron_mail")._trigger(next_minute)
        budget = MAILS_PER_MINUTE - self._mailed_in_last_minute()
        for messages in to_mail[: max(budget, 0)]:
            messages._still_unread()._queue_mail()
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _can_mail(self):
        """Tell whether an administrator has set up a mail server; Odoo's built-in guess of one on
        this machine doesn't count."""
        # sudo: ir.mail_server - whether there is one, asked for by the portal's page too
        servers = self.env["ir.mail_server"].sudo()
        return bool(servers.search_count([], limit=1)) or config["smtp_server"] != "localhost"

    @api.model
    def _mailed_in_last_minute(self):
        minute_ago = fields.Datetime.now() - timedelta(minutes=1)
        return len(self._read_group([("mailed_on", ">", minute_ago)], ["employee_id"]))

    @api.model
    def _to_mail_today(self):
        """Return [messages of one person]: unread, not mailed, of people who want and can get
        mail and had none today."""
        # agencies are few: pylint: disable-next=no-search-all
        companies = self.env["res.company"].search([]).filtered("leifeng_mail")
        return [messages for company in companies for messages in self._to_mail_in(company)]

    @api.model
    def _to_mail_in(self, company):
        groups = self._read_group(
            [
                ("company_id", "=", company.id),
                ("read_on", "=", False),
                ("mailed_on", "=", False),
                ("create_date", ">", fields.Datetime.now() - WINDOW),
                ("employee_id.leifeng_mail", "=", True),
                ("employee_id.active", "=", True),
                ("employee_id.user_id.active", "=", True),
            ],
            ["employee_id"],
            ["id:recordset"],
        )
        midnight = company._leifeng_midnight(company._leifeng_today())
        had = self._read_group([("mailed_on", ">=", midnight)], ["employee_id"])
        had_mail = {employee.id for (employee,) in had}
        return [
            messages.sorted("id")
            for employee, messages in groups
            if employee.id not in had_mail and employee._leifeng_mail_address()
        ]

    def _still_unread(self):
        """Return those that were not read or removed while the mails before were queued."""
        self.invalidate_recordset(["read_on"])
        return self.exists().filtered(lambda message: not message.read_on)

    def _queue_mail(self):
        """Queue one mail with these messages of one person, in their language, and mark them."""
        if not self:
            return
        employee, company = self.employee_id, self.company_id[:1]
        user = employee.user_id
        told = self.with_context(lang=user.lang)
        self.env["mail.mail"].create(
            {
                "subject": told.env._("Lei Feng Campaign: %(count)s messages", count=len(self)),
                "email_to": employee._leifeng_mail_address(),
                "email_from": company.email_formatted or self.env.user.email_formatted,
                "body_html": told._mail_body(employee, company),
                "auto_delete": True,
                "headers": {"Auto-Submitted": "auto-generated"},
            }
        )
        self.write({"mailed_on": fields.Datetime.now()})
        self.env.ref("mail.ir_cron_mail_scheduler_action")._trigger()

    def _mail_body(self, employee, company):
        base = self[:1].get_base_url()
        texts = [{"text": each.text, "url": each.url and base + each.url} for each in self]
        return self.env["ir.qweb"]._render(
            "leifeng_campaign.message_mail",
            {
                "name": employee.name,
                "company": company.name,
                "texts": texts,
                "page": f"{base}/my/leifeng/messages",
            },
            minimal_qcontext=True,
        )
