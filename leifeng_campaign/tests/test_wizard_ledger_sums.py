from datetime import timedelta

from odoo.fields import Date

from .test_wizard_ledger import LedgerCase


class TestSums(LedgerCase):
    def _sums(self, wizard):
        heading, *rows = self._sheets(wizard)["Sums"]
        return {row[0]: dict(zip(heading, row, strict=True)) for row in rows if row[0]}

    def test_practice_25_sums_with_the_head_count_beside_them(self):
        self._employee("On leave").leifeng_away = "leave"

        sums = self._sums(self._wizard())

        hall = sums["Service Hall"]
        self.assertEqual(hall["Head-count"], len(self.people))
        names = ("People Taking Part", "Times Taken Part", "Number of Services", "Service Hours")
        self.assertEqual([hall[name] for name in names], [2, 2, 1, 4.2])
        self.assertEqual([sums["All Together"][name] for name in names], [3, 3, 1, 6.3])

    def test_departments_are_listed_by_name_those_without_records_too(self):
        self._department("Archive")

        names = [name for name in self._sums(self._wizard()) if name]

        listed = ["Archive", "Hotline", "Service Hall"]
        self.assertEqual([name for name in names if name in listed], listed)

    def test_a_correction_takes_away_what_it_corrects(self):
        record = self.session.record_ids.filtered(lambda each: each.employee_id == self.far)
        self._as("officer", record).action_correct("Was not there")

        hotline = self._sums(self._wizard())["Hotline"]

        self.assertEqual((hotline["People Taking Part"], hotline["Service Hours"]), (0, 0))

    def test_hours_within_working_hours_stand_apart(self):
        start = self._moment("2026-03-04 09:00")
        self._confirmed(self.far, start=start, stop=start + timedelta(hours=1))

        hotline = self._sums(self._wizard())["Hotline"]

        self.assertEqual(
            (hotline["Service Hours"], hotline["Of These Within Working Hours"]), (3.1, 1)
        )


class TestKindsOfHours(LedgerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.records = cls.env["leifeng.service.record"]
        own = cls.session.record_ids[:1].copy_data()[0]
        cls.records.create(
            [
                {**own, **cls._person_of(cls.far), "kind": "training", "content": "First Aid"},
                {
                    **own,
                    **cls._person_of(cls.far),
                    "source": "partner",
                    "start": False,
                    "stop": False,
                    "session_id": False,
                    "content": "Library",
                    "minutes": 60,
                },
            ]
        )

    @classmethod
    def _person_of(cls, person):
        return cls.records._person_values(person, Date.to_date("2026-03-05"))

    def test_training_and_partners_hours_have_columns_of_their_own(self):
        rows = self._rows(self._wizard(rows="records"), "Hotline")

        names = ("Service Hours", "Hours Recorded by Partners", "Training Hours")
        by_service = {row["Service"]: [row[name] for name in names] for row in rows}
        self.assertEqual(
            by_service,
            {
                "Shift": [2.1, None, None],
                "Library": [None, 1, None],
                "First Aid": [None, None, 2.1],
            },
        )
        [library] = [row for row in rows if row["Service"] == "Library"]
        self.assertEqual((library["From"], library["Source"]), (None, "Partner's Record"))

    def test_practice_4_training_is_no_line_of_the_ledger_of_services(self):
        rows = self._rows(self._wizard(), "Hotline")

        self.assertEqual([row["Service"] for row in rows], ["Shift", "Library"])
        self.assertEqual(rows[1]["From"], "2026-03-05")

    def test_sums_keep_them_apart(self):
        rows = self._sheets(self._wizard())["Sums"]

        [hotline] = [dict(zip(rows[0], row, strict=True)) for row in rows if row[0] == "Hotline"]
        expected = {
            "People Taking Part": 1,
            "Service Hours": 2.1,
            "Hours Recorded by Partners": 1,
            "People Trained": 1,
            "Training Hours": 2.1,
        }
        self.assertEqual({key: hotline[key] for key in expected}, expected)

    def test_upload_files_hold_the_agency_s_own_hours_alone(self):
        wizard = self._as("officer", self.env["leifeng.report.export"]).create({})

        self.assertEqual(wizard.record_count, 3)
