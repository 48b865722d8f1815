"""The documents name what is there."""

import re

import pytest

from runtime.home import ADDON, REPO

PAGES = [REPO / "README.md", *sorted((REPO / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)")
TEST = re.compile(r"`(test_\w+\*?)`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPO)))
def test_links_and_pictures_lead_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_each_demand_of_a_plan_names_a_test_that_is_there():
    text = (REPO / "docs/plan_document.md").read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if row.startswith("| ") and "要求 |" not in row]
    named = {name for row in rows for name in TEST.findall(row)}
    places = (REPO / ADDON / "tests", REPO / "tests")

    assert all(TEST.search(row) for row in rows), rows
    assert [n for n in sorted(named) if not any(list(p.glob(f"{n}.py")) for p in places)] == []
