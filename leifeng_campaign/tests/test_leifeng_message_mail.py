from contextlib import suppress
from datetime import timedelta
from unittest.mock import patch

from odoo.fields import Datetime
from odoo.tests import Form

from ..models import leifeng_message_mail
from .common import LeifengCase


class MailCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.messages = cls.env["leifeng.message"]
        cls.me.work_email = "me@agency.cn"
        cls.colleague.work_email = "colleague@agency.cn"
        cls.env["ir.mail_server"].search([]).active = False
        cls.server = cls.env["ir.mail_server"].create(
            {"name": "Own", "smtp_host": "mail.agency.cn"}
        )

    def _tell(self, person, text="You have moved up", url="/my/leifeng/signups"):
        self.messages.tell(person, lambda env: text, url=url)
        return self.messages.search([("employee_id", "=", person.id)], limit=1)

    def _run(self):
        """Do the job's work; return the mails that it queued."""
        self.env.flush_all()
        before = self.env["mail.mail"].search([])
        with patch.object(type(self.env["ir.cron"]), "_commit_progress", lambda *_args, **_kw: 0):
            self.messages._cron_mail()
        return self.env["mail.mail"].search([]) - before

    def _tomorrow(self):
        """Set what was mailed back by a day."""
        self.messages.search([("mailed_on", "!=", False)]).mailed_on = Datetime.now() - timedelta(
            days=1
        )


class TestMessageMail(MailCase):
    """Few, merged, switchable, at most 20 a minute, and nothing without a mail server
    (practice point 30)."""

    def test_one_mail_has_all_that_is_unread(self):
        self._tell(self.me, "First <b>"), self._tell(self.me, "Second")
        read = self._tell(self.me, "Read already")
        read.read_on = Datetime.now()
        self._tell(self.colleague, "For the other")

        mail, other = self._run().sorted("email_to", reverse=True)

        self.assertEqual((mail.email_to, other.email_to), ("me@agency.cn", "colleague@agency.cn"))
        body = mail.body_html
        self.assertIn("First &lt;b&gt;", body)
        self.assertLess(body.index("First"), body.index("Second"))
        self.assertIn(f"{self.messages.get_base_url()}/my/leifeng/signups", body)
        for text in ("Read already", "For the other", "Colleague"):
            self.assertNotIn(text, body)
        self.assertEqual(mail.state, "outgoing", "Odoo's queue sends it")
        self.assertFalse(mail.recipient_ids)

    def test_nothing_is_mailed_twice_and_one_mail_a_day(self):
        self._tell(self.me)
        self.assertEqual(len(self._run()), 1)
        self.assertFalse(self._run())
        self._tell(self.me, "Later on that day")
        self.assertFalse(self._run())

        self._tomorrow()

        mail = self._run()
        self.assertIn("Later on that day", mail.body_html)
        self.assertNotIn("moved up", mail.body_html)

    def test_what_was_read_meanwhile_is_not_mailed(self):
        told = self._tell(self.colleague) + self._tell(self.me)
        queue = type(self.messages)._queue_mail

        def the_other_reads(messages):
            """Queue a mail while the other person reads, in a transaction of their own."""
            queue(messages)
            self.env.flush_all()
            self.env.cr.execute(
                "UPDATE leifeng_message SET read_on = now() WHERE mailed_on IS NULL"
            )

        with patch.object(type(self.messages), "_queue_mail", the_other_reads):
            self.assertEqual(len(self._run()), 1)

        self.env.invalidate_all()
        self.assertEqual(len(told.filtered("mailed_on")), 1)

    def test_a_killed_job_goes_on_and_mails_nobody_twice(self):
        people = [self.me, self.colleague]
        for person in people:
            self._tell(person)
        cron = self.env.ref("leifeng_campaign.ir_cron_mail")
        queue, done = type(self.messages)._queue_mail, []

        def die_at_the_second(messages):
            if done:
                raise ZeroDivisionError
            done.append(messages.employee_id)
            return queue(messages)

        with (
            patch.object(type(self.messages), "_queue_mail", die_at_the_second),
            suppress(ZeroDivisionError),  # assertRaises would take back what was committed
        ):
            self._run()
        self.assertTrue(self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)]))

        mails = self._run()

        self.assertEqual(len(mails), 1, "the other one")
        self.assertNotEqual(mails.email_to, done[0].work_email)

    def test_at_most_so_many_within_a_minute(self):
        self._tell(self.me), self._tell(self.colleague)
        self.patch(leifeng_message_mail, "MAILS_PER_MINUTE", 1)
        self.assertEqual(len(self._run()), 1)
        self.assertFalse(self._run(), "the minute isn't over")

        self.messages.search([("mailed_on", "!=", False)]).mailed_on -= timedelta(seconds=61)

        self.assertEqual(len(self._run()), 1)
        self.assertEqual(leifeng_message_mail.MAILS_PER_MINUTE, 1)

    def test_twenty_a_minute(self):
        self.assertLessEqual(leifeng_message_mail.MAILS_PER_MINUTE, 20)

    def test_without_a_server_messages_stay_in_the_portal(self):
        message = self._tell(self.me)
        self.server.active = False

        self.assertFalse(self._run())
        self.assertFalse(message.mailed_on)

    def test_the_agency_s_and_the_person_s_switch(self):
        self._tell(self.me)
        self._as("employee", self.messages).action_mail_off()
        self.assertFalse(self._run())
        self._as("employee", self.messages).action_mail_on()
        self.company.leifeng_mail = False
        self.assertFalse(self._run())
        page = Form(self._as("manager", self.env["leifeng.settings"]))
        self.assertFalse(page.leifeng_mail)
        page.leifeng_mail = True
        page.save().action_save()

        self.assertEqual(len(self._run()), 1)

    def test_nobody_without_address_account_or_job_gets_mail(self):
        nobody = self._employees(1)
        nobody.work_email = "nobody@agency.cn"
        self._tell(nobody)
        for address in (False, "demo@wangxi.example", "x@test.invalid", "not an address"):
            self.me.work_email = address
            self._tell(self.me)
            self.assertFalse(self._run(), address)
        self._tell(self.colleague)
        self.users["colleague"].active = False
        self.assertFalse(self._run())

    def test_an_account_s_address_will_do(self):
        self.me.work_email = False
        self.me.user_id.email = "own@agency.cn"
        self._tell(self.me)

        self.assertEqual(self._run().email_to, "own@agency.cn")

    def test_old_messages_flood_nobody(self):
        message = self._tell(self.me)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_message SET create_date = create_date - interval '3 days'"
        )
        self.env.invalidate_all()

        self.assertFalse(self._run())
        self.assertFalse(message.mailed_on)

    def test_the_mail_is_in_the_person_s_language(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        self._tell(self.me)
        english = self._run()
        self._tomorrow()
        self.me.user_id.lang = "zh_CN"
        self._tell(self.me)
        with patch.object(
            type(self.env["ir.qweb"]), "_render", lambda qweb, *_args, **_kw: qweb.env.lang
        ):
            chinese = self._run()

        self.assertNotEqual(english.body_html, "zh_CN")
        self.assertIn("zh_CN", chinese.body_html)

    def test_the_job_runs_in_odoo(self):
        message = self._tell(self.me)
        self.env.flush_all()
        with self.enter_registry_test_mode():
            self.env.ref("leifeng_campaign.ir_cron_mail").method_direct_trigger()

        self.assertTrue(message.mailed_on)

    def test_hr_sees_the_switch(self):
        self._as("employee", self.messages).action_mail_off()

        self.assertFalse(self._as("hr", self.me).leifeng_mail)
