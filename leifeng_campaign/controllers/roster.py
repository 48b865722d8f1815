from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Roster(Controller):
    @route("/leifeng/roster_template.xlsx", type="http", auth="user")
    def roster_template(self):
        """The workbook to fill in for Odoo's import of employees, in the user's language."""
        if not request.env.user.has_group("hr.group_hr_user"):
            raise AccessError(request.env._("The roster is kept by HR."))
        name = request.env._("Roster Template")
        headers = [
            ("Content-Type", XLSX),
            ("Content-Disposition", content_disposition(f"{name}.xlsx")),
        ]
        content = request.env["hr.employee"]._leifeng_roster_template()
        return request.make_response(content, headers)
