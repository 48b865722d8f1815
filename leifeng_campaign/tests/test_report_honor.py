import io
import unicodedata
from unittest.mock import patch

from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .award_case import AwardSetup
from .honor_case import HonorSetup

RARE = "翀珺韡䶮"  # not in GB2312, so that a font of that set alone would print boxes
LONG = "阿卜杜热合曼·买买提吐尔逊·艾合买提江汗"  # 20 characters
DEPARTMENT = "政务服务大厅管理与便民服务指导科（行政审批协调科）"
RADICALS = str.maketrans("⺠⻢⻨", "民马麦")
REPORT = "leifeng_campaign.action_report_honor"
A4_LANDSCAPE = (842, 595)


@tagged("post_install", "-at_install")
class TestHonorPaper(HonorSetup, AwardSetup, HttpCase):
    """Certificates of honor as PDF: A4 landscape, one a page, in the order of their numbers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls._set_up_awards()
        cls.award = cls._award("person", name="Model at Work")
        cls.essays = cls._award("essay", name="Essay Contest")
        cls.organizers = cls._award("department", name="Well Organized")
        cls.hall.name = DEPARTMENT
        cls._winner(cls.award, cls._employee(RARE))
        cls._winner(cls.award, cls._employee(LONG, department=cls.hotline))
        cls._winner(cls.essays, cls.people["employee"], title="从一张没有填完的表格说起" * 9)
        cls._winner(cls.organizers)
        cls.decision = cls._issue(cls.award, cls.essays, cls.organizers)

    def _pages(self, honors, role="officer"):
        """Return the pages of the PDF."""
        reports = self._as(role, self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, kind = reports._render_qweb_pdf(REPORT, honors.ids)
        self.assertEqual(kind, "pdf")
        return PdfReader(io.BytesIO(content)).pages

    def _text(self, page):
        # the font's table gives radicals for some characters
        text = unicodedata.normalize("NFKC", "".join(page.extract_text().split()))
        return text.translate(RADICALS)

    def test_one_a_page_in_the_order_of_the_decision(self):
        honors = self._honors_of(self.decision)

        pages = self._pages(honors.sorted("id", reverse=True))

        self.assertEqual(len(pages), 4)
        for page, honor in zip(pages, honors, strict=True):
            self.assertEqual([round(each) for each in page.mediabox[2:]], [*A4_LANDSCAPE])
            text = self._text(page)
            self.assertIn(honor.number.partition("〔")[2][:4], text)
            for words in (honor.holder_name, honor.award_name, "TheAgency"):
                self.assertIn(unicodedata.normalize("NFKC", "".join(words.split())), text)
            self.assertIn(honor.sudo().token[:8], text)

    def test_the_batch_is_one_call_and_one_file(self):
        printer = self.env.registry["ir.actions.report"]
        with patch.object(printer, "_run_wkhtmltopdf", return_value=b"%PDF-") as run:
            report = self.env["ir.actions.report"].with_context(force_report_rendering=True)
            content, _kind = report._render_qweb_pdf(REPORT, self.decision.honor_ids.ids)

        self.assertEqual(run.call_count, 1)
        self.assertEqual(content, b"%PDF-", "as wkhtmltopdf made it")

    def test_the_decision_s_and_the_award_s_buttons_print_what_is_valid(self):
        honors = self._honors_of(self.decision)
        self._as("manager", honors[0]).action_revoke_honor("Fraud", "No. 9")

        action = self._as("officer", self.decision).action_print_certificates()
        self.assertEqual(action["context"]["active_ids"], honors[1:].ids)
        action = self._as("officer", self.essays).action_print_certificates()
        self.assertEqual(action["context"]["active_ids"], honors[2].ids)

        self._as("manager", honors[2]).action_revoke_honor("Fraud", "No. 9")
        with self.assertRaises(UserError):
            self._as("officer", self.essays).action_print_certificates()

    def test_the_paper_speaks_the_language_in_which_it_was_issued(self):
        award = self._award("person", name="岗位学雷锋标兵")
        self._winner(award, self.people["colleague"])
        self._on_notice(award)
        decision = self._decision(award)
        self._as("officer", decision).with_context(lang="zh_CN").action_issue()
        honor = decision.honor_ids

        reports = self.env["ir.actions.report"].with_context(lang="en_US")
        page = reports._render_qweb_html(REPORT, honor.ids)[0].decode()

        self.assertEqual(honor.lang, "zh_CN")
        self.assertIn("lf-honor zh_CN", page)

    def test_a_revoked_or_replaced_one_says_so_on_paper(self):
        honors = self._honors_of(self.decision)
        self._as("manager", honors[0]).action_revoke_honor("Fraud", "No. 9")
        new = self._as("officer", honors[3]).action_reissue_honor("Hall", "Renamed")

        revoked, replaced = self._pages(honors[0] + honors[3])

        self.assertIn("No.9", self._text(revoked))
        self.assertIn(new.number.partition("〕")[2][:3], self._text(replaced))

    def test_a_service_certificate_is_not_printed_as_an_honor(self):
        self._confirmed(self.people["employee"])
        service = self.env["leifeng.certificate"].issue_service_record(self.people["employee"].id)
        reports = self.env["ir.actions.report"]
        page = reports._render_qweb_html(REPORT, service.ids)[0].decode()
        self.assertNotIn(service.number, page)
        honor = self.decision.honor_ids[0]
        other = "leifeng_campaign.action_report_service_certificate"
        page = reports._render_qweb_html(other, honor.ids)[0].decode()
        self.assertNotIn(honor.number, page)
