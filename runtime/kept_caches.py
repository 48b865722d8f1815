"""What Odoo compiled from views, scripts and routes, kept from one test to the next.

Odoo's test cases empty every cache after each test. Compiling the same pages anew took a third of
the time of tests that open pages. What a test class itself touched is still emptied.
"""

from odoo.modules.registry import Registry

ALWAYS = {"default", "stable"}  # what records say, which each test rolls back


class KeptCaches:
    """While in use, emptying all caches spares those that nothing in the class emptied by name."""

    def __init__(self):
        self.touched = set()
        self._clear = Registry.clear_cache
        self._clear_all = Registry.clear_all_caches

    def start(self):
        touched, clear = self.touched, self._clear

        def clear_cache(registry, *names):
            touched.update(names)
            clear(registry, *names)

        def clear_all_caches(registry):
            clear(registry, *sorted(ALWAYS | touched))

        Registry.clear_cache, Registry.clear_all_caches = clear_cache, clear_all_caches

    def stop(self):
        Registry.clear_cache, Registry.clear_all_caches = self._clear, self._clear_all

    def class_ended(self):
        """Forget what the class touched: it is emptied by now."""
        self.touched.clear()
