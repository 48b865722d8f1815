import zipfile
from datetime import date
from io import BytesIO

from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from odoo.tests import BaseCase

from ..tools.official_document import OfficialDocument, long_date
from ..tools.official_text import width

DAY = date(2026, 3, 5)
RARE = "马翀、秦珺、丁韡、冯䶮、𠮷田"
UNIT = "云澜市望溪区政务服务和数据管理局"


def opened(official):
    """Return the file of an ``OfficialDocument`` as python-docx reads it."""
    return Document(BytesIO(official.bytes()))


def texts(document):
    """Return [(name of the style, text)] of the paragraphs outside tables."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def part(official, name):
    """Return the root of one part of the file."""
    with zipfile.ZipFile(BytesIO(official.bytes())) as archive:
        return etree.fromstring(archive.read(name))


def indent(paragraph, name):
    """Return an indent in characters, of the paragraph itself."""
    return int(paragraph._p.pPr.ind.get(qn(f"w:{name}Chars"), "0")) / 100


def fonts(style):
    """Return the typefaces of a style."""
    names = style.element.rPr.rFonts
    return {names.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}


class TestPage(BaseCase):
    def setUp(self):
        super().setUp()
        self.document = opened(OfficialDocument("公示"))
        self.section = self.document.sections[0]

    def test_a4_and_its_margins(self):
        sizes = (
            self.section.page_width,
            self.section.page_height,
            self.section.top_margin,
            self.section.bottom_margin,
            self.section.left_margin,
            self.section.right_margin,
        )

        self.assertEqual([round(size.mm) for size in sizes], [210, 297, 37, 35, 28, 26])

    def test_22_lines_of_28_characters(self):
        lines = self.document.styles["Body Text First Indent"].paragraph_format
        grid = self.section._sectPr.find(qn("w:docGrid"))
        closer = self.document.styles["Normal"].element.rPr.find(qn("w:spacing"))
        character = 16 + int(closer.get(qn("w:val"))) / 20
        height = self.section.page_height - self.section.top_margin - self.section.bottom_margin
        breadth = self.section.page_width - self.section.left_margin - self.section.right_margin

        self.assertEqual(lines.line_spacing_rule, WD_LINE_SPACING.EXACTLY)
        self.assertEqual(int(height / lines.line_spacing), 22)
        self.assertEqual(int(grid.get(qn("w:linePitch"))), lines.line_spacing.pt * 20)
        self.assertEqual(int(breadth / Pt(character)), 28)

    def test_page_numbers_stand_on_the_outside(self):
        odd, even = self.section.footer, self.section.even_page_footer

        self.assertTrue(self.document.settings.odd_and_even_pages_header_footer)
        for footer, side, name in ((odd, "right", "right"), (even, "left", "left")):
            [paragraph] = footer.paragraphs
            [field] = paragraph._p.findall(qn("w:fldSimple"))
            self.assertEqual(field.get(qn("w:instr")), "PAGE")
            self.assertEqual("".join(each.text for each in paragraph._p.iter(qn("w:t"))), "— 1 —")
            self.assertEqual(paragraph._p.pPr.jc.get(qn("w:val")), side)
            self.assertEqual(indent(paragraph, name), 1)
            self.assertEqual(paragraph.style.font.size.pt, 14)
            self.assertEqual(fonts(paragraph.style), {"宋体"})


class TestStyles(BaseCase):
    def setUp(self):
        super().setUp()
        self.document = opened(OfficialDocument("公示"))

    def test_typefaces_and_sizes(self):
        for name, font, size in (
            ("Normal", "仿宋", 16),
            ("Title", "方正小标宋简体", 22),
            ("Body Text First Indent", "仿宋", 16),
            ("Heading 1", "黑体", 16),
            ("Heading 2", "楷体", 16),
            ("Heading 3", "仿宋", 16),
            ("Heading 4", "仿宋", 16),
            ("附件序号", "黑体", 16),
            ("附件标题", "方正小标宋简体", 22),
            ("表格文字", "仿宋", 12),
        ):
            with self.subTest(style=name):
                style = self.document.styles[name]
                self.assertEqual(fonts(style), {font})
                self.assertEqual(style.font.size.pt, size)

    def test_nothing_else_decides_on_typefaces(self):
        root = part(OfficialDocument("公示"), "word/styles.xml")

        themes = root.xpath("//@*[contains(local-name(), 'Theme')]")

        self.assertEqual(themes, [])
        default = root.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
        self.assertEqual(default.get(qn("w:eastAsia")), "仿宋")

    def test_every_typeface_has_others_that_stand_in(self):
        root = part(OfficialDocument("公示"), "word/fontTable.xml")

        others = {
            font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")).split(",")
            for font in root
        }

        used = set().union(*(fonts(style) for style in self.document.styles if style.type == 1))
        self.assertEqual(set(others), used)
        self.assertIn("FangSong", others["仿宋"])
        self.assertIn("宋体", others["方正小标宋简体"])

    def test_paragraphs_and_headings_begin_two_characters_in(self):
        for name in ("Body Text First Indent", *(f"Heading {level}" for level in range(1, 5))):
            ind = self.document.styles[name].element.pPr.ind
            self.assertEqual(ind.get(qn("w:firstLineChars")), "200")
            self.assertEqual(ind.get(qn("w:firstLine")), "640")


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


class TestNames(BaseCase):
    def _tables(self, rows):
        official = OfficialDocument("名单")
        official.list_of_names(rows)
        return opened(official).tables

    def test_names_with_what_is_said_of_them(self):
        [table] = self._tables([("沈知夏", "政务大厅管理科"), ("秦珺", None)])

        found = [[cell.text for cell in row.cells] for row in table.rows]
        self.assertEqual(found, [["沈知夏", "政务大厅管理科"], ["秦珺", ""]])
        self.assertIsNone(table._tbl.tblPr.find(qn("w:tblStyle")))

    def test_a_name_of_two_is_spread_without_a_space_in_it(self):
        [table] = self._tables([("沈知夏", ""), ("秦珺", "")])

        three, two = (row.cells[0].paragraphs[0] for row in table.rows)
        self.assertEqual([run.text for run in three.runs], ["沈知夏"])
        self.assertEqual([run.text for run in two.runs], ["秦", "珺"])
        spacing = two.runs[0]._r.rPr.find(qn("w:spacing"))
        self.assertEqual(int(spacing.get(qn("w:val"))), 16 * 20)

    def test_names_alone_stand_in_lines_as_many_as_fit(self):
        [table] = self._tables(["沈知夏", "秦珺", "俞景初", "马翀", "丁韡", "冯䶮"])
        [wide] = self._tables(["古丽米热·艾山", "秦珺", "马翀"])

        self.assertEqual([len(row.cells) for row in table.rows], [5, 5])
        self.assertEqual([cell.text for cell in table.rows[1].cells], ["冯䶮", "", "", "", ""])
        self.assertEqual([len(row.cells) for row in wide.rows], [3])

    def test_nobody_is_no_table(self):
        self.assertEqual(self._tables([]), [])


class TestFile(BaseCase):
    def test_it_tells_nothing_of_the_library(self):
        official = OfficialDocument("关于表彰的\n决定")
        unsigned = opened(official).core_properties
        official.signature(UNIT, DAY)
        signed = opened(official).core_properties

        self.assertEqual((unsigned.author, unsigned.comments), ("", ""))
        self.assertEqual((signed.author, signed.last_modified_by), (UNIT, ""))
        self.assertEqual(signed.title, "关于表彰的 决定")
        self.assertNotIn(b"python", official.bytes())
        with zipfile.ZipFile(BytesIO(official.bytes())) as archive:
            names = set(archive.namelist())
            content = b"".join(archive.read(name) for name in names)
        self.assertNotIn(b"python", content)
        self.assertFalse({"docProps/thumbnail.jpeg", "docProps/app.xml"} & names)

    def test_word_opens_it_without_a_compatibility_mode_and_in_chinese(self):
        root = part(OfficialDocument("公示"), "word/settings.xml")

        modes = [
            element.get(qn("w:val"))
            for element in root.iter(qn("w:compatSetting"))
            if element.get(qn("w:name")) == "compatibilityMode"
        ]
        self.assertEqual(modes, ["15"])
        self.assertEqual(root.find(qn("w:themeFontLang")).get(qn("w:eastAsia")), "zh-CN")

    def test_long_titles_and_units_fit_what_a_file_may_say_of_itself(self):
        official = OfficialDocument("长" * 300)
        official.signature("局" * 300, DAY)

        properties = opened(official).core_properties

        self.assertEqual((len(properties.title), len(properties.author)), (255, 255))
