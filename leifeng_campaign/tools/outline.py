"""Reads the text of a plan (活动方案) into phases, activities and the other parts of a campaign.

Plain Python: text in, :class:`Plan` out. Any text gives an answer, in linear time, and every
character that isn't space is somewhere in the answer.
"""

import re

from .plan_frame import Frame, split_notice, take_head, take_tail
from .plan_page import split_page
from .plan_parts import Activity, Item, Leftover, Phase, Plan
from .plan_sections import SectionReader
from .plan_source import Source
from .plan_tree import read_tree
from .plan_verdict import why_no_plan
from .plan_words import section_role
from .script import fold, script_of

__all__ = ["Activity", "Item", "Leftover", "Phase", "Plan", "read_plan"]

_DECORATION = re.compile(r"^[^\w《“(（「]+|[^\w》”)）」!！?？.。]+$")
# One character for one: a coverage of the text can be checked.
_BREAKS = str.maketrans("\r\v\f\x85\u2028\u2029", "\n\n\n\n\n\n")


def read_plan(text, year=None):
    """The ``Plan`` that a text holds.

    :param year: year of the dates that are written without one, unless the plan names its own
    """
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    lines, page = split_page(text)
    notice, lines = split_notice(lines)
    frame, notice_frame = Frame(), Frame()
    source = Source("\n".join(take_tail(lines, frame)))
    root = read_tree(source.key)
    _leave_title_alone(source, root)
    head_stop = _head_stop(source, root)
    take_head(source.take(0, head_stop).split("\n"), frame)
    _read_notice(notice, notice_frame)
    reader = SectionReader(source, year, frame)
    plan = reader.read_sections(root, head_stop)
    _add_frame(plan, frame, notice_frame)
    plan.script = script_of(text)
    _finish(plan, source, page)
    plan.why_not = why_no_plan(plan, fold(text), reader.roles)
    return _refused(plan, text) if plan.why_not else plan


def _leave_title_alone(source, root):
    """A first 【…】 that names no section is the title of a chat message."""
    first = root.children[0] if root.children else None
    if (
        not first
        or first.kind != "bracket"
        or first.children
        or re.search(r"\w", source.key[: first.mark.start])
    ):
        return
    if not section_role(source.key[first.mark.start + 1 : first.mark.stop - 1]):
        root.stop = first.stop
        del root.children[0]


def _head_stop(source, root):
    """Before the first heading and the first row of a table."""
    tab = source.key.find("\t", 0, root.stop)
    return root.stop if tab < 0 else source.key.rfind("\n", 0, tab) + 1


def _read_notice(lines, frame):
    if lines:
        take_head(take_tail(lines[:-1], frame), frame)
        frame.leftovers.extend([*frame.preamble, lines[-1]])


def _add_frame(plan, frame, notice):
    """What a notice says of itself counts where the plan attached to it is silent."""
    title = frame.title or notice.title
    plan.title = _DECORATION.sub("", title)
    plan.marks = _DECORATION.findall(title)
    for name in ("document_number", "salutation", "issuer", "issued_on"):
        setattr(plan, name, getattr(frame, name) or getattr(notice, name))
    plan.attachments = frame.attachments + notice.attachments
    plan.signed = notice.signed + frame.signed
    plan.leftovers += [Leftover(text, "head") for text in frame.leftovers]
    plan.leftovers += [Leftover(text, "notice") for text in _unused(notice, plan)]


def _unused(notice, plan):
    values = (notice.title, notice.document_number, notice.salutation, notice.issuer)
    kept = (plan.title, plan.document_number, plan.salutation, plan.issuer)
    lost = [value for value, used in zip(values, kept, strict=True) if value and value != used]
    return [*lost, *(text.strip() for text in notice.leftovers if text.strip())]


def _finish(plan, source, page):
    marks, pieces = source.rest()
    plan.marks += marks
    plan.headings += source.labels
    plan.leftovers += [Leftover(piece, "unread") for piece in pieces]
    plan.leftovers += [Leftover(line, "page") for line in page]
    _mark_cut_off(plan, source.key.rstrip())
    guessed = [
        part for part in (*plan.phases, *plan.activities, *plan.requirements) if part.guessed
    ]
    if guessed:
        plan.warnings.append("guessed")


def _mark_cut_off(plan, key):
    """The document breaks off: its last sentence has no end, though others have."""
    if plan.signed or key.count("。") < 3 or key[-1:] in '。;!?…”"』」)]》】:.~':
        return
    parts = [*plan.objectives, *plan.phases, *plan.activities, *plan.requirements]
    for part in parts:
        if len(part.text) > 12 and key.endswith(fold(part.text)[-12:]):
            part.cut_off = True
            plan.warnings.append("cut_off")


def _refused(plan, text):
    """What isn't a plan is shown as it is, under its reason."""
    return Plan(
        title=plan.title if plan.why_not != "verse" else "",
        leftovers=[Leftover(text.strip(), "unread")] if text.strip() else [],
        is_plan=False,
        why_not=plan.why_not,
        script=plan.script,
    )
