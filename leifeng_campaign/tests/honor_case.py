from datetime import timedelta

from odoo import Command

from .award_case import AwardCase, AwardPortalCase

LAST_DAY = 2  # days ago


class HonorSetup:
    """Winners whose public notice is over, decisions and the honors of it, for any test case."""

    @classmethod
    def _winner(cls, award, employee=None, tier=None, **vals):
        """Return an entry that the panel proposed for ``tier``, the first one by default."""
        entry = cls._entry(award, employee, **vals)
        cls.env["leifeng.award.result"].create(
            {
                "award_id": award.id,
                "company_id": award.company_id.id,
                "entry_id": entry.id,
                "code": f"C{entry.id}",
                "tier_id": (tier or award.tier_ids[0]).id,
            }
        )
        return entry

    @classmethod
    def _on_notice(cls, *awards):
        """Bring ``awards`` to the end of a public notice of all who are proposed; return it."""
        for award in awards:
            cls._stage(award, "notice")
        awards = cls.env["leifeng.award"].union(*awards)
        notice = cls.env["leifeng.award.notice"].create(
            {"name": "Notice", "award_ids": awards.ids, "campaign_id": cls.campaign.id}
        )
        last = cls.company._leifeng_today() - timedelta(days=LAST_DAY)
        notice._set_state("published", date_start=last - timedelta(days=6), date_stop=last)
        cls.env["leifeng.award.notice.line"].create(
            [
                {
                    "notice_id": notice.id,
                    "company_id": notice.company_id.id,
                    "entry_id": result.entry_id.id,
                    "award_name": result.award_id.name,
                    "tier_name": result.tier_id.name,
                    "holder_name": result.entry_id.employee_name or result.entry_id.department_name,
                }
                for result in awards._winners()
            ]
        )
        notice._set_state("ended")
        return notice

    @classmethod
    def _decision(cls, *awards, **vals):
        ids = [award.id for award in awards]
        return cls.env["leifeng.award.decision"].create(
            {
                "award_ids": [Command.set(ids)],
                "campaign_id": cls.campaign.id,
                "document_number": "No. 6 of this year",
                "date": cls.company._leifeng_today(),
                "issuer": "The Agency",
                **vals,
            }
        )

    @classmethod
    def _issue(cls, *awards, **vals):
        """Return the issued decision on ``awards``, with their notice."""
        cls._on_notice(*awards)
        decision = cls._decision(*awards, **vals)
        cls._as("officer", decision).action_issue()
        cls.env.invalidate_all()
        return decision

    @classmethod
    def _honors_of(cls, decision):
        return decision.honor_ids.sorted("id")


class HonorCase(HonorSetup, AwardCase):
    pass


class HonorPortalCase(HonorSetup, AwardPortalCase):
    pass
