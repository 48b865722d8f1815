from datetime import timedelta

from .award_case import AwardCase, AwardPortalCase

TITLE = "A Morning at the Window"
BODY = "The bell rang at nine and many people came. " * 3  # 27 words


class EssaySetup:
    """A contest that accepts essays of 10 to 40 characters: a word counts as one."""

    @classmethod
    def _set_up_essays(cls):
        today = cls.company._leifeng_today()
        cls.contest = cls._award(
            "essay",
            min_characters=10,
            max_characters=40,
            date_open=today,
            date_deadline=today + timedelta(days=9),
        )
        cls._stage(cls.contest, "open")
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]

    def _draft(self, role="employee", award=None, **values):
        """Let ``role`` begin an essay and save a text; return the draft."""
        essay = self._as(role, award or self.contest).action_begin_essay()
        essay.action_save_essay({"title": TITLE, "body": BODY, **values})
        return essay

    def _submitted(self, role="employee", award=None, **values):
        essay = self._draft(role, award, **values)
        essay.action_submit(original=True)
        return essay

    def _granted(self, award, employee, **vals):
        """Return an entry that won, as earlier honors are imported."""
        entry = self._entry(award, employee, **vals)
        entry._set_state("granted")
        return entry

    def _end_entries(self):
        """Bring the contest into the preliminary review as the office does."""
        self._as("officer", self.contest).action_end_entries()

    def _told(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")


class EssayCase(EssaySetup, AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_essays()


class EssayPortalCase(EssaySetup, AwardPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_essays()
