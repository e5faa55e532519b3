"""What the demonstration's budget buys: tables beside this module, read once.

Codes and names of sub kegiatan, accounts and the thematic list are official (Kepmendagri on the
nomenclature, the list of 2027); prices, volumes, partners and unit costs are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import pandas as pd

from data_access.demo.people import AGENCIES, KABUPATEN

KECAMATAN_AGENCY = "setcam"
# As SIPD writes them; one of them nobody has paired with an agency yet.
_OFFICIAL_NAMES = {"bappeda": "Badan Perencanaan Pembangunan Daerah", "": "Dinas Perikanan"}


@dataclass(frozen=True, slots=True)
class Template:
    """What one or more lines buy. `volume`: a desa's part where spread, else that of 150 desa.

    `spread`: "kabupaten" one line for the whole region, "kecamatan" one a kecamatan (puskesmas),
    "desa" one for a desa of each kecamatan, "pilihan" one line whose tag names several desa.
    """

    description: str
    account_code: str
    account_name: str
    unit: str
    price_idr: int
    volume: float
    fund: str
    items: tuple[str, ...]
    kind: str
    spread: str
    is_overhead: bool


@dataclass(frozen=True, slots=True)
class Activity:
    """One sub kegiatan. `habit` is how its people tag it, imperfect on purpose.

    "cermat": with care; "borongan": every line, meetings too; "berlebih": every line as if
    meetings reached people; "tanpa tempat"; "tanpa layanan"; "lepas": nobody looks at it;
    "ditolak": looked at, found to have nothing to do with stunting.
    """

    agency: str
    code: str
    name: str
    kegiatan_code: str
    kegiatan_name: str
    program_code: str
    program_name: str
    habit: str
    is_marked: bool | None
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class DemoSkpd:
    """An agency as SIPD names it, and who tags its lines; None: nobody is paired with it."""

    name: str
    code: str
    owner_code: str | None
    agency: str | None


def read_demo_table(name: str) -> pd.DataFrame:
    """One of the tables anggaran_<name>.csv, all columns as text, "" where nothing is said."""
    path = resources.files(__package__).joinpath(f"anggaran_{name}.csv")
    with path.open(encoding="utf-8") as handle:
        return pd.read_csv(handle, dtype=str, keep_default_na=False)


@cache
def read_plan() -> tuple[Activity, ...]:
    """Every sub kegiatan with what it buys, meetings and travel included."""
    templates: dict[str, list[Template]] = {}
    for row in read_demo_table("belanja").to_dict("records"):
        templates.setdefault(row["belongs_to"], []).append(_make_template(row))
    marks = {"1": True, "0": False}
    return tuple(
        Activity(
            **{name: row[name] for name in Activity.__slots__ if name in row and name[:3] != "is_"},
            is_marked=marks.get(row["is_marked"]),
            templates=(*templates[row["code"]], *(templates[k][0] for k in row["overhead"])),
        )
        for row in read_demo_table("subkegiatan").to_dict("records")
    )


def name_skpd(kecamatan: Sequence[tuple[str, str]]) -> dict[tuple[str, str], DemoSkpd]:
    """The agencies by (owner_code, agency). `kecamatan`: code and name."""
    named = {**AGENCIES, **_OFFICIAL_NAMES}
    used = {activity.agency: activity.code for activity in read_plan()}
    found = {}
    for agency, code in used.items():
        if agency == KECAMATAN_AGENCY:
            continue
        pair = (KABUPATEN, agency) if agency else (None, None)
        found[KABUPATEN, agency] = DemoSkpd(named[agency], f"{code[:4]}.0.00.0.00.01.0000", *pair)
    for number, (code, name) in enumerate(kecamatan, start=1):
        skpd = DemoSkpd(
            f"Kecamatan {name}", f"7.01.0.00.0.00.{number:02d}.0000", code, KECAMATAN_AGENCY
        )
        found[code, KECAMATAN_AGENCY] = skpd
    return found


def _make_template(row: dict[str, str]) -> Template:
    return Template(
        row["description"],
        row["account_code"],
        row["account_name"],
        row["unit"],
        int(row["price_idr"]),
        float(row["volume"]),
        row["fund"],
        tuple(filter(None, row["items"].split("|"))),
        row["kind"],
        row["spread"],
        is_overhead=len(row["belongs_to"]) == 1,
    )
