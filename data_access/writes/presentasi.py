"""The transactions on a story for a meeting: begun, changed, its figures frozen, taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, update

from data_access.database import open_write
from data_access.reads.presentasi import Story, find_story
from data_access.schema import NaskahPresentasi
from data_access.writes.batches import move_version
from data_access.writes.once import claim_key, hash_content, keep_result
from data_access.writes.topic_locks import lock_topic

TOPIC = "presentasi"
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class StoryOutcome:
    """What came of a write: the story's number, or how it stands by somebody else's hand."""

    number: int | None = None
    theirs: Story | None = None
    is_gone: bool = False


def add_story(
    engine: Engine,
    actor: str,
    *,
    wilayah_code: str,
    year: int,
    kind: str,
    title: str,
    slides: Rows,
    key: str,
) -> int:
    """Begin a story; the same `key` gives the first one's number. Raises KeyReusedError."""
    said = {"wilayah_code": wilayah_code, "year": year, "kind": kind, "title": title}
    said |= {"slides": [dict(each) for each in slides]}
    with open_write(engine, actor) as connection:
        done = claim_key(connection, key, hash_content(said), actor)
        if done is not None:
            return int(done["id"])
        row = said | {"version": 1} | _stamp(actor)
        statement = insert(NaskahPresentasi).values(**row).returning(NaskahPresentasi.id)
        number = connection.scalars(statement).one()
        move_version(connection, TOPIC)
        keep_result(connection, key, {"id": number})
        return int(number)


def change_story(
    engine: Engine, actor: str, base: Story, *, title: str, slides: Rows
) -> StoryOutcome:
    """Change a story's title and slides on the version that the person saw; else theirs comes back.

    A story that says so already is not written again.
    """
    with open_write(engine, actor) as connection:
        now = _hold(connection, base.id)
        if now is None:
            return StoryOutcome(is_gone=True)
        rows = [dict(each) for each in slides]
        if (now.title, now.slides) == (title, rows):
            return StoryOutcome(now.id)
        if now.version != base.version:
            return StoryOutcome(theirs=now)
        _write(connection, now, actor, {"title": title, "slides": rows})
        return StoryOutcome(now.id)


def freeze_story(
    engine: Engine, actor: str, base: Story, figures: Mapping[str, Any]
) -> StoryOutcome:
    """Keep the figures that a story shows, on the version that the person saw."""
    with open_write(engine, actor) as connection:
        now = _hold(connection, base.id)
        if now is None:
            return StoryOutcome(is_gone=True)
        if now.frozen_at != base.frozen_at:
            return StoryOutcome(theirs=now)
        _write(connection, now, actor, {"frozen": dict(figures), "frozen_at": datetime.now(UTC)})
        return StoryOutcome(now.id)


def remove_story(engine: Engine, actor: str, base: Story) -> StoryOutcome:
    """Take a story away as the person saw it; what it said stays in the history."""
    with open_write(engine, actor) as connection:
        now = _hold(connection, base.id)
        if now is None:
            return StoryOutcome(base.id)
        if now.version != base.version:
            return StoryOutcome(theirs=now)
        connection.execute(delete(NaskahPresentasi).where(NaskahPresentasi.id == now.id))
        move_version(connection, TOPIC)
        return StoryOutcome(now.id)


def _hold(connection: Connection, story_id: int) -> Story | None:
    """The story as it stands, with other writers of stories waiting until the end."""
    lock_topic(connection, TOPIC)
    return find_story(connection, story_id)


def _write(connection: Connection, now: Story, actor: str, values: Mapping[str, Any]) -> None:
    changed = dict(values) | _stamp(actor) | {"version": now.version + 1}
    table = NaskahPresentasi
    connection.execute(update(table).where(table.id == now.id).values(**changed))
    move_version(connection, TOPIC)


def _stamp(actor: str) -> dict[str, object]:
    return {"updated_by": actor, "updated_at": datetime.now(UTC)}
