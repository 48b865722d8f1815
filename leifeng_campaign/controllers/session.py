from operator import itemgetter

from odoo.fields import Datetime, Domain
from odoo.http import request, route
from odoo.tools import groupby

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import offer_values, session_values
from .portal import ID, PAGE_SIZE, LeifengPortal, employees_only

URL = "/my/leifeng/sessions"


class LeifengSessionPortal(LeifengPortal):
    """What's On, and a session's page."""

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_sessions(self, page=1, **params):
        options = self._leifeng_session_options()
        chosen = self._leifeng_session_filters(options, params)
        sessions = request.env["leifeng.session"]
        domain = sessions._coming_domain() & self._leifeng_filter_domain(chosen)
        count = sessions._count_stations(domain)
        pager = portal_pager(URL, count, page, PAGE_SIZE, url_args=chosen)
        stations = sessions._search_stations(domain, PAGE_SIZE, pager["offset"])
        sessions.union(*stations).my_signup_id._note_told()
        return self._leifeng_render(
            "portal_sessions",
            offers=offer_values.mine(request.env),
            days=self._leifeng_days(stations),
            pager=pager,
            chosen=chosen,
            kinds=options["kind"],
            places=options["place"],
            has_department=bool(request.env.user.employee_id.department_id),
        )

    @route(f"{URL}/<{ID}:session_id>", type="http", auth="user", website=True)
    @employees_only
    def leifeng_session(self, session_id, **_params):
        session = self._leifeng_find_session(session_id)
        signup, begun = session.my_signup_id, session.start <= Datetime.now()
        signup._note_told()
        offer = next(iter(offer_values.mine(request.env, session)), None)
        if signup and not begun and not signup.asked_again:
            # Who clicked twice is in line, and the page says so.
            request.session.pop("leifeng_notice", None)
        return self._leifeng_render(
            "portal_session",
            session=session_values.page_values(session),
            refusal="" if signup else self._leifeng_why_not(session, offer),
            offer=offer,
            signup_id=signup.id,
            given=offer_values.given_values(signup),
            may_invite=session.may_invite,
            begun=begun,
            late=signup.holds_place
            and bool(session.withdraw_until and session.withdraw_until < Datetime.now()),
            siblings=self._leifeng_siblings(session),
            others=self._leifeng_others(session),
        )

    @route(
        f"{URL}/<{ID}:session_id>/materials/<{ID}:file_id>", type="http", auth="user", website=True
    )
    @employees_only
    def leifeng_material(self, session_id, file_id, **_params):
        session = self._leifeng_find_session(session_id)
        # sudo: ir.attachment - materials of a session that the visitor may read
        file = session.sudo().material_ids.filtered(lambda each: each.id == file_id)
        if not file:
            raise request.not_found()
        return request.env["ir.binary"]._get_stream_from(file).get_response(as_attachment=True)

    # VALUES

    def _leifeng_why_not(self, session, offer):
        """Return why the visitor can't come, or False; a place offered by a colleague is there."""
        if offer and offer["kind"] == "stand_in":
            return session._stand_in_refusal(request.env.user.employee_id)
        return session.refusal

    def _leifeng_find_session(self, session_id):
        """Return a session that employees may see; anything else is no page."""
        domain = [
            ("id", "=", session_id),
            ("state", "!=", "draft"),
            ("campaign_id.state", "!=", "draft"),
        ]
        found = request.env["leifeng.session"].search(domain)
        if not found:
            raise request.not_found()
        return found

    def _leifeng_siblings(self, session):
        """Return the other shifts of the station, each with whether the visitor can join it."""
        siblings = session.sibling_ids.filtered(lambda each: each.state != "draft")
        siblings.my_signup_id._note_told()
        free = siblings._open_to(request.env.user.employee_id)
        return [session_values.choice_values(each, each in free) for each in siblings]

    def _leifeng_others(self, session):
        """Return the other sessions that the page of a cancelled one offers to the visitor."""
        if session.state != "cancelled":
            return []
        found = session._others_for(request.env.user.employee_id)
        return [session_values.choice_values(other, True) for other in found]

    def _leifeng_session_options(self):
        """Return the kinds {key: word} and the places that coming sessions have."""
        sessions = request.env["leifeng.session"]
        pairs = sessions._read_group(sessions._coming_domain(), ["kind", "location"])
        words = sessions._fields["kind"]._description_selection(request.env)
        kinds = {kind for kind, _place in pairs}
        return {
            "kind": {kind: word for kind, word in words if kind in kinds},
            "place": sorted({place for _kind, place in pairs if place}),
        }

    def _leifeng_session_filters(self, options, params):
        """Return what was chosen of ``options``; anything else in the address is ignored."""
        chosen = {name: params[name] for name in options if params.get(name) in options[name]}
        return chosen | {name: "1" for name in ("mine", "free") if params.get(name)}

    def _leifeng_filter_domain(self, chosen):
        employee = request.env.user.employee_id
        domains = {
            "kind": Domain("kind", "=", chosen.get("kind")),
            "place": Domain("location", "=", chosen.get("place")),
            "mine": Domain("department_id", "=", employee.department_id.id),
            "free": request.env["leifeng.session"]._taking_domain(),
        }
        return Domain.AND(domains[name] for name in chosen)

    def _leifeng_days(self, stations):
        cards = map(session_values.station_values, stations)
        return [
            {"day": day, "sessions": group} for day, group in groupby(cards, key=itemgetter("day"))
        ]
