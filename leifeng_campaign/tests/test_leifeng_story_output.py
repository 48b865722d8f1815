import io
import re

from docx import Document

from odoo.tests import tagged

from .story_case import TEXT, StoryCase

LONG = "<h2>Part</h2>" + "<p>雷锋精神也许没有那么远，就是往前走一步。</p>" * 40


class TestOutput(StoryCase):
    def _doc(self, stories):
        return Document(io.BytesIO(stories._document()))

    def test_a_document_with_title_text_and_pictures_for_editors(self):
        story = self._story(name="窗口", body=TEXT)
        self._picture(story, names=["Resident"])
        self._picture(story, names=["Somebody"], agreed=False, caption="Not Yet")

        found = self._doc(self._as("officer", story))

        lines = [paragraph.text for paragraph in found.paragraphs]
        self.assertEqual(lines[0], "窗口")
        self.assertIn("She filled it in.", lines)
        self.assertIn("At the Window", lines)
        self.assertNotIn("Not Yet", lines)
        self.assertEqual(len(found.inline_shapes), 1)
        bold = [run.text for line in found.paragraphs for run in line.runs if run.bold]
        self.assertEqual(bold, ["filled it in"])
        name = self._as("officer", story)._document_name()
        self.assertEqual(name, "Service Hall-Coordinator-窗口.docx")

    def test_several_items_in_one_document_each_on_its_own_page(self):
        stories = self._story(name="One") | self._story(name="Two") | self._story(name="Three")
        officer = self._as("officer", stories)
        ids = ",".join(map(str, stories.ids))
        self.assertEqual(officer.action_download()["url"], f"/leifeng/stories/{ids}/docx")

        found = self._doc(officer)

        titles = [line for line in found.paragraphs if line.style.name == "Title"]
        self.assertEqual([line.text for line in titles], ["One", "Two", "Three"])
        breaks = [line.paragraph_format.page_break_before for line in titles]
        self.assertEqual(breaks, [False, True, True])

    def test_html_for_an_official_account_has_inline_styles_alone(self):
        story = self._story(body=LONG + "<ul><li>Item</li></ul><ol><li>One</li><li>Two</li></ol>")
        self._picture(story, names=["<b>Resident</b>"], caption="<script>x</script>")
        dialog = self._as("officer", self.env["leifeng.story.paste"]).create({"story_id": story.id})

        html = str(dialog.html)

        self.assertFalse(re.search(r"\sclass=|<script|<style|<link|\son\w+=|\sid=", html))
        tags = set(re.findall(r"<(\w+)", html))
        self.assertEqual(tags, {"section", "h2", "p", "img"})
        self.assertEqual(html.count("<img"), 1)
        self.assertNotRegex(html, r"<(p|section|h2|img)(?![^>]*style=)")
        self.assertIn("• Item", html)
        self.assertIn("2. Two", html)
        self.assertIn("&lt;script&gt;", html)


@tagged("post_install", "-at_install")
class TestBoard(StoryCase):
    allow_pdf_render = True

    def test_a_sheet_for_the_board_in_a3(self):
        story = self._story(body=LONG)
        self._picture(story, names=["Resident"])
        report = "leifeng_campaign.report_story_board"
        html, _kind = self.env["ir.actions.report"]._render_qweb_html(report, story.ids)
        self.assertIn("A Morning", html.decode())
        self.assertEqual(html.decode().count("data:image/jpeg"), 1)

        paper = self.env.ref("leifeng_campaign.action_report_story_board").paperformat_id

        self.assertEqual((paper.format, paper.orientation), ("A3", "Portrait"))
