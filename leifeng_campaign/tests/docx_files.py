"""Small .docx files for tests: by python-docx where it can, else from raw XML."""

import zipfile
from io import BytesIO

from docx import Document

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document):
    """The bytes of a python-docx document."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def text_of(content):
    """The text of a file, of its tables, too: a line for each paragraph."""
    body = Document(BytesIO(content)).element.body
    return "\n".join("".join(each.itertext(f"{{{_NS}}}t")) for each in body.iter(f"{{{_NS}}}p"))


def document_of(*lines):
    """A document with one paragraph per line."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def package(**parts):
    """A .docx of raw parts; ``document`` is the body's XML, the others whole parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def body(xml):
    return f'<w:document xmlns:w="{_NS}"><w:body>{xml}</w:body></w:document>'


def paragraph(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text, num_id, level=0):
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return paragraph(text, numbering)


def numbering(abstracts, nums):
    """numbering.xml.

    :param abstracts: ``[[(format, text)]]``: the levels of each definition
    :param nums: ``[(definition, start or None)]``: the lists, numbered from 1
    """
    xml = ""
    for index, levels in enumerate(abstracts):
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for level, (number_format, text) in enumerate(levels)
        )
        xml += f'<w:abstractNum w:abstractNumId="{index}">{inner}</w:abstractNum>'
    for index, (definition, start) in enumerate(nums, start=1):
        override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        xml += (
            f'<w:num w:numId="{index}"><w:abstractNumId w:val="{definition}"/>'
            f"{override if start else ''}</w:num>"
        )
    return f'<w:numbering xmlns:w="{_NS}">{xml}</w:numbering>'
