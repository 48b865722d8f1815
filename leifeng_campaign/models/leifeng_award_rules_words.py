from odoo import models
from odoo.tools.misc import format_date

from ..tools import wording


def number(value):
    """Return '30' for 30.0, '2.5' for 2.5."""
    return f"{value:g}"


class LeifengAward(models.Model):
    """The rules in words, as pages and papers show them to everyone who may enter."""

    _inherit = "leifeng.award"

    def _rules_lines(self):
        """Return [(label, text)] of the rules in the reader's language, dates and criteria apart
        (``_dates_lines``, ``_criteria_lines``); what doesn't apply is left out."""
        self.ensure_one()
        lines = [
            (self._label("kind"), self._word("kind")),
            (self._label("legal_basis"), self._basis_text()),
            (self.env._("Places"), self._tiers_text()),
            (self.env._("Length of an Essay"), self._length_text()),
            (self.env._("Put Forward by Each Department"), self._department_quota_text()),
            (self.env._("Leading Staff"), self._leader_text()),
            (self.env._("Awarded Before"), self._repeat_text()),
            (self.env._("Panel"), self._panel_text()),
            (self.env._("How Points Are Counted"), self._method_text()),
            (self.env._("Equal Points"), self._word("tie_rule")),
            (self.env._("Recusal"), self._recusal_text()),
            (self._label("majority"), self._word("majority")),
        ]
        return [(label, text) for label, text in lines if text]

    def _criteria_lines(self):
        """Return [(criterion, points, how it is scored, description)] in words."""
        return [
            (each.name, number(each.weight), self._source_text(each), each.description or "")
            for each in self.criterion_ids
        ]

    def _dates_lines(self):
        """Return [(stage, day in words)] of the days that are given."""
        names = ("date_open", "date_deadline", "date_screening", "date_judging", "date_notice")
        return [
            (self._label(name), format_date(self.env, self[name], date_format="long"))
            for name in names
            if self[name]
        ]

    # WORDS

    def _label(self, name):
        return self._fields[name]._description_string(self.env)

    def _word(self, name):
        return dict(self._fields[name]._description_selection(self.env)).get(self[name], "")

    def _basis_text(self):
        words = [self._word("legal_basis"), self.basis_document]
        return wording.clauses(self.env.lang, filter(None, words))

    def _tiers_text(self):
        return wording.clauses(self.env.lang, map(self._tier_text, self.tier_ids))

    def _tier_text(self, tier):
        values = {"tier": tier.name, "quota": number(tier.quota)}
        if tier.quota_kind == "share":
            return self.env._("%(tier)s: %(quota)s percent of the entries", **values)
        return self.env._("%(tier)s: %(quota)s", **values)

    def _length_text(self):
        if self.kind != "essay" or not self.max_characters:
            return ""
        values = {"least": self.min_characters, "most": self.max_characters}
        if not self.min_characters:
            return self._most_text()
        if self.count_marks:
            return self.env._("%(least)s to %(most)s characters, marks included", **values)
        return self.env._("%(least)s to %(most)s characters, marks not counted", **values)

    def _most_text(self):
        if self.count_marks:
            return self.env._(
                "At most %(most)s characters, marks included", most=self.max_characters
            )
        return self.env._(
            "At most %(most)s characters, marks not counted", most=self.max_characters
        )

    def _department_quota_text(self):
        if not self.department_quota or self.kind == "department":
            return ""
        return self.env._("At most %(count)s", count=self.department_quota)

    def _leader_text(self):
        if not self.leader_share or self.kind != "person":
            return ""
        return self.env._("At most %(percent)s percent of those awarded", percent=self.leader_share)

    def _repeat_text(self):
        if not self.repeat_years:
            return ""
        return self.env._(
            "Whoever won this award in the last %(years)s years can't win it again.",
            years=self.repeat_years,
        )

    def _panel_text(self):
        size = len(self._panel())
        if not size:
            return ""
        if self.reading == "shares":
            return self.env._(
                "%(size)s judges; each entry is read by %(share)s of them, in balanced shares.",
                size=size,
                share=self.share_size,
            )
        return self.env._("%(size)s judges; each of them reads every entry.", size=size)

    def _method_text(self):
        if self.reading == "shares":
            return self.env._(
                "Judges who read different entries differ in strictness: this is evened out, and "
                "the plain mean stands beside it."
            )
        if self.drop_extremes:
            return self.env._(
                "From five sheets on, one highest and one lowest are dropped, and the mean of the "
                "others counts; with fewer sheets the plain mean counts."
            )
        return self.env._("The plain mean of all sheets counts.")

    def _recusal_text(self):
        if self.recuse_department:
            return self.env._(
                "Judges don't score themselves, relatives, whom they nominated, or their own "
                "department."
            )
        return self.env._("Judges don't score themselves, relatives, or whom they nominated.")

    def _source_text(self, criterion):
        word = dict(criterion._fields["source"]._description_selection(self.env))[criterion.source]
        if criterion.source == "judged":
            return word
        if criterion.source == "summary":
            return self.env._("Computed from records: %(what)s", what=word)
        return self.env._(
            "Computed from records: %(what)s, full points from %(target)s on",
            what=word,
            target=number(criterion.target),
        )
