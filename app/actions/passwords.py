"""Passwords: how they are hashed, compared, judged, and made for a first sign-in."""

import secrets
import threading
from functools import cache
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 10
LONGEST = 200
Fault = Literal["terlalu_pendek", "terlalu_panjang", "sama_dengan_akun", "mudah_ditebak"]

_HASHER = PasswordHasher()
# Each comparison takes 64 MiB: many sign-ins at once wait for one another.
_AT_ONCE = threading.BoundedSemaphore(4)
# Without letters and digits that are mistaken for one another when read from paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_OBVIOUS = frozenset(
    {
        *("demonstrasi", "konvergensi", "stunting", "password", "passw0rd", "katasandi", "sandi"),
        *("rahasia", "qwerty", "qwertyuiop", "asdfghjkl", "abcdefghij", "indonesia", "merdeka"),
        *("indonesiaku", "pancasila", "bismillah", "admin", "administrator", "bappeda", "dinkes"),
        *("puskesmas", "kecamatan", "kabupaten", "posyandu", "pengguna", "selamatdatang"),
    }
)


def hash_password(text: str) -> str:
    """Hash a password by argon2id, with salt and parameters in the result."""
    with _AT_ONCE:
        return _HASHER.hash(text)


def matches(password_hash: str | None, text: str) -> bool:
    """Tell whether a password is the one of a hash; no hash costs the same time and never is."""
    with _AT_ONCE:
        try:
            _HASHER.verify(password_hash or _dummy_hash(), text)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Tell whether a hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(password_hash)


@cache
def _dummy_hash() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))


def find_fault(text: str, username: str) -> Fault | None:
    """What makes a new password unfit, None where nothing does.

    Length decides (NIST SP 800-63B), not kinds of characters: 10 to 200, neither the account's
    name nor a word that everybody tries first, however it is repeated or numbered.
    """
    plain = text.strip().casefold()
    if len(text) < SHORTEST:
        return "terlalu_pendek"
    if len(text) > LONGEST:
        return "terlalu_panjang"
    if username and _core(plain) == _core(username.casefold()):
        return "sama_dengan_akun"
    return "mudah_ditebak" if _is_obvious(plain) else None


def _is_obvious(plain: str) -> bool:
    core = _core(plain)
    repeated = any(
        core == core[:length] * (len(core) // length) and core[:length] in _OBVIOUS
        for length in range(1, len(core) + 1)
    )
    return len(core) < 3 or repeated or len(set(plain)) < 4


def _core(plain: str) -> str:
    """The letters of a password without the digits and signs around them."""
    return plain.strip("0123456789 .,-_!?@#*+")


def make_first_password() -> str:
    """A password for one sign-in, easy to read out: three groups of four, about 59 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)
