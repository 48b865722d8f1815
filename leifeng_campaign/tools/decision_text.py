"""A commendation decision as a document (.docx), without Odoo."""

from .official_document import OfficialDocument


def decision(words, lists):
    """Return the file's content.

    ``words``: dict of texts title, addressee, preamble, hopes, issuer, check; ``date``: a date or
    None. ``lists``: [{"title", "sentence", "head", "rows"}], each an attachment of its own.
    """
    document = OfficialDocument(words["title"], words["addressee"])
    document.paragraph(words["preamble"])
    for each in lists:
        document.heading(each["sentence"])
    document.paragraph(words["hopes"])
    document.attachment_note([each["title"] for each in lists])
    document.signature(words["issuer"], words["date"])
    if words["check"]:
        document.note(words["check"])
    for number, each in enumerate(lists, 1):
        document.attachment(number if len(lists) > 1 else None, each["title"])
        document.table(each["head"], each["rows"])
    return document.bytes()
