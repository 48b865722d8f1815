"""A number by which a page tells whether a text is still the one that it shows."""

import json
import zlib


def mark_of(texts):
    """Return the mark of ``texts`` ({name: text}), 32 bits; space around a text doesn't count."""
    bare = {name: (text or "").strip() for name, text in texts.items()}
    return zlib.crc32(json.dumps(bare, sort_keys=True).encode())
