"""People in the portal over HTTP, signed in without the half second of hashing a password."""

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import requests

from odoo import api, http
from odoo.service import security


class Visitor:
    """An employee's browser: pages, forms, redirects; the cookie of a session made beside it."""

    def __init__(self, server, env, user):
        self.server = server
        self.http = requests.Session()
        self.http.trust_env = False
        session = new_session(env, user)
        self.http.cookies.set("session_id", session.sid, domain="127.0.0.1")
        # as the forms of its pages have it; it belongs to a visit, not to a page
        self.csrf_token = http.Request.csrf_token(SimpleNamespace(env=env, session=session))

    def get(self, path):
        return self.http.get(self.server.url + path, timeout=60)

    def post(self, path, **fields):
        fields["csrf_token"] = self.csrf_token
        return self.http.post(self.server.url + path, data=fields, timeout=60)


def new_session(env, user):
    """Store a session of ``user`` where the server looks for it; returns it."""
    session = http.root.session_store.new()
    session.update(http.get_default_session(), db=env.cr.dbname, _trace_disable=True)
    own = api.Environment(env.cr, user.id, {})
    session.uid, session.login = user.id, user.login
    session.session_token = security.compute_session_token(session, own)
    session.context = dict(own["res.users"].context_get())
    http.root.session_store.save(session)
    return session


def all_at_once(act, people, threads=16):
    """Return ``[act(person) for person in people]``, up to ``threads`` of them at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(act, people))
