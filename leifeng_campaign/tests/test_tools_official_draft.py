import io
from datetime import date

from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from odoo.tests import BaseCase

from ..tools import chart
from ..tools.official_blocks import OfficialBlocks
from ..tools.official_draft import Draft
from ..tools.official_head import fitting
from ..tools.official_lists import (
    days_text,
    in_a_row,
    long_days_text,
    numbered_lines,
    sentence,
)
from ..tools.page_numbers import numbered
from ..tools.print_scale import scale_of
from ..tools.summary_text import excerpts, objective_name, subject_of, write_text

DAY = date(2026, 3, 5)
AGENCY = "云澜市望溪区政务服务和数据管理局"


def sample(head=None):
    """Return a draft with a block of every kind."""
    draft = Draft("关于印发方案的\n通知", "各部门", head)
    draft.heading("背景")
    draft.paragraph("一句。\n又一句。")
    draft.list_of_names(["沈知夏", "冯䶮"])
    draft.table(["姓名", "事迹"], [["丁韡", "长" * 30]])
    draft.picture(chart.bars([("甲", 1, "1")]), "图")
    draft.attachment_note(["名单"])
    draft.signature(AGENCY, DAY)
    draft.note("校验码")
    draft.enclosure("所附的方案")
    draft.attachment(None, "名单")
    draft.paragraph("附件的字")
    return draft


def blocks(draft):
    return draft.written_by(OfficialBlocks(draft.title, draft.addressee, draft.head)).rows


class TestDraft(BaseCase):
    def test_both_writers_say_the_same_in_the_same_order(self):
        draft = sample()

        document = Document(io.BytesIO(draft.docx()))
        shown = [line for block in blocks(draft) for line in block.get("lines", ())]

        texts = "\n".join(paragraph.text for paragraph in document.paragraphs)
        places = [texts.index(line) for line in shown if line != "名单"]
        self.assertEqual(places, sorted(places))
        self.assertEqual(shown[:4], ["关于印发方案的", "通知", "各部门：", "一、背景"])

    def test_the_end_of_the_text_stays_on_one_page_with_the_signature(self):
        draft = Draft("决定")
        draft.paragraph("一段。\n又一段。")
        draft.attachment_note(["名单", "又一名单"])
        draft.signature(AGENCY, DAY)
        text, signature = blocks(draft)[1:]

        self.assertEqual((text["lines"], signature["last"]), (["一段。"], "又一段。"))
        self.assertEqual(
            [name for _number, name in signature["note"]["rows"]], ["名单", "又一名单"]
        )

    def test_what_is_too_long_to_move_to_the_next_page_stays(self):
        draft = Draft("决定")
        draft.paragraph("长" * 300)
        draft.signature(AGENCY, DAY)
        text, signature = blocks(draft)[1:]

        self.assertEqual((len(text["lines"]), signature["last"], signature["note"]), (1, "", None))

    def test_characters_are_those_of_the_text_and_what_is_attached_is_counted_apart(self):
        # 背景 一句。又一句。; 所附的方案 附件的字
        self.assertEqual(sample().characters(), (2 + 3 + 4, 5 + 4))

    def test_a_picture_is_as_wide_as_the_text_and_says_what_it_shows(self):
        [shape] = Document(io.BytesIO(sample().docx())).inline_shapes

        self.assertEqual(round(shape.width.mm), 156)
        self.assertEqual(shape._inline.docPr.get("descr"), "图")

    def test_what_a_notice_hands_out_begins_a_page_and_is_no_attachment(self):
        document = Document(io.BytesIO(sample().docx()))

        [title] = [each for each in document.paragraphs if each.text == "所附的方案"]
        self.assertEqual(title.style.name, "Title")
        self.assertTrue(title.paragraph_format.page_break_before)


class TestHead(BaseCase):
    def test_there_is_none_unless_it_is_given(self):
        for head, count in ((None, 0), ((AGENCY, "望政数党〔2026〕3号"), 1)):
            document = Document(io.BytesIO(sample(head).docx()))
            marks = [each for each in document.paragraphs if each.style.name == "发文机关标志"]
            self.assertEqual([each.text for each in marks], [AGENCY] * count)
            self.assertEqual("head" in {block["kind"] for block in blocks(sample(head))}, count)

    def test_it_is_red_with_the_number_above_a_red_line(self):
        document = Document(io.BytesIO(sample((AGENCY, "望政数党〔2026〕3号")).docx()))
        mark, number = document.paragraphs[:2]

        self.assertEqual(str(mark.style.font.color.rgb), "FF0000")
        self.assertEqual(number.text, "望政数党〔2026〕3号")
        line = number._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
        self.assertEqual(line.get(qn("w:color")), "FF0000")
        self.assertEqual(document.paragraphs[2].style.name, "Title")

    def test_a_long_name_stays_in_one_line(self):
        self.assertEqual(fitting("望溪区政务局"), 36)
        self.assertLessEqual(fitting(AGENCY) * len(AGENCY), 156 / 25.4 * 72)


