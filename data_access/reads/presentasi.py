"""Questions about the stories prepared for meetings."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, select

from data_access.database import open_read
from data_access.schema import NaskahPresentasi


@dataclass(frozen=True, slots=True)
class Story:
    """One story without its frozen figures; times in UTC.

    `slides`: rows of kind, shown, sentence. `frozen_at` is None while no figures are frozen.
    """

    id: int
    wilayah_code: str
    year: int
    kind: str
    title: str
    slides: list[dict[str, Any]]
    frozen_at: datetime | None
    version: int
    updated_by: str
    updated_at: datetime


_COLUMNS = tuple(getattr(NaskahPresentasi, name) for name in Story.__annotations__)


def read_stories(engine: Engine, wilayah_code: str, year: int) -> tuple[Story, ...]:
    """The stories of one region in a year of the cycle, the oldest first."""
    table = NaskahPresentasi
    question = select(*_COLUMNS).where(table.wilayah_code == wilayah_code, table.year == year)
    with open_read(engine) as connection:
        return _ask(connection, question.order_by(table.id))


def read_story(engine: Engine, story_id: int) -> Story | None:
    """One story by its number, None where there is none."""
    with open_read(engine) as connection:
        return find_story(connection, story_id)


def find_story(connection: Connection, story_id: int) -> Story | None:
    """`read_story` inside a transaction."""
    found = _ask(connection, select(*_COLUMNS).where(NaskahPresentasi.id == story_id))
    return found[0] if found else None


def read_frozen(engine: Engine, story_id: int) -> dict[str, Any] | None:
    """The frozen figures of a story as `app.presentation_figures` made them; None: not frozen."""
    with open_read(engine) as connection:
        found: dict[str, Any] | None = connection.scalar(
            select(NaskahPresentasi.frozen).where(NaskahPresentasi.id == story_id)
        )
    return found


def _ask(connection: Connection, question: Select[*tuple[Any, ...]]) -> tuple[Story, ...]:
    return tuple(Story(*map(_in_utc, row)) for row in connection.execute(question))


def _in_utc(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    # SQLite gives times back without their zone; they are stored in UTC.
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
