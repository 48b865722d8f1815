from functools import wraps

from odoo.http import content_disposition, request, route

from . import sheet_values
from .portal import ID, LeifengPortal
from .sheet_values import URL


def judges_only(page):
    """Show whoever sits on no panel that there is none; a judge need not be an employee."""

    @wraps(page)
    def gate(self, *args, **kwargs):
        if not self._leifeng_is_judge():
            return self._leifeng_render("portal_sheets", panels=[], paper_url="")
        return page(self, *args, **kwargs)

    return gate


class LeifengSheetsPortal(LeifengPortal):
    """A judge's panels and the list of sheets of each."""

    @route(URL, type="http", auth="user", website=True)
    def leifeng_sheets(self, **_params):
        return self._leifeng_render("portal_sheets", **self._leifeng_sheets_values())

    @route(f"{URL}/panel/<{ID}:award_id>", type="http", auth="user", website=True)
    @judges_only
    def leifeng_panel_sheets(self, award_id, **_params):
        sheets = request.env["leifeng.award.review"]._mine([("award_id", "=", award_id)])
        if not sheets:
            raise request.not_found()
        rows = [sheet_values.row_values(sheet) for sheet in sheets]
        return self._leifeng_render(
            "portal_panel_sheets",
            award=sheets.award_id.name,
            rows=rows,
            progress=sheet_values.progress_text(
                request.env, sum(row["state"] != "draft" for row in rows), len(rows)
            ),
        )

    @route(f"{URL}/<{ID}:review_id>/file/<{ID}:file_id>", type="http", auth="user", website=True)
    @judges_only
    def leifeng_sheet_file(self, review_id, file_id, **_params):
        file = self._leifeng_find_sheet(review_id)._file(file_id)
        if not file:
            raise request.not_found()
        # always a download: what somebody handed in is not run as a page of ours
        headers = [
            ("Content-Type", "application/octet-stream"),
            ("Content-Disposition", content_disposition(file.name)),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(file.raw, headers)

    # VALUES

    def _leifeng_overview_values(self):
        return {**super()._leifeng_overview_values(), "panel_sheets": self._leifeng_panel_text()}

    def _leifeng_no_employee(self):
        """Override: a judge from outside is led to the sheets."""
        if self._leifeng_is_judge():
            return request.redirect(URL)
        return super()._leifeng_no_employee()

    def _leifeng_is_judge(self):
        return bool(request.env["leifeng.award.review"]._seats())

    def _leifeng_panel_text(self):
        """Return how many of the visitor's sheets are done, in words; "" for who has none."""
        progress = request.env["leifeng.award.review"]._my_progress()
        if not progress:
            return ""
        done, count = (sum(numbers) for numbers in zip(*progress.values(), strict=True))
        return sheet_values.progress_text(request.env, done, count)

    def _leifeng_find_sheet(self, review_id):
        sheet = request.env["leifeng.award.review"]._mine([("id", "=", review_id)])
        if not sheet:
            raise request.not_found()
        return sheet

    def _leifeng_sheets_values(self):
        reviews = request.env["leifeng.award.review"]
        following = {}
        for sheet in reviews._mine([("state", "=", "draft")]):
            following.setdefault(sheet.award_id.id, sheet.id)
        panels = [
            sheet_values.panel_values(award, done, count, following.get(award.id))
            for award, (done, count) in self._leifeng_progress_of_mine()
        ]
        return {"panels": panels, "paper_url": ""}

    def _leifeng_progress_of_mine(self):
        """Return [(award, (done, all))], those with scoring open first."""
        progress = request.env["leifeng.award.review"]._my_progress()
        awards = [(award.with_env(request.env), numbers) for award, numbers in progress.items()]
        return sorted(awards, key=lambda each: (bool(each[0].scoring_closed_on), -each[0].id))
