from odoo.http import request, route

from ..models.leifeng_award_nominate import STAGES
from ..models.leifeng_award_statement import MAX_STATEMENT
from . import nomination_values
from .department import URL, LeifengDepartmentPortal
from .portal import ID, employees_only, id_of, text_of

SHOWN = ("consent", "submitted", "returned", "candidate", "dropped")
LISTED = (*STAGES, "judging", "proposed", "approved")


class LeifengDepartmentNominations(LeifengDepartmentPortal):
    """What a department puts forward: its nominees and essays, and its own statement."""

    @route(
        f"{URL}/<{ID}:part_id>/statement", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_state(self, part_id, **params):
        parts = request.env["leifeng.campaign.department"]._mine()
        part = self._leifeng_find_part(parts, part_id)
        domain = [("id", "=", id_of(params, "award_id")), ("kind", "=", "department")]
        award = request.env["leifeng.award"].search(domain)
        if not award:
            raise request.not_found()
        text = text_of(params, "statement")
        act = lambda: award.action_state(part.department_id.id, text)  # noqa: E731
        if refusal := self._leifeng_refusal(act):
            typed = {award.id: text}
            return self._leifeng_department_page(part, 422, error=refusal, statement=typed)
        return request.redirect(f"{URL}/{part.id}#nominations")

    # VALUES

    def _leifeng_department_page(self, part, status=200, statement=None, **values):
        return super()._leifeng_department_page(
            part,
            status,
            nominations=self._leifeng_nomination_groups(part),
            statements=self._leifeng_statement_values(part, statement or {}),
            max_statement=MAX_STATEMENT,
            **values,
        )

    def _leifeng_nomination_groups(self, part):
        """Return the awards for which the department has entries, or may nominate."""
        entries = request.env["leifeng.award.entry"].search(
            [
                ("department_id", "=", part.department_id.id),
                ("campaign_id", "=", part.campaign_id.id),
                ("kind", "in", ("person", "essay")),
                ("state", "in", SHOWN),
                ("award_id.state", "in", LISTED),
            ],
            order="award_id, department_order, id",
        )
        domain = [("campaign_id", "=", part.campaign_id.id), ("state", "in", LISTED)]
        awards = request.env["leifeng.award"].search(
            [*domain, ("kind", "in", ("person", "essay"))], order="kind desc, id"
        )
        found = entries.grouped("award_id")
        groups = [(award, found.get(award, entries.browse())) for award in awards]
        return [
            self._leifeng_group_values(part, award, mine)
            for award, mine in groups
            if mine or (award.kind == "person" and award._accepts_entries())
        ]

    def _leifeng_group_values(self, part, award, entries):
        part_sudo = part.sudo()  # sudo: hr.employee - who answers for it, read once for all rows
        candidates = entries.filtered(lambda entry: entry.state == "candidate")
        return {
            **nomination_values.award_values(award),
            "kind": award.kind,
            "quota": award.kind == "person" and award.department_quota,
            "candidates": [self._leifeng_row(entry, part_sudo) for entry in candidates],
            "others": [self._leifeng_row(entry, part_sudo) for entry in entries - candidates],
            "accepts": award.kind == "person" and award._accepts_entries(),
            "pdf_url": f"/leifeng/nominees/{award.id}/pdf?part_id={part.id}",
            "xlsx_url": f"/leifeng/nominees/{award.id}/xlsx?part_id={part.id}",
        }

    def _leifeng_row(self, entry, part):
        return {
            **nomination_values.row_values(entry),
            "id": entry.id,
            "title": entry.title if entry.kind == "essay" else "",
            "deeds": entry.deeds_short if entry.kind == "person" else "",
            **nomination_values.screen_values(entry, part),
        }

    def _leifeng_statement_values(self, part, typed):
        """Return the awards of departments that take a statement, with what was written."""
        awards = request.env["leifeng.award"]._stateable()
        awards = awards.filtered(lambda award: award.campaign_id == part.campaign_id)
        domain = [("award_id", "in", awards.ids), ("department_id", "=", part.department_id.id)]
        entries = request.env["leifeng.award.entry"].search(domain).grouped("award_id")
        none = request.env["leifeng.award.entry"]
        return [
            {
                "id": award.id,
                "name": award.name,
                "text": typed.get(award.id, entries.get(award, none)[:1].statement or ""),
            }
            for award in awards
        ]
