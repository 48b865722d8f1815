from datetime import datetime, timedelta
from unittest.mock import patch

from odoo import Command
from odoo.fields import Date, Datetime
from odoo.orm.model_classes import add_to_registry
from odoo.orm.models import MetaModel
from odoo.tests import TransactionCase

# Who is made under it gets no drawn picture: one by one they take seconds a class.
UNDRAWN = patch(
    "odoo.addons.base.models.avatar_mixin.AvatarMixin._avatar_generate_svg", lambda self: False
)
PASSWORD = "leifeng-test-1"
# role: (groups, is an internal user)
ROLES = {
    "officer": ["leifeng_campaign.group_leifeng_officer"],
    "manager": ["leifeng_campaign.group_leifeng_manager"],
    "supervisor": ["leifeng_campaign.group_leifeng_supervisor"],
    "hr": ["hr.group_hr_user"],
    "coordinator": ["base.group_user"],
    "internal": ["base.group_user"],
    "head": ["base.group_portal"],
    "leader": ["base.group_portal"],
    "employee": ["base.group_portal"],
    "colleague": ["base.group_portal"],
}


class LeifengSetup:
    """One person per role, one running campaign, and builders; for any test case class."""

    @classmethod
    def _set_up_leifeng(cls):
        # a password's hash of 600,000 rounds takes half a second
        cls.startClassPatcher(patch("odoo.addons.base.models.res_users.MIN_ROUNDS", 1000))
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        cls.company = cls.env.company
        cls.hall = cls._department("Service Hall")
        cls.hotline = cls._department("Hotline")
        cls.people = cls._people(ROLES)
        cls.users = {role: person.user_id for role, person in cls.people.items()}
        cls.campaign = cls._campaign()
        cls.service, cls.lecture = cls.campaign.plan_activity_ids
        cls.part = cls.env["leifeng.campaign.department"].create(
            {
                "campaign_id": cls.campaign.id,
                "department_id": cls.hall.id,
                "head_id": cls.people["head"].id,
                "coordinator_id": cls.people["coordinator"].id,
            }
        )

    @classmethod
    def _department(cls, name):
        return cls.env["hr.department"].create({"name": name, "company_id": cls.company.id})

    @classmethod
    def _person(cls, role, groups, department=None):
        """Return an employee of the hall whose user has the login and name ``role``."""
        return cls._people({role: groups}, department)[role]

    @classmethod
    @UNDRAWN
    def _people(cls, roles, department=None):
        """Return {role: employee}, made in one go."""
        accounts = cls.env["res.users"].with_context(no_reset_password=True)
        shared = {"company_id": cls.company.id, "department_id": (department or cls.hall).id}
        users = accounts.create([cls._user_values(*role) for role in roles.items()])
        people = cls.env["hr.employee"].create(
            [{"name": user.name, "user_id": user.id, **shared} for user in users]
        )
        return dict(zip(roles, people, strict=True))

    @classmethod
    def _user_values(cls, role, groups):
        return {
            "name": role.title(),
            "login": f"lf_{role}",
            "password": PASSWORD,
            "group_ids": [Command.set([cls.env.ref(group).id for group in groups])],
            "company_id": cls.company.id,
            "company_ids": [Command.set(cls.company.ids)],
            "tz": "Asia/Shanghai",
        }

    @classmethod
    @UNDRAWN
    def _employee(cls, name, department=None, **vals):
        return cls.env["hr.employee"].create(
            {
                "name": name,
                "company_id": cls.company.id,
                "department_id": (department or cls.hall).id,
                **vals,
            }
        )

    @classmethod
    @UNDRAWN
    def _employees(cls, count, department=None):
        """Return ``count`` employees without accounts."""
        return cls.env["hr.employee"].create(
            [
                {
                    "name": f"Colleague {index}",
                    "company_id": cls.company.id,
                    "department_id": (department or cls.hotline).id,
                }
                for index in range(count)
            ]
        )

    @classmethod
    def _organization(cls, name="Riverside Committee", **vals):
        """Return an organization that asks for service."""
        return cls.env["res.partner"].create({"name": name, "is_company": True, **vals})

    @classmethod
    def _campaign(cls, start=True, **vals):
        today = Date.today()
        dates = {"date_start": today - timedelta(days=40), "date_stop": today + timedelta(days=40)}
        activities = [
            Command.create({"name": "Community", "kind": "service", "category": "community"}),
            Command.create({"name": "Lecture", "kind": "lecture"}),
        ]
        phase = {"name": "Phase", **dates, "activity_ids": activities}
        campaign = cls.env["leifeng.campaign"].create(
            {"name": "Campaign", **dates, "phase_ids": [Command.create(phase)], **vals}
        )
        if start:
            campaign.action_start()
        return campaign

    @classmethod
    def _session(cls, publish=True, hours_ahead=24, length=2, **vals):
        """Return a session of the service activity that begins ``hours_ahead`` from now."""
        start = Datetime.now().replace(microsecond=0) + timedelta(hours=hours_ahead)
        session = cls.env["leifeng.session"].create(
            {
                "name": "Shift",
                "activity_id": cls.service.id,
                "start": start,
                "stop": start + timedelta(hours=length),
                "capacity": 2,
                "location": "Corner",
                "risks": "Stay on the pavement",
                "contact": "Office",
                "contact_phone": "0000-8801312",
                "leader_id": cls.people["leader"].id,
                **vals,
            }
        )
        if publish:
            session.action_publish()
        return session

    @classmethod
    def _line(cls, session, employees, **vals):
        """Put ``employees`` into the line of ``session``, in this order."""
        return cls.env["leifeng.session.signup"].create(
            [
                {"session_id": session.id, "employee_id": employee.id, **vals}
                for employee in employees
            ]
        )

    @classmethod
    def _confirmed(cls, employees, **vals):
        """Return a past session at which ``employees`` were present, confirmed."""
        session = cls._session(**{"hours_ahead": -30, "capacity": 50, **vals})
        cls._line(session, employees, attendance="present")
        session.action_confirm()
        return session

    @classmethod
    def _moment(cls, text):
        """Return the UTC datetime of a Beijing time: '2026-03-05 07:30'."""
        return datetime.fromisoformat(text) - timedelta(hours=8)

    @classmethod
    def _as(cls, role, records):
        """Return ``records`` as ``role`` sees them, with nothing left in the cache."""
        cls.env.flush_all()
        cls.env.invalidate_all()
        return records.with_user(cls.users[role]).with_context(allowed_company_ids=cls.company.ids)


class LeifengCase(LeifengSetup, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()


def fake_model(definition):
    """Class decorator: the model belongs to no addon, a test class adds it to the registry."""
    MetaModel._module_to_models__[definition._module].remove(definition)
    return definition


class FakeModelCase(TransactionCase):
    """Models that exist for a test class alone, made with the ORM's own builder.

    odoo-test-helper 2.1.3 can't be imported on Odoo 19.0, so this stands in for it.
    """

    fake_models = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = []
        for definition in cls.fake_models:
            add_to_registry(cls.registry, definition)
            names.append(definition._name)
        cls.registry._setup_models__(cls.env.cr, names)
        cls.registry.init_models(cls.env.cr, names, {"models_to_check": True})
        cls.addClassCleanup(cls._forget, names)

    @classmethod
    def _forget(cls, names):
        for name in names:
            del cls.registry[name]
        cls.registry._setup_models__(cls.env.cr, [])
