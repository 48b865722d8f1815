from collections import Counter

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import format_list

from ..tools import moments

DEPARTMENT = "/my/leifeng/department"
# Where somebody is done with it: the page for those who have no backend; else the overview
PAGES = {
    "plan_draft": DEPARTMENT,
    "plan_head": DEPARTMENT,
    "summary_draft": DEPARTMENT,
    "summary_head": DEPARTMENT,
    "award_screening": DEPARTMENT,
    "sheet_late": DEPARTMENT,
    "sheet": "/my/leifeng/lead",
    "award_scoring": "/my/leifeng/sheets",
}
OVERVIEW = "/my/leifeng"


class LeifengTodo(models.Model):
    """Who still owes what: what waits for a named person, and how that person is done with it."""

    _inherit = "leifeng.todo"

    @api.model
    def _owed(self, campaign=None):
        """Return {employee: to-dos that wait for that person}, of one campaign or of all that go
        on, by name; what waits for an office or a body is nobody's to be reminded of."""
        domain = Domain("employee_id", "!=", False) | Domain("user_id", "!=", False)
        if campaign:
            domain &= Domain("campaign_id", "=", campaign.id)
        found = self.search(domain)
        # sudo: hr.employee - whose turn it is stands on records that the user may read
        groups = found.sudo().grouped(lambda todo: todo.employee_id or todo.user_id.employee_id)
        groups.pop(self.env["hr.employee"], None)
        return {
            person.with_env(self.env): found.browse(todos.ids)
            for person, todos in sorted(groups.items(), key=lambda pair: pair[0].name)
        }

    def _reminder_text(self, env):
        """Return one message about all of ``self``: what, and how to be done with it."""
        lines = [env._("This still waits for you:")]
        for kind, todos in self.with_env(env).grouped("kind").items():
            lines += [f"· {todos._item_text()}", todos._how_done(kind)]
        lines.append(env._("If it is done meanwhile, nothing more is needed."))
        return "\n".join(lines)

    def _items_text(self):
        """Return what one person owes, a line each kind."""
        return "\n".join(todos._item_text() for todos in self.grouped("kind").values())

    def _item_text(self):
        """Return what to-dos of one kind ask for, with what they are about."""
        counts = Counter(self.mapped("name"))  # shifts of one post have one name
        names = [name if count == 1 else f"{name} ×{count}" for name, count in counts.items()]
        about = format_list(self.env, names)
        return self.env._("%(what)s: %(about)s", what=self._kind_text(), about=about)

    def _kind_text(self):
        return dict(self._fields["kind"]._description_selection(self.env))[self[:1].kind]

    def _how_done(self, kind):
        """Return the sentence that says how to be done with it, with its link."""
        url = self[:1].get_base_url() + PAGES.get(kind, OVERVIEW)
        if kind in ("plan_draft", "summary_draft"):
            return self.env._(
                "Please write it there and press “Send to Department Head”: %(url)s", url=url
            )
        if kind in ("plan_head", "summary_head"):
            return self.env._("Please read it there and press “Agree and Submit”: %(url)s", url=url)
        if kind in ("sheet", "sheet_late"):
            return self.env._("Please check there who came and confirm the sheet: %(url)s", url=url)
        return self.env._("Please open this page to be done with it: %(url)s", url=url)

    def _reminder_page(self):
        """Return the one page on which all of it is done, else the overview."""
        pages = {PAGES.get(todo.kind, OVERVIEW) for todo in self}
        return pages.pop() if len(pages) == 1 else OVERVIEW

    def _group_text(self, campaign):
        """Return a text for the group chat: how many of each still wait; no names of anybody."""
        if not self:
            return self.env._("Nothing is outstanding. Thank you!")
        lines = [
            self._group_title(campaign),
            *(
                self.env._("· %(what)s: %(count)s", what=todos._kind_text(), count=len(todos))
                for todos in self.grouped("kind").values()
            ),
        ]
        due = campaign.summary_due
        if due and any(todo.kind.startswith("summary") for todo in self):
            day = moments.date_text(self.env, due)
            lines.append(self.env._("Summaries are asked for until %(date)s.", date=day))
        url = self[:1].get_base_url() + OVERVIEW
        lines.append(self.env._("Whoever it concerns finds it here: %(url)s", url=url))
        return "\n".join(lines)

    def _group_title(self, campaign):
        if campaign:
            return self.env._("Still outstanding in “%(campaign)s”:", campaign=campaign.name)
        return self.env._("Still outstanding:")
