from odoo import models

from ..tools.official_document import OfficialDocument, long_date


class LeifengSession(models.Model):
    """Seating list and minutes as editable documents, filled from the agenda and the line."""

    _inherit = "leifeng.session"

    # ACTIONS

    def action_seating_list(self):
        return self._download_conference("seating")

    def action_conference_minutes(self):
        return self._download_conference("minutes")

    def _download_conference(self, what):
        self.ensure_one()
        url = f"/leifeng/conference/{self.id}/{what}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    # SEATING LIST

    def _seating_list(self):
        """Return the seating list (座次表) as the content of a docx file: who presents and speaks,
        who is honored, then everybody else by department; seats are written in."""
        self._check_may_list()
        document = OfficialDocument(self.env._("Seating List of “%(name)s”", name=self.name))
        document.paragraph(self._when_and_where())
        seated = set()
        for title, people in self._seating_groups():
            rows = [each for each in people if each not in seated]
            seated.update(rows)
            if rows:
                document.heading(title)
                document.table(self._seating_head(), self._numbered(rows), [1, 3, 5, 2])
        return document.bytes()

    def _seating_groups(self):
        """Yield (title, [(name, department)]) in the order in which seats are given."""
        presenters = filter(None, self.agenda_ids.mapped("presenter"))
        yield self.env._("On the Platform"), [(name, "") for name in dict.fromkeys(presenters)]
        yield self.env._("Those Honored and Speakers, in Front"), self._seats_in_front()
        yield self.env._("Taking Part, by Department"), self._seats_of_departments()

    def _seats_in_front(self):
        presented = self.agenda_ids.award_ids._presented()
        honored = [
            (line["name"], line["department"] or "")
            for lines in presented.values()
            for line in lines
            if line["named"]
        ]
        # sudo: hr.employee - names and departments of those on the agenda, for the office
        speakers = self.agenda_ids.sudo().employee_id
        spoken = [(each.name, each.department_id.name or "") for each in speakers]
        return list(dict.fromkeys(honored + spoken))

    def _seats_of_departments(self):
        """Return those who hold a place and those invited who have not answered yet, department by
        department in the campaign's order."""
        # sudo: leifeng.session.offer, leifeng.session.signup - for the office alone, see above
        session = self.sudo()
        lines = session.signup_ids.filtered("holds_place")
        offers = session.env["leifeng.session.offer"].search(self._invited_domain())
        people = [(each, each.department_id) for each in (*lines, *offers)]
        order = {
            part.department_id: number
            for number, part in enumerate(session.campaign_id.department_ids)
        }
        people.sort(key=lambda pair: (order.get(pair[1], len(order)), pair[0].employee_name))
        return [(each.employee_name, each.department_name or "") for each, _department in people]

    def _seating_head(self):
        env = self.env
        return [env._("No."), env._("Full Name"), env._("Department"), env._("Seat")]

    def _numbered(self, people):
        return [(str(number), *row, "") for number, row in enumerate(people, 1)]

    def _when_and_where(self):
        return self.env._(
            "Time: %(time)s\nPlace: %(place)s",
            time=self._document_time(),
            place=self.location or "",
        )

    def _document_time(self):
        """Return '2026年12月18日 09:00–11:00'."""
        return f"{long_date(self._local_date())} {self._times_text()}"
