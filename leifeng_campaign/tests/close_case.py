from decimal import Decimal

from .award_case import AwardCase, AwardPortalCase, AwardSetup

JUDGES = 9
STEP = Decimal("0.1")


class CloseSetup(AwardSetup):
    """Awards under review whose sheets are given as scores, without walking through pages."""

    @classmethod
    def _set_up_awards(cls):  # pylint: disable=missing-return
        super()._set_up_awards()
        numbers = range(3, JUDGES + 1)
        roles = {f"judge{number}": ["base.group_portal"] for number in numbers}
        judges = cls._people(roles, department=cls.hotline)
        cls.users.update({role: person.user_id for role, person in judges.items()})

    @classmethod
    def _panel_of(cls, count):
        return ["judge", *(f"judge{number}" for number in range(2, count + 1))]

    @classmethod
    def _under_review(cls, kind="person", judges=5, entries=3, facts=None, **vals):
        """Return (award, entries) in state judging; ``facts``: those of each entry in turn."""
        award = cls._award(kind, judges=cls._panel_of(judges), **vals)
        if kind == "department":
            made = cls._department_entries(award, entries)
        else:
            people = cls._employees(entries)
            made = sum((cls._entry(award, each) for each in people), cls.env["leifeng.award.entry"])
        for entry, values in zip(made, facts or (), strict=False):
            entry.facts = values
        award._freeze_rules()
        cls._stage(award, "judging")
        return award, made

    @classmethod
    def _department_entries(cls, award, count):
        departments = [cls._department(f"Office {number}") for number in range(count)]
        entries = [cls._entry(award, department_id=each.id) for each in departments]
        for entry, department in zip(entries, departments, strict=True):
            entry.department_name = department.name
        return sum(entries, cls.env["leifeng.award.entry"])

    @classmethod
    def _sheet(cls, award, judge, entry, scores=(), state="submitted", **vals):
        """Return a sheet; ``scores``: one of each judged criterion, or one total for the first."""
        sheet = cls._as_system(cls.env["leifeng.award.review"]).create(
            {
                "award_id": award.id,
                "company_id": award.company_id.id,
                "judge_id": judge.id,
                "user_id": judge.user_id.id,
                "entry_id": entry.id,
                "code": f"{judge.id}-{entry.id}",
                "title": entry.display_name,
                "kind": award.kind,
                **vals,
            }
        )
        if state == "submitted":
            sheet._submit(cls._over_criteria(award, scores), "")
        elif state != "draft":
            sheet._set_state(state)
        return sheet

    @classmethod
    def _over_criteria(cls, award, scores):
        """Return {judged criterion: Decimal}; a number is filled in from the first one on."""
        judged = award.criterion_ids.filtered(lambda each: each.source == "judged")
        if not isinstance(scores, (int, float, str)):
            return dict(
                zip(judged, (Decimal(str(each)).quantize(STEP) for each in scores), strict=True)
            )
        left, given = Decimal(str(scores)), {}
        for criterion in judged:
            given[criterion] = min(left, Decimal(f"{criterion.weight:.1f}")).quantize(STEP)
            left -= given[criterion]
        return given

    @classmethod
    def _scored(cls, award, table):
        """Write sheets: ``table`` is {entry: the scores of each judge in turn, None for none}."""
        for entry, totals in table.items():
            for judge, total in zip(award.judge_ids, totals, strict=True):
                if total is not None:
                    cls._sheet(award, judge, entry, total)

    @classmethod
    def _closed(cls, kind="person", totals=(80, 70, 60), facts=None, **vals):
        """Return (award, entries) whose scoring is closed; all judges give an entry its total."""
        award, entries = cls._under_review(kind, entries=len(totals), facts=facts, **vals)
        count = len(award.judge_ids)
        cls._scored(award, {e: [t] * count for e, t in zip(entries, totals, strict=True)})
        award.with_user(cls.users["officer"]).action_close_scoring()
        return award, entries

    @classmethod
    def _result(cls, entry):
        return cls.env["leifeng.award.result"].search([("entry_id", "=", entry.id)])

    @classmethod
    def _votes(cls, award, tiers=None, **row):
        """Return the rows of a unanimous meeting; ``tiers``: {entry: tier} where it departs."""
        rows = {}
        for result in award.result_ids.filtered(lambda each: not each.struck_reason):
            tier = (tiers or {}).get(result.entry_id, result.by_order_tier_id)
            favor = len(award.judge_ids) if tier else 0
            rows[result] = {
                "tier_id": tier.id,
                "in_favor": favor,
                "against": 0,
                "abstained": 0,
                "departure_reason": "The panel knows more" if tiers else "",
                **row,
            }
        return rows

    @classmethod
    def _proposed(cls, kind="person", totals=(80, 70, 60), **vals):
        """Return (award, entries) on which the panel has proposed the order."""
        award, entries = cls._closed(kind, totals, **vals)
        cls._propose(award)
        return award, entries

    @classmethod
    def _propose(cls, award, rows=None, present=None, note="", role="officer"):
        own = award.with_user(cls.users[role])
        rows = cls._votes(award) if rows is None else rows
        mine = {result.with_user(own.env.user): row for result, row in rows.items()}
        own._record_proposal(cls._today(), present or own.judge_ids, mine, note)

    @classmethod
    def _today(cls):
        return cls.company._leifeng_today()

    @classmethod
    def _opinion(cls, entry, body):
        domain = [("entry_id", "=", entry.id), ("body", "=", body), ("state", "!=", "cancelled")]
        return cls.env["leifeng.award.opinion"].search(domain)

    @classmethod
    def _all_agree(cls, award):
        """Let both bodies give their opinions on all who are proposed."""
        for body, role in (("hr", "hr"), ("discipline", "supervisor")):
            opinions = cls.env["leifeng.award.opinion"].search(
                [("award_id", "=", award.id), ("body", "=", body), ("state", "=", "requested")]
            )
            for opinion in opinions.with_user(cls.users[role]):
                opinion.action_agree()


class CloseCase(CloseSetup, AwardCase):
    pass


class ClosePortalCase(CloseSetup, AwardPortalCase):
    pass
