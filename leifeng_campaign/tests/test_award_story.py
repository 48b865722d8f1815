import hashlib
import io
import zipfile
from datetime import timedelta

import openpyxl

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..demo.clock import at, moment
from . import docx_files
from .award_case import AwardCase

DAY = timedelta(days=1)
ALL = ("judge", "judge2", "outside")


@tagged("post_install", "-at_install")
class TestAwardStory(AwardCase):
    """An award from its call to its dossier, every step by whoever takes it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.today = cls.company._leifeng_today()
        cls.company.write({"leifeng_office": "Office", "leifeng_office_phone": "0000-8801312"})
        cls.award = cls._award(
            date_open=cls.today,
            date_deadline=cls.today,
            date_screening=cls.today + DAY,
            date_judging=cls.today + 2 * DAY,
            date_notice=cls.today + 3 * DAY,
            tier_ids=[Command.create({"name": "Model", "quota": 1})],
        )

    def _on(self, days):
        return at(moment(self.today + days * DAY, "10:00"))

    def _call_and_nominate(self):
        self._as("officer", self.award).action_open()
        entry = self._as("employee", self.award).action_nominate(self.me.id)
        self._write(entry)
        entry.action_send_nomination(considered=True, named=True)
        other = self._as("coordinator", self.award).action_nominate(self.colleague.id)
        self._write(other)
        other.action_send_nomination()
        self._as("colleague", other).action_agree(named=True, publicized=True)
        return entry.sudo(), other.sudo()

    def _write(self, entry):
        entry.action_save_nomination({"deeds_short": "Helps", "deeds_full": "Helps every day."})

    def _judge(self, scores):
        """``scores``: {entry: share of the points}."""
        sheets = self.env["leifeng.award.review"].search([("award_id", "=", self.award.id)])
        self.assertEqual(len(sheets), 6)
        judged = self.award.criterion_ids.filtered(lambda each: each.source == "judged")
        for sheet in sheets:
            share = scores[sheet.entry_id]
            points = {str(each.id): f"{each.weight * share:.1f}" for each in judged}
            sheet.with_user(sheet.user_id).action_submit(points, "Clear")

    def _meet(self):
        opened = self._as("officer", self.award).action_record_proposal()
        meeting = self.env["leifeng.award.meeting"].browse(opened["res_id"])
        meeting = self._as("officer", meeting)
        meeting.present_ids = meeting.award_id.judge_ids
        meeting.action_all_in_favor()
        meeting.action_record()

    def _give_opinions(self):
        opinions = self.env["leifeng.award.opinion"].search([("award_id", "=", self.award.id)])
        self.assertEqual(sorted(opinions.mapped("body")), ["discipline", "hr"])
        for opinion in opinions:
            role = "hr" if opinion.body == "hr" else "supervisor"
            self._as(role, opinion).action_agree()

    def _walk(self):
        mine, other = self._call_and_nominate()
        self._as("officer", self.award).action_end_entries()
        for entry in (mine, other):
            self._as("head", entry).action_put_forward("Agreed")
        with self._on(1):
            self._as("officer", self.award).action_start_judging()
            self._judge({mine: 0.9, other: 0.7})
        with self._on(2):
            self._as("officer", self.award).action_close_scoring()
            self._meet()
            self._give_opinions()
            approve = self._as("manager", self.award).action_record_approval
            approve("Party Committee", self.today + 2 * DAY, "Secretary")
        notice = self._publish()
        return mine, other, notice, self._decide(notice)

    def _publish(self):
        values = {"name": "Notice", "award_ids": [Command.set(self.award.ids)]}
        with self._on(3):
            notice = self._as("officer", self.env["leifeng.award.notice"]).create(values)
            notice.action_publish()
            with self.assertRaises(UserError):
                notice.action_end()
        return notice

    def _decide(self, notice):
        with self._on(20):
            notice.action_end()
            decision = self._as("officer", self.env["leifeng.award.decision"]).create(
                {
                    "name": "Decision",
                    "award_ids": [Command.set(self.award.ids)],
                    "document_number": "No. 9",
                    "issuer": "Party Committee",
                    "date": self.today + 20 * DAY,
                }
            )
            decision.action_issue()
        return decision

    def test_the_whole_way_and_the_dossier(self):
        mine, other, _notice, decision = self._walk()

        self.assertEqual((mine.state, other.state), ("granted", "not_granted"))
        self.assertEqual(decision.honor_ids.holder_name, "Employee")
        self.env["leifeng.journal"]._seal_rows()
        self.assertFalse(self.env["leifeng.journal"]._first_break())
        files = self._files(self._as("manager", self.award)._dossier())
        self._check_sums(files)
        self._check_tables(files)
        (notice_file,) = [name for name in files if name.endswith("1 Notice.docx")]
        self.assertIn("Employee", docx_files.text_of(files[notice_file]))

    def _files(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def _check_sums(self, files):
        sums = files["Checksums.txt"].decode().splitlines()
        told = dict(reversed(line.split("  ", 1)) for line in sums)
        found = {
            name: hashlib.sha256(content).hexdigest()
            for name, content in files.items()
            if name != "Checksums.txt"
        }
        self.assertEqual(told, found)

    def _check_tables(self, files):
        entries = self._rows(files["2 Entries/Entries.xlsx"])
        self.assertEqual([row[3] for row in entries[1:]], ["Employee", "Colleague"])
        opinions = self._rows(files["3 Opinions/Opinions.xlsx"])
        self.assertEqual(len(opinions), 3)
        sheets = self._rows(files["4 Score Sheets.xlsx"])
        self.assertEqual(len(sheets), 7)
        everything = str([sheets, self._rows(files["8 Journal.xlsx"])])
        for name in ("Judge2", "Outside"):
            self.assertNotIn(name, everything)
        results = self._rows(files["5 Results/Results.xlsx"])
        self.assertEqual([row[0] for row in results[1:]], ["Model", None])
        # in tests the paper is the page that it is printed from
        self.assertIn(b"Employee", files["5 Results/Summary.pdf"])

    def _rows(self, content):
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    def test_the_dossier_is_the_manager_s_and_comes_at_the_end(self):
        self._as("officer", self.award).action_open()
        with self.assertRaises(UserError):
            self._as("manager", self.award).action_dossier()
        self._as("officer", self.award).action_cancel("Not this year")

        self.assertIn("dossier", self._as("manager", self.award).action_dossier()["url"])
        for role in ("officer", "supervisor", "hr", "employee", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.award)._dossier()
