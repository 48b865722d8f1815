"""People in the portal over HTTP, signed in without the half second of hashing a password."""

import re
from concurrent.futures import ThreadPoolExecutor

import requests

from odoo import api, http
from odoo.service import security

CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    """An employee's browser: pages, forms, redirects; the cookie of a session made beside it."""

    def __init__(self, server, env, user):
        self.server = server
        self.http = requests.Session()
        self.http.trust_env = False
        self.http.cookies.set("session_id", new_session(env, user), domain="127.0.0.1")

    def get(self, path):
        return self.http.get(self.server.url + path, timeout=60)

    def post(self, path, token, **fields):
        fields["csrf_token"] = token
        return self.http.post(self.server.url + path, data=fields, timeout=60)

    def token(self, path):
        """Return the CSRF token of the first form on the page."""
        return CSRF.search(self.get(path).text)[1]


def new_session(env, user):
    """Store a session of ``user`` where the server looks for it; returns its id."""
    session = http.root.session_store.new()
    session.update(http.get_default_session(), db=env.cr.dbname, _trace_disable=True)
    own = api.Environment(env.cr, user.id, {})
    session.uid, session.login = user.id, user.login
    session.session_token = security.compute_session_token(session, own)
    session.context = dict(own["res.users"].context_get())
    http.root.session_store.save(session)
    return session.sid


def all_at_once(act, people, threads=16):
    """Return ``[act(person) for person in people]``, up to ``threads`` of them at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(act, people))
