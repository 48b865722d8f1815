from unittest import TestCase

from ..tools import secret


class FakeModel:
    """Finds as loosely as a database may: whatever the case of the letters."""

    def __init__(self, *rows):
        self.rows = rows

    def __bool__(self):
        return bool(self.rows)

    def __getitem__(self, field):
        return self.rows[0][field]

    def browse(self):
        return FakeModel()

    def search(self, domain, limit):
        [(field, _equals, value)] = domain
        found = [row for row in self.rows if (row[field] or "").lower() == value.lower()]
        return FakeModel(*found[:limit])


class TestSecret(TestCase):
    model = FakeModel({"token": None}, {"token": "abc"}, {"token": "xyz"})

    def test_the_holder_is_found(self):
        self.assertEqual(secret.holder_of(self.model, "token", "xyz").rows, ({"token": "xyz"},))

    def test_nobody_else_is(self):
        for token in ("", "x", "XYZ", "xyz ", "二"):
            self.assertFalse(secret.holder_of(self.model, "token", token), token)

    def test_a_new_one_each_time(self):
        self.assertRegex(secret.new_token(), "^[0-9a-f]{32}$")
        self.assertNotEqual(secret.new_token(), secret.new_token())
