"""What an export is asked for, the same for all of them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from analysis.deadlines import to_local
from app.cli.printing import fail
from app.text import cakupan as coverage
from data_access.reads.batches import read_identity
from data_access.reads.tahapan import read_time_zone
from data_access.reads.wilayah import Region


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A region, and what the options say; None where an option was left out."""

    engine: Engine
    region: Region
    period: str | None
    source: str | None
    level: str | None

    @property
    def now(self) -> datetime:
        """The moment as the region's own clocks show it."""
        return to_local(read_time_zone(self.engine, self.region.code), datetime.now(UTC))

    @property
    def is_demo(self) -> bool:
        """Tell whether the database is the fictional demonstration."""
        return read_identity(self.engine).get("jenis") == "demo"


def pick_period(request: ExportRequest, known: list[str]) -> str:
    """The period asked for, else the newest of `known` (the oldest first); ends without any."""
    if not known:
        fail(coverage.NO_SERVICE_DATA.format(name=request.region.name))
    if request.period is not None and request.period not in known:
        fail(
            coverage.NO_SERVICE_PERIOD.format(
                name=request.region.name, period=request.period, known=", ".join(known)
            )
        )
    return request.period or known[-1]
