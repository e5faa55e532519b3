"""A save is done once: the same click again finds its first result instead of writing twice."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data_access.schema import KunciSimpan


class KeyReusedError(ValueError):
    """A key that already stands for one content came with another one, or from another person."""


def hash_content(content: object) -> str:
    """SHA-256 of what is to be saved, hexadecimal; `content` is made of what JSON can hold."""
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def claim_key(
    connection: Connection, key: str, content_sha256: str, actor: str
) -> Mapping[str, Any] | None:
    """Take a key inside the write that it stands for; None: go on and `keep_result`.

    The same key with the same content by the same actor gives the first result back. Two at once
    wait for each other; a write that is rolled back gives its key free. Raises KeyReusedError
    for another content.
    """
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(KunciSimpan).values(
        key=key[:64], content_sha256=content_sha256, result={}, actor=actor, at=datetime.now(UTC)
    )
    taken = statement.on_conflict_do_nothing().returning(KunciSimpan.key)
    if connection.scalar(taken) is not None:
        return None
    question = select(KunciSimpan.content_sha256, KunciSimpan.actor, KunciSimpan.result)
    row = connection.execute(question.where(KunciSimpan.key == key[:64])).one()
    if (row.content_sha256, row.actor) != (content_sha256, actor):
        raise KeyReusedError(key)
    result: Mapping[str, Any] = row.result
    return result


def keep_result(connection: Connection, key: str, result: Mapping[str, Any]) -> None:
    """Record what the write did, for whoever comes with the same key again."""
    connection.execute(
        update(KunciSimpan).where(KunciSimpan.key == key[:64]).values(result=dict(result))
    )
