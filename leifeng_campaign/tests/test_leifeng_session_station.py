import io
from datetime import timedelta

from pypdf import PdfReader

from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from .common import LeifengCase, LeifengSetup


class StationSetup:
    @classmethod
    def _station(cls, names=("Advice", "Law", "Haircuts"), post="Station", **vals):
        """Return the shifts of a station, published; the second asks for the tag Law."""
        tag = cls.env["hr.employee.category"].create({"name": f"{post} Law"})
        place = cls.env["leifeng.service.post"].create(
            {"name": post, "location": "Lane 18", "withdraw_hours": 0}
        )
        vals = {"post_id": place.id, "location": "Lane 18", **vals}
        desks = [cls._session(name=names[0], **vals)]
        # a second may pass between one and the next
        vals |= {"start": desks[0].start, "stop": desks[0].stop}
        desks += [cls._session(name=name, **vals) for name in names[1:]]
        if len(desks) > 1:
            desks[1].tag_ids = [Command.set(tag.ids)]
        cls.tag = tag
        return cls.env["leifeng.session"].union(*desks)


class TestStation(StationSetup, LeifengCase):
    def test_same_post_and_times_are_a_station(self):
        desks = self._station()
        other = self._session(post_id=desks.post_id.id, hours_ahead=30)
        alone = self._session()
        sessions = self.env["leifeng.session"]

        found = sessions._search_stations([("id", "in", (desks | other | alone).ids)])

        self.assertCountEqual(found, [desks, alone, other])
        self.assertEqual(sessions._count_stations([("id", "in", sessions.search([]).ids)]), 3)
        self.assertEqual(desks[0].sibling_ids, desks[1:])
        self.assertFalse(alone.sibling_ids)
        self.assertEqual(len(set(desks.mapped("station"))), 1)
        self.assertIn("Station", desks[0].station)
        self.assertFalse(alone.station)

    def test_a_moved_shift_leaves_the_station(self):
        desks = self._station()

        desks[2].action_move(desks[2].stop, desks[2].stop + timedelta(hours=1))
        desks[1].action_cancel("Rain")

        self.assertFalse(desks[0].sibling_ids)
        self.assertNotEqual(desks[2].station, desks[0].station)

    def test_pages_never_tear_a_station(self):
        first = self._station()
        second = self._station(post="Park", hours_ahead=26)
        domain = [("id", "in", (first | second).ids)]
        sessions = self.env["leifeng.session"]

        self.assertEqual(sessions._search_stations(domain, limit=1), [first])
        self.assertEqual(sessions._search_stations(domain, limit=1, offset=1), [second])

    def test_grouped_by_station_in_the_backend(self):
        desks = self._station()
        officer = self._as("officer", self.env["leifeng.session"])

        groups = officer.formatted_read_group([("id", "in", desks.ids)], ["station"], ["__count"])

        self.assertEqual([group["__count"] for group in groups], [3])

    def test_each_shift_has_its_own_condition(self):
        desks = self._station()
        person = self.people["employee"]

        self.assertEqual(desks._open_to(person), desks[0] | desks[2])
        person.category_ids = [Command.link(self.tag.id)]
        self.assertEqual(desks._open_to(person), desks)
        self._line(desks[0], [person])
        self.assertFalse(desks._open_to(person), "nobody is in two places")


@tagged("post_install", "-at_install")
class TestStationPaper(StationSetup, LeifengSetup, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()

    def _pages(self, role, sessions):
        reports = self._as(role, self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, _kind = reports._render_qweb_pdf(
            "leifeng_campaign.action_report_station_sheet", sessions.ids
        )
        pages = PdfReader(io.BytesIO(content)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    def test_one_paper_a_station_with_a_block_a_shift(self):
        desks = self._station()
        people = self._employees(2)
        self._line(desks[0], people[0])
        self._line(desks[2], people[1])

        [page] = self._pages("officer", desks[:2])

        for word in (
            "Station: Station",
            "Lane 18",
            "Advice",
            "Law",
            "Haircuts",
            *people.mapped("name"),
        ):
            self.assertIn(word, page)
        self.assertIn(f"Asks for: {self.tag.name}", page)
        self.assertEqual(page.count("Volunteer Sign-in Sheet"), 1)
