"""Settings from the environment, all beginning with KONVERGENSI_; README lists them."""

import getpass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """How this installation runs. Without a database URL the demonstration is shown."""

    model_config = SettingsConfigDict(env_prefix="KONVERGENSI_", extra="ignore")

    database_url: str | None = None
    home: Path = Field(default_factory=lambda: Path.home() / ".konvergensi")
    actor: str | None = None
    import_memory_mb: int = 1024
    import_seconds: int = 30
    log_level: str = "INFO"
    session_hours: int = Field(default=8, ge=1, le=24)
    body_limit_mb: int = Field(default=110, ge=1)

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


@lru_cache(maxsize=1)
def read_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
