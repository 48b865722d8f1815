"""Marks between words. Odoo leaves terms without letters out of its translation files."""


def listed(lang, words):
    """Return 'a, b' in the language ``lang`` (a code or None): '甲、乙' in Chinese."""
    return comma(lang).join(words)


def comma(lang):
    """Return what stands between the members of a list."""
    return "、" if _is_chinese(lang) else ", "


def clauses(lang, words):
    """Return 'a; b' in the language ``lang``: '甲；乙' in Chinese."""
    return ("；" if _is_chinese(lang) else "; ").join(words)


def _is_chinese(lang):
    return (lang or "").startswith("zh")
