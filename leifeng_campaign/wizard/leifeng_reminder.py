from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError


class LeifengReminder(models.TransientModel):
    """Who still owes what, person by person; one button reminds those who are ticked.

    Nothing is sent by itself: few reminders, merged into one message each (practice.md point 30).
    """

    _name = "leifeng.reminder"
    _description = "Who Still Owes What"

    campaign_id = fields.Many2one("leifeng.campaign", readonly=True)
    line_ids = fields.One2many("leifeng.reminder.line", "reminder_id")
    enabled = fields.Boolean(compute="_compute_enabled", export_string_translation=False)
    count = fields.Integer(string="People", compute="_compute_count")
    today_count = fields.Integer(compute="_compute_count", export_string_translation=False)
    again = fields.Boolean(string="Once more for those who were reminded today")
    group_text = fields.Text(string="Text for the Group", readonly=True)

    @api.depends_context("company")
    def _compute_enabled(self):
        self.enabled = self.env.company.leifeng_reminders

    @api.depends("line_ids.told_today")
    def _compute_count(self):
        for dialog in self:
            dialog.count = len(dialog.line_ids)
            dialog.today_count = len(dialog.line_ids.filtered("told_today"))

    @api.model
    def default_get(self, fields):
        """Override: list what waits now, of the campaign that the context names or of all."""
        values = super().default_get(fields)
        campaign = self.env["leifeng.campaign"].browse(values.get("campaign_id"))
        owed = self._owed_to_others(campaign)
        todos = self.env["leifeng.todo"].union(*owed.values())
        values["group_text"] = todos._group_text(campaign)
        values["line_ids"] = self._line_commands(owed)
        return values

    # ACTIONS

    def action_send(self):
        """Remind those who are ticked, each in one message; what is done meanwhile is left out."""
        self.ensure_one()
        self._check_may_remind()
        owed = self._owed_to_others(self.campaign_id)
        ticked = self.line_ids.filtered("tick").employee_id.ids
        asked = {person: todos for person, todos in owed.items() if person.id in ticked}
        people = self.env["hr.employee"].union(*asked)
        if not people:
            raise UserError(self.env._("Please tick whom to remind first."))
        self._check_once_a_day(people)
        for person, todos in asked.items():
            self.env["leifeng.message"].tell(
                person, todos._reminder_text, url=todos._reminder_page(), reminder=True
            )
        return self._say_sent(len(people))

    # BUSINESS

    def _check_may_remind(self):
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Only the campaign office sends reminders."))
        if not self.env.company.leifeng_reminders:
            raise UserError(self.env._("Reminders are switched off in the campaign's settings."))

    def _check_once_a_day(self, people):
        today = self.env["leifeng.message"]._reminded_today(people)
        if today and not self.again:
            # sudo: hr.employee - officers have no right on hr; the names stand in the dialog
            names = ", ".join(today.sudo().mapped("name"))
            raise UserError(
                self.env._(
                    "One reminder a day is enough: %(names)s had one today already. Please take "
                    "out their ticks, or tick that they get it once more.",
                    names=names,
                )
            )

    def _owed_to_others(self, campaign):
        """Return {employee: to-dos} without the user's own, which need no message."""
        owed = self.env["leifeng.todo"]._owed(campaign)
        mine = self.env.user.employee_ids
        return {person: todos for person, todos in owed.items() if person not in mine}

    def _line_commands(self, owed):
        people = self.env["hr.employee"].union(*owed)
        messages = self.env["leifeng.message"]
        last, today = messages._last_reminders(people), messages._reminded_today(people)
        return [
            Command.create(
                {
                    "employee_id": person.id,
                    # sudo: hr.employee - officers have no right on hr; name and department are
                    # those of whose turn it is
                    "name": person.sudo().name,
                    "department": person.sudo().department_id.name,
                    "items": todos._items_text(),
                    "last_on": last.get(person.id),
                    "told_today": person in today,
                    "tick": person not in today,
                }
            )
            for person, todos in owed.items()
        ]

    def _say_sent(self, count):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._("Reminders sent to people: %(count)s", count=count),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }


class LeifengReminderLine(models.TransientModel):
    """A person in the dialog with all that the person owes."""

    _name = "leifeng.reminder.line"
    _description = "Person to Remind"

    reminder_id = fields.Many2one("leifeng.reminder", required=True, ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", required=True, ondelete="cascade")
    name = fields.Char(string="Person", readonly=True)
    department = fields.Char(readonly=True)
    items = fields.Text(string="What Is Owed", readonly=True)
    last_on = fields.Datetime(string="Last Reminded", readonly=True)
    told_today = fields.Boolean(string="Reminded Today", readonly=True)
    tick = fields.Boolean(string="Remind")
