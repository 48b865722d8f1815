from decimal import Decimal

from odoo import SUPERUSER_ID, models
from odoo.exceptions import UserError

from ..tools import shares, work_codes
from ..tools.scoring import exact


class LeifengAward(models.Model):
    """The sheets of a panel: who reads what, under which code, and how far they have come."""

    _inherit = "leifeng.award"

    def _make_sheets(self, candidates, random):
        """Copy every work onto the sheets of its judges; one batch in shuffled order.

        Made by the system's own user: neither maker, number nor time of a sheet tells whose work
        it is.
        """
        # the system's own user, not sudo: create_uid would be the officer's
        works = candidates.with_user(SUPERUSER_ID)
        copies = {work.id: work._work() for work in works}
        files = {work.id: [(6, 0, made.ids)] for work, made in works._work_files().items()}
        values = [
            {**sheet, **copies[sheet["entry_id"]], "file_ids": files.get(sheet["entry_id"])}
            for sheet in self._sheet_places(candidates, random)
        ]
        random.shuffle(values)
        return self.env["leifeng.award.review"].with_user(SUPERUSER_ID).create(values)

    def _sheet_places(self, candidates, random):
        """Return the values of the sheets but for the works: judge, entry, code and order."""
        # sudo: leifeng.award.judge - the number drawn
        judges = {judge.id: judge for judge in self.sudo().judge_ids}
        places = []
        for judge_id, entry_ids in self._readings(candidates, random).items():
            codes = work_codes.drawn(len(entry_ids), random)
            common = {
                "award_id": self.id,
                "company_id": self.company_id.id,
                "judge_id": judge_id,
                "user_id": judges[judge_id].user_id.id,
                "judge_label": judges[judge_id].label,
            }
            for order, (entry_id, code) in enumerate(zip(entry_ids, codes, strict=True)):
                places.append({**common, "entry_id": entry_id, "code": code, "sequence": order})
        return places

    def _readings(self, candidates, random):
        """Return {judge id: [entry ids]} in each judge's own order."""
        barred = {(each.judge_id.id, each.entry_id.id) for each in self.recusal_ids}
        works, judges, seed = candidates.ids, self.judge_ids.ids, random.getrandbits(128)
        try:
            if self.reading == "all":
                return shares.every(works, judges, barred, seed)
            return shares.balanced_shares(works, judges, barred, self.share_size, seed)
        except shares.Uncovered as short:
            names = candidates.browse(short.works).mapped("display_name")
            raise UserError(
                self.env._(
                    "Too few judges may read these works, recusals considered: %(names)s.",
                    names=", ".join(names),
                )
            ) from None

    # PROGRESS

    def _progress(self):
        """Return {judge's name: (sheets done, all)}: counts alone, for the office as well."""
        counts = self.judge_ids._sheet_counts()
        return {judge.name: counts.get(judge.id, (0, 0)) for judge in self.judge_ids}

    def _valid_sheets(self):
        """Return [(judge id, entry id, total as a Decimal)] of the sheets that count.

        Submitted ones in the version that stands; abstained and recused are missing, never 0.
        """
        # sudo: leifeng.award.review - whose caller closes scoring or verifies it
        sheets = (
            self.env["leifeng.award.review"]
            .sudo()
            .search_fetch(
                [("award_id", "in", self.ids), ("state", "=", "submitted")],
                ["judge_id", "entry_id", "total"],
                order="id",
            )
        )
        return [(each.judge_id.id, each.entry_id.id, _total(each)) for each in sheets]


def _total(sheet):
    """Return the total of a sheet as it was written: a sum of scores of one decimal."""
    return exact(round(sheet.total, 2)).quantize(Decimal("0.01"))
