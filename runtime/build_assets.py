"""Odoo's shell runs this in a new database: the bundles of scripts and styles, built ahead.

Without it the first page of each database takes some 20 s.
"""

env = globals()["env"]  # given by Odoo's shell

env["ir.qweb"]._pregenerate_assets_bundles()
env.cr.commit()
