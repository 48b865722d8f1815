"""The binding points of practice.md (section 10) that papers and workbooks are about: 26, 28, 29,
with the rare characters of names in all of them."""

import io
from datetime import date

from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from ..tools import table_file
from . import docx_files
from .test_leifeng_document import DocumentCase

RARE = "珺韡翀䶮"
MM = 72 / 25.4


class TestPoint26(DocumentCase):
    def test_point_26_each_fact_is_asked_once_and_everything_is_in_one_workbook(self):
        self._confirmed(self.people["employee"] | self.people["colleague"])
        workbook = self._as("officer", self.env["leifeng.workbook"]).create(
            {"campaign_id": self.campaign.id}
        )
        file = io.BytesIO()
        workbook._write(file)
        book = load_workbook(file)
        [hall] = list(book["Participation by Department"].values)[1:]
        figures = self.part._figures()

        # plan, participation, service, awards, summaries: what offices are asked for, each once
        self.assertEqual(len(book.sheetnames), len(set(book.sheetnames)))
        self.assertGreaterEqual(len(book.sheetnames), 14)
        self.assertEqual(hall[1:4], (figures["headcount"], 2, 2))
        text = docx_files.text_of(self._dialog(kind="summary")._file("docx")[1])
        self.assertIn("Service hours: 4", text)
        self.assertEqual(float(hall[4]), 4)


class TestPoint28(DocumentCase):
    KINDS = ("plan", "notice", "departments", "summary", "contacts")

    def _pdf(self, kind, **vals):
        return PdfReader(io.BytesIO(self._dialog(kind=kind, **vals)._file("pdf")[1]))

    def test_point_28_margins_typefaces_and_sizes_of_the_file_to_edit(self):
        for kind in ("plan", "notice", "summary", "contacts"):
            document = Document(io.BytesIO(self._dialog(kind=kind)._file("docx")[1]))
            section, styles = document.sections[0], document.styles
            margins = (
                section.top_margin,
                section.bottom_margin,
                section.left_margin,
                section.right_margin,
            )

            self.assertEqual([round(each.mm) for each in margins], [37, 35, 28, 26], kind)
            for name, font, size in (
                ("Title", "方正小标宋简体", 22),
                ("Heading 1", "黑体", 16),
                ("Heading 2", "楷体", 16),
                ("Body Text First Indent", "仿宋", 16),
                ("footer", "宋体", 14),
            ):
                self.assertEqual(styles[name].font.name, font, kind)
                self.assertEqual(styles[name].font.size.pt, size, kind)

    def test_point_28_the_same_as_pdf_within_the_same_margins(self):
        for kind in self.KINDS:
            reader = self._pdf(kind)
            sizes = {tuple(round(float(each)) for each in page.mediabox) for page in reader.pages}
            self.assertEqual(sizes, {(0, 0, 595, 842)}, kind)

        places = []
        self._pdf("plan").pages[0].extract_text(
            visitor_text=lambda text, outer, inner, *_font: places.append(
                (text, outer[0] * inner[4] + outer[4], outer[3] * inner[5] + outer[5])
            )
        )
        lines = [(left, top) for text, left, top in places if text.strip() and "—" not in text]
        self.assertGreaterEqual(min(left for left, _top in lines), 28 * MM - 1)
        self.assertLessEqual(max(top for _left, top in lines), (297 - 37) * MM)
        self.assertGreaterEqual(min(top for _left, top in lines), 35 * MM - 1)

    def test_point_28_22_lines_of_28_characters_in_the_pdf_too(self):
        self.campaign.write({"background": "\n".join(["字" * 26] * 60), "theme": False})
        tops, last = [], []

        def visit(text, outer, inner, *_font):
            if text.strip("字\n \t") == "" and "字" in text:
                tops.append(outer[3] * inner[5] + outer[5])
                last.append(text.count("字"))

        pages = self._pdf("plan").pages
        pages[1].extract_text(visitor_text=visit)

        self.assertEqual(len(tops), 22)
        self.assertAlmostEqual((tops[0] - tops[-1]) / 21, 28.95, 0)
        self.assertEqual(set(last), {26})  # two characters in, 26 more fill the line

    def test_point_28_dates_in_arabic_and_attachments(self):
        text = docx_files.text_of(
            self._dialog(date=date(2026, 2, 20), with_departments=True)._file("docx")[1]
        )

        self.assertIn("2026年2月20日", text.splitlines())
        self.assertIn("附件：Plans of the Departments", text)
        self.assertIn("附件", text.splitlines())

    def test_point_28_no_red_head_and_no_seal_unless_the_agency_wants_the_head(self):
        def styles(kind="notice"):
            content = self._dialog(kind=kind, document_number="望政数党〔2026〕3号")._file("docx")[
                1
            ]
            return [each.style.name for each in Document(io.BytesIO(content)).paragraphs]

        self.assertNotIn("发文机关标志", styles())
        content = self._dialog()._file("docx")[1]
        self.assertFalse(Document(io.BytesIO(content)).inline_shapes)
        self.company.leifeng_red_head = True
        self.assertEqual(styles()[:3], ["发文机关标志", "发文字号", "Title"])

    def test_point_28_counter_with_4000_and_5000(self):
        self.campaign.write({"background": "字" * 3000, "summary_overview": "字" * 4500})
        plan, summary = self._dialog(), self._dialog(kind="summary")

        self.assertEqual((plan.limit, summary.limit), (4000, 5000))
        self.assertGreater(plan.text_count, 3000)
        self.assertGreater(summary.text_count, 4500)
        self.campaign.background = "字" * 5000
        self.assertGreater(self._dialog().text_count, self._dialog().limit)
        self.assertTrue(self._dialog()._file("docx")[1], "beyond the limit it is never refused")


