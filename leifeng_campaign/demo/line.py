"""Signing up and keeping the sheet, done by those who would do it, at the time they would."""

from datetime import timedelta

from odoo import fields

from .clock import at


def publish(agency, sessions):
    """The office publishes ``sessions`` ten days before the first of them."""
    with at(min(sessions.mapped("start")) - timedelta(days=10)):
        agency.officer(sessions).action_publish()
    return sessions


def sign_up(agency, session, people):
    """``people`` join the line in this order; for whoever has no account the office does it."""
    with at(_signing_time(session)):
        for person in people:
            if person.user_id:
                session.with_user(person.user_id).action_sign_up()
            else:
                agency.officer(session).action_sign_up_for(person.id)


def tell_waiting(session):
    """Whoever waits looks at the page once, as the portal notes it."""
    for signup in session.signup_ids.filtered("live"):
        if not signup.holds_place:
            signup.with_user(signup.employee_id.user_id)._note_told()


def sweep(agency, session):
    """Do at once what the job does after a line or its session changed."""
    session.with_env(agency.env)._sweep()


def confirm(agency, session, apart=None, walk_ins=(), **results):
    """The on-site leader confirms the sheet an hour after the end.

    ``apart``: {employee: attendance} of those who didn't come, which the office enters;
    ``results``: people_served and the like.
    """
    with at(session.stop + timedelta(hours=1)):
        for signup in agency.officer(session).signup_ids:
            if signup.employee_id in (apart or {}):
                signup.attendance = apart[signup.employee_id]
        sheet = session.with_user(session.leader_id.user_id)
        sheet.action_everyone_came()
        for person in walk_ins:
            sheet.action_add_walk_in(person.id)
        sheet.action_confirm(results)


def _signing_time(session):
    """Return a moment before now, before the session and before sign-up closes."""
    week_before = (session.closes or session.start) - timedelta(days=7)
    return min(week_before, fields.Datetime.now() - timedelta(hours=1))
