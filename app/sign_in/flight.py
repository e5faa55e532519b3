"""A sign-in that is under way at the provider, as the browser's cookie remembers it.

One secret makes what the provider must return (state), what its ID token must hold (nonce) and
what proves that the same browser asks for the token (PKCE); all three hold the moment it began and
where it leads, so that a changed cookie fits no answer.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from app.sign_in.requests import safe_target

COOKIE = "konvergensi_oidc"
SECONDS = 600
_LONGEST = 3_000
_VALUE = re.compile(r"([\w-]{43})\.(\d{1,12})\.([\w-]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Flight:
    """secret: 256 random bits. begun: seconds since 1970. target: where it leads, ours."""

    secret: str
    begun: int
    target: str

    @property
    def state(self) -> str:
        """What the provider returns with its answer."""
        return self._derive("state")

    @property
    def nonce(self) -> str:
        """What the ID token must hold."""
        return self._derive("nonce")

    @property
    def verifier(self) -> str:
        """What is shown only when the code is exchanged (RFC 7636)."""
        return self._derive("pkce")

    @property
    def challenge(self) -> str:
        """The verifier's hash, shown at the beginning."""
        return _encode(hashlib.sha256(self.verifier.encode()).digest())

    def write(self) -> str:
        """The cookie's value."""
        return f"{self.secret}.{self.begun}.{_encode(self.target.encode())}"

    def _derive(self, purpose: str) -> str:
        message = f"{purpose}|{self.begun}|{self.target}".encode()
        return _encode(hmac.digest(self.secret.encode(), message, "sha256"))


def begin_flight(target: str, now: float) -> Flight:
    """A new sign-in at `now` that leads to `target`; to the first page where that is too long."""
    short = target if len(_encode(target.encode())) <= _LONGEST else "/"
    return Flight(secrets.token_urlsafe(32), int(now), short)


def read_flight(cookie: str, now: float) -> Flight | None:
    """The sign-in of a cookie; None where it is none, has gone on too long or leads elsewhere."""
    found = _VALUE.fullmatch(cookie)
    if found is None:
        return None
    try:
        target = base64.urlsafe_b64decode(found[3] + "=" * (-len(found[3]) % 4)).decode()
    except ValueError:
        return None
    flight = Flight(found[1], int(found[2]), safe_target(target))
    return flight if 0 <= now - flight.begun <= SECONDS else None


def _encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")
