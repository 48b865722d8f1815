from unittest.mock import patch

from odoo.tests import tagged

from ..controllers import check
from ..tools.rate_limit import RateLimit
from .honor_case import HonorPortalCase


@tagged("post_install", "-at_install")
class TestPortalCheckHonor(HonorPortalCase):
    """awards.md 6.6: the page shows what is printed, so that an altered paper is found out."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holder = cls._employee("聂小雨", department=cls.hotline, barcode="WX065")
        award = cls._award("person", name="Model at Work")
        organizers = cls._award("department", name="Well Organized")
        cls._winner(award, cls.holder)
        cls._winner(organizers)
        cls.decision = cls._issue(award, organizers)
        cls.honor, cls.of_hall = cls._honors_of(cls.decision)
        cls.path = cls.honor._check_path()

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        limits = {"by_address": RateLimit(30, 600), "by_code": RateLimit(10, 600)}
        for name, limit in limits.items():
            self.startPatcher(patch.object(check, name, limit))

    def _shown(self, tree, name):
        return self._text(tree, f"//*[@data-leifeng='{name}']")

    def test_what_is_printed_with_the_name_masked_and_no_department(self):
        tree = self._page(self.path)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["valid"])
        self.assertEqual(self._shown(tree, "holder"), "聂**")
        self.assertEqual(self._shown(tree, "award"), "Model at Work")
        self.assertEqual(self._shown(tree, "tier"), "First")
        self.assertEqual(self._shown(tree, "number"), self.honor.number)
        self.assertEqual(self._shown(tree, "document"), "No. 6 of this year")
        self.assertEqual(self._shown(tree, "sentence"), self.honor._sentence())
        self.assertIn("The Agency", tree.text_content())
        for secret in ("小雨", "WX065", "Hotline"):
            self.assertNotIn(secret, self.answer.text)

    def test_a_department_s_honor_bears_its_name(self):
        tree = self._page(self.of_hall._check_path())

        self.assertEqual(self._shown(tree, "holder"), "Service Hall")

    def test_a_typed_name_is_compared(self):
        for name, fits in (("聂小雨", "1"), ("聂小", "0")):
            tree = self._post(f"{self.path}/name", name=name)
            self.assertEqual(tree.xpath("//div[@data-fits]/@data-fits"), [fits])

    def test_a_revoked_one_says_when_and_by_which_document_for_ever(self):
        self._as("manager", self.honor).action_revoke_honor("A secret reason", "No. 9")

        tree = self._page(self.path)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["revoked"])
        self.assertEqual(self._shown(tree, "revoke_document"), "No. 9")
        self.assertTrue(self._shown(tree, "revoked_on"))
        self.assertNotIn("A secret reason", self.answer.text)

    def test_a_replaced_one_names_the_number_of_its_successor_and_the_day(self):
        new = self._as("officer", self.honor).action_reissue_honor("聂大雨", "Misspelled")

        tree = self._page(self.path)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["replaced"])
        self.assertEqual(self._shown(tree, "successor"), new.number)
        self.assertTrue(self._shown(tree, "replaced_on"))
        for secret in (new.sudo().token, "大雨"):
            self.assertNotIn(secret, self.answer.text)

    def test_renamed_archived_moved_it_shows_the_same(self):
        before = self._text(self._page(self.path), "//dl")

        self.holder.name = "Renamed"
        self.holder.department_id = self.hall
        self.holder.action_archive()

        self.assertEqual(self._text(self._page(self.path), "//dl"), before)
