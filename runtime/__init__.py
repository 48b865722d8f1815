"""Brings Odoo 19 up and tests the addon on it, with nothing but the standard library."""
