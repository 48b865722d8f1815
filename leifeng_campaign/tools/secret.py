"""Secrets in links and on paper: whoever holds one may look, without an account."""

import hmac
import secrets

TOKEN_BYTES = 16  # 128 bits: nobody guesses one


def new_token():
    """Return a secret of 32 hexadecimal digits."""
    return secrets.token_hex(TOKEN_BYTES)


def holder_of(records, field, token):
    """Return the record of the model ``records`` (with sudo) whose ``field`` is ``token``, or an
    empty recordset.

    What the database found is compared once more, in a time that tells nothing: a database may
    call equal what is not.
    """
    found = records.search([(field, "=", token)], limit=1) if token else records.browse()
    same = found and hmac.compare_digest(found[field].encode(), token.encode())
    return found if same else found.browse()
