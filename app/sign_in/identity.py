"""What an ID token proves: signed by the provider, for us, now, for this very sign-in."""

import re
import time
from typing import Any

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwt import JWTClaimsRegistry

from app.settings import OidcSettings
from app.sign_in.provider import Provider, ProviderError

# By a key pair only: a shared secret, or no signature at all ("none"), proves nothing here.
ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "EdDSA", "Ed25519"),
)
_LEEWAY_SECONDS = 60
_OLDEST_SECONDS = 600
_ADDRESS = re.compile(r"([^@\s]+)@([^@\s]+)")


def read_claims(provider: Provider, token: str, nonce: str) -> dict[str, Any]:
    """The claims of an ID token after all checks; ProviderError where one of them fails."""
    try:
        claims = _decode(provider, token)
        _check(provider.settings, claims, nonce)
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise ProviderError("oidc_ditolak", f"ID token: {error}") from error
    return claims


def _decode(provider: Provider, token: str) -> dict[str, Any]:
    stated = provider.describe().algorithms or ("RS256",)
    allowed = [each for each in ALGORITHMS if each in stated]
    try:
        return jwt.decode(token, provider.read_keys(), algorithms=allowed).claims
    except InvalidKeyIdError:
        return jwt.decode(token, provider.read_keys(unknown=True), algorithms=allowed).claims


def _check(settings: OidcSettings, claims: dict[str, Any], nonce: str) -> None:
    now = int(time.time())
    JWTClaimsRegistry(
        now=now,
        leeway=_LEEWAY_SECONDS,
        iss={"essential": True, "value": settings.issuer},
        aud={"essential": True, "value": settings.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    ).validate(claims)
    audience, party = claims["aud"], claims.get("azp")
    several = isinstance(audience, list) and len(audience) > 1
    if (several or party is not None) and party != settings.client_id:
        raise ValueError("it was made for another client")
    if claims["iat"] < now - _OLDEST_SECONDS:
        raise ValueError("it is too old")


def name_account(settings: OidcSettings, claims: dict[str, Any]) -> str | None:
    """The account's name that the claims give, in lower case; None where they give none.

    An e-mail address must be verified and of the region's own domain: elsewhere anybody could have
    the same name before the @.
    """
    value = claims.get(settings.claim)
    if not isinstance(value, str):
        return None
    name = value.strip().lower()
    if settings.claim != "email" and "@" not in name:
        return name or None
    found = _ADDRESS.fullmatch(name)
    if found is None or not settings.domain or found[2] != settings.domain.strip().lower():
        return None
    if settings.claim == "email" and claims.get("email_verified") is not True:
        return None
    return found[1]
