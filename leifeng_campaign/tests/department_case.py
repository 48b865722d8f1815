from odoo.exceptions import AccessError, UserError

from .common import LeifengCase


class DepartmentCase(LeifengCase):
    """A department's papers, and a second department with a coordinator and a head of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people["other"] = cls._person("other", ["base.group_user"], department=cls.hotline)
        cls.users["other"] = cls.people["other"].user_id
        cls.foreign_part = cls.env["leifeng.campaign.department"].create(
            {
                "campaign_id": cls.campaign.id,
                "department_id": cls.hotline.id,
                "coordinator_id": cls.people["other"].id,
                "head_id": cls.people["colleague"].id,
            }
        )

    def _check_out_of_turn(self, *acts):
        """``acts``: (role, name of the act) of the hall's paper, each of which is refused."""
        for role, act in acts:
            with self.assertRaises(AccessError, msg=f"{role} {act}"):
                getattr(self._as(role, self.part), act)()

    def _check_nothing_to_take_back(self, act):
        for role in ("coordinator", "head", "officer"):
            with self.assertRaisesRegex(UserError, "nothing to take back"):
                getattr(self._as(role, self.part), act)()
