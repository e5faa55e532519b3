"""A small budget made by hand: a kabupaten with two kecamatan, two agencies and a kecamatan SKPD.

Lines are given as (sub kegiatan, description, total in rupiah); everything else is filled in.
"""

from dataclasses import dataclass, field

from sqlalchemy import Engine, insert

from data_access.database import open_write
from data_access.reads.anggaran import Snapshot
from data_access.schema import (
    Belanja,
    Penandaan,
    PerangkatDaerah,
    Potret,
    Skpd,
    Subkegiatan,
    SubkegiatanTematik,
)
from data_access.writes.batches import move_version
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KABUPATEN, KECAMATAN, OTHER_KECAMATAN = "63.11", "63.11.01", "63.11.02"
DESA = (f"{KECAMATAN}.2001", f"{KECAMATAN}.2002", f"{OTHER_KECAMATAN}.2001")
YEAR = 2026
AGENCIES = {"dinkes": "Dinas Kesehatan", "dinsos": "Dinas Sosial"}
SKPDS = (
    ("Dinas Kesehatan", KABUPATEN, "dinkes"),
    ("Dinas Sosial", KABUPATEN, "dinsos"),
    ("Kecamatan Juai", KECAMATAN, "setcam"),
    ("Badan Kepegawaian", None, None),
)
GIZI = "1.02.02.2.02.0005"
ACTIVITIES = {
    GIZI: "Pengelolaan Pelayanan Kesehatan Gizi Masyarakat",
    "1.02.01.2.06.0004": "Penyediaan Bahan Logistik Kantor",
    "1.06.05.2.02.0001": "Penyediaan Makanan",
    "7.01.03.2.01.0002": "Pemberdayaan Masyarakat di Kecamatan",
    "5.03.02.2.01.0001": "Pengadaan Pegawai",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: whose (name of the SKPD), sub kegiatan, account, text, volume, price, total."""

    skpd: str
    activity: str
    description: str
    total_idr: int
    account_code: str = "5.1.02.01.01.0058"
    volume: float | None = None
    unit: str | None = "Paket"
    status: str = "belum"
    tags: tuple[dict[str, object], ...] = ()
    more: dict[str, object] = field(default_factory=dict)


ROWS = (
    Row("Dinas Kesehatan", GIZI, "PMT ibu hamil KEK", 10_000_000, volume=100),
    Row("Dinas Kesehatan", GIZI, "Makan minum rapat", 1_000_001, "5.1.02.01.01.0052"),
    Row("Dinas Kesehatan", GIZI, "Perjalanan dinas", 3_000_000, "5.1.02.04.01.0003"),
    Row("Dinas Kesehatan", "1.02.01.2.06.0004", "Kertas HVS", 500_000, "5.1.02.01.01.0024"),
    Row("Dinas Sosial", "1.06.05.2.02.0001", "Sembako keluarga", 7_000_000),
    Row("Kecamatan Juai", "7.01.03.2.01.0002", "PMT balita di posyandu", 4_000_000),
    Row("Badan Kepegawaian", "5.03.02.2.01.0001", "Seleksi", 2_000_000),
)


def add_places(engine: Engine) -> None:
    """Store the regions and register the agencies."""
    save_regions(engine, make_place(list(DESA)), make_info("wilayah"))
    with open_write(engine, "uji") as connection:
        for code, name in AGENCIES.items():
            row = {"wilayah_code": KABUPATEN, "code": code, "name": name}
            connection.execute(insert(PerangkatDaerah).values(**row))


def add_skpd(engine: Engine) -> None:
    """Store the SKPDs with their pairing."""
    with open_write(engine, "uji") as connection:
        for number, (name, owner, agency) in enumerate(SKPDS, start=1):
            row = {"id": number, "wilayah_code": KABUPATEN, "name": name, "version": 1}
            connection.execute(
                insert(Skpd).values(**row, code=None, owner_code=owner, agency=agency)
            )


def add_snapshot(
    engine: Engine, kind: str = "murni", rows: tuple[Row, ...] = ROWS, year: int = YEAR
) -> tuple[Snapshot, dict[str, int]]:
    """Store a snapshot; gives it back with the number of each line by its description."""
    numbers: dict[str, int] = {}
    activities: dict[tuple[str, str], int] = {}
    skpd = {name: number for number, (name, _, _) in enumerate(SKPDS, start=1)}
    with open_write(engine, "uji") as connection:
        head = {"wilayah_code": KABUPATEN, "year": year, "kind": kind, "nomenclature": None}
        snapshot_id = connection.scalars(insert(Potret).values(**head).returning(Potret.id)).one()
        for row in rows:
            key = (row.skpd, row.activity)
            if key not in activities:
                values = {
                    "wilayah_code": KABUPATEN,
                    "potret_id": snapshot_id,
                    "skpd_id": skpd[row.skpd],
                    "code": row.activity,
                    "name": ACTIVITIES[row.activity],
                    "is_marked": None,
                    "version": 1,
                }
                made = insert(Subkegiatan).values(**values).returning(Subkegiatan.id)
                activities[key] = connection.scalars(made).one()
            line = {
                "wilayah_code": KABUPATEN,
                "subkegiatan_id": activities[key],
                "line_key": f"{row.skpd}|{row.activity}|{row.description}"[:64],
                "account_code": row.account_code,
                "account_name": None,
                "fund": "PAD",
                "description": row.description,
                "coefficient": f"{row.volume:g} {row.unit}" if row.volume else None,
                "volume": row.volume,
                "unit": row.unit,
                "unit_price_idr": row.total_idr / row.volume if row.volume else None,
                "total_idr": row.total_idr,
                "status": row.status,
                "version": 1,
                **row.more,
            }
            made = insert(Belanja).values(**line).returning(Belanja.id)
            numbers[row.description] = connection.scalars(made).one()
            for tag in row.tags:
                connection.execute(
                    insert(Penandaan).values(**_tag(tag, row), belanja_id=numbers[row.description])
                )
        move_version(connection, "anggaran")
    return Snapshot(snapshot_id, KABUPATEN, year, kind, None), numbers


def _tag(tag: dict[str, object], row: Row) -> dict[str, object]:
    usual: dict[str, object] = {
        "wilayah_code": KABUPATEN,
        "item_code": None,
        "target_group": None,
        "place_code": None,
        "kind": "sasaran",
        "amount_idr": row.total_idr,
        "basis": "seluruhnya",
        "basis_value": None,
        "is_divided": False,
        "carried_from_id": None,
    }
    return usual | tag


def add_thematic(engine: Engine, *codes: str) -> None:
    """Put sub kegiatan on the national thematic list of kabupaten."""
    with open_write(engine, "uji") as connection:
        for code in codes or (GIZI,):
            row = {"wilayah_code": "ID", "level": "kabupaten", "nomenclature": "uji"}
            named = {"code": code, "name": ACTIVITIES[code], "batch_id": None}
            connection.execute(insert(SubkegiatanTematik).values(**row, **named))
        move_version(connection, "anggaran")


def add_budget(engine: Engine) -> tuple[Snapshot, dict[str, int]]:
    """Regions, SKPDs and the budget of `ROWS` as APBD murni."""
    add_places(engine)
    add_skpd(engine)
    return add_snapshot(engine)
