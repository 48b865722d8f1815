import threading
from collections import Counter
from datetime import timedelta
from unittest.mock import patch

from lxml import etree

from odoo.fields import Command
from odoo.http import Request
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..tools.rate_limit import RateLimit
from .malformed import Malformed
from .portal_case import PortalCase
from .story_case import photo

POSTS = 1_000  # in all, spread over the visitors
VISITORS = ("public", "employee", "leader", "head", "coordinator", "officer")
FIELDS = "//*[self::input or self::select or self::textarea or self::button]/@name"
# A refusal is logged as a warning by the pages that show it; a fault would be an answer of 500.
QUIET = ("odoo.http", "odoo.sql_db", "odoo.addons.base.models.ir_http")

# What a JSON answer may name: a refusal, no such page, nobody is logged in.
ANSWERS = ("odoo.exceptions.", "werkzeug.exceptions.", "odoo.http.SessionExpired")


@tagged("post_install", "-at_install")
class TestFuzz(PortalCase):
    """What a broken program or an attacker sends to every page of ours gets an answer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rules = cls._our_rules()
        cls.names = cls._field_names()
        cls.parts = cls._real_parts()

    @classmethod
    def _our_rules(cls):
        """Return the addresses of this addon, as werkzeug's rules."""
        thread = threading.current_thread()
        with patch.object(thread, "dbname", cls.env.cr.dbname, create=True):  # as in a request
            rules = list(cls.env["ir.http"].routing_map().iter_rules())
        return [rule for rule in rules if ".leifeng_campaign." in rule.endpoint.func.__module__]

    @classmethod
    def _field_names(cls):
        """Return what our pages' forms send, and what the addresses' functions take."""
        views = cls.env["ir.ui.view"].search(
            [("type", "=", "qweb"), ("key", "=like", "leifeng_campaign.%")]
        )
        trees = [etree.fromstring(view.arch.encode()) for view in views]
        names = {name for tree in trees for name in tree.xpath(FIELDS)}
        # Odoo itself fails at a file that is called as its token.
        return names - {"csrf_token"} | {"x", "id", "page"}

    @classmethod
    def _real_parts(cls):
        """Return {argument of an address: values that exist}."""
        coming, past = cls._session(), cls._session(hours_ahead=-20)
        signups = cls._line(coming, [cls.me, cls.colleague]) | cls._line(past, [cls.me])
        done = cls._confirmed([cls.me, cls.people["leader"]], hours_ahead=-40)
        offers = coming.with_user(cls.users["officer"]).action_invite(
            (cls.people["head"] | cls.people["hr"]).ids
        )
        cls.env["res.users"].with_user(cls.users["employee"]).action_renew_calendar()
        certificate = cls.env["leifeng.certificate"].issue_service_record(cls.me.id)
        organization, request = cls._real_request(done)
        card = cls.env["leifeng.service.rating.card"]._for_session(done, 1)
        awards, entries = cls._real_awards()
        honor = cls._real_honor(cls._real_decision(awards[1:2]))
        conference, speech = cls._real_conference()
        reviews = cls._real_reviews()
        exports = cls.env["leifeng.ledger.export"].with_user(cls.users["officer"]).create({})
        story = cls._real_story()
        return {
            "story_id": story.ids,
            "story_ids": list(map(str, story.ids)),
            "picture_id": story.picture_ids.ids,
            "export_id": exports.ids,
            "workbook_id": cls._real_workbook().ids,
            "document_id": cls._real_document().ids,
            "kind": ["docx", "xlsx"],
            "award_id": awards.ids,
            "entry_id": entries.ids,
            "notice_id": cls._real_notice(awards[:1]).ids,
            "review_id": reviews.ids,
            "judge_id": reviews.judge_id.ids,
            "part_id": cls.part.ids,
            "request_id": request.ids,
            "token": [organization.leifeng_ask_token],
            "session_id": (coming | past | done | conference).ids,
            "speech_id": speech.ids,
            "step_id": conference.campaign_id.followup_ids.ids,
            "signup_id": signups.ids,
            "offer_id": offers.ids,
            "record_id": done.record_ids.ids,
            "certificate_id": (certificate | honor).ids,
            "decision_id": honor.decision_id.ids,
            "calendar_token": [cls.users["employee"].sudo().leifeng_calendar_token],
            "file_id": [1],
            "page": [1, 2],
            "code": [certificate.token, honor.token, card.token],
        }

    @classmethod
    def _real_document(cls):
        """Return an officer's open dialog of a campaign's papers."""
        dialogs = cls.env["leifeng.document"].with_user(cls.users["officer"])
        return dialogs.create({"campaign_id": cls.campaign.id, "kind": "contacts"})

    @classmethod
    def _real_workbook(cls):
        workbooks = cls.env["leifeng.workbook"].with_user(cls.users["officer"])
        return workbooks.create({"campaign_id": cls.campaign.id})

    @classmethod
    def _real_conference(cls):
        """Return a published conference, and an outline of mine for it."""
        cls.campaign.phase_ids.activity_ids = [Command.create({"name": "C", "kind": "ceremony"})]
        [activity] = cls.campaign.plan_activity_ids.filtered(lambda each: each.kind == "ceremony")
        conference = cls._session(activity_id=activity.id, hours_ahead=60)
        values = {"session_id": conference.id, "kind": "speech", "name": "S"}
        cls.env["leifeng.session.agenda"].create({**values, "employee_id": cls.me.id})
        conference.action_ask_outlines()
        step = {"name": "F", "campaign_id": cls.campaign.id, "department_id": cls.hall.id}
        due = cls.company._leifeng_today()
        step = {**step, "date_due": due}
        cls.env["leifeng.followup"].create([step, {**step, "employee_id": cls.me.id}])
        return conference, conference.agenda_ids.speech_ids

    @classmethod
    def _real_notice(cls, awards):
        """Return a public notice that takes objections."""
        notice = cls.env["leifeng.award.notice"].create({"name": "N", "award_ids": awards.ids})
        today = cls.company._leifeng_today()
        notice._set_state("published", date_start=today, date_stop=today + timedelta(days=7))
        return notice

    @classmethod
    def _real_story(cls):
        """Return a reflection of mine with a picture."""
        typed = {"title": "Mine", "text": "Words"}
        stories = cls.env["leifeng.story"].with_user(cls.users["employee"])
        story = stories.action_begin_reflection(typed).sudo()
        picture = {"story_id": story.id, "image": photo(), "recognizable": False}
        story.picture_ids.create(picture)
        return story

    @classmethod
    def _real_decision(cls, awards):
        """Return a commendation decision in draft."""
        values = {"name": "D", "award_ids": awards.ids}
        return cls.env["leifeng.award.decision"].create(values)

    @classmethod
    def _real_honor(cls, decision):
        """Return an honor of mine, of that decision."""
        words = {"holder_name": "Employee", "award_name": "A", "tier_name": "T"}
        return cls.env["leifeng.certificate"].create(
            {
                "kind": "honor",
                "number": "H1",
                "token": "0123456789abcdef" * 2,
                "company_id": cls.company.id,
                "employee_id": cls.me.id,
                "award_id": decision.award_ids[0].id,
                "decision_id": decision.id,
                "named": True,
                "honor_words": "To E:\nWon.",
                **words,
            }
        )

    @classmethod
    def _real_awards(cls):
        """Return open awards of each kind, and entries that wait for consent and for a review."""
        kinds = ("essay", "person", "department")
        values = [{"name": each, "kind": each, "campaign_id": cls.campaign.id} for each in kinds]
        awards = cls.env["leifeng.award"].create(values)
        awards._set_state("open")
        entries = cls.env["leifeng.award.entry"].create(
            [
                {
                    "award_id": award.id,
                    "employee_id": person.id,
                    "department_id": cls.hall.id,
                    "employee_name": person.name,
                    "entered_by_id": cls.people["coordinator"].id,
                    "deeds_short": "Helps",
                }
                for award in awards[:2]
                for person in (cls.me, cls.colleague)
            ]
        )
        entries[::2]._set_state("submitted")
        entries[1::2]._set_state("consent")
        return awards, entries

    @classmethod
    def _real_reviews(cls):
        """Return a panel's sheets: of two visitors, and of paper that a third one enters."""
        seats = [{"name": role, "user_id": cls.users[role].id} for role in ("leader", "head")]
        award = cls.env["leifeng.award"].create(
            {
                "name": "Judged",
                "kind": "department",
                "campaign_id": cls.campaign.id,
                "criterion_ids": [Command.create({"name": "All", "weight": 100})],
                "judge_ids": [
                    Command.create(seat) for seat in (*seats, {"name": "Paper", "on_paper": True})
                ],
                "paper_clerk_id": cls.users["coordinator"].id,
                "paper_checker_id": cls.users["hr"].id,
            }
        )
        award._set_state("open")
        entry = {
            "award_id": award.id,
            "department_id": cls.hotline.id,
            "department_name": "Hotline",
        }
        cls.env["leifeng.award.entry"].create(entry)._set_state("candidate")
        award.with_user(cls.users["officer"]).action_start_judging()
        return cls.env["leifeng.award.review"].search([("award_id", "=", award.id)])

    @classmethod
    def _real_request(cls, done):
        """Return an organization with a link, and its requests: a new one and one that is served."""
        organization = cls._organization().sudo()
        organization._leifeng_ask_path()
        values = {"partner_id": organization.id, "served": "residents", "need": "Sweep"}
        requests = cls.env["leifeng.service.request"].create([values, values])
        requests[0].session_id = done
        requests[0].action_take_on()
        requests[0].action_serve()
        return organization, requests

    def setUp(self):
        super().setUp()
        printer = self.env.registry["ir.actions.report"]
        self.startPatcher(patch.object(printer, "_run_wkhtmltopdf", return_value=b"%PDF-"))
        self.startPatcher(patch.object(RateLimit, "allows", return_value=True))

    def test_every_argument_of_an_address_is_tried_with_what_exists(self):
        arguments = {name for rule in self.rules for name in rule.arguments}

        self.assertEqual(arguments - self.parts.keys(), set())

    def test_a_thousand_malformed_posts(self):
        self.answers = Counter()
        for seed, visitor in enumerate(VISITORS):
            with mute_logger(*QUIET):
                self._send_as(visitor, Malformed(seed, self.names, self.parts))
        self.assertGreaterEqual(self.answers.total(), POSTS)
        self.assertGreater(self.answers[200], POSTS / 10)

    def _send_as(self, visitor, malformed):
        for number in range(POSTS // len(VISITORS) + 1):
            if number % 20 == 0:  # some posts log out, or change the password
                self.authenticate(*([None] * 2 if visitor == "public" else self._account(visitor)))
            self._send(self.rules[number % len(self.rules)], malformed, visitor)

    def _account(self, visitor):
        self.users[visitor].password = "leifeng-test-1"
        return self.users[visitor].login, "leifeng-test-1"

    def _send(self, rule, malformed, visitor):
        path = malformed.path(rule)
        body = self._body(rule, malformed)
        answer = self.url_open(path, method="POST", allow_redirects=False, **body)
        self.answers[answer.status_code] += 1
        told = f"{visitor} {path} {str(body)[:500]}"
        self.assertLess(answer.status_code, 500, told)
        self.assertNotIn("Traceback", self._shown(answer), told)
        self.env.invalidate_all()

    def _body(self, rule, malformed):
        if rule.endpoint.routing["type"] != "http" or malformed.random.random() < 0.1:
            headers = {"Content-Type": "application/json"}
            return {"data": malformed.json().encode(), "headers": headers}
        draw = malformed.random.random()
        if draw < 0.05:
            return {"data": b"\xff\xfe=%zz&&==&a=%ff", "headers": {}}
        fields = malformed.form()
        if draw < 0.95:
            fields.append(("csrf_token", Request.csrf_token(self)))
        body = {"data": fields}
        return body | ({"files": malformed.files()} if draw < 0.2 else {})

    def _shown(self, answer):
        """Return what the visitor sees; a JSON answer's traceback is for developers alone."""
        if "json" not in answer.headers.get("Content-Type", ""):
            return answer.text
        content = answer.json() if answer.text else {}
        error = content.get("error") if isinstance(content, dict) else None
        name = error and error.get("data", {}).get("name", "")
        return "" if not error or name.startswith(ANSWERS) else f"Traceback of {error}"
