"""What a plan consists of, as plain data."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Item:
    """An objective or a requirement; ``cut_off`` if the document breaks off inside it."""

    name: str
    text: str
    guessed: bool = False
    cut_off: bool = False


@dataclass
class Activity:
    """What is to be done; ``text`` are its instructions.

    ``kind`` and ``category`` are values of the activity model; ``guessed``: nothing in the document
    parts name and text, the cut is a guess.
    """

    name: str
    text: str
    kind: str = "other"
    category: str | None = None
    criteria: list[str] = field(default_factory=list)
    procedure: list[str] = field(default_factory=list)
    responsible: str = ""
    date_start: date | None = None
    date_stop: date | None = None
    guessed: bool = False
    cut_off: bool = False


@dataclass
class Phase:
    """A stretch of the campaign; ``note`` is what stood in brackets after its name."""

    name: str
    text: str = ""
    note: str = ""
    date_start: date | None = None
    date_stop: date | None = None
    activities: list[Activity] = field(default_factory=list)
    guessed: bool = False
    cut_off: bool = False


@dataclass
class Leftover:
    """Text that is kept and shown, and why: page, head, notice, enclosure or unread."""

    text: str
    reason: str


@dataclass
class Plan:
    """A plan as read.

    ``why_not`` tells why a text isn't a plan: empty, report, name_list, verse, no_structure.
    ``warnings``: date_placeholder, other_year, cut_off, guessed.
    ``marks`` are the numbers and labels that only gave the structure.
    """

    title: str = ""
    theme: str = ""
    background: str = ""
    objectives: list[Item] = field(default_factory=list)
    participants: str = ""
    date_text: str = ""
    date_start: date | None = None
    date_stop: date | None = None
    year: int | None = None
    phases: list[Phase] = field(default_factory=list)
    requirements: list[Item] = field(default_factory=list)
    leading_group: str = ""
    document_number: str = ""
    salutation: str = ""
    issuer: str = ""
    issued_on: date | None = None
    signed: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    is_plan: bool = True
    why_not: str | None = None
    script: str = "hans"
    warnings: list[str] = field(default_factory=list)

    @property
    def activities(self):
        return [activity for phase in self.phases for activity in phase.activities]
