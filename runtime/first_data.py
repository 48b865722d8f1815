"""Odoo's shell runs this in a new database: the demo agency, in Chinese, and quiet."""

import os

from odoo.addons.leifeng_campaign.demo import build

env = globals()["env"]  # given by Odoo's shell

# These jobs write to servers on the internet or need a mail server: there is neither.
JOBS_THAT_CALL_OUT = (
    "mail.ir_cron_module_update_notification",
    "mail.ir_cron_mail_scheduler_action",
    "mail.ir_cron_web_push_notification",
    "sms.ir_cron_sms_scheduler_action",
    "snailmail.snailmail_print",
    "digest.ir_cron_digest_scheduler_action",
)
# Odoo's paid services, asked by some of its pages; here they refuse at once.
SERVICES = (
    "enrich.endpoint",
    "iap.endpoint",
    "iap.partner_autocomplete.endpoint",
    "sms.endpoint",
)


def be_quiet():
    """Switch off what would call out, where it is installed."""
    for parameter in SERVICES:
        env["ir.config_parameter"].set_param(parameter, "http://127.0.0.1:9")
    for xmlid in JOBS_THAT_CALL_OUT:
        job = env.ref(xmlid, raise_if_not_found=False)
        if job:
            job.active = False


def speak_chinese():
    """Chinese and its time zone for everybody who is there and who comes."""
    chinese = {"lang": "zh_CN", "tz": "Asia/Shanghai"}
    for field, value in chinese.items():
        env["ir.default"].set("res.partner", field, value)
    env["res.partner"].with_context(active_test=False).search([]).write(chinese)


speak_chinese()
env.ref("base.user_admin").password = os.environ["LEIFENG_PASSWORD"]
if os.environ.get("LEIFENG_DEMO"):
    be_quiet()
    build(env, os.environ["LEIFENG_PASSWORD"])
env.cr.commit()
