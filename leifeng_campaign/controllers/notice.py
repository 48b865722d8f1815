import time

from odoo.exceptions import UserError
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from ..models.leifeng_award_objection_acts import MAX_FILES, MAX_MEGABYTES, MAX_TEXT
from ..tools.rate_limit import RateLimit
from . import notice_values
from .portal import ID, PAGE_SIZE, LeifengPortal, employees_only, id_of, text_of

URL = "/my/leifeng/notices"
MINUTES = 10
MAX_CONTACT = 100  # characters

by_person = RateLimit(10, MINUTES * 60)


class LeifengNoticePortal(LeifengPortal):
    """Public notices for everyone, and objecting to them."""

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_notices(self, page=1, **_params):
        notices = request.env["leifeng.award.notice"]
        domain = [("state", "in", ("published", "ended", "replaced"))]
        pager = portal_pager(URL, notices.search_count(domain), page, PAGE_SIZE)
        found = notices.search(domain, limit=PAGE_SIZE, offset=pager["offset"])
        rows = [notice_values.row(notice) for notice in found]
        return self._leifeng_render(
            "portal_notices",
            current=[row for row in rows if row["current"]],
            past=[row for row in rows if not row["current"]],
            pager=pager,
            own_count=self._leifeng_objections_sudo().search_count(self._leifeng_mine()),
        )

    @route(f"{URL}/<{ID}:notice_id>", type="http", auth="user", website=True)
    @employees_only
    def leifeng_notice(self, notice_id, **_params):
        return self._leifeng_notice_page(self._leifeng_find_notice(notice_id))

    @route(
        f"{URL}/<{ID}:notice_id>/object", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_object(self, notice_id, **params):
        notice = self._leifeng_find_notice(notice_id)
        typed = {
            "line_id": id_of(params, "line_id"),
            "text": text_of(params, "text"),
            "signed": text_of(params, "signed") != "no",
            "contact": text_of(params, "contact").strip()[:MAX_CONTACT],
        }
        if refusal := self._leifeng_refusal(lambda: self._leifeng_hand_in(notice, typed)):
            return self._leifeng_notice_page(notice, status=422, error=refusal, **typed)
        request.session["leifeng_notice"] = self._leifeng_thanks(typed["signed"])
        return request.redirect(f"{URL}/objections" if typed["signed"] else f"{URL}/{notice.id}")

    @route(f"{URL}/objections", type="http", auth="user", website=True)
    @employees_only
    def leifeng_objections(self, **_params):
        own = self._leifeng_objections_sudo().search(self._leifeng_mine(), limit=50)
        return self._leifeng_render(
            "portal_objections", objections=[notice_values.objection(each) for each in own]
        )

    # VALUES

    def _leifeng_overview_values(self):
        notices = request.env["leifeng.award.notice"]
        running = notices.search([("state", "=", "published")])
        current = running.filtered(lambda notice: notice._is_running())
        return {**super()._leifeng_overview_values(), "notice_count": len(current)}

    def _leifeng_find_notice(self, notice_id):
        domain = [("id", "=", notice_id), ("state", "!=", "draft")]
        notice = request.env["leifeng.award.notice"].search(domain)
        if not notice:
            raise request.not_found()
        return notice

    def _leifeng_objections_sudo(self):
        # sudo: leifeng.award.objection - the own ones alone; who and the answer are the handler's
        return request.env["leifeng.award.objection"].sudo()

    def _leifeng_notice_page(self, notice, status=200, **values):
        return self._leifeng_render(
            "portal_notice",
            status=status,
            **{
                **notice_values.page(notice),
                "max_text": MAX_TEXT,
                "max_contact": MAX_CONTACT,
                "whole_list": request.env._("The list as a whole, or somebody who is missing"),
                "files_hint": self._leifeng_files_hint(),
                "signed": True,
                **values,
            },
        )

    def _leifeng_hand_in(self, notice, typed):
        if not by_person.allows(request.env.uid, time.monotonic()):
            raise UserError(
                request.env._(
                    "You have sent this very often. Please try again in %(minutes)s minutes.",
                    minutes=MINUTES,
                )
            )
        request.env["leifeng.award.objection"].hand_in(notice, **typed, files=self._leifeng_files())

    def _leifeng_files(self):
        """Return the contents of the files that came along; one too large is cut, and refused."""
        sent = request.httprequest.files.getlist("files")[: MAX_FILES + 1]
        contents = [file.read(MAX_MEGABYTES * 1024 * 1024 + 1) for file in sent]
        return [content for content in contents if content]

    def _leifeng_files_hint(self):
        return request.env._(
            "At most %(count)s files (PDF, PNG, JPEG) of %(size)s MB each. The discipline "
            "supervisors alone see them. A PDF may hold its author's name.",
            count=MAX_FILES,
            size=MAX_MEGABYTES,
        )

    def _leifeng_thanks(self, signed):
        if signed:
            return request.env._("Your objection has been received. You will be answered here.")
        return request.env._(
            "The objection has been received. Nothing of you was kept, so nobody can answer you."
        )
