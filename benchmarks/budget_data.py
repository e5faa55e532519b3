"""A whole invented APBD as SIPD exports it: tens of thousands of lines in one file."""

from pathlib import Path

import numpy as np
import pandas as pd

from data_access.demo.budget_plan import name_skpd, read_plan

SEED = 1
OTHER_SKPD = 20
ACTIVITIES_EACH = 40
HEADERS = (
    "Kode SKPD",
    "Nama SKPD",
    "Kode Program",
    "Nama Program",
    "Kode Kegiatan",
    "Nama Kegiatan",
    "Kode Sub Kegiatan",
    "Nama Sub Kegiatan",
    "Sumber Dana",
    "Kode Rekening",
    "Nama Rekening",
    "Uraian",
    "Koefisien",
    "Satuan",
    "Harga Satuan",
    "Total",
)
_ACTIVITY = (
    "program_code",
    "program_name",
    "kegiatan_code",
    "kegiatan_name",
    "code",
    "name",
)


def make_lines(count: int, kecamatan: list[tuple[str, str]]) -> pd.DataFrame:
    """`count` lines of all agencies of a kabupaten, with the columns `HEADERS`.

    `kecamatan`: code and name. Every agency has dozens of sub kegiatan, most of them of no
    concern to stunting; accounts, sources of funds and texts are those of the demonstration.
    """
    rng = np.random.Generator(np.random.PCG64([SEED, 11]))
    owned = _list_activities(kecamatan)
    bought = _list_bought()
    lines = pd.concat(
        [
            owned.iloc[np.sort(rng.integers(len(owned), size=count))].reset_index(drop=True),
            bought.iloc[rng.integers(len(bought), size=count)].reset_index(drop=True),
        ],
        axis=1,
    )
    volume = rng.integers(1, 400, count)
    price = rng.integers(10, 4000, count) * 250
    lines["Uraian"] += " paket " + pd.Series(np.arange(count)).astype(str)
    lines["Koefisien"] = pd.Series(volume).astype(str) + " " + lines["Satuan"]
    lines["Harga Satuan"] = price
    lines["Total"] = volume * price
    return lines[list(HEADERS)]


def write_file(lines: pd.DataFrame, path: Path) -> Path:
    """Write the lines as xlsx or csv, by the file's ending, unless the file is there."""
    if not path.exists():
        partial = path.with_name(f"partial-{path.name}")
        if path.suffix == ".xlsx":
            lines.to_excel(partial, index=False, engine="xlsxwriter")
        else:
            lines.to_csv(partial, index=False)
        partial.replace(path)
    return path


def _list_activities(kecamatan: list[tuple[str, str]]) -> pd.DataFrame:
    """Every agency's sub kegiatan: the demonstration's own, then numbered ones."""
    agencies = [(each.name, each.code, key[1]) for key, each in name_skpd(kecamatan).items()]
    for number in range(1, OTHER_SKPD + 1):
        agencies.append((f"Dinas Lain {number}", f"4.01.0.00.0.00.{number:02d}.0000", "lain"))
    rows = []
    for name, code, agency in agencies:
        own = [each for each in read_plan() if each.agency == agency]
        rows += [(code, name, *(getattr(each, part) for part in _ACTIVITY)) for each in own]
        rows += [(code, name, *_name_other(number)) for number in range(ACTIVITIES_EACH)]
    return pd.DataFrame(rows, columns=list(HEADERS[:8]))


def _name_other(number: int) -> tuple[str, ...]:
    """Program, kegiatan and sub kegiatan of no concern to stunting: code and name of each."""
    program, group = "4.01.02", number // 10 + 1
    kegiatan = f"{program}.2.{group:02d}"
    code = f"{kegiatan}.{number + 1:04d}"
    names = ("PROGRAM PENUNJANG", f"Kegiatan penunjang {group}", f"Pekerjaan {number + 1}")
    return program, names[0], kegiatan, names[1], code, names[2]


def _list_bought() -> pd.DataFrame:
    rows = [
        (each.fund, each.account_code, each.account_name, each.description, each.unit)
        for activity in read_plan()
        for each in activity.templates
    ]
    columns = ["Sumber Dana", "Kode Rekening", "Nama Rekening", "Uraian", "Satuan"]
    return pd.DataFrame(rows, columns=columns)
