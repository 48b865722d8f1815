from datetime import UTC

from psycopg2 import IntegrityError

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import sheet

MAX_ROWS = 2000  # of each kind in one message of a phone


class LeifengSession(models.Model):
    """The sheet as a phone keeps it: sent in parts, more than once, by two people at a time.

    Nothing is doubled, because content is compared: each row says which content it knew
    (``seen``). What the sheet says already is written no second time, a person joins the sheet
    once, and a row that somebody else changed meanwhile is not overwritten but shown.
    """

    _inherit = "leifeng.session"

    # ACTIONS

    def action_save_sheet(self, rows=(), results=None, walk_ins=()):
        """Save parts of the sheet; what is wrong with one part loses none of the others.

        ``rows``: [{"id", "seen", "attendance", "time_in", "time_out" ("07:30" in the agency's time
        zone, "" for the session's own), "break_minutes"}], or {"id", "remove": True} for somebody
        who was added by mistake; ``results``: {"seen", and the fields of ``RESULTS``};
        ``walk_ins``: [{"employee_id"}].

        Returns {"closed": why nothing can be saved any more or "", "rows", "walk_ins": a list of
        outcomes, "results": an outcome or None}. An outcome is {"status": "saved", "conflict" or
        "refused", "message": a sentence or "", and the values as they stand now}.
        """
        self.ensure_one()
        self._check_may_keep_sheet()
        # sudo: leifeng.session - leaders and heads with portal accounts have read access alone
        session = self.sudo()
        outcomes = {"closed": session._sheet_closed_text(), "rows": [], "walk_ins": []}
        if outcomes["closed"]:
            return {**outcomes, "results": None}
        # People first: joining the line takes locks, which come before anything is written.
        outcomes["walk_ins"] = session._save_walk_ins(_dicts(walk_ins))
        outcomes["rows"] = session._save_rows(_dicts(rows))
        outcomes["results"] = session._save_results(results) if results else None
        return outcomes

    # BUSINESS

    def _sheet_closed_text(self):
        """Return why the sheet takes nothing any more, or ""."""
        if self.state == "done":
            return self.env._("This sheet is confirmed. Please correct the service record instead.")
        if self.state == "cancelled":
            return self.env._("This session has been cancelled.")
        if self.state != "open":
            return self.env._("Only published sessions have a sheet.")
        return ""

    def _sheet_row(self, signup):
        """Return a row of the sheet as texts; no phone and no staff number."""
        present = signup.attendance == "present"
        came, left = signup._served_span() if present else (self.start, self.stop)
        return {
            "id": signup.id,
            "name": signup.employee_name,
            "department": signup.department_name or "",
            "walk_in": signup.source == "walk_in",
            "attendance": signup.attendance,
            "time_in": self._clock(came),
            "time_out": self._clock(left),
            "break_minutes": str((present and signup.break_minutes) or ""),
            "seen": self._row_content(signup),
            "words": self._row_words(signup),
        }

    def _row_content(self, signup):
        came, left = signup._served_span()
        return self._content_of(
            signup.attendance, self._clock(came), self._clock(left), signup.break_minutes
        )

    def _content_of(self, attendance, came, left, break_minutes):
        """Return ``sheet.content``; the session's own times are left out."""
        came = "" if came == self._clock(self.start) else came
        left = "" if left == self._clock(self.stop) else left
        return sheet.content(attendance, came, left, break_minutes)

    def _row_words(self, signup):
        """Return what the sheet says of somebody: "Present 07:30–08:30, Break 5"."""
        word = dict(signup._fields["attendance"]._description_selection(self.env))[
            signup.attendance
        ]
        if signup.attendance != "present":
            return word
        came, left = signup._served_span()
        words = f"{word} {self._clock(came)}–{self._clock(left)}"
        if not signup.break_minutes:
            return words
        return self.env._("%(what)s, break %(minutes)s", what=words, minutes=signup.break_minutes)

    # PEOPLE WHO CAME

    def _save_walk_ins(self, walk_ins):
        wanted = list(dict.fromkeys(_id(each.get("employee_id")) for each in walk_ins))
        people = {person.id: person for person in self.env["hr.employee"].browse(wanted).exists()}
        present = {signup.employee_id.id: signup for signup in self.signup_ids.filtered("live")}
        refusals = {
            number: self._walk_in_refusal(people.get(number))
            for number in wanted
            if number not in present
        }
        new = [number for number, refusal in refusals.items() if not refusal]
        made, fault = self._join_as_walk_ins(new)
        lines = {**present, **{signup.employee_id.id: signup for signup in made}}
        return [
            self._walk_in_outcome(number, lines.get(number), refusals.get(number) or fault)
            for number in wanted
        ]

    def _walk_in_refusal(self, person):
        if self._is_too_early():
            return self.env._("This session has not begun yet.")
        if not person or not person.active or person.company_id != self.company_id:
            return self.env._("Please choose somebody of this agency.")
        if other := self._own_line(person, [("start", "<", self.stop), ("stop", ">", self.start)]):
            return self.env._(
                "%(name)s is in line for “%(session)s” at that time. "
                "Please ask the campaign's office.",
                name=person.name,
                session=other.session_id.name,
            )
        return ""

    def _join_as_walk_ins(self, employee_ids):
        """Return the new lines, and why there are none if somebody was faster."""
        lines = self.env["leifeng.session.signup"]
        by = {"source": "walk_in", "attendance": "present", "signed_by": self.env.user.name}
        vals = [{"session_id": self.id, "employee_id": number, **by} for number in employee_ids]
        try:
            with self.env.cr.savepoint():
                return lines.create(vals), ""
        except IntegrityError:
            return lines, self.env._(
                "Something changed at the same moment. Please look at this page again."
            )

    def _walk_in_outcome(self, number, signup, refusal):
        if not signup:
            return {"employee_id": number, "status": "refused", "message": refusal, "row": None}
        if signup.attendance == "pending" and not signup.holds_place and not self._is_too_early():
            signup.attendance = "present"  # somebody from the waiting list
        row = self._sheet_row(signup)
        return {"employee_id": number, "status": "saved", "message": "", "row": row}

    # ROWS

    def _save_rows(self, rows):
        lines = {signup.id: signup for signup in self.signup_ids.filtered("live")}
        outcomes, changes = [], {}
        for row in rows:
            signup = lines.get(_id(row.get("id")))
            status, message, vals = self._judge_row(signup, row)
            if status == "write":
                changes.setdefault(tuple(vals.items()), []).append(signup.id)
                status = "saved"
            outcomes.append((signup, row, status, message))
        for vals, numbers in changes.items():
            self.env["leifeng.session.signup"].browse(numbers).write(dict(vals))
            if ("live", False) in vals:
                self._touch_sheet()
        return [self._row_outcome(*outcome) for outcome in outcomes]

    def _judge_row(self, signup, row):
        """Return (status, sentence, values to write) of a row that a phone sent."""
        if not signup:
            return "refused", self.env._("This person is no longer on the sheet."), {}
        if row.get("remove"):
            return self._judge_removal(signup)
        try:
            wanted, vals = self._read_row(row)
        except UserError as fault:
            return "refused", str(fault), {}
        verdict = sheet.verdict(wanted, row.get("seen"), self._row_content(signup))
        if verdict == "conflict":
            words = self._row_words(signup)
            return verdict, self.env._("Somebody else has recorded: %(what)s.", what=words), {}
        return "saved" if verdict == "same" else "write", "", vals

    def _judge_removal(self, signup):
        if signup.source != "walk_in":
            message = self.env._("Only somebody who was added here can be taken off again.")
            return "refused", message, {}
        return "write", "", {"live": False, "withdrawn_on": fields.Datetime.now()}

    def _read_row(self, row):
        """Return (content, values) of a row as sent; raises UserError with a sentence."""
        attendance = row.get("attendance")
        selection = self.env["leifeng.session.signup"]._fields["attendance"].get_values(self.env)
        if attendance not in selection:
            raise UserError(self.env._("Please say whether this person came."))
        if attendance != "present":
            vals = {"attendance": attendance, "time_in": False, "time_out": False}
            return sheet.content(attendance), {**vals, "break_minutes": 0}
        if self._is_too_early():
            raise UserError(self.env._("This session has not begun yet."))
        return self._read_present(row)

    def _read_present(self, row):
        minutes = sheet.whole_number(row.get("break_minutes"), sheet.MAX_BREAK)
        texts = sheet.clock(row.get("time_in")), sheet.clock(row.get("time_out"))
        if None in texts:
            raise UserError(self.env._("Please write times like 07:30."))
        if minutes is None:
            raise UserError(self.env._("Please write the break in whole minutes."))
        came = self._moment_of(texts[0], self.start)
        left = self._moment_of(texts[1], self.stop)
        served = came and left and (left - came).total_seconds() // 60 - minutes
        if not served or served <= 0:
            raise UserError(
                self.env._("Please check these times: leaving comes after arriving and the break.")
            )
        vals = {
            "attendance": "present",
            "time_in": came != self.start and came,
            "time_out": left != self.stop and left,
            "break_minutes": minutes,
        }
        return self._content_of("present", *texts, minutes), vals

    def _moment_of(self, text, own):
        """Return the UTC datetime of a clock time near the session's ``own``, which "" stands for;
        None for a time half a day away."""
        if not text or text == self._clock(own):
            return own
        local = fields.Datetime.context_timestamp(self.with_context(tz=self._tz()), own)
        found = sheet.nearest(text, local)
        return found and found.astimezone(UTC).replace(tzinfo=None)

    def _row_outcome(self, signup, row, status, message):
        values = self._sheet_row(signup) if signup and signup.live else None
        number = signup.id if signup else _id(row.get("id"))
        return {"id": number, "status": status, "message": message, "values": values}


def _dicts(values):
    """Return the dicts among what a phone sent, not more than a sheet can have."""
    found = values if isinstance(values, list | tuple) else ()
    return [each for each in found[:MAX_ROWS] if isinstance(each, dict)]


def _id(value):
    """Return a database id, 0 for anything else."""
    number = sheet.whole_number(value, 2**31 - 1)
    return number or 0
