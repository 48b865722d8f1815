import zipfile
from io import BytesIO

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from odoo.tests import BaseCase

from ..tools.official_document import OfficialDocument
from .official_document_case import DAY, UNIT, fonts, indent, opened, part


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
