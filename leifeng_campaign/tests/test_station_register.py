import io
from datetime import timedelta

from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, HttpCase, tagged

from .common import LeifengSetup


@tagged("post_install", "-at_install")
class TestStationRegister(LeifengSetup, HttpCase):
    """The register of a station: place, roster, ledger, sums (practice.md section 2)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls.me, cls.far = cls.people["employee"], cls._employee("远山", cls.hotline)
        cls.me.name = "聂小雨"
        cls.post = cls.env["leifeng.service.post"].create(
            {
                "name": "Peace Street Station",
                "location": "Peace Street 18",
                "meeting_point": "Ground floor",
                "contact": "廖主任",
                "contact_phone": "0000-8802018",
            }
        )
        cls._shift(cls.me | cls.far, "2026-03-06 14:30", people_served=20)
        cls._shift(cls.me, "2026-03-13 14:30", people_served=26)
        cls._shift(cls.far, "2025-03-07 14:30", people_served=99)

    @classmethod
    def _shift(cls, people, moment, people_served=0):
        start = cls._moment(moment)
        session = cls._confirmed(
            people,
            start=start,
            stop=start + timedelta(hours=2),
            post_id=cls.post.id,
            capacity=5,
            risks="None",
        )
        session.people_served = people_served
        return session

    def _wizard(self, role="officer", **vals):
        dates = {"date_from": "2026-01-01", "date_to": "2026-12-31"}
        values = {"post_id": self.post.id, **dates, **vals}
        return self._as(role, self.env["leifeng.station.register"]).create(values)

    def _text(self, wizard, role="officer"):
        reports = self._as(role, self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, _kind = reports._render_qweb_pdf(
            "leifeng_campaign.action_report_station_register", wizard.ids
        )
        pages = PdfReader(io.BytesIO(content)).pages
        text = " ".join(" ".join(page.extract_text().split()) for page in pages)
        return text.replace("‒", "–")

    def test_place_roster_ledger_and_sums(self):
        text = self._text(self._wizard())

        words = ("Peace Street Station", "Peace Street 18", "Ground floor", "Service Hall")
        for word in (*words, "2026-03-06", "2026-03-13", "14:30–16:30", "46", "Hotline"):
            self.assertIn(word, text)
        self.assertNotIn("2025-03-07", text)

    def test_the_roster_counts_each_once(self):
        rows = self._wizard()._roster_rows()

        self.assertEqual(
            rows,
            [
                {"name": "远*", "department": "Hotline", "times": 1, "hours": "2"},
                {"name": "聂**", "department": "Service Hall", "times": 2, "hours": "4"},
            ],
        )

    def test_sums(self):
        wizard = self._wizard()

        sums = wizard._sums_of(wizard._ledger_rows())

        self.assertEqual((sums["people"], sums["minutes"], sums["served"]), (3, 360, 46))

    def test_practice_19_masked_unless_there_is_a_reason(self):
        masked = self._text(self._wizard())
        for word in ("聂小雨", "廖主任", "0000-8802018"):
            self.assertNotIn(word, masked)
        wizard = self._wizard(unmasked=True)
        with self.assertRaises(UserError):
            wizard.action_print()
        wizard.reason = "Inspection on the spot"

        wizard.action_print()

        self.assertIn("0000-8802018", self._text(wizard))
        fact = self.env["leifeng.journal"].search([("kind", "=", "names_exported")])
        self.assertEqual(fact._facts()["post"], self.post.id)

    def test_from_the_post_s_page(self):
        action = self.env.ref("leifeng_campaign.leifeng_station_register_action")
        wizards = self._as("officer", self.env["leifeng.station.register"])
        form = Form(wizards.with_context(default_post_id=self.post.id), action.view_id.id or None)
        self.assertEqual(form.scope, "period")
        form.date_from, form.date_to = "2026-01-01", "2026-12-31"
        self.assertEqual(form.record_count, 3)

        printed = form.save().action_print()

        self.assertEqual(printed["report_name"], "leifeng_campaign.report_station_register")

    def test_only_the_office(self):
        for role in ("hr", "supervisor", "coordinator", "employee"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._wizard(role)
        wizard = self._wizard("manager")
        with self.assertRaises(AccessError):
            self._text(wizard, "officer")

    def test_a_period_without_service(self):
        with self.assertRaises(UserError):
            self._wizard(date_from="1990-01-01", date_to="1990-12-31").action_print()
