from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from odoo import fields, models

from ..tools import hours, partner_sheet
from ..tools.served_day import Stint, verdict

KEY = ("employee_id", "date", "start", "stop", "raw_minutes", "content", "recording_unit")


class LeifengServiceImportLine(models.TransientModel):
    """A row of a partner's file: as it was typed, as it was understood, and what becomes of it."""

    _name = "leifeng.service.import.line"
    _description = "Row of a Partner's File"
    _order = "row, id"

    import_id = fields.Many2one("leifeng.service.import", required=True, ondelete="cascade")
    row = fields.Integer(readonly=True)
    cells = fields.Json(readonly=True)
    verdict = fields.Selection(
        [
            ("ready", "To Be Recorded"),
            ("review", "Goes to Review"),
            ("known", "Recorded Already"),
            ("refused", "Can't Be Taken"),
        ],
        readonly=True,
    )
    remark = fields.Char(readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    employee_name = fields.Char(string="Full Name", readonly=True)
    date = fields.Date(readonly=True)
    start = fields.Datetime(string="From", readonly=True)
    stop = fields.Datetime(string="To", readonly=True)
    break_minutes = fields.Integer(string="Break", readonly=True)
    raw_minutes = fields.Integer(string="Minutes Served", readonly=True)
    content = fields.Char(string="Service", readonly=True)
    location = fields.Char(string="Place", readonly=True)
    organizing_unit = fields.Char(readonly=True)
    recording_unit = fields.Char(readonly=True)

    def _judge(self):
        """Say for each row what becomes of it; a few queries for the whole file."""
        people = self._people()
        for line in self:
            line.write({**line._understood(people), "verdict": False, "remark": False})
            if remark := line._refusal(people):
                line.write({"verdict": "refused", "remark": remark})
        self.filtered(lambda line: not line.verdict)._judge_days()

    def _judge_days(self):
        if not self:
            return
        records, dates = self.env["leifeng.service.record"], self.mapped("date")
        stints = records._stints(self.employee_id, min(dates), max(dates))
        known = self._known()
        for line in self:
            others = stints[line.employee_id.id]
            found, key = verdict(line._stint(), others), line._key()
            line._apply(found, key in known)
            if line.verdict in ("ready", "review"):
                others.append(line._stint())
            known.add(key)

    def _apply(self, found, known):
        name = self.employee_name
        if known:
            self.verdict = "known"
        elif text := self.env["leifeng.service.record"]._verdict_text(found, name):
            self.write({"verdict": "refused", "remark": text})
        elif found == "long":
            remark = self.env._("With these hours more than 12 hours on this day: %s.", name)
            self.write({"verdict": "review", "remark": remark})
        elif self.employee_id == self.env.user.employee_id:
            remark = self.env._("These are your own hours: a second person decides.")
            self.write({"verdict": "review", "remark": remark})
        else:
            self.verdict = "ready"

    # WHAT A ROW SAYS

    def _people(self):
        """Return {staff number or name: employees} of the agency for all rows."""
        texts = {line.cells.get(name, "") for line in self for name in ("number", "name")} - {""}
        # sudo: hr.employee - officers name colleagues without a right on hr
        employees = self.env["hr.employee"].sudo()
        company = [("company_id", "=", self.import_id.company_id.id)]
        wanted = list(texts)
        found = employees.search(["|", ("barcode", "in", wanted), ("name", "in", wanted), *company])
        people = {"number": found.grouped("barcode"), "name": found.grouped("name")}
        found.mapped("department_id.name")
        return people

    def _person(self, people):
        """Return the employees whom the row may mean."""
        cells = self.cells
        if cells["number"]:
            return people["number"].get(cells["number"]) or self.env["hr.employee"]
        found = people["name"].get(cells["name"]) or self.env["hr.employee"]
        if not cells["department"]:
            return found
        return found.filtered(lambda person: person.department_id.name == cells["department"])

    def _understood(self, people):
        cells, person = self.cells, self._person(people)
        day = partner_sheet.day(cells["date"])
        start, stop = (self._moment(day, cells[name]) for name in ("start", "stop"))
        served, said = self._minutes(start, stop), partner_sheet.minutes(cells["hours"])
        pause = served - said if served and said is not None and said < served else 0
        timed = {"start": start, "stop": stop} if served else {"start": False, "stop": False}
        unit = cells["recording_unit"] or self.import_id.recording_unit or ""
        return {
            "employee_id": person.id if len(person) == 1 else False,
            "employee_name": person.name if len(person) == 1 else cells["name"] or cells["number"],
            "date": day,
            **timed,
            "break_minutes": pause,
            "raw_minutes": served - pause if served else said or 0,
            "content": cells["content"],
            "location": cells["location"],
            "organizing_unit": cells["organizing_unit"] or unit,
            "recording_unit": unit.strip(),
        }

    def _moment(self, day, text):
        """Return the UTC datetime of a time on ``day`` at the agency, False for none."""
        clock = partner_sheet.clock(text)
        if not (day and clock):
            return False
        zone = ZoneInfo(self.import_id.company_id.leifeng_tz or "Asia/Shanghai")
        return datetime.combine(day, clock, zone).astimezone(UTC).replace(tzinfo=None)

    def _minutes(self, start, stop):
        return hours.served_minutes(start, stop) if start and stop and start < stop else 0

    def _refusal(self, people):
        """Return the sentence why a row can't be taken, or ''."""
        found = self._person(people)
        if len(found) > 1:
            return self.env._("Several colleagues bear this name. Please use the staff number.")
        if not found:
            return self.env._(
                "There is no colleague with this name or staff number. Please check it."
            )
        if self.cells["number"] and self.cells["name"] not in ("", found.name):
            return self.env._("The staff number belongs to somebody of another name.")
        return self._refusal_of_time() or self._refusal_of_words()

    def _refusal_of_time(self):
        if not self.date:
            return self.env._("Please write the date like 2026-03-05.")
        if self.date > self.import_id.company_id._leifeng_today():
            return self.env._("Hours are entered when they have been served.")
        cells = self.cells
        if (cells["start"] or cells["stop"]) and not self.start:
            return self.env._("Please write the times like 07:30, the later one second.")
        if cells["hours"] and partner_sheet.minutes(cells["hours"]) is None:
            return self.env._("Please write the hours as a number, like 1.5.")
        if not 0 < self.raw_minutes <= 24 * 60:
            return self.env._("Please give the times, or the hours of that day.")
        said = partner_sheet.minutes(cells["hours"])
        if self.start and said and said > self._minutes(self.start, self.stop):
            return self.env._("The hours are more than the time from coming to going.")
        return ""

    def _refusal_of_words(self):
        if not self.content:
            return self.env._("Please say what the service was.")
        if not self.recording_unit:
            return self.env._("Please say which unit recorded the hours.")
        if self.recording_unit == self.import_id.company_id.name:
            return self.env._("Hours that this agency recorded come from its own sheets.")
        return ""

    # WHAT STANDS ALREADY, AND WHAT IS WRITTEN

    def _stint(self):
        return Stint(self.date, self.raw_minutes, self.start or None, self.stop or None)

    def _key(self):
        return tuple(self[name].id if name == "employee_id" else self[name] for name in KEY)

    def _known(self):
        """Return the keys of what was imported before, corrected since or not, or waits."""
        domain = [
            ("source", "=", "partner"),
            ("employee_id", "in", self.employee_id.ids),
            ("date", ">=", min(self.mapped("date"))),
            ("date", "<=", max(self.mapped("date"))),
        ]
        # sudo: leifeng.service.record, leifeng.service.entry - what stands counts without being
        # shown
        records = self.env["leifeng.service.record"].sudo()
        standing = records.search([*domain, ("reverses_id", "=", False)])
        # sudo: leifeng.service.entry - as above
        entries = self.env["leifeng.service.entry"].sudo().search(domain)
        return {
            tuple(row[name].id if name == "employee_id" else row[name] for name in KEY)
            for rows in (standing, entries)
            for row in rows
        }

    def _write_hours(self):
        """Write the records, and let wait what needs a second person."""
        ready = self.filtered(lambda line: line.verdict == "ready")
        review = self.filtered(lambda line: line.verdict == "review")
        # sudo: leifeng.service.record, leifeng.service.entry - nobody has write access, the
        # import writes them
        records = self.env["leifeng.service.record"].sudo()
        made = records.create([line._record_values() for line in ready])
        # sudo: leifeng.service.entry - as above
        self.env["leifeng.service.entry"].sudo().create([line._entry_values() for line in review])
        journal = self.env["leifeng.journal"]
        salt = journal.salt()
        digests = {str(record.id): record._digest(salt) for record in made}
        company = self.import_id.company_id
        journal.record("partner_records", company, {"salt": salt, "records": digests})

    def _record_values(self):
        records, company = self.env["leifeng.service.record"], self.import_id.company_id
        times = (
            records._time_values(company, self.start, self.stop, self.break_minutes)
            if self.start
            else records._untimed_values(company, self.raw_minutes)
        )
        return {
            # sudo: hr.employee - words of a colleague whom the file names; officers can't read hr
            **records._person_values(self.employee_id.sudo(), self.date),
            **times,
            **self._copied_values(),
            "recorded_by": self.env.user.name,
        }

    def _entry_values(self):
        # sudo: hr.employee - words of a colleague whom the file names; officers can't read hr
        person = self.env["leifeng.service.record"]._person_values(
            self.employee_id.sudo(), self.date
        )
        person.pop("employee_number")
        copied = ("start", "stop", "break_minutes", "raw_minutes")
        return {
            **person,
            **self._copied_values(),
            **{name: self[name] for name in copied},
            "long_day": self.employee_id != self.env.user.employee_id,
            "asked_by_id": self.env.uid,
            "asked_by": self.env.user.name,
        }

    def _copied_values(self):
        names = ("date", "content", "location", "organizing_unit", "recording_unit")
        return {
            **{name: self[name] for name in names},
            "source": "partner",
            "company_id": self.import_id.company_id.id,
        }