class TestPoint29(DocumentCase):
    def test_point_29_rare_characters_in_docx_pdf_and_xlsx(self):
        self.people["coordinator"].name = f"马{RARE}"
        for kind in ("plan", "departments", "contacts"):
            dialog = self._dialog(kind=kind)
            content = dialog._file("docx")[1]
            pdf = PdfReader(io.BytesIO(dialog._file("pdf")[1]))
            shown = "".join(page.extract_text() for page in pdf.pages)
            self.assertIn(RARE if kind == "contacts" else "翀珺韡䶮", shown, kind)
            if kind != "departments":
                self.assertIn("韡", docx_files.text_of(content), kind)
        sheet = load_workbook(io.BytesIO(self._dialog(kind="contacts")._file("xlsx")[1])).active
        self.assertEqual(list(sheet.values)[1][3], f"马{RARE}")

    def test_point_29_the_fonts_of_the_pdf_are_in_it_and_have_the_rare_characters(self):
        pdf = PdfReader(io.BytesIO(self._dialog()._file("pdf")[1]))
        fonts = {
            str(font.get_object()["/BaseFont"])
            for page in pdf.pages
            for font in page["/Resources"]["/Font"].values()
        }

        self.assertTrue(any("CJK" in font or "Song" in font for font in fonts), fonts)

    def test_point_29_fonts_are_stated_with_others_that_stand_in(self):
        document = Document(io.BytesIO(self._dialog()._file("docx")[1]))
        [part] = [
            rel.target_part for rel in document.part.rels.values() if "fontTable" in rel.reltype
        ]

        for name in ("仿宋", "FangSong", "仿宋_GB2312", "黑体", "楷体", "方正小标宋简体", "宋体"):
            self.assertIn(name, part.blob.decode())
        page = self._as("officer", self.env["leifeng.official.paper"])._official_html(
            self._dialog()._draft()
        )
        for name in ("FangSong", "仿宋_GB2312", "Noto Serif CJK SC", "SimHei", "KaiTi"):
            self.assertIn(name, page)

    def test_point_29_numbers_that_are_names_are_texts(self):
        content = self._dialog(kind="contacts")._file("xlsx")[1]
        sheet = load_workbook(io.BytesIO(content)).active

        phone = sheet.cell(2, 5)
        self.assertEqual(
            (phone.value, phone.data_type, phone.number_format), ("00001234567", "s", "@")
        )

    def test_point_29_csv_in_gb18030_is_read_as_before(self):
        content = f"姓名,电话\n马{RARE},00001234567\n".encode("gb18030")

        _fields, rows = table_file.read(content, {"name": ["姓名"], "phone": ["电话"]})

        self.assertEqual(rows, [(2, {"name": f"马{RARE}", "phone": "00001234567"})])
