"""Questions about map layers: which there are, and their bytes."""

from dataclasses import dataclass

from sqlalchemy import Engine, select

from data_access.database import open_read
from data_access.schema import LapisanPeta


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """A layer without its bytes: its hash (part of its address), codes in drawing order."""

    scope_code: str
    level: str
    content_hash: str
    codes: tuple[str, ...]


def read_layer_info(engine: Engine, scope_code: str, level: str) -> LayerInfo | None:
    """The layer that draws the `level` regions of a kabupaten, province or the nation."""
    question = select(LapisanPeta.content_hash, LapisanPeta.codes).where(
        LapisanPeta.scope_code == scope_code, LapisanPeta.level == level
    )
    with open_read(engine) as connection:
        row = connection.execute(question).first()
    if row is None:
        return None
    codes = tuple(row.codes.split(",")) if row.codes else ()
    return LayerInfo(scope_code, level, row.content_hash, codes)


def read_layer_content(engine: Engine, content_hash: str) -> bytes | None:
    """The compressed bytes of a layer by its hash, None where there is none."""
    question = select(LapisanPeta.content).where(LapisanPeta.content_hash == content_hash).limit(1)
    with open_read(engine) as connection:
        content = connection.scalar(question)
    return None if content is None else bytes(content)


def read_layer_levels(engine: Engine, scope_code: str) -> tuple[str, ...]:
    """Levels for which a region has a layer."""
    question = select(LapisanPeta.level).where(LapisanPeta.scope_code == scope_code)
    with open_read(engine) as connection:
        return tuple(connection.scalars(question))
