import io

import openpyxl

from odoo.tests import HttpCase, tagged

from .common import PASSWORD, LeifengSetup

CHINESE = ["姓名", "工号", "部门", "职务", "手机号码", "直接上级"]
ENGLISH = [
    "Full Name",
    "Staff Number",
    "Department",
    "Job Title",
    "Mobile Number",
    "Direct Superior",
]
FIELDS = ["name", "barcode", "department_id", "job_title", "mobile_phone", "parent_id"]
ROWS = [
    ["冯䶮", "013", "Hotline", "四级主任科员", "013800138000", "Coordinator"],
    ["古丽米热·艾山", "0042", "Hotline", "一级科员", "13900139000", ""],
]
OPTIONS = {
    "has_headers": True,
    "quoting": '"',
    "separator": ",",
    "encoding": "",
    "float_thousand_separator": ",",
    "float_decimal_separator": ".",
    "advanced": False,
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@tagged("-at_install", "post_install")
class TestRosterImport(LeifengSetup, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        for lang in ("en_US", "zh_CN", "zh_TW"):
            cls.env["res.lang"]._activate_lang(lang)

    def _template(self, lang="en_US"):
        """Return the template that HR downloads in that language, as an openpyxl workbook."""
        self.users["hr"].lang = lang
        self.authenticate("lf_hr", PASSWORD)
        answer = self.url_open("/leifeng/roster_template.xlsx")
        self.assertEqual(answer.headers["Content-Type"], XLSX)
        return openpyxl.load_workbook(io.BytesIO(answer.content))

    def _filled(self, lang):
        """Return the template as somebody fills it in, as bytes."""
        book = self._template(lang)
        sheet = book.worksheets[0]
        for row, values in enumerate(ROWS, 2):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    def _import(self, content, mimetype, **options):
        """Import as HR with the columns that Odoo recognizes; return what Odoo says."""
        wizard = (
            self.env["base_import.import"]
            .with_user(self.users["hr"])
            .create({"res_model": "hr.employee", "file": content, "file_type": mimetype})
        )
        preview = wizard.parse_preview({**OPTIONS, **options})
        columns = [preview["matches"].get(index) for index in range(len(FIELDS))]
        self.assertEqual(columns, [[field] for field in FIELDS])
        headers = [title.lower() for title in preview["headers"]]
        return wizard.execute_import(FIELDS, headers, preview["options"])

    def _check_imported(self, result):
        self.assertFalse(result["messages"])
        people = self.env["hr.employee"].browse(result["ids"])
        self.assertRecordValues(
            people,
            [
                {
                    "name": "冯䶮",
                    "barcode": "013",
                    "department_id": self.hotline.id,
                    "job_title": "四级主任科员",
                    "mobile_phone": "013800138000",
                    "parent_id": self.people["coordinator"].id,
                },
                {
                    "name": "古丽米热·艾山",
                    "barcode": "0042",
                    "department_id": self.hotline.id,
                    "job_title": "一级科员",
                    "mobile_phone": "13900139000",
                    "parent_id": False,
                },
            ],
        )

    def test_template_is_offered_where_hr_imports(self):
        templates = self.env["hr.employee"].with_user(self.users["hr"]).get_import_templates()

        self.assertEqual(
            templates[0],
            {"label": "Roster Template", "template": "/leifeng/roster_template.xlsx"},
        )

    def test_template_has_the_columns_as_text_and_hints(self):
        book = self._template()
        table, hints = book.worksheets

        self.assertEqual([cell.value for cell in table[1]], ENGLISH)
        columns = table.column_dimensions["A"]
        self.assertEqual((columns.min, columns.max, columns.number_format), (1, 6, "@"))
        self.assertIn("Do not enter classified information.", [cell.value for cell in hints["A"]])

    def test_template_is_for_hr(self):
        self.authenticate("lf_officer", PASSWORD)

        with self.assertLogs("odoo.http", "WARNING"):
            answer = self.url_open("/leifeng/roster_template.xlsx")

        self.assertEqual(answer.status_code, 403)

    def test_filled_template_is_understood_in_every_language(self):
        for lang in ("en_US", "zh_CN", "zh_TW"):
            with self.subTest(lang=lang), self.env.cr.savepoint() as savepoint:
                self._check_imported(self._import(self._filled(lang), XLSX))
                savepoint.rollback()

    def test_workbook_with_titles_as_agencies_write_them(self):
        book = self._template()
        for column, title in enumerate(CHINESE, 1):
            book.worksheets[0].cell(1, column).value = title
        for row in ROWS:
            book.worksheets[0].append(row)
        file = io.BytesIO()
        book.save(file)

        self._check_imported(self._import(file.getvalue(), XLSX))

    def test_csv_in_gb18030(self):
        lines = "\r\n".join(",".join(row) for row in [CHINESE, *ROWS])

        self._check_imported(self._import(lines.encode("gb18030"), "text/csv", encoding="gb18030"))
