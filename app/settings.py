"""Settings from the environment, all beginning with KONVERGENSI_; README lists them."""

import getpass
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

OidcFault = Literal["tak_lengkap", "bukan_https", "tanpa_domain"]


class Settings(BaseSettings):
    """How this installation runs. Without a database URL the demonstration is shown."""

    model_config = SettingsConfigDict(env_prefix="KONVERGENSI_", extra="ignore")

    database_url: str | None = None
    home: Path = Field(default_factory=lambda: Path.home() / ".konvergensi")
    actor: str | None = None
    import_memory_mb: int = 1024
    import_seconds: int = 30
    # Of the command line's boundary files, up to a nation's; screens have limits of their own.
    boundary_memory_mb: int = 16_384
    boundary_seconds: int = 600
    log_level: str = "INFO"
    session_hours: int = Field(default=8, ge=1, le=24)
    body_limit_mb: int = Field(default=110, ge=1)
    hosts: str = ""
    proxies: str = "127.0.0.1,::1"

    @property
    def host_names(self) -> frozenset[str]:
        """Names under which the app may be asked for, in lower case; none: under any."""
        names = (name.strip().lower().rstrip(".") for name in self.hosts.split(","))
        return frozenset(filter(None, names))

    @property
    def demo_path(self) -> Path:
        """The file that holds the demonstration and nothing else."""
        return self.home / "demo.db"

    @property
    def effective_url(self) -> str:
        """The database to open: the configured one, else the demonstration's own file."""
        return self.database_url or f"sqlite:///{self.demo_path.as_posix()}"

    @property
    def effective_actor(self) -> str:
        """Who writes from the command line: the setting, else the machine's user."""
        return self.actor or getpass.getuser()


class MailSettings(BaseSettings):
    """The server that sends e-mail; without host and sender nothing is ever sent.

    `tls`: "starttls", "ssl" (from the first byte on) or "tidak" (a server on the same machine).
    `to`: who gets the weekly digest where the command names nobody, separated by commas.
    """

    model_config = SettingsConfigDict(env_prefix="KONVERGENSI_SMTP_", extra="ignore")

    host: str | None = None
    port: int = 587
    user: str | None = None
    password: SecretStr | None = None
    sender: str | None = None
    tls: Literal["starttls", "ssl", "tidak"] = "starttls"
    to: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether e-mail can be sent at all."""
        return bool(self.host and self.sender)


class OidcSettings(BaseSettings):
    """Who else may prove an identity (OpenID Connect); nothing is asked of anybody without it.

    `claim`: what of the ID token names the account; an e-mail address counts only when the provider
    has verified it and it ends in `domain`, and the account is called as what stands before the @.
    `label`: what people call the provider.
    """

    model_config = SettingsConfigDict(env_prefix="KONVERGENSI_OIDC_", extra="ignore")

    issuer: str = ""
    client_id: str = ""
    client_secret: SecretStr | None = None
    label: str = ""
    claim: str = "preferred_username"
    domain: str = ""

    @property
    def fault(self) -> OidcFault | None:
        """What keeps these settings from being used; None where nothing does, or none is set."""
        if not self.issuer and not self.client_id:
            return None
        if not self.issuer or not self.client_id:
            return "tak_lengkap"
        if not is_safe_address(self.issuer) or urlsplit(self.issuer).query:
            return "bukan_https"
        return "tanpa_domain" if self.claim == "email" and not self.domain else None

    @property
    def is_complete(self) -> bool:
        """Tell whether identities can be proven there."""
        return bool(self.issuer) and self.fault is None


def is_safe_address(address: str) -> bool:
    """Tell whether nobody on the way can change what an address answers: TLS, or this computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host) and parts.username is None
    return parts.scheme == "http" and is_loopback(host)


def is_loopback(host: str) -> bool:
    """Tell whether a host's name or address is this very computer."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=1)
def read_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()


@lru_cache(maxsize=1)
def read_oidc_settings() -> OidcSettings:
    """The provider of identities of this process, read once."""
    return OidcSettings()
