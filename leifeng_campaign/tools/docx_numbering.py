"""The numbers that Word sets by itself, as the reader of the document sees them."""

from .docx_number_formats import format_number
from .docx_parts import DocxParts

_BULLETS = ("bullet", "none")
LEVELS = 9


class Numbering:
    """Counts the numbered paragraphs of a document, in order."""

    def __init__(self, parts: DocxParts):
        self._lists, self._styles = _ListReader(), _StyleReader()
        parts.feed(parts.beside("numbering.xml"), self._lists)
        parts.feed(parts.beside("styles.xml"), self._styles)
        self._counts = {}
        self._begun = set()

    def label(self, num_id, level, style):
        """The number before a paragraph, ``""`` if it has none; counts it.

        :param num_id: its own ``w:numId`` or None
        :param level: its own ``w:ilvl`` or None
        :param style: its ``w:pStyle`` or None
        """
        num_id, level = self._resolve(num_id, level, style)
        levels = self._lists.levels_of(num_id)
        if num_id in (None, "0") or level not in levels:
            return ""
        counts = self._counted(num_id, level, levels)
        return _label(levels, level, counts)

    def _resolve(self, num_id, level, style):
        if num_id is None:
            num_id, styled_level = self._styles.numbering_of(style)
            level = level if level is not None else styled_level
        if level is None:
            level = self._lists.level_of_style(num_id, style)
        return num_id, int(level) if str(level or 0).isdecimal() else 0

    def _counted(self, num_id, level, levels):
        """Lists with the same definition count together, unless one starts anew."""
        counts = self._counts.setdefault(self._lists.abstract_of(num_id), [None] * LEVELS)
        if num_id not in self._begun:
            self._begun.add(num_id)
            for other, start in self._lists.restarts.get(num_id, {}).items():
                counts[other] = start - 1
        count = counts[level]
        counts[level] = levels[level]["start"] if count is None else count + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return counts


class _ListReader:
    """Reads numbering.xml: levels by definition, definitions by list, restarts by list."""

    def __init__(self):
        self.restarts = {}
        self._abstracts, self._nums, self._links = {}, {}, {}
        self._abstract = self._num = self._level = None

    def levels_of(self, num_id):
        return self._abstracts.get(self.abstract_of(num_id), {})

    def abstract_of(self, num_id):
        return self._nums.get(num_id)

    def level_of_style(self, num_id, style):
        for level, definition in self.levels_of(num_id).items():
            if style and definition.get("style") == style:
                return level
        return 0

    def start(self, tag, attributes):
        value = attributes.get("val", "")
        if tag == "abstractNum":
            self._abstract = self._abstracts.setdefault(attributes.get("abstractNumId"), {})
        elif tag == "num":
            self._num, self._abstract = attributes.get("numId"), None
        elif tag == "abstractNumId" and self._num:
            self._nums[self._num] = value
        elif tag in ("lvl", "lvlOverride"):
            self._start_level(tag, _integer(attributes.get("ilvl"), 0))
        elif tag == "startOverride" and self._num:
            self.restarts.setdefault(self._num, {})[self._override] = _integer(value, 1)
        elif self._level is not None:
            self._set(tag, value)

    def _start_level(self, tag, level):
        level = min(max(level, 0), LEVELS - 1)
        if tag == "lvlOverride":
            self._override = level
        elif self._abstract is not None:
            self._level = self._abstract.setdefault(
                level, {"start": 1, "format": "decimal", "text": "", "legal": False}
            )

    def _set(self, tag, value):
        if tag == "start":
            self._level["start"] = _integer(value, 1)
        elif tag == "isLgl":
            self._level["legal"] = value not in ("0", "false")
        elif tag in ("numFmt", "lvlText", "pStyle"):
            self._level[{"numFmt": "format", "lvlText": "text", "pStyle": "style"}[tag]] = value

    def end(self, tag):
        if tag == "lvl":
            self._level = None
        elif tag in ("abstractNum", "num"):
            self._abstract = self._num = None

    def data(self, text):
        pass


class _StyleReader:
    """Reads styles.xml: the list that a paragraph style carries."""

    def __init__(self):
        self._styles = {}
        self._style = None

    def numbering_of(self, style):
        """``(numId, ilvl)`` of a style or of the one it is based on."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            definition = self._styles[style]
            if "numId" in definition:
                return definition["numId"], definition.get("ilvl")
            style = definition.get("basedOn")
        return None, None

    def start(self, tag, attributes):
        if tag == "style":
            self._style = self._styles.setdefault(attributes.get("styleId"), {})
        elif self._style is not None and tag in ("numId", "ilvl", "basedOn"):
            self._style[tag] = attributes.get("val")

    def end(self, tag):
        if tag == "style":
            self._style = None

    def data(self, text):
        pass


def _label(levels, level, counts):
    definition = levels[level]
    if definition["format"] in _BULLETS:
        return "• " if definition["format"] == "bullet" else ""
    text = definition["text"]
    for other in range(LEVELS):
        if f"%{other + 1}" in text and other in levels:
            number = counts[other] if counts[other] is not None else levels[other]["start"]
            style = "decimal" if definition["legal"] else levels[other]["format"]
            text = text.replace(f"%{other + 1}", format_number(number, style))
    return text if not text or not text[-1].isalnum() else f"{text} "


def _integer(value, default):
    return int(value) if value and value.lstrip("-").isdecimal() and len(value) < 10 else default
