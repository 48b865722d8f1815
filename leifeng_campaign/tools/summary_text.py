"""Words of a campaign's summary that are drafted from others' texts, without Odoo."""

import re

from .notice_text import short_reason
from .official_text import has_mark, lines

SUBJECTS = ("study", "service", "selection", "lasting")
# What an objective is about, by what stands in it (simplified and traditional, English).
_WORDS = {
    "study": r"学习|学有|學習|學有|精神|思想|认识|認識|理想|信念|教育|[Ss]tud|[Ll]earn|[Ss]pirit",
    "service": r"服务|服務|志愿|志願|行动|行動|实践|實踐|践行|踐行|行有|群众|群眾|[Ss]erv|[Hh]elp",
    "selection": r"评|評|选树|選樹|典型|榜样|榜樣|先进|先進|标兵|標兵|表彰|表揚|[Mm]odel|[Aa]ward",
    "lasting": r"常态|常態|常有|常续|长效|長效|机制|機制|持续|持續|坚持|堅持|全年|[Ll]ast|[Yy]ear",
}
_PATTERNS = {subject: re.compile(words) for subject, words in _WORDS.items()}
_END = re.compile(r"[。！？.!?：:；;]")
HEADING = 40  # characters of a line that can be a heading
EXCERPT, ALL_EXCERPTS = 90, 900  # characters of one, and of those in one part


def subject_of(objective):
    """Return which of SUBJECTS an objective is about: the one most of whose words are in it, the
    first of those; None if none is."""
    counts = {name: len(pattern.findall(objective)) for name, pattern in _PATTERNS.items()}
    best = max(counts, key=counts.get)
    return best if counts[best] else None


def objective_name(objective):
    """Return what an objective is called: its first sentence without a mark before or behind."""
    line = re.sub(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*)", "", objective)
    return _END.split(line)[0].strip()


def excerpts(texts):
    """Return ([(name, excerpt)], how many were left out).

    ``texts``: [(name, text)]; each is cut after a sentence, and as many are taken in their order
    as a reader of the whole has patience for.
    """
    found, used, wanted = [], 0, [(name, text) for name, text in texts if (text or "").strip()]
    for name, text in wanted:
        short = short_reason(text, EXCERPT)
        used += len(name) + len(short)
        if used > ALL_EXCERPTS:
            break
        found.append((name, short))
    return found, len(wanted) - len(found)


def write_text(draft, text):
    """Write the lines of ``text`` into a :class:`.official_draft.Draft`: （一）… on a line of its
    own without an end of a sentence is a heading, all else a paragraph."""
    for line in lines(text):
        if _is_heading(line):
            draft.heading(line, 2)
        else:
            draft.paragraph(line)


def _is_heading(line):
    marked = line[0] in "（(" and has_mark(line) and not line[1].isdigit()
    return marked and len(line) <= HEADING and not _END.search(line[-1])
