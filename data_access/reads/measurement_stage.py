"""Whether the measurements of a kabupaten may still be entered."""

from collections.abc import Iterable

from sqlalchemy import Engine, select

from analysis.stages import can_enter
from data_access.database import open_read
from data_access.schema import Tahapan


def read_locked_stages(
    engine: Engine, kabupaten_codes: Iterable[str], year: int, stage: str, part: str
) -> dict[str, str]:
    """Kabupaten whose stage takes no data any more, with its state."""
    question = select(Tahapan.wilayah_code, Tahapan.state).where(
        Tahapan.wilayah_code.in_(list(kabupaten_codes)),
        Tahapan.year == year,
        Tahapan.stage == stage,
        Tahapan.part == part,
    )
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(Tahapan.wilayah_code)).all()
    return {row.wilayah_code: row.state for row in rows if not can_enter(row.state)}
