from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from ..models.leifeng_service_correction import MAX_TEXT
from ..models.leifeng_service_record import OWN_HOURS, PARTNER_HOURS, TRAINING_HOURS
from ..tools import hours
from . import formats
from .portal import ID, PAGE_SIZE, LeifengPortal, employees_only, text_of

URL = "/my/leifeng/records"
TRAINING_URL = "/my/leifeng/training"


class LeifengRecordPortal(LeifengPortal):
    """One's own service records: to see, to print, to contest (民政部令67 art. 12–13)."""

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_records(self, page=1, **_params):
        return self._leifeng_records_page("service", URL, page)

    @route(
        [TRAINING_URL, f"{TRAINING_URL}/page/<int:page>"], type="http", auth="user", website=True
    )
    @employees_only
    def leifeng_training(self, page=1, **_params):
        """Training is a list of its own (民政部令67 art. 8), whose hours are no service hours."""
        return self._leifeng_records_page("training", TRAINING_URL, page)

    @route(f"{URL}/<{ID}:record_id>", type="http", auth="user", website=True)
    @employees_only
    def leifeng_record(self, record_id, **_params):
        return self._leifeng_record_page(self._leifeng_find_record(record_id))

    @route(f"{URL}/<{ID}:record_id>/ask", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_ask(self, record_id, **params):
        record, text = self._leifeng_find_record(record_id), text_of(params, "text")
        questions = request.env["leifeng.service.correction"]
        if refusal := self._leifeng_refusal(lambda: questions.ask(record, text)):
            return self._leifeng_record_page(record, text=text, error=refusal, status=422)
        return request.redirect(f"{URL}/{record.id}")

    @route(f"{URL}/print", type="http", auth="user", website=True)
    @employees_only
    def leifeng_print_records(self, **_params):
        records = request.env["leifeng.service.record"].search(
            self._leifeng_mine(), order="date, id"
        )
        if not records:
            return request.redirect(URL)
        name = request.env._("My Service Record")
        return self._leifeng_pdf("action_report_service_record_list", records, f"{name}.pdf")

    # VALUES

    def _leifeng_records_page(self, kind, url, page):
        records = request.env["leifeng.service.record"]
        domain = [*self._leifeng_mine(), ("reverses_id", "=", False), ("kind", "=", kind)]
        pager = portal_pager(url, records.search_count(domain), page, PAGE_SIZE)
        found = records.search(domain, limit=PAGE_SIZE, offset=pager["offset"])
        return self._leifeng_render(
            "portal_records",
            kind=kind,
            entries=[self._leifeng_entry_values(entry) for entry in self._leifeng_waiting(kind)],
            records=[self._leifeng_record_values(record) for record in found],
            pager=pager,
            **self._leifeng_sum_values(),
        )

    def _leifeng_waiting(self, kind):
        """Return one's hours that wait for a second person, and those that were not recorded."""
        domain = [*self._leifeng_mine(), ("kind", "=", kind), ("state", "!=", "recorded")]
        return request.env["leifeng.service.entry"].search(domain, limit=PAGE_SIZE)

    def _leifeng_find_record(self, record_id):
        domain = [*self._leifeng_mine(), ("id", "=", record_id)]
        found = request.env["leifeng.service.record"].search(domain)
        if not found:
            raise request.not_found()
        return found

    def _leifeng_record_page(self, record, status=200, **values):
        return self._leifeng_render(
            "portal_record",
            status=status,
            record=self._leifeng_record_values(record),
            facts=self._leifeng_record_facts(record),
            reviews=[self._leifeng_review_values(entry) for entry in record.entry_ids],
            max_text=MAX_TEXT,
            **values,
        )

    def _leifeng_sum_values(self):
        """Return the sums over all of one's records; a reversal counts against what it reverses."""
        records, mine = request.env["leifeng.service.record"], self._leifeng_mine()
        sums = records._read_group(
            [*mine, *OWN_HOURS], ["rounding"], ["minutes:sum", "work_minutes:sum"]
        )
        company = request.env.user.employee_id.company_id
        rules = [rule for rule, _minutes, _work in sums] or [company.leifeng_rounding]
        return {
            "hours": hours.hours_text(sum(minutes for _rule, minutes, _work in sums)),
            "work_hours": hours.hours_text(sum(work for _rule, _minutes, work in sums)),
            "rounding": records._rules_text(rules),
            "partner_hours": self._leifeng_hours_of(PARTNER_HOURS),
            "training_hours": self._leifeng_hours_of(TRAINING_HOURS),
            **self._leifeng_rating_values(),
        }

    def _leifeng_hours_of(self, domain):
        """Return the sum of one's records of a kind as text, '' for none."""
        records = request.env["leifeng.service.record"]
        rows = records._read_group([*self._leifeng_mine(), *domain], [], ["minutes:sum", "__count"])
        return hours.hours_text(rows[0][0]) if rows[0][1] else ""

    def _leifeng_rating_values(self):
        """Return what the served said of one's own sessions, as a sum; of nobody else's."""
        ratings = request.env["leifeng.service.rating"]
        average, count = ratings._sum_of_person(request.env.user.employee_id)
        return {"rating_average": f"{average:.1f}", "rating_count": count}

    def _leifeng_record_values(self, record):
        return {
            "url": f"{URL}/{record.id}",
            "date": formats.date_text(request.env, record.date),
            "times": self._leifeng_clock_times(record),
            "content": record.content,
            "location": record.location,
            "hours": hours.hours_text(record.minutes),
            "work_hours": record.work_minutes and hours.hours_text(record.work_minutes),
            "state": record.state,
            "state_text": formats.label(record, "state"),
            "kind": record.kind,
            "recording_unit": record.source == "partner" and record.recording_unit,
            "source": record.source,
            "source_text": formats.label(record, "source"),
            "reason": record.reason,
            "reversals": [self._leifeng_reversal_values(each) for each in record.reversal_ids],
            "questions": [self._leifeng_question_values(each) for each in record.correction_ids],
        }

    def _leifeng_record_facts(self, record):
        """Return what 民政部令67 art. 7 asks for beside date, place, content and hours."""
        return {
            "break_minutes": record.break_minutes,
            "rounding": formats.label(record, "rounding"),
            "organizing_unit": record.organizing_unit,
            "recording_unit": record.recording_unit,
            "leader": record.leader_name,
            "department": record.department_name,
        }

    def _leifeng_review_values(self, entry):
        """Return who entered the hours of a record and who agreed."""
        return {
            "reason": entry.reason,
            "asked_by": entry.asked_by,
            "decided_by": entry.decided_by,
        }

    def _leifeng_reversal_values(self, reversal):
        return {
            "state_text": formats.label(reversal, "state"),
            "hours": hours.hours_text(reversal.minutes),
            "reason": reversal.reason,
            "date": self._leifeng_reversal_date(reversal),
        }

    def _leifeng_reversal_date(self, reversal):
        moment = formats.local(reversal.create_date, reversal.company_id.leifeng_tz)
        return formats.date_text(request.env, moment.date())

    def _leifeng_question_values(self, question):
        return {
            "text": question.text,
            "state": question.state,
            "state_text": formats.label(question, "state"),
            "answer": question.answer,
            "answered_by": question.answered_by,
        }
