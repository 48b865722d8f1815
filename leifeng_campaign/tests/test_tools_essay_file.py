from unittest import TestCase

from ..tools.essay_file import read_essay
from ..tools.plan_file_error import PlanFileError
from . import docx_files as docx
from .essay_copies import WINDOW

FIRST, *_OTHERS, LAST = WINDOW.split("\n")


class TestReadEssay(TestCase):
    def essay_of(self, *lines):
        return read_essay("\n".join(lines).encode())

    def assert_title(self, line, title):
        """The title of an essay with this first line; without title the line is in the body."""
        essay = self.essay_of(line, FIRST)
        body = FIRST if title else f"{line}\n{FIRST}"
        self.assertEqual((essay.title, essay.body), (title, body))

    def test_docx(self):
        document = docx.document_of(
            "《一张便签》", "单位：政务大厅管理科　作者：聂小雨", "", f"　　{FIRST}", LAST
        )
        essay = read_essay(docx.saved(document))

        self.assertEqual(essay.title, "一张便签")
        self.assertEqual(essay.body, f"{FIRST}\n{LAST}")
        self.assertEqual(essay.dropped, ["单位：政务大厅管理科　作者：聂小雨"])

    def test_docx_with_a_table_of_the_author(self):
        document = docx.document_of("一张便签")
        docx.add_table(document, [("姓名", "聂小雨", "部门", "政务大厅管理科")])
        document.add_paragraph(FIRST)
        essay = read_essay(docx.saved(document))

        self.assertEqual((essay.title, essay.body), ("一张便签", FIRST))
        self.assertEqual(essay.dropped, ["姓名\t聂小雨\t部门\t政务大厅管理科"])

    def test_text_files_in_both_encodings(self):
        for encoding in ("utf-8", "gb18030"):
            with self.subTest(encoding):
                essay = read_essay(f"一张便签\r\n\r\n{FIRST}\r\n{LAST}".encode(encoding))
                self.assertEqual(essay, ("一张便签", f"{FIRST}\n{LAST}", []))

    def test_titles(self):
        for line, title in {
            "一张便签": "一张便签",
            "　　《一张便签》": "一张便签",
            "《谁来问一句？》": "谁来问一句？",
            "读《一张便签》有感": "读《一张便签》有感",
            "《一张便签》与《十一分钟》": "《一张便签》与《十一分钟》",
            "题目：一张便签": "一张便签",
            "便" * 40: "便" * 40,
        }.items():
            with self.subTest(line):
                self.assert_title(line, title)

    def test_first_lines_that_are_no_title(self):
        for line in ("便" * 41, "那天下着雨。", "谁来问一句？"):
            with self.subTest(line):
                self.assert_title(line, "")

    def test_lines_of_the_author(self):
        for line in (
            "作者：聂小雨",
            "姓　名: 聂小雨",
            "（作者单位：望溪区政务服务和数据管理局）",
            "部门　政务大厅管理科　姓名　聂小雨",
            "單位：政務大廳管理科",
            "姓名：聂小雨；联系电话：13800000000",
        ):
            with self.subTest(line):
                after = self.essay_of("一张便签", line, FIRST, LAST)
                self.assertEqual(after, ("一张便签", f"{FIRST}\n{LAST}", [line]))
                before = self.essay_of(line, "一张便签", FIRST, LAST)
                self.assertEqual(before, after)
                at_end = self.essay_of("一张便签", FIRST, LAST, line)
                self.assertEqual(at_end, after)

    def test_several_lines_of_the_author(self):
        essay = self.essay_of(
            "部门：甲科", "一张便签", "作者：乙", "职务：丙", FIRST, "单位：丁", "电话：1"
        )

        self.assertEqual(essay.body, FIRST)
        self.assertEqual(
            essay.dropped, ["部门：甲科", "作者：乙", "职务：丙", "单位：丁", "电话：1"]
        )

    def test_sentences_stay(self):
        for line in (
            "作者在书里写过一句话。",
            "单位 组织我们去看望老人，那天很冷。",
            "部门的同事们都来了",
            "作者：" + "这句话很长" * 12,
        ):
            with self.subTest(line):
                self.assertEqual(self.essay_of("一张便签", line, LAST).body, f"{line}\n{LAST}")

    def test_inside_the_body_nothing_is_dropped(self):
        essay = self.essay_of("一张便签", FIRST, "姓名：这两个字我写了一千遍", LAST)

        self.assertEqual(essay.body, f"{FIRST}\n姓名：这两个字我写了一千遍\n{LAST}")
        self.assertEqual(essay.dropped, [])

    def test_nothing_but_a_title_or_an_author(self):
        self.assertEqual(self.essay_of("一张便签"), ("一张便签", "", []))
        self.assertEqual(self.essay_of("作者：聂小雨"), ("", "", ["作者：聂小雨"]))

    def test_files_that_are_refused(self):
        for content, reason in ((b"", "empty"), (b"%PDF-1.7", "pdf"), (b"\0\1", "unknown_type")):
            with self.subTest(reason), self.assertRaises(PlanFileError) as caught:
                read_essay(content)
            self.assertEqual(caught.exception.reason, reason)
