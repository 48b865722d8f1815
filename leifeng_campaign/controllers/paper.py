from odoo.http import content_disposition, request, route

from . import sheet_values
from .portal import ID, text_of
from .sheet import LeifengSheetPortal
from .sheet_values import URL

PAPER = f"{URL}/paper"


class LeifengPaperPortal(LeifengSheetPortal):
    """Sheets of paper, for the two persons whom the award names: who enters, and who checks."""

    @route(PAPER, type="http", auth="user", website=True)
    def leifeng_paper(self, **_params):
        sheets = request.env["leifeng.award.review"]._paper_sheets()
        return self._leifeng_render(
            "portal_paper", judges=[self._leifeng_paper_judge(*each) for each in _by_judge(sheets)]
        )

    @route(f"{PAPER}/<{ID}:review_id>", type="http", auth="user", methods=["GET"], website=True)
    def leifeng_paper_sheet(self, review_id, **_params):
        return self._leifeng_paper_page(self._leifeng_find_paper(review_id))

    @route(
        f"{PAPER}/<{ID}:review_id>/send", type="http", auth="user", methods=["POST"], website=True
    )
    def leifeng_send_paper(self, review_id, **params):
        sheet = self._leifeng_find_paper(review_id)
        typed = self._leifeng_typed_scores(sheet, params)
        mine = request.env["leifeng.award.review"].browse(sheet.id)
        act = self._leifeng_paper_act(mine, text_of(params, "do"), typed, _content(params, "scan"))
        if refusal := self._leifeng_refusal(act):
            return self._leifeng_paper_page(sheet, typed, refusal, status=422)
        return request.redirect(PAPER)

    @route(f"{PAPER}/<{ID}:review_id>/scan", type="http", auth="user", website=True)
    def leifeng_paper_scan(self, review_id, **_params):
        scan = self._leifeng_find_paper(review_id).scan_id
        if not scan:
            raise request.not_found()
        headers = [
            ("Content-Type", scan.mimetype),
            ("Content-Disposition", content_disposition(scan.name)),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(scan.raw, headers)

    @route(f"{PAPER}/judge/<{ID}:judge_id>/pdf", type="http", auth="user", website=True)
    def leifeng_paper_pdf(self, judge_id, **_params):
        sheets = request.env["leifeng.award.review"]._paper_sheets([("judge_id", "=", judge_id)])
        if not sheets:
            raise request.not_found()
        judge = sheets.judge_id.sudo(False)
        return self._leifeng_pdf("action_report_award_paper", judge, f"{judge_id}.pdf")

    # VALUES

    def _leifeng_overview_values(self):
        return {**super()._leifeng_overview_values(), "paper_sheets": self._leifeng_paper_text()}

    def _leifeng_paper_text(self):
        """Return how many sheets wait for the visitor, in words; "" for none."""
        enter, compare = request.env["leifeng.award.review"]._paper_waiting()
        texts = [
            enter and request.env._("%(count)s to enter", count=enter),
            compare and request.env._("%(count)s to compare", count=compare),
        ]
        return " · ".join(filter(None, texts))

    def _leifeng_sheets_values(self):
        paper = request.env["leifeng.award.review"]._paper_sheets()
        return {**super()._leifeng_sheets_values(), "paper_url": PAPER if paper else ""}

    def _leifeng_find_paper(self, review_id):
        """Return a sheet of paper with sudo; only the two persons find it."""
        sheet = request.env["leifeng.award.review"]._paper_sheets([("id", "=", review_id)])
        if not sheet:
            raise request.not_found()
        return sheet

    def _leifeng_paper_judge(self, judge, sheets):
        return {
            "name": judge.name,
            "award": judge.award_id.name,
            "pdf_url": f"{PAPER}/judge/{judge.id}/pdf",
            "sheets": [
                {**sheet_values.row_values(each), "url": f"{PAPER}/{each.id}", "step": _step(each)}
                for each in sheets
            ],
        }

    def _leifeng_paper_act(self, sheet, name, typed, scan):
        scores, comment = typed["scores"], typed["comment"]
        acts = {
            "enter": lambda: sheet.action_enter_paper(scores, comment, scan, typed["correction"]),
            "abstain": lambda: sheet.action_enter_abstention(comment, scan),
            "recuse": lambda: sheet.action_enter_recusal(typed["reason"], typed["note"], scan),
            "agree": sheet.action_agree_paper,
            "return": sheet.action_return_paper,
        }
        return acts.get(name, self._leifeng_unknown_act)

    def _leifeng_paper_page(self, sheet, typed=None, refusal="", status=200):
        return self._leifeng_render(
            "portal_paper_sheet",
            status=status,
            paper_url=PAPER,
            url=f"{PAPER}/{sheet.id}",
            award=sheet.award_id.name,
            judge=sheet.judge_id.name,
            sheet=sheet_values.row_values(sheet),
            step=_step(sheet),
            criteria=self._leifeng_criteria(sheet, typed),
            typed=typed or {"comment": sheet.comment or ""},
            refusal=refusal,
            reasons=self._leifeng_recusal_reasons(),
            may_enter=sheet.award_id.paper_clerk_id == request.env.user,
            may_check=sheet.award_id.paper_checker_id == request.env.user,
            has_scan=bool(sheet.scan_id),
            abstains=sheet.paper_abstains,
        )


def _by_judge(sheets):
    return sheets.grouped("judge_id").items()


def _step(sheet):
    """Return enter, check or done: whose turn a sheet of paper is."""
    if sheet.state != "draft":
        return "done"
    return "check" if sheet.from_paper else "enter"


def _content(params, name):
    """Return the bytes of a file that a form sent, b"" for anything else."""
    file = params.get(name)
    return file.read() if hasattr(file, "read") else b""
