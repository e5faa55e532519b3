"""Lines of a budget for tests, in few words."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Engine

from data_access.importers.sipd_lines import BudgetLine
from data_access.writes.anggaran import Pair, SnapshotOutcome, SnapshotSet, save_snapshot
from data_access.writes.batches import BatchInfo

KABUPATEN, JUAI = "63.11", "63.11.01"
HEALTH, WORKS, DISTRICT = "Dinas Kesehatan", "Dinas Pekerjaan Umum", "Kecamatan Juai"
PAIRING: dict[str, Pair | None] = {
    HEALTH: (KABUPATEN, "dinkes"),
    WORKS: (KABUPATEN, "pupr"),
    DISTRICT: (JUAI, "setcam"),
}


def line(
    description: str,
    total_idr: int = 1_000_000,
    skpd: str = HEALTH,
    *,
    volume: float = 10,
    code: str = "1.02.02.2.02.0001",
    **more: object,
) -> BudgetLine:
    """One line; its price follows from total and volume."""
    made = BudgetLine(
        skpd_name=skpd,
        subkegiatan_code=code,
        subkegiatan_name=f"Pengelolaan {code}",
        account_code="5.1.02.01.01.0052",
        total_idr=total_idr,
        row=2,
        account_name="Belanja Makanan dan Minuman Rapat",
        fund="[DAU] Dana Alokasi Umum",
        description=description,
        coefficient=f"{volume:g} Orang",
        volume=volume,
        unit="Orang",
        unit_price_idr=total_idr / volume,
        program_code="1.02.02",
        program_name="Program Kesehatan",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def store(
    engine: Engine,
    lines: Sequence[BudgetLine],
    digest: str,
    *,
    kind: str = "murni",
    year: int = 2026,
    pairing: dict[str, Pair | None] | None = None,
) -> SnapshotOutcome:
    """Store lines as a file of one snapshot of the kabupaten."""
    paired = PAIRING if pairing is None else pairing
    data = SnapshotSet(KABUPATEN, year, kind, "900.1-861/2026", lines, paired)
    options = {"wilayah": KABUPATEN, "tahun": year, "potret": kind}
    info = BatchInfo("anggaran", f"{digest}.xlsx", digest, "ani", options)
    return save_snapshot(engine, data, info)