class TestLists(BaseCase):
    def test_lines_are_numbered_unless_they_have_a_mark(self):
        self.assertEqual(numbered_lines("甲\n2.乙\n\n丙"), ["1.甲", "2.乙", "3.丙"])
        self.assertEqual(numbered_lines(None), [])

    def test_criteria_stand_in_a_row(self):
        self.assertEqual(in_a_row("（1）爱岗敬业；\n团结互助。"), "（1）爱岗敬业；（2）团结互助。")
        self.assertEqual(in_a_row("1.甲\n2026年之前"), "（1）甲；（2）2026年之前。")
        self.assertEqual(in_a_row(""), "")

    def test_a_sentence_ends_once(self):
        self.assertEqual(
            [sentence(each) for each in ("甲", "乙。", "", "丙！")], ["甲。", "乙。", "", "丙！"]
        )

    def test_days(self):
        last, next_year = date(2026, 4, 10), date(2027, 1, 2)
        self.assertEqual(days_text(DAY, last), "3月5日—4月10日")
        self.assertEqual(days_text(DAY, DAY), "3月5日")
        self.assertEqual(days_text(DAY, next_year), "2026年3月5日—2027年1月2日")
        self.assertEqual((days_text(DAY, None), long_days_text(None, None)), ("", ""))
        self.assertEqual(long_days_text(DAY, last), "2026年3月5日至4月10日")
        self.assertEqual(long_days_text(DAY, next_year), "2026年3月5日至2027年1月2日")
        self.assertEqual(long_days_text(DAY, None), "2026年3月5日")


class TestPaper(BaseCase):
    def _pdf(self, pages=3):
        stream = io.BytesIO()
        canvas = Canvas(stream, pagesize=(595, 842))
        for _page in range(pages):
            canvas.showPage()
        canvas.save()
        return stream

    def test_numbers_stand_on_the_outside_a_character_from_the_edge(self):
        places = []
        for page in PdfReader(io.BytesIO(numbered(self._pdf()))).pages:
            page.extract_text(
                visitor_text=lambda text, _cm, tm, *_font: (
                    places.append((text.strip(), tm[4])) if text.strip() else None
                )
            )

        self.assertEqual([text for text, _left in places], ["— 1 —", "— 2 —", "— 3 —"])
        (_one, odd), (_two, even), _three = places
        self.assertAlmostEqual(even, 28 * 72 / 25.4 + 14, 1)
        self.assertGreater(odd, 595 / 2)

    def test_the_scale_is_found_from_two_lines(self):
        stream = io.BytesIO()
        canvas = Canvas(stream, pagesize=(595, 842))
        canvas.drawString(80, 700, "A")
        canvas.drawString(80, 700 - 360, "B")  # 450 points were asked for
        canvas.save()

        self.assertAlmostEqual(scale_of(stream), 450 / 360)
        self.assertEqual(scale_of(self._pdf(1)), 1)


class TestChart(BaseCase):
    def test_charts_are_as_wide_as_the_text_and_hold_every_row(self):
        few = Image.open(io.BytesIO(chart.bars([("科室", 3, "3小时 · 在岗9人")])))
        many = Image.open(io.BytesIO(chart.bars([(f"科室{each}", each, "") for each in range(30)])))

        self.assertEqual((few.width, many.width), (1560, 1560))
        self.assertGreater(many.height, 20 * few.height / 2)
        weeks = Image.open(io.BytesIO(chart.columns([("2月3日", 0), ("2月10日", 7)])))
        self.assertEqual(weeks.width, 1560)

    def test_a_longer_bar_for_more_hours(self):
        image = Image.open(io.BytesIO(chart.bars([("甲", 1, ""), ("甲", 4, "")]))).convert("RGB")
        red = [
            sum(image.getpixel((x, y))[0] > image.getpixel((x, y))[1] + 60 for x in range(1560))
            for y in (20 + 22, 20 + 66 + 22)
        ]

        self.assertAlmostEqual(red[1] / red[0], 4, 0)

    def test_no_rows_no_chart(self):
        self.assertIsNone(chart.bars([]))
        self.assertIsNone(chart.columns([]))


class TestSummaryText(BaseCase):
    def test_what_an_objective_is_about(self):
        for objective, subject in (
            ("1.学有所悟。了解雷锋事迹，联系本职工作理解雷锋精神。", "study"),
            ("行有所为。按居民需求开展志愿服务，群众更满意。", "service"),
            ("评有所据。评选有标准、有程序，先进典型让人信服。", "selection"),
            ("常有所续。好的岗位全年坚持下去。", "lasting"),
            ("其他。", None),
        ):
            self.assertEqual(subject_of(objective), subject, objective)

    def test_an_objective_is_called_by_its_first_sentence(self):
        self.assertEqual(objective_name("1.学有所悟。了解雷锋事迹。"), "学有所悟")
        self.assertEqual(objective_name("（二）行有所为"), "行有所为")

    def test_excerpts_end_after_a_sentence_and_say_how_many_are_left_out(self):
        found, left_out = excerpts(
            [("办公室", "短句。" * 60), ("人事科", ""), ("法规科", "一句。")]
        )

        self.assertEqual([name for name, _text in found], ["办公室", "法规科"])
        self.assertTrue(found[0][1].endswith("。"))
        self.assertLessEqual(len(found[0][1]), 90)
        self.assertEqual(left_out, 0)
        many = [(f"科室{number}", "很长的话。" * 20) for number in range(300)]
        found, left_out = excerpts(many)
        self.assertLess(sum(len(text) for _name, text in found), 1000)
        self.assertEqual(len(found) + left_out, 300)

    def test_a_line_with_a_mark_and_no_end_is_a_heading(self):
        draft = Draft("总结")
        write_text(draft, "（一）学有所悟\n（二）这是一句话。\n（1）一项\n正文")

        self.assertEqual([kind for kind, _values in draft.blocks], ["heading", *["paragraph"] * 3])
