"""Debian's Chromium, driven by Playwright; it may talk to the loopback interface alone."""

import os
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1366, "height": 900}}
LOOPBACK = {"127.0.0.1", "localhost", "", None}  # none: data: and blob:


@contextmanager
def open_chromium():
    """A browser for several visitors."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*QUIET, *root]
        )
        yield browser
        browser.close()


class Visitor:
    """Somebody at a phone (``looks=DESK``: at a desk) with a session of their own; ``page``."""

    def __init__(self, browser, server, looks=None):
        self.faults, self.url = [], server.url
        self.context = browser.new_context(
            base_url=server.url, locale="zh-CN", timezone_id="Asia/Shanghai", **(looks or PHONE)
        )
        self.context.route("**/*", self._keep_inside)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _keep_inside(self, route):
        if urlsplit(route.request.url).hostname in LOOPBACK:
            route.continue_()
        else:
            self.faults.append(f"called {route.request.url}")
            route.abort()

    def log_in(self, login, password):
        self.page.goto("/web/login")
        self.page.fill("input[name=login]", login)
        self.page.fill("input[name=password]", password)
        self.page.click("form.oe_login_form button[type=submit]")
        self.page.wait_for_url(lambda url: "/web/login" not in url)

    def keep_session(self, session_id):
        """Be signed in by a session that was made beside."""
        self.context.add_cookies([{"name": "session_id", "value": session_id, "url": self.url}])

    def leave(self):
        self.context.close()
