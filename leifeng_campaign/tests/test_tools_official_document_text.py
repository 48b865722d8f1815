from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.official_document import OfficialDocument
from .official_document_case import DAY, RARE, opened, texts


class TestText(BaseCase):
    def test_title_and_addressee(self):
        official = OfficialDocument("关于表彰先进个人\n和先进集体的决定", "各部门")

        [title, addressee] = texts(opened(official))

        self.assertEqual(title, ("Title", "关于表彰先进个人\n和先进集体的决定"))
        self.assertEqual(addressee, ("Salutation", "各部门："))

    def test_a_line_is_a_paragraph(self):
        official = OfficialDocument("公示")
        official.paragraph("　　一句。\r\n\n 又一句。\u2028")

        found = texts(opened(official))[1:]

        self.assertEqual([text for _style, text in found], ["一句。", "又一句。"])

    def test_headings_of_four_levels_are_numbered(self):
        official = OfficialDocument("公示")
        for text, level in (
            ("甲", 1), ("乙", 2), ("丙", 3), ("丁", 4), ("戊", 4), ("己", 2), ("庚", 3), ("辛", 1),
        ):  # fmt: skip
            official.heading(text, level)

        self.assertEqual(
            texts(opened(official))[1:],
            [
                ("Heading 1", "一、甲"),
                ("Heading 2", "（一）乙"),
                ("Heading 3", "1.丙"),
                ("Heading 4", "（1）丁"),
                ("Heading 4", "（2）戊"),
                ("Heading 2", "（二）己"),
                ("Heading 3", "1.庚"),
                ("Heading 1", "二、辛"),
            ],
        )

    def test_a_heading_keeps_a_mark_of_its_own(self):
        official = OfficialDocument("公示")
        for text, level in (("一、甲", 1), ("（一）乙", 2), ("1.丙", 3), ("2027年", 3)):
            official.heading(text, level)

        found = [text for _style, text in texts(opened(official))[1:]]

        self.assertEqual(found, ["一、甲", "（一）乙", "1.丙", "2.2027年"])

    def test_there_is_no_fifth_level(self):
        for level in (0, 5):
            with self.assertRaises(ValueError):
                OfficialDocument("公示").heading("甲", level)

    def test_rare_characters_are_kept_and_what_xml_forbids_is_left_out(self):
        official = OfficialDocument(f"公示{RARE}")
        official.paragraph(f"a\x01b\x0bc\ud800\uffff{RARE}<&>")
        official.table(["姓名"], [[RARE + "\x02"]])
        official.list_of_names([[RARE]])

        document = opened(official)

        title, *found = [text for _style, text in texts(document)]
        self.assertEqual(title, f"公示{RARE}")
        self.assertEqual(found[:2], ["ab", f"c{RARE}<&>"])
        self.assertEqual([table.rows[-1].cells[0].text for table in document.tables], [RARE, RARE])

    @settings(max_examples=25)
    @given(st.text(max_size=60))
    def test_any_text_makes_a_document(self, text):
        official = OfficialDocument(text, text)
        official.heading(text)
        official.paragraph(text)
        official.table([text], [[text]])
        official.list_of_names([text])
        official.attachment_note([text])
        official.signature(text, DAY)
        official.attachment(1, text)
        official.note(text)

        self.assertEqual(opened(official).core_properties.language, "zh-CN")

    def test_small_print(self):
        official = OfficialDocument("公示")
        official.note("校验码：3f9a 02c1")

        paragraph = opened(official).paragraphs[-1]

        self.assertEqual(paragraph.text, "校验码：3f9a 02c1")
        self.assertEqual(paragraph.style.font.size.pt, 10.5)


class TestTables(BaseCase):
    def _table(self, head, rows, widths=None):
        official = OfficialDocument("统计表")
        official.table(head, rows, widths)
        return opened(official).tables[0]

    def test_the_head_of_a_long_table_is_repeated_and_no_row_is_broken(self):
        table = self._table(["序号", "姓名"], [(number, "甲") for number in range(60)])

        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        whole = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]

        self.assertEqual(heads, [True] + [False] * 60)
        self.assertTrue(all(whole))
        self.assertEqual([cell.text for cell in table.rows[60].cells], ["59", "甲"])

    def test_it_has_borders_and_is_as_wide_as_the_text(self):
        table = self._table(["序号", "事迹"], [(1, "长" * 40), (2, None)])

        self.assertEqual(table.style.name, "Table Grid")
        self.assertAlmostEqual(sum(column.width.mm for column in table.columns), 156, 0)
        self.assertEqual(table.rows[2].cells[1].text, "")

    def test_short_texts_are_centered_and_never_broken(self):
        table = self._table(
            ["序号", "姓名", "事迹"], [(1, "沈知夏", "长" * 60), (2, "欧阳静姝", "短")]
        )

        styles = [cell.paragraphs[0].style.name for cell in table.rows[2].cells]
        self.assertEqual(styles, ["表格短文字", "表格短文字", "表格文字"])
        self.assertGreater(table.columns[1].width.pt, 4 * 12)

    def test_widths_that_are_told_are_shares(self):
        table = self._table(["甲", "乙"], [("a", "b")], widths=[1, 3])

        first, second = (column.width.mm for column in table.columns)
        self.assertAlmostEqual(second / first, 3, 1)

    def test_many_columns_still_fit(self):
        table = self._table(["标题很长的一栏"] * 12, [["长" * 30] * 12])

        self.assertAlmostEqual(sum(column.width.mm for column in table.columns), 156, 0)
        self.assertTrue(all(column.width.mm > 10 for column in table.columns))

    def test_a_row_of_another_length_is_a_mistake(self):
        with self.assertRaises(ValueError):
            self._table(["甲", "乙"], [("a",)])

    def test_two_tables_stay_two(self):
        official = OfficialDocument("统计表")
        official.table(["甲"], [["a"]])
        official.table(["乙"], [["b"]])

        body = [child.tag for child in opened(official).element.body]

        self.assertEqual(body[1:4], [qn("w:tbl"), qn("w:p"), qn("w:tbl")])
