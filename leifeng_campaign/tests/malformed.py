"""Requests that no page of ours sends: made from a seed, so that a failing one can be repeated."""

import json
import random

from werkzeug.routing.converters import NumberConverter

TEXTS = (
    "",
    " ",
    "\0",
    "a\0b",
    "\r\n\r\n",
    "0",
    "-1",
    "1e309",
    "NaN",
    "99999999999999999999",
    "2026-02-30",
    "2026-13-01",
    "0001-01-01",
    "9999-12-31",
    "25:61",
    "true",
    "null",
    "None",
    "[]",
    "{}",
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "<img src=x onerror=alert(1)>",
    "%(name)s %s %d {0} {name}",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "䶮\U00020000\u202e\ufeff",
    "\ud7ff\U0010ffff",
    "名" * 20_000,
    "[" * 2_000,
)
VALUES = (None, True, -1, 0, 2**31, 2**63, 1.5, [], {}, [[]], {"": None}, [None], {"id": "x"})
PARTS = ("0", "-1", "x", "2147483647", "2147483648", "9" * 40, "%ff", "é", "..%2f..", "0" * 32)
# Where an address is no page of ours, Odoo looks for a file of that name, and fails at a NUL.
WORDS = ("%00", "a%00b", "%0d%0a", "x" * 4_000)


class Malformed:
    """Draws addresses and bodies. ``names``: what forms send; ``parts``: {argument: real values}."""

    def __init__(self, seed, names, parts):
        self.random = random.Random(seed)
        self.names, self.parts = sorted(names), parts

    def path(self, rule):
        """Return an address of the werkzeug ``rule``; most of its arguments exist."""
        words = []
        for dynamic, word in rule._trace[1:]:
            words.append(self._part(rule, word) if dynamic else word.strip("|"))
        return "".join(words)

    def _part(self, rule, name):
        if self.random.random() < 0.25:
            converters = rule._converters.values()
            numbers = any(isinstance(each, NumberConverter) for each in converters)
            return self.random.choice(PARTS if numbers else PARTS + WORDS)
        return str(self.random.choice(self.parts[name]))

    def form(self):
        """Return the fields of a form as a list of pairs; some come twice."""
        count = self.random.randint(0, 6)
        return [(self.random.choice(self.names), self._text()) for _each in range(count)]

    def files(self):
        """Return files as requests takes them: a field's name, a file's name, its bytes."""
        name = self.random.choice(("a.xlsx", "a.php", "..\\a", "名" * 300, "a\0.txt"))
        content = self.random.choice((b"", b"\x00\xff" * 500, b"PK\x03\x04" + b"\0" * 99))
        return [(self.random.choice(self.names), (name, content, "text/html"))]

    def json(self):
        """Return the text of a JSON body, now and then a broken one."""
        if self.random.random() < 0.2:
            return self.random.choice(('{"params":', "[]", "null", "\0", '"x"', "{}"))
        params = {self.random.choice(self.names): self._value() for _each in range(4)}
        return json.dumps({"jsonrpc": "2.0", "method": "call", "id": 1, "params": params})

    def _text(self):
        return self.random.choice(TEXTS)

    def _value(self, depth=0):
        kind = self.random.random()
        if kind < 0.4 or depth > 2:
            return self._text()
        if kind < 0.7:
            return self.random.choice(VALUES)
        return [
            {self.random.choice(self.names): self._value(depth + 1) for _each in range(3)}
            for _row in range(self.random.randint(0, 3))
        ]
