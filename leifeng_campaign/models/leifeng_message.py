from odoo import api, fields, models


class LeifengMessage(models.Model):
    """A sentence to a person, shown in the portal; most employees have no mailbox."""

    _name = "leifeng.message"
    _description = "Message to an Employee"
    _order = "id desc"

    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    text = fields.Text(required=True, readonly=True)
    url = fields.Char(string="Link", readonly=True)
    read_on = fields.Datetime(readonly=True)

    @api.model
    @api.private
    def tell(self, employees, sentence, url=False, **vals):
        """Send every one of ``employees`` the text that ``sentence(env)`` gives in their language.

        ``sentence`` is called once per language, with an environment in that language; ``url`` is a
        path in the portal, ``vals`` are further values of the messages.
        """
        # sudo: res.users - the language of the person who is told
        langs = {person: person.sudo().user_id.lang or self.env.lang for person in employees}
        for lang, group in employees.grouped(langs.get).items():
            text = sentence(self.with_context(lang=lang).env)
            # sudo: leifeng.message - told by acts of colleagues, who can't write to others
            self.sudo().create(
                [
                    {
                        "employee_id": person.id,
                        "company_id": person.company_id.id or self.env.company.id,
                        "text": text,
                        "url": url,
                        **vals,
                    }
                    for person in group
                ]
            )

    def action_read(self):
        """Mark the own messages as read."""
        own = self.filtered(lambda message: message.employee_id == self.env.user.employee_id)
        # sudo: leifeng.message - portal users have read access alone; filtered to the own ones
        own.sudo().filtered(lambda message: not message.read_on).write(
            {"read_on": fields.Datetime.now()}
        )
