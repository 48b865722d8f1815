class RequestFacts:
    """What the demo shows of requests and feedback; for a class that has built it."""

    @property
    def requests(self):
        return self.env["leifeng.service.request"]

    def _of(self, name, state):
        return self.requests.search([("partner_name", "=", name), ("state", "=", state)])

    def test_the_visit_that_was_asked_for(self):
        request = self._of("柳岸社区居民委员会", "planned")

        self.assertRecordValues(
            request,
            [
                {
                    "source": "link",
                    "served": "alone",
                    "people_count": 14,
                    "household_count": 12,
                    "volunteers_needed": 6,
                    "contact": "简主任",
                    "contact_phone": "0000-8802005",
                    "wish_date": self.days.workday(3),
                }
            ],
        )
        self.assertEqual(request.session_id._local_date(), self.days.workday(3))
        self.assertEqual(request.session_id.name, "独居老人走访")
        self.assertTrue(request.last_visit)

    def test_two_wait_and_one_wishes_for_a_crowded_day(self):
        breeze = self._of("和风社区居民委员会", "new")
        plane = self._of("梧桐里社区居民委员会", "new")

        self.assertFalse(breeze.visit_warning)
        self.assertIn("2", plane.visit_warning)
        officer = self.env["res.users"].search([("login", "=", "officer")])
        todos = self.env["leifeng.todo"].with_user(officer).search([("kind", "=", "request")])
        self.assertEqual(set(todos.mapped("res_id")), set((breeze | plane).ids))

    def test_what_the_served_said(self):
        ratings = self.env["leifeng.service.rating"].search([])

        self.assertEqual(len(ratings), 13)
        self.assertEqual(len(ratings.post_id), 4)
        self.assertEqual(self._of("柳岸社区居民委员会", "served").rating_ids.stars, 5)
