"""Logins of employees and the code for their first login, as plain text."""

import secrets
import unicodedata

# No letter or digit that is taken for another one on paper: without i, l, o, 0, 1.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 11  # 31 ** 11: about 54 bits
MIN_MOBILE = 7  # digits; fewer are a slip of the pen
CHINA = "86"
CHINESE_MOBILE = 11  # digits


def first_code():
    """Return a random code for a first login, to be typed from paper."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def staff_number(text):
    """Return the login for a staff number, '' if there is none: ' ＷＸ００1 ' → 'WX001'."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def mobile(text):
    """Return the digits of a mobile number without China's prefix, '' if it is none."""
    wide = unicodedata.normalize("NFKC", text or "")
    digits = "".join(sign for sign in wide if sign in "0123456789").removeprefix("00")
    if len(digits) == len(CHINA) + CHINESE_MOBILE:
        digits = digits.removeprefix(CHINA)
    return digits if len(digits) >= MIN_MOBILE else ""


def holders(logins):
    """Return {login without case: [key, …]} for ``logins``, a dict {key: login}; '' is left out."""
    found = {}
    for key, login in logins.items():
        if login:
            found.setdefault(login.casefold(), []).append(key)
    return found
