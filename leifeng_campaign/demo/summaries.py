"""The departments' summaries: last year's all passed, this year's two begun by their writers."""

from .agency import rows
from .clock import at, moment

DUE = 11  # workday from today, as in the plan: the first day of the last phase
WORDS = ("practices", "results", "problems", "measures")


def build(agency):
    """This year's: one submitted, one being written, the others not begun."""
    campaign = agency.env["leifeng.campaign"].browse(agency.activities["部门总结"].campaign_id.id)
    with at(moment(agency.days.workday(-1), "15:00")):
        _write(agency, campaign, "this")


def build_last_year(agency, campaign):
    with at(moment(agency.days.workday(11), "10:00")):
        _write(agency, campaign, "last")


def _write(agency, campaign, year):
    agency.officer(campaign).summary_due = agency.days.workday(DUE)
    parts = {part.department_id.name: part for part in campaign.department_ids}
    for row in rows("summaries.csv"):
        if row["year"] == year:
            _send(agency, parts[row["department"]], row)


def _send(agency, part, row):
    """Take the summary as far as the column ``way`` says: draft, submitted or approved."""
    # sudo: hr.employee - the demo acts as everybody in turn
    writer, head = part.sudo().coordinator_id.name, part.sudo().head_id.name
    mine = agency.by(writer, part)
    mine.action_draft_facts()
    mine.action_save_summary({f"summary_{name}": row[name] for name in WORDS})
    if row["way"] == "draft":
        return
    mine.action_send_summary()
    agency.by(head, part).action_agree_summary()
    if row["way"] == "approved":
        agency.officer(part).action_pass_summary()
