from functools import wraps

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.fields import Datetime
from odoo.http import content_disposition, request, route

from odoo.addons.portal.controllers.portal import CustomerPortal

from ..models.leifeng_service_record import OWN_HOURS
from ..tools import hours
from . import formats, offer_values

ID = "int(max=2147483647)"  # what fits into the database's ids; a larger number is no page
PAGE_SIZE = 20


def text_of(params, name):
    """Return the text that a form sent, "" for anything else; the database can't hold a NUL."""
    value = params.get(name)
    return value.replace("\0", "").replace("\r\n", "\n") if isinstance(value, str) else ""


def number_of(value):
    """Return the number of a page that an address or a form asked for; 1 for anything else."""
    text = str(value)
    return int(text[:9]) if text.isascii() and text.isdigit() and len(text) < 100 else 1


def id_of(params, name):
    """Return the id that a form sent, 0 for anything else and for what no id can be."""
    text = text_of(params, name)
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 11 else 0
    return number if number < 2**31 else 0


def employees_only(page):
    """Show accounts that belong to no employee a friendly sentence instead of ``page``."""

    @wraps(page)
    def gate(self, *args, **kwargs):
        if not request.env.user.employee_id:
            return self._leifeng_no_employee()
        if "page" in kwargs:  # a form or a query can send it where the address doesn't
            kwargs["page"] = number_of(kwargs["page"])
        return page(self, *args, **kwargs)

    return gate


class LeifengPortal(CustomerPortal):
    """The card on the portal's home, the overview, and what all pages of ours share."""

    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "leifeng_unread_count" in counters:
            values["leifeng_unread_count"] = self._leifeng_unread_count()
        return values

    @route("/my/leifeng", type="http", auth="user", website=True)
    @employees_only
    def leifeng_home(self, **_params):
        return self._leifeng_render("portal_overview", **self._leifeng_overview_values())

    @route("/my/leifeng/data", type="http", auth="user", website=True)
    def leifeng_data(self, **_params):
        return self._leifeng_render("portal_data", **self._leifeng_data_values())

    # VALUES

    def _leifeng_overview_values(self):
        env = request.env
        mine = self._leifeng_mine()
        records = env["leifeng.service.record"]._read_group(
            [*mine, *OWN_HOURS], [], ["minutes:sum"]
        )
        campaigns = env["leifeng.campaign"].search([("state", "=", "running")])
        return {
            "campaigns": [
                {"name": each.name, "theme": each.theme} for each in campaigns._under_way_first()
            ],
            "offers": offer_values.mine(env),
            "coming_count": env["leifeng.session.signup"].search_count(
                [*mine, ("live", "=", True), ("stop", ">", Datetime.now())]
            ),
            "hours": hours.hours_text(records[0][0] or 0),
            "unread_count": self._leifeng_unread_count(),
        }

    def _leifeng_data_values(self):
        company = request.env.company
        # sudo: ir.config_parameter - the period for which records are kept is public
        parameters = request.env["ir.config_parameter"].sudo()
        return {
            **self._leifeng_office_values(company),
            "company": company.name,
            "signup_months": company.leifeng_signup_months,
            "message_months": company.leifeng_message_months,
            "record_years": parameters.get_param("leifeng_campaign.record_years") or "10",
        }

    def _leifeng_office_values(self, company):
        return {
            "office": company.leifeng_office,
            "office_address": company.leifeng_office_address,
            "office_phone": company.leifeng_office_phone,
        }

    def _leifeng_mine(self):
        """Return the domain of what belongs to the visitor, whatever else their groups may read."""
        return [("employee_id", "=", request.env.user.employee_id.id)]

    def _leifeng_unread_count(self):
        unread = [*self._leifeng_mine(), ("read_on", "=", False)]
        return request.env["leifeng.message"].search_count(unread)

    def _leifeng_entry_values(self, entry):
        """Return hours that wait for a second person, or waited."""
        return {
            "person": entry.employee_name,
            "date": formats.date_text(request.env, entry.date),
            "times": self._leifeng_clock_times(entry),
            "content": entry.content,
            "hours": hours.hours_text(entry.raw_minutes),
            "state": entry.state,
            "state_text": formats.label(entry, "state"),
            "source_text": formats.label(entry, "source"),
            "long_day": entry.long_day and entry.state == "review",
            "reason": entry.reason,
            "answer": entry.answer,
        }

    def _leifeng_clock_times(self, record):
        """Return '07:30–08:30', or '' where a partner gave no times."""
        if not (record.start and record.stop):
            return ""
        return formats.times_text(
            request.env, record.start, record.stop, record.company_id.leifeng_tz
        )

    # HELPERS

    def _leifeng_no_employee(self):
        return self._leifeng_render("portal_no_employee")

    def _leifeng_render(self, template, status=200, **values):
        """Render one of our templates with plain values."""
        return request.render(
            f"leifeng_campaign.{template}",
            {"page_name": "leifeng", "notice": request.session.pop("leifeng_notice", ""), **values},
            status=status,
        )

    def _leifeng_act(self, act, url):
        """Do ``act`` and redirect to ``url``, where its outcome is read after the commit."""
        if refusal := self._leifeng_refusal(act):
            request.session["leifeng_notice"] = refusal
        return request.redirect(url)

    def _leifeng_refusal(self, act):
        """Do ``act``; return the sentence by which it was refused, or "".

        Only refusals are caught: a serialization failure makes Odoo run the request again.
        """
        try:
            with request.env.cr.savepoint():
                act()
        except IntegrityError:
            return request.env._(
                "Something changed at the same moment. Please look at this page again."
            )
        except UserError as refusal:
            return str(refusal)
        return ""

    def _leifeng_autosave(self, save, shown):
        """Answer the script that saves while one types (static/src/kept_form).

        ``save`` returns whether it saved, ``shown`` gives what stands there. The answer is
        {"saved": shown}, {"theirs": shown} where it was changed elsewhere, or {"refused": why}.
        """
        done = []
        if refusal := self._leifeng_refusal(lambda: done.append(save())):
            return {"refused": refusal}
        return {"saved" if done[0] else "theirs": shown()}

    def _leifeng_pdf(self, report, records, filename):
        """Return the report as a download; ``records`` are the visitor's own."""
        # sudo: ir.actions.report - portal users can't read reports; the records were checked
        reports = request.env["ir.actions.report"].sudo()
        content, _kind = reports._render_qweb_pdf(f"leifeng_campaign.{report}", records.ids)
        return request.make_response(
            content,
            [
                ("Content-Type", "application/pdf"),
                ("Content-Disposition", content_disposition(filename)),
            ],
        )
