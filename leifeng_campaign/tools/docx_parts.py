"""The XML parts of a .docx, opened with limits."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from .plan_file_error import PlanFileError

MAX_PART = 4 * 1024 * 1024  # bytes of XML, unpacked
MAX_UNPACKED = 40 * 1024 * 1024  # bytes of all files in the package
MAX_FILES = 2000
MAX_DEPTH = 200
MAX_ELEMENTS = 500_000  # of all parts together; ten pages have about 20,000
# What zipfile raises on a package that isn't one, or is damaged or made up.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_RELATIONS = "_rels/.rels"


class DocxParts:
    """A .docx package; only the parts asked for are unpacked.

    :raise PlanFileError: not_docx, broken, encrypted, dtd, too_big
    """

    def __init__(self, content):
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise PlanFileError("broken") from error
        infos = self._zip.infolist()
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > MAX_FILES or unpacked > MAX_UNPACKED:
            raise PlanFileError("too_big")
        if any(info.flag_bits & 1 for info in infos):
            raise PlanFileError("encrypted")
        self._names = set(self._zip.namelist())
        self._elements = 0
        self.main = self._main_part()

    def feed(self, name, handler):
        """Parses a part for ``handler.start(tag, attributes)``, ``.end(tag)`` and ``.data(text)``.

        Names come without their prefix. Nothing happens if the package has no such part.
        """
        if name in self._names:
            self._elements = _parse(self._read(name), handler, self._elements)

    def beside(self, name):
        """The name of a part in the folder of the main one."""
        return posixpath.join(posixpath.dirname(self.main), name)

    def _main_part(self):
        finder = _MainFinder()
        self.feed(_RELATIONS, finder)
        name = finder.target or "word/document.xml"
        if name not in self._names:
            raise PlanFileError("not_docx")
        return name

    def _read(self, name):
        # The declared size may be a lie: read one byte more than allowed, never more.
        try:
            with self._zip.open(name) as part:
                content = part.read(MAX_PART + 1)
        except _BROKEN as error:
            raise PlanFileError("broken") from error
        if len(content) > MAX_PART:
            raise PlanFileError("too_big")
        return content


class _MainFinder:
    """Finds the main document among the package's relations."""

    target = None

    def start(self, tag, attributes):
        if tag == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.target = posixpath.normpath(attributes.get("Target", "").lstrip("/"))

    def end(self, tag):
        pass

    def data(self, text):
        pass


def _parse(content, handler, elements):
    """Feeds the handler; returns the number of elements so far."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(tag, attributes):
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise PlanFileError("too_big")
        handler.start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(tag):
        nonlocal depth
        depth -= 1
        handler.end(_local(tag))

    def refuse(*_args):
        raise PlanFileError("dtd")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise PlanFileError("broken") from error
    return elements


def _local(name):
    return name.rpartition(":")[2]
