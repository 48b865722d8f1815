"""What a file says of itself to programs and search engines."""

from datetime import UTC, datetime

LONGEST = 255  # characters of a property


def describe(document, title):
    """Give a python-docx ``document`` its title, and nothing of the library that wrote it."""
    properties = document.core_properties
    properties.title = title[:LONGEST]
    properties.author = properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def name_author(document, unit):
    document.core_properties.author = unit[:LONGEST]
