"""Odoo's shell runs this in a new database: the bundles of scripts and styles, built ahead.

Without it the first page of each database takes some 20 s.
"""

env = globals()["env"]  # given by Odoo's shell

qweb = env["ir.qweb"]
qweb._pregenerate_assets_bundles()
# the same styles as papers take them, which Odoo leaves out
for bundle in ("web.report_assets_common", "web.report_assets_pdf"):
    qweb._get_asset_bundle(bundle, js=False, autoprefix=True).css()
env.cr.commit()
