"""Odoo's shell runs this in a new database: the bundles of scripts and styles, built ahead.

Without it the first page of each database takes some 20 s, and each test that opens one does. Odoo
can build all that it has, but spends most of it on tests of its own and leaves out those of papers.
"""

env = globals()["env"]  # given by Odoo's shell

SCRIPTS = (
    "web.assets_web",
    "web.assets_tests",
    "web.__assets_tests_call__",
    "web.assets_frontend_minimal",
    "web.assets_frontend_lazy",
)
STYLES = ("web.assets_web", "web.assets_web_print", "web.assets_frontend")
STYLES_ON_PAPER = ("web.report_assets_common", "web.report_assets_pdf")


def bundle(name, **what):
    return env["ir.qweb"]._get_asset_bundle(name, **{"css": False, "js": False, **what})


for name in SCRIPTS:
    bundle(name, js=True).js()
for name in STYLES:
    bundle(name, css=True).css()
for name in STYLES_ON_PAPER:
    bundle(name, css=True, autoprefix=True).css()
env.cr.commit()
