from .award_case import AwardCase


class TestAwardSchema(AwardCase):
    def test_an_award_of_each_kind_and_its_entries(self):
        for kind in ("essay", "person"):
            award = self._stage(self._award(kind), "open")
            entry = self._entry(award, self.people["employee"])
            self.assertEqual((entry.state, entry.kind), ("candidate", kind))
        award = self._stage(self._award("department"), "judging")
        self.assertEqual(self._entry(award).department_id, self.hall)
