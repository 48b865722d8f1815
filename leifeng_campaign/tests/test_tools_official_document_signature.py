from datetime import date

from odoo.tests import BaseCase

from ..tools.official_document import OfficialDocument, long_date
from ..tools.official_text import width
from .official_document_case import DAY, UNIT, indent, opened, texts


class TestAttachments(BaseCase):
    def _note(self, *names):
        official = OfficialDocument("决定")
        official.attachment_note(names)
        return opened(official).paragraphs[1:]

    def test_one_isn_t_numbered_and_has_no_mark_at_its_end(self):
        [paragraph] = self._note("先进个人名单。")

        self.assertEqual(paragraph.text, "附件：先进个人名单")
        self.assertEqual(paragraph.paragraph_format.space_before.pt, 28.95)
        self.assertEqual(indent(paragraph, "left") - indent(paragraph, "hanging"), 2)

    def test_several_are_numbered_below_each_other(self):
        first, second = self._note("名单", "统计表；")

        self.assertEqual((first.text, second.text), ("附件：1.名单", "2.统计表"))
        self.assertEqual(indent(first, "left") - indent(first, "hanging"), 2)
        self.assertEqual(indent(second, "left") - indent(second, "hanging"), 5)
        self.assertEqual((indent(first, "left"), indent(second, "left")), (6, 6))
        self.assertIsNone(second.paragraph_format.space_before)

    def test_none_is_no_note(self):
        self.assertEqual(self._note("", "。"), [])

    def test_an_attachment_begins_a_page_and_numbers_its_headings_anew(self):
        official = OfficialDocument("决定")
        official.heading("甲")
        official.attachment(2, "统计表")
        official.heading("乙")

        document = opened(official)

        self.assertEqual(
            texts(document)[2:],
            [("附件序号", "附件2"), ("附件标题", "统计表"), ("Heading 1", "一、乙")],
        )
        self.assertTrue(document.styles["附件序号"].paragraph_format.page_break_before)
        # the title stands in the third line
        self.assertEqual(document.styles["附件标题"].paragraph_format.space_before.pt, 28.95)

    def test_the_only_attachment_has_no_number(self):
        official = OfficialDocument("决定")
        official.attachment(None, "名单")

        self.assertEqual(texts(opened(official))[1], ("附件序号", "附件"))


class TestSignature(BaseCase):
    def _signed(self, unit, day=DAY):
        official = OfficialDocument("决定")
        official.paragraph("一句。")
        official.signature(unit, day)
        document = opened(official)
        return document, document.paragraphs[-2], document.paragraphs[-1]

    def _middle(self, paragraph):
        return indent(paragraph, "right") + width(paragraph.text) / 2

    def test_the_date_is_four_characters_from_the_edge_below_the_unit_s_middle(self):
        _document, unit, day = self._signed("望溪区政务局")

        self.assertEqual((unit.text, day.text), ("望溪区政务局", "2026年3月5日"))
        self.assertEqual(indent(day, "right"), 4)
        self.assertAlmostEqual(self._middle(unit), self._middle(day), 1)

    def test_a_long_unit_comes_no_nearer_than_two_characters(self):
        _document, unit, day = self._signed(UNIT)

        self.assertEqual(indent(unit, "right"), 2)
        self.assertAlmostEqual(self._middle(unit), self._middle(day), 1)

    def test_room_for_a_seal_that_never_stands_alone(self):
        document, unit, _day = self._signed(UNIT)

        lines = unit.style.paragraph_format
        self.assertEqual(lines.space_before, 2 * lines.line_spacing)
        self.assertTrue(lines.keep_with_next)
        self.assertTrue(document.paragraphs[-3].paragraph_format.keep_with_next)

    def test_names_of_attachments_and_the_end_of_the_text_go_along(self):
        official = OfficialDocument("决定")
        for text in ("一段。", "又一段。"):
            official.paragraph(text)
        official.attachment_note(["名单", "又一名单"])
        official.signature(UNIT, DAY)

        kept = [each.paragraph_format.keep_with_next for each in opened(official).paragraphs[1:5]]
        self.assertEqual(kept, [None, True, True, True])

    def test_below_a_table_its_last_row_goes_along(self):
        official = OfficialDocument("决定")
        official.table(["姓名"], [["甲"], ["乙"]])
        official.signature(UNIT, DAY)

        rows = opened(official).tables[0].rows
        kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]

        self.assertEqual(kept, [None, None, True])

    def test_a_date_not_yet_known_is_left_open(self):
        _document, _unit, day = self._signed(UNIT, None)

        self.assertEqual(day.text.split(), ["年", "月", "日"])

    def test_long_dates(self):
        self.assertEqual(long_date(DAY), "2026年3月5日")
        self.assertEqual(long_date(date(2026, 12, 31)), "2026年12月31日")
