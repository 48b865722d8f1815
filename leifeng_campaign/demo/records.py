"""What became of the records: a correction, questions, certificates."""

from datetime import timedelta

TEN_MINUTES = timedelta(minutes=10)


def build(agency):
    _correct(agency)
    _question(agency)
    _answered_question(agency)
    _certificates(agency)


def _correct(agency):
    """A record with ten minutes too many."""
    day = agency.days.workday(-5)
    record = agency.officer(agency.env["leifeng.service.record"]).search(
        [("date", "=", day), ("session_id.category", "=", "traffic")], limit=1
    )
    record.action_correct("原记录多计10分钟", record.start, record.stop - TEN_MINUTES)


def _own_records(agency, name):
    records = agency.by(name, agency.env["leifeng.service.record"])
    return records.search([("employee_id", "=", agency.people[name].id)], order="date desc")


def _question(agency):
    record = _own_records(agency, "俞景初")[0]
    record.env["leifeng.service.correction"].ask(
        record, "我当天8:40才与民警交接完离岗，时长可能少计了10分钟，请核实。"
    )


def _answered_question(agency):
    record = _own_records(agency, "樊铁山")[0]
    question = record.env["leifeng.service.correction"].ask(
        record, "我搬运杂物到11:30才结束，请核实。"
    )
    agency.officer(question).action_answer("签到表登记到11:00，延长部分无人核实，维持原记录。")


def _certificates(agency):
    """One on the volunteer's own request, one issued by the office."""
    certificates = agency.env["leifeng.certificate"]
    employee, leader = agency.people["聂小雨"], agency.people["樊铁山"]
    agency.by(employee.name, certificates).issue_service_record(employee.id)
    agency.officer(certificates).issue_service_record(leader.id)
