import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools import outline, plan_file
from odoo.addons.leifeng_campaign.tools.docx_number_formats import format_number

from . import docx_files as docx
from .plan_texts import shape, span

ADDON = Path(plan_file.__file__).parents[1]
# Run without Odoo: what counts is the reader's own memory.
_MEASURED = """
import sys
sys.path.insert(0, sys.argv[1])
from tools import plan_file
content = open(sys.argv[2], "rb").read()
try:
    plan_file.read_file(content)
    reason = ""
except plan_file.PlanFileError as error:
    reason = error.reason
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(reason, peak)
"""


class TestTextFile(BaseCase):
    TEXT = "学雷锋活动方案\n一、活动时间"

    def test_encodings(self):
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            with self.subTest(encoding):
                self.assertEqual(plan_file.read_file(self.TEXT.encode(encoding)), self.TEXT)

    def test_line_ends_and_characters_that_cannot_be_stored(self):
        content = "一、\r\n二、\r三、\x07\u200b".encode()
        self.assertEqual(plan_file.read_file(content), "一、\n二、\n三、")

    def assert_refused(self, content, reason):
        with self.assertRaises(plan_file.PlanFileError) as caught:
            plan_file.read_file(content)
        self.assertEqual(caught.exception.reason, reason)

    def test_refusals(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        cases = {
            "empty": [b"", b" \n\t", "　".encode()],
            "pdf": [b"%PDF-1.7"],
            "rtf": [b"{\\rtf1"],
            "old_doc": [ole + b"WordDocument"],
            "encrypted": [ole + "EncryptedPackage".encode("utf-16-le")],
            "unknown_type": [b"GIF89a\0\0\1"],
            "encoding": [b"\xff\xff\xff", b"\xff\xfea"],
            "broken": [b"PK\x03\x04 and no more"],
            "too_long": ["学".encode() * (plan_file.MAX_TEXT + 1)],
            "too_big": [b"a" * (plan_file.MAX_FILE + 1)],
        }
        for reason, contents in cases.items():
            for content in contents:
                with self.subTest(reason, content=content[:20]):
                    self.assert_refused(content, reason)


class TestDocx(BaseCase):
    def text_of(self, document):
        return plan_file.read_file(docx.saved(document))

    def read_body(self, xml, **parts):
        return plan_file.read_file(docx.package(document=docx.body(xml), **parts))

    def test_paragraphs_and_soft_breaks(self):
        self.assertEqual(
            self.text_of(docx.document_of("方案", "一、背景\n正文")), "方案\n一、背景\n正文"
        )

    def test_table_becomes_activities(self):
        document = docx.document_of("学雷锋活动方案", "一、活动安排")
        docx.add_table(
            document,
            [
                ("时间", "内容", "责任部门"),
                ("3月5日", "学雷锋启动仪式", "办公室"),
                ("3月12日—14日", "义务植树：到林场栽树", "工会"),
            ],
        )
        document.add_paragraph("二、活动要求")
        document.add_paragraph("注意安全。")
        plan = outline.read_plan(self.text_of(document), 2026)

        self.assertEqual(
            [(part.name, part.responsible, span(part)) for part in plan.activities],
            [
                ("学雷锋启动仪式", "办公室", "2026-03-05/2026-03-05"),
                ("义务植树", "工会", "2026-03-12/2026-03-14"),
            ],
        )
        self.assertEqual(plan.requirements[0].text, "注意安全。")

    def test_table_with_phases_and_merged_cells(self):
        document = docx.document_of("学雷锋活动方案", "一、活动安排")
        table = docx.add_table(
            document,
            [
                ("活动安排表", "", ""),
                ("阶段", "时间", "活动内容"),
                ("学习阶段", "3月1日—5日", "专题讲座"),
                ("", "", "集体观影"),
                ("服务阶段", "3月6日—20日", "社区清扫"),
            ],
        )
        table.cell(0, 0).merge(table.cell(0, 2))
        table.cell(2, 0).merge(table.cell(3, 0))
        table.cell(2, 1).merge(table.cell(3, 1))
        plan = outline.read_plan(self.text_of(document), 2026)

        self.assertEqual(
            shape(plan), {"学习阶段": ["专题讲座", "集体观影"], "服务阶段": ["社区清扫"]}
        )
        self.assertEqual(span(plan.activities[1]), "2026-03-01/2026-03-05")

    def test_one_cell_is_a_frame(self):
        document = docx.document_of()
        docx.add_table(document, [("一、活动背景",)])
        self.assertEqual(self.text_of(document), "一、活动背景")

    def test_tracked_changes(self):
        text = (
            "<w:p><w:r><w:t>三月</w:t></w:r><w:ins><w:r><w:t>五日</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>六日</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>七日</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t>启动</w:t></w:r></w:moveTo></w:p>"
        )
        self.assertEqual(self.read_body(text), "三月五日启动")

    def test_deleted_paragraph_mark_joins(self):
        first = docx.paragraph("社区", "<w:rPr><w:del/></w:rPr>")
        self.assertEqual(self.read_body(first + docx.paragraph("服务")), "社区服务")

    def test_content_controls_fields_and_characters(self):
        text = (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>"
            + docx.paragraph("活动主题")
            + "</w:sdtContent></w:sdt><w:p><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
            "<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:t>三</w:t></w:r></w:p>"
        )
        self.assertEqual(self.read_body(text), "活动主题\n一 二-三")

    def test_text_box_once(self):
        box = "<w:txbxContent>" + docx.paragraph("框内") + "</w:txbxContent>"
        text = (
            "<w:p><w:r><w:t>框外</w:t></w:r><w:r><AlternateContent>"
            f"<Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent></w:r></w:p>"
        )
        self.assertEqual(self.read_body(text), "框内\n框外")

    def test_footnote_where_it_is_referred_to(self):
        notes = (
            '<w:footnotes xmlns:w="x"><w:footnote w:type="separator" w:id="0">'
            f"{docx.paragraph('线')}</w:footnote>"
            f'<w:footnote w:id="2">{docx.paragraph("另行通知")}</w:footnote></w:footnotes>'
        )
        text = '<w:p><w:r><w:t>时间</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        self.assertEqual(self.read_body(text, footnotes=notes), "时间（另行通知）")

    def test_automatic_numbers(self):
        levels = [
            ("chineseCounting", "%1、"),
            ("chineseCounting", "（%2）"),
            ("decimal", "%3."),
            ("decimalEnclosedCircle", "%4"),
        ]
        lines = [
            ("活动内容", 0),
            ("学习阶段", 1),
            ("专题讲座", 2),
            ("集体观影", 2),
            ("服务阶段", 1),
            ("社区清扫", 2),
            ("分组", 3),
            ("活动要求", 0),
            ("加强领导", 1),
        ]
        text = "".join(docx.numbered(name, 1, level) for name, level in lines)
        found = self.read_body(text, numbering=docx.numbering([levels], [(0, None)]))
        self.assertEqual(
            found,
            "一、活动内容\n（一）学习阶段\n1.专题讲座\n2.集体观影\n（二）服务阶段\n1.社区清扫\n① 分组\n二、活动要求\n（一）加强领导",
        )
        self.assertEqual(
            shape(outline.read_plan(f"学雷锋方案\n{found}")),
            {"学习阶段": ["专题讲座", "集体观影"], "服务阶段": ["社区清扫"]},
        )

    def test_numbers_of_several_levels_and_lists(self):
        levels = [("chineseCounting", "第%1阶段"), ("decimal", "%1.%2")]
        text = (
            docx.numbered("甲", 1) + docx.numbered("乙", 1, 1) + docx.numbered("丙", 2)
            + docx.numbered("丁", 3) + docx.numbered("戊", 3)
        )  # fmt: skip
        found = self.read_body(
            text, numbering=docx.numbering([levels], [(0, None), (0, None), (0, 1)])
        )
        # A second list of the same definition counts on; one with a start of its own begins anew.
        self.assertEqual(
            found.split("\n"),
            ["第一阶段 甲", "一.1 乙", "第二阶段 丙", "第一阶段 丁", "第二阶段 戊"],
        )

    def test_numbers_of_styles(self):
        document = docx.document_of()
        for text in ("加强领导", "注意安全"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("红马甲", style="List Bullet")
        self.assertEqual(self.text_of(document), "1.加强领导\n2.注意安全\n• 红马甲")

    def test_number_formats(self):
        cases = {
            "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百零五"},
            "ideographEnclosedCircle": {1: "㊀"},
            "decimalEnclosedCircle": {3: "③", 21: "㉑", 40: "40"},
            "chineseLegalSimplified": {3: "叁"},
            "ideographTraditional": {1: "甲"},
            "upperRoman": {4: "IV"},
            "lowerLetter": {2: "b", 27: "aa"},
            "decimalZero": {5: "05"},
            "unknown": {7: "7"},
        }
        for style, numbers in cases.items():
            for number, text in numbers.items():
                with self.subTest(style, number=number):
                    self.assertEqual(format_number(number, style), text)


class TestHostileDocx(BaseCase):
    def assert_refused(self, content, reason):
        with self.assertRaises(plan_file.PlanFileError) as caught:
            plan_file.read_file(content)
        self.assertEqual(caught.exception.reason, reason)

    def assert_refused_cheaply(self, content, reason):
        """Within 5 s and 150 MB."""
        with tempfile.NamedTemporaryFile(suffix=".docx") as file:
            file.write(content)
            file.flush()
            command = [sys.executable, "-c", _MEASURED, str(ADDON), file.name]
            result = subprocess.run(command, capture_output=True, text=True, check=True)
        found, kilobytes = result.stdout.split()
        self.assertEqual(found, reason)
        self.assertLess(int(kilobytes), 150 * 1024)

    def test_document_type(self):
        xml = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + docx.body("<w:p/>")
        self.assert_refused(docx.package(document=xml), "dtd")
        utf16 = ('<?xml version="1.0" encoding="UTF-16"?>' + xml).encode("utf-16")
        self.assert_refused(docx.package(document=utf16), "dtd")
        self.assert_refused(
            docx.package(document=docx.body(docx.paragraph("文")), styles=xml), "dtd"
        )

    def test_fifty_megabytes_of_zeros(self):
        zeros = b"\0" * 50_000_000
        self.assert_refused_cheaply(docx.package(document=zeros), "too_big")
        self.assert_refused_cheaply(
            docx.package(document=docx.body(docx.paragraph("文")), media=zeros), "too_big"
        )

    def test_size_that_is_a_lie(self):
        content = docx.package(document=b"\0" * 50_000_000)
        small = (1000).to_bytes(4, "little")
        lying = content.replace((50_000_000).to_bytes(4, "little"), small)
        self.assertNotEqual(lying, content)
        self.assert_refused_cheaply(lying, "broken")

    def test_too_many_elements(self):
        self.assert_refused_cheaply(docx.package(document=docx.body("<w:p/>" * 600_000)), "too_big")

    def test_too_deep(self):
        self.assert_refused(docx.package(document="<a>" * 300 + "</a>" * 300), "too_big")

    def test_other_packages(self):
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("xl/workbook.xml", "<a/>")
        self.assert_refused(stream.getvalue(), "not_docx")
        self.assert_refused(docx.package(document="<a><b></a>"), "broken")
        self.assert_refused(docx.package(document=docx.body("<w:p/>")), "empty")
