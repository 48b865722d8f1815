import json
from contextlib import suppress

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, MissingError, UserError
from odoo.fields import Command
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .panel_case import PanelPortalCase

# Words by which the author of the essay would be known. They stand on the employee, on the entry, in
# the file that was uploaded and in what an addon might have left: each leak would show one of them.
AUTHOR = "Zhenzhu Unmistakable"
DEPARTMENT = "Lighthouse Bureau"
FILE = "zhenzhu-final-draft.docx"
SCORE = "23.4"
REMARK = "Remarkable candor throughout"
REFUSALS = (UserError, AccessError, MissingError, IntegrityError, ValueError, KeyError, TypeError)


def _about(record):
    return {"res_model": record._name, "res_id": record.id}


@tagged("post_install", "-at_install")
class BlindCase(PanelPortalCase):
    """An essay whose author is easily recognized, and a submitted sheet with a score to find."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bureau = cls._department(DEPARTMENT)
        cls.author = cls._person("author", ["base.group_portal"], department=cls.bureau)
        cls.author.name = cls.author.user_id.name = AUTHOR
        cls.writer = cls.users["author"] = cls.author.user_id
        award = cls._stage(cls._award("essay"), "screening")
        # the author's own account writes it: whatever keeps who made it would tell
        entry = cls._entry(award, cls.author, title="A Lamp", employee_name=AUTHOR)
        cls.upload = (
            cls.env["ir.attachment"]
            .with_user(cls.author.user_id)
            .sudo()
            .create(
                {
                    "name": FILE,
                    "raw": b"by " + AUTHOR.encode(),
                    "res_model": entry._name,
                    "res_id": entry.id,
                }
            )
        )
        entry.proof_ids = [Command.set(cls.upload.ids)]
        cls.env.cr.execute(
            "UPDATE leifeng_award_entry SET create_uid = %s, write_uid = %s WHERE id = %s",
            [cls.author.user_id.id, cls.author.user_id.id, entry.id],
        )
        award.with_user(cls.users["officer"]).action_start_judging()
        cls.award, cls.entry = award, entry
        cls.sheet = cls._sheets(award, "judge")
        cls.done = cls._sheets(award, "judge2")
        scores = cls._scores(award, SCORE, "1", "2")
        cls.done.with_user(cls.users["judge2"]).action_submit(scores, REMARK)
        cls._set_up_leaks()

    @classmethod
    def _set_up_leaks(cls):
        """What no code of ours writes, as another addon might: the walls have to hold."""
        models = ("mail.message", "mail.notification", "mail.followers", "mail.activity")
        cls.leaks = {model: cls.env[model] for model in models}
        for record in (cls.entry, cls.sheet, cls.done):
            for model, values in cls._leak_values(record).items():
                cls.leaks[model] += cls.env[model].create(values)
        cls.env.flush_all()
        # core itself refuses to assign an activity on a model without followers
        cls.env.cr.execute(
            "UPDATE mail_activity SET user_id = %s WHERE id = ANY(%s)",
            [cls.users["manager"].id, cls.leaks["mail.activity"].ids],
        )

    @classmethod
    def _leak_values(cls, record):
        partner = cls.writer.partner_id.id
        text = f"{AUTHOR} {REMARK}"
        message = {"model": record._name, "res_id": record.id, "body": text, "author_id": partner}
        about = {"model": record._name, "res_id": record.id, "message_type": "comment"}
        told = cls.env["mail.message"].create({**about, "body": text})
        return {
            "mail.message": {**message, "message_type": "comment"},
            "mail.notification": {"mail_message_id": told.id, "res_partner_id": partner},
            "mail.followers": {**_about(record), "partner_id": partner},
            "mail.activity": {
                "res_model_id": cls.env["ir.model"]._get_id(record._name),
                "res_id": record.id,
                "summary": text,
                "user_id": False,
            },
        }

    def _call(self, role, model, method, args=(), kwargs=None):
        """Return as text what ``role`` gets from a call by RPC; the text of a refusal is seen, too."""
        self.env.invalidate_all()
        context = {"allowed_company_ids": self.company.ids}
        records = self.env[model].with_user(self.users[role]).with_context(**context)
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.models", "odoo.sql_db"):
                result = call_kw(records, method, list(args), dict(kwargs or {}))
        except REFUSALS as refusal:
            result = str(refusal)
        self.env.invalidate_all()
        return json.dumps(result, default=str, ensure_ascii=False)

    def _seen(self, role, model):
        """Yield (what was asked, text) of all ways in which a client asks for records of a model.

        All fields that the role may read at once, those that it may not one by one.
        """
        ids = self.env[model].sudo().search([]).ids
        fields = self.env[model].with_user(self.users[role])._fields
        with suppress(AccessError):
            fields = self.env[model].with_user(self.users[role]).fields_get(attributes=["type"])
        closed = sorted(self.env[model]._fields.keys() - fields.keys())
        for call in (*self._calls(ids, sorted(fields)), *self._closed_calls(ids, closed)):
            yield (role, model, *call), self._call(role, model, *call)

    def _calls(self, ids, names):
        yield from self._reading_calls(ids, names)
        for name in names:
            yield "formatted_read_group", [[], [name], ["__count"]]
        yield "name_search", [], {"name": ""}
        yield "name_search", [], {"name": AUTHOR}
        yield "web_name_search", ["", {"display_name": {}}]
        yield "copy", [ids[:1]]
        yield "copy_data", [ids]
        yield "get_metadata", [ids]
        yield "onchange", [ids[:1], {}, [], {name: {} for name in names}]
        yield "default_get", [names]

    def _reading_calls(self, ids, names):
        shown = {name: {} for name in names}
        yield "read", [ids, names]
        yield "search_read", [[]], {"fields": names}
        yield "web_read", [ids, shown]
        yield "web_search_read", [[], shown]
        yield "export_data", [ids, names]
        yield "export_data", [ids, [f"{name}/display_name" for name in names]]

    def _closed_calls(self, ids, names):
        for name in names:
            yield from self._reading_calls(ids, [name])
            yield "formatted_read_group", [[], [name], ["__count"]]
            yield "formatted_read_group", [[], [], [f"{name}:array_agg"]]
            yield "onchange", [ids[:1], {}, [], {name: {}}]
