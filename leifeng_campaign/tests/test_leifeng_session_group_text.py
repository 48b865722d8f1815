from odoo.exceptions import AccessError
from odoo.tests import Form

from .common import LeifengCase


class TestGroupText(LeifengCase):
    """A text for the group chat on four occasions: with a link, without names."""

    def _wizard(self, sessions, role="officer"):
        texts = self._as(role, self.env["leifeng.session.text"])
        chosen = {"active_model": "leifeng.session", "active_ids": sessions.ids}
        return Form(texts.with_context(**chosen))

    def _on(self, day, **vals):
        return self._session(
            start=self._moment(f"{day} 07:30"), stop=self._moment(f"{day} 08:30"), **vals
        )

    def test_the_announcement(self):
        session = self._on("2099-03-05")

        wizard = self._wizard(session).save()

        self.assertEqual(wizard.occasion, "announced")
        self.assertEqual(
            wizard.text.splitlines(),
            [
                "Shift",
                "Time: Thu, Mar 5, 2099 07:30–08:30",
                "Place: Corner",
                "Number of places: 2",
                f"Sign up here: {session._portal_url()}",
            ],
        )
        self.assertEqual(wizard.url, session._portal_url())
        self.assertTrue(wizard.qr_code)

    def test_the_shortage_of_several_days_in_one_text(self):
        late, full, soon = self._on("2099-03-09"), self._on("2099-03-08"), self._on("2099-03-07")
        self._line(full, self._employees(2))
        self._line(soon, self.people["employee"])

        wizard = self._wizard(late + full + soon).save()

        self.assertEqual(wizard.occasion, "shortage")
        self.assertEqual(
            wizard.text.splitlines(),
            [
                "Places are still free:",
                "Sat, Mar 7, 2099 07:30–08:30 Shift: 1 places free",
                "Mon, Mar 9, 2099 07:30–08:30 Shift: 2 places free",
                f"Sign up here: {late.get_base_url()}/my/leifeng/sessions?free=1",
            ],
        )
        self.assertIn("All places", self._wizard(full + full.copy()).text)

    def test_a_cancelled_session_says_why(self):
        session = self._on("2099-03-05")
        session.action_cancel("Thunderstorm")

        form = self._wizard(session)

        self.assertEqual(form.occasion, "change")
        first, why, last = form.text.splitlines()
        self.assertEqual(first, "“Shift” on Thu, Mar 5, 2099 07:30–08:30 has been cancelled.")
        self.assertEqual(why, "Reason: Thunderstorm")
        self.assertIn(f"{session.get_base_url()}/my/leifeng/sessions", last)

    def test_a_moved_session_says_when_now_and_why(self):
        session = self._on("2099-03-05")
        form = self._wizard(session)
        form.occasion = "change"
        self.assertNotIn("Reason", form.text)

        form.reason = "The hall is taken"

        lines = form.text.splitlines()
        self.assertEqual(
            lines[1:3], ["Reason: The hall is taken", "Time now: Thu, Mar 5, 2099 07:30–08:30"]
        )
        self.assertIn(session._portal_url(), lines[-1])

    def test_thanks_tell_results_and_no_names(self):
        people = [self.people["employee"], self.people["colleague"]]
        session = self._confirmed(people, name="Visit")
        session.sudo().write({"people_served": 46, "extra_quantity": 3, "extra_unit": "Sacks"})

        wizard = self._wizard(session).save()

        self.assertEqual(wizard.occasion, "thanks")
        lines = wizard.text.splitlines()
        self.assertIn("“Visit”", lines[0])
        self.assertEqual(lines[1:-1], ["People who took part: 2", "People Served: 46", "Sacks: 3"])
        self.assertTrue(lines[-1].endswith("/my/leifeng/records"))
        for person in (*people, self.people["leader"]):
            self.assertNotIn(person.name, wizard.text.replace("Colleagues", ""))

    def test_no_text_names_anybody(self):
        session = self._on("2099-03-05", contact="Zhao")
        self._line(session, [self.people["employee"], self.people["colleague"]])

        for occasion in ("announced", "shortage", "change", "thanks"):
            text = session._group_text(occasion)
            for name in ("Employee", "Colleague", "Leader", "Zhao", "0000-8801312"):
                self.assertNotIn(name, text, occasion)

    def test_a_draft_warns_that_the_link_is_not_open(self):
        self.assertTrue(self._wizard(self._session(publish=False)).is_draft)
        self.assertFalse(self._wizard(self._session()).is_draft)

    def test_an_own_wording_may_be_copied(self):
        form = self._wizard(self._session())
        form.text = "Come, all of you"

        self.assertEqual(form.save().text, "Come, all of you")

    def test_nobody_writes_about_sessions_out_of_sight(self):
        draft = self._session(publish=False)

        with self.assertRaises(AccessError):
            self._as("internal", self.env["leifeng.session.text"]).create(
                {"session_ids": draft.ids, "occasion": "announced"}
            )
