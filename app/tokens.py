"""Tokens of sessions: the browser holds the token, the database only its hash."""

import hashlib
import secrets

# The cookie that carries the token.
COOKIE = "konvergensi_sesi"


def make_token() -> str:
    """A new token that nobody can guess: 256 bits, safe in a cookie."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """SHA-256 of a token, hexadecimal, as the database keeps it."""
    return hashlib.sha256(token.encode()).hexdigest()
