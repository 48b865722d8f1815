from odoo import models


class LeifengAwardNotice(models.Model):
    """The sentences of a notice, as page, paper and document have them."""

    _inherit = "leifeng.award.notice"

    def _basis_text(self):
        """Return basis and procedure in one sentence (practice.md section 4)."""
        bodies = filter(None, self.award_ids.mapped("approval_body"))
        return self._procedure_text(
            campaign=(self.campaign_id or self.award_ids.campaign_id[:1]).name or "–",
            body=" · ".join(dict.fromkeys(bodies)) or self.env._("the Party committee"),
        )

    def _procedure_text(self, **values):
        """Say what was done, and no step that wasn't: nobody is asked about authors of essays."""
        if set(self.award_ids.mapped("kind")) == {"essay"}:
            return self.env._(
                "By the plan of “%(campaign)s” and after entry, preliminary review, review by the "
                "panel without names, and final approval by %(body)s, it is intended to commend "
                "those below. They are put on public notice, so that everyone can say what speaks "
                "against it.",
                **values,
            )
        return self.env._(
            "By the plan of “%(campaign)s” and after entry or nomination, preliminary review, "
            "review by the panel, opinions of HR and discipline, and final approval by %(body)s, "
            "it is intended to commend those below. They are put on public notice, so that "
            "everyone can say what speaks against it.",
            **values,
        )

    def _period_text(self):
        """Return first and last day and the workdays, with a warning where a year isn't known."""
        if not self.date_start:
            return ""
        return self.env._(
            "%(first)s to %(last)s (%(count)s workdays)",
            first=self._day_text(self.date_start),
            last=self._day_text(self.date_stop),
            count=self.workdays,
        )

    def _unknown_text(self):
        """Say that the last day rests on Monday to Friday where holidays aren't announced yet."""
        years = self._unknown_years()
        if not years:
            return ""
        return self.env._(
            "The public holidays of %(years)s are not known yet: the last day counts Monday to "
            "Friday as workdays.",
            years=", ".join(map(str, years)),
        )

    def _office_lines(self):
        """Return where to object, a text for each fact that is known."""
        values = [
            (self.env._("Office"), self.office),
            (self.env._("Telephone"), self.office_phone),
            (self.env._("Address"), self.office_address),
            (self.env._("Office Hours"), self.office_hours),
        ]
        return [
            self.env._("%(label)s: %(value)s", label=label, value=value)
            for label, value in values
            if value
        ]

    def _how_text(self):
        return self.env._(
            "Whoever objects may do so in the own name, in writing, by telephone or in the "
            "portal, and gets an answer. The discipline supervisors alone see who objects. "
            "Without a name and a clue nothing can be checked."
        )

    def _code_text(self):
        """Explain the check code in one line, "" without one."""
        if not self.check_code:
            return ""
        return self.env._(
            "Check code %(code)s: it comes from all that was recorded up to this notice; were any "
            "of it changed later, the codes would no longer fit.",
            code=self.check_code,
        )

    def _portal_url(self):
        return f"{self.get_base_url()}/my/leifeng/notices/{self.id}"

    def _group_text(self):
        """Return what is pasted into the group chat: where the list is, without names."""
        return self.env._(
            "%(name)s\nPublic notice: %(period)s\nRead the list here: %(url)s\n"
            "Objections: %(office)s, %(phone)s",
            name=self.name,
            period=self._period_text(),
            url=self._portal_url(),
            office=self.office or "",
            phone=self.office_phone or "",
        )

    def _list_rows(self):
        """Return the list as rows of texts, with numbers."""
        return [
            {
                "number": number,
                "award": line.award_name,
                "tier": line.tier_name or "",
                "name": line.holder_name,
                "department": line.department_name or "",
                "reason": line.reason or "",
            }
            for number, line in enumerate(self.line_ids, start=1)
        ]

    def _list_groups(self):
        """Return [(award, tier, rows)] in the order of the list."""
        groups = {}
        for row in self._list_rows():
            groups.setdefault((row["award"], row["tier"]), []).append(row)
        return [(award, tier, rows) for (award, tier), rows in groups.items()]
