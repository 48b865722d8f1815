from odoo.fields import Command

from .award_case import AwardCase, AwardPortalCase, AwardSetup


class PanelSetup(AwardSetup):
    """Awards whose panel's review has begun, by the button itself."""

    @classmethod
    def _opened(cls, kind="essay", authors=("employee", "colleague"), **vals):
        """Return an award of ``kind`` under review, with an entry of each of ``authors``."""
        award = cls._stage(
            cls._award(kind, **vals), "screening" if kind != "department" else "open"
        )
        for role in authors if kind != "department" else ():
            cls._entry(award, cls.people[role], title=f"Work {role}")
        if kind == "department":
            cls._entry(award, department_id=cls.hall.id)
            cls._entry(award, department_id=cls.hotline.id)
        award.judge_ids[1].chair = True
        award.with_user(cls.users["officer"]).action_start_judging()
        return award

    @classmethod
    def _sheets(cls, award, role="judge"):
        """Return the live sheets of a judge, in this judge's order, as the system sees them."""
        return (
            cls.env["leifeng.award.review"]
            .sudo()
            .search([("award_id", "=", award.id), ("user_id", "=", cls.users[role].id)])
            .filtered(lambda sheet: sheet.state != "superseded")
        )

    @classmethod
    def _scores(cls, award, *values):
        """Return {criterion id as text: value} of the judged criteria, in order."""
        judged = award.criterion_ids.filtered(lambda each: each.source == "judged")
        return dict(zip(map(str, judged.ids), values, strict=False))

    @classmethod
    def _paper_vals(cls):
        """Return values of an award one of whose judges scores on paper."""
        return {
            "paper_clerk_id": cls.users["internal"].id,
            "paper_checker_id": cls.users["coordinator"].id,
            "judge_ids": [
                *(
                    Command.create({"name": role, "user_id": cls.users[role].id})
                    for role in ("judge", "judge2")
                ),
                Command.create({"name": "Old Judge", "on_paper": True}),
            ],
        }


class PanelCase(PanelSetup, AwardCase):
    pass


class PanelPortalCase(PanelSetup, AwardPortalCase):
    pass
