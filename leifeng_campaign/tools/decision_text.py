"""A commendation decision as an official document, without Odoo."""


def write_decision(document, words, lists):
    """Write all but title and addressee into ``document``, an :class:`.official_draft.Draft`.

    ``words``: dict of texts preamble, hopes, issuer, check; ``date``: a date or None. ``lists``:
    [{"title", "sentence", "head", "rows"}], each an attachment of its own.
    """
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
