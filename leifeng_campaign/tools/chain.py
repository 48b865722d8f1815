"""A chain of hashes over canonical JSON: whoever holds one hash can check all before it."""

import hashlib
import json


def canonical(payload):
    """Return ``payload`` (dict, list, str, int, bool, None) as JSON text that never varies."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(previous, text):
    """Return the hash (64 hex digits) of ``text`` chained to ``previous`` ('' for the first)."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def digest(salt, *values):
    """Return a salted digest, so that a name can be proved later but not guessed from a list."""
    return hashlib.sha256(canonical([salt, *values]).encode()).hexdigest()


def first_break(rows):
    """Return the index of the first row that doesn't fit, or None.

    ``rows``: iterable of (text, previous hash, hash) in the order of the chain.
    """
    previous = ""
    for index, (text, stored_previous, stored) in enumerate(rows):
        if stored_previous != previous or stored != link(previous, text):
            return index
        previous = stored
    return None
