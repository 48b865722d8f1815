"""What is kept from one test to the next, and what isn't."""

import pytest

from odoo.modules.registry import Registry
from odoo.tests.common import get_db_name

from runtime.kept_caches import KeptCaches


@pytest.fixture
def kept():
    caches = KeptCaches()
    caches.start()
    yield caches
    caches.stop()


def left(registry, *names):
    """Fill the caches ``names`` and empty all; those that are still filled."""
    caches = registry._Registry__caches
    for name in names:
        caches[name]["filled"] = True
    registry.clear_all_caches()
    return [name for name in names if caches[name].pop("filled", None)]


def test_what_records_say_is_emptied_and_what_was_compiled_is_kept(kept):
    registry = Registry(get_db_name())

    assert left(registry, "default", "stable", "templates", "routing") == ["templates", "routing"]


def test_what_a_class_touched_is_emptied_until_it_ends(kept):
    registry = Registry(get_db_name())

    registry.clear_cache("templates")
    assert left(registry, "templates", "assets") == ["assets"]
    assert left(registry, "templates") == []
    registry.clear_cache("groups")  # views are compiled for groups
    assert left(registry, "groups", "templates") == []
    kept.class_ended()
    assert left(registry, "templates") == ["templates"]
