"""Which column holds what, in the families of columns that officials' boundary files use."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

CodeSystem = Literal["kemendagri", "bps"]


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """Columns of one layer, by their own spelling; None where the family has no such column.

    `code_parts` are BPS parts to be joined when there is no whole code, with `code_widths` digits
    each. `undotted` allows bare digits, since the column is known to be Kemendagri's. `other_name`
    names a row that `name` leaves blank.
    """

    family: str
    code_system: CodeSystem
    level: str
    name: str | None
    code: str | None = None
    other_name: str | None = None
    code_parts: tuple[str, ...] = ()
    code_widths: tuple[int, ...] = ()
    undotted: bool = False
    bps_code: str | None = None
    kecamatan_name: str | None = None
    kabupaten_name: str | None = None
    provinsi_name: str | None = None
    feature_code: str | None = None


@dataclass(frozen=True, slots=True)
class _Family:
    family: str
    code_system: CodeSystem
    level: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    other_names: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()
    undotted: bool = False
    kecamatan: tuple[str, ...] = ()
    kabupaten: tuple[str, ...] = ()
    provinsi: tuple[str, ...] = ()
    bps: tuple[str, ...] = ()
    needs_name: bool = True


_BPS_WIDTHS = (2, 2, 3, 3)

# In order: the first whose code column (or all parts) is there is taken, finest level first.
_FAMILIES = (
    _Family(
        "kemendagri", "kemendagri", "desa",
        ("kemendagri_kode_desa", "kode_desa_kemendagri", "kode_kemendagri", "kemendagri_code"),
        ("nama_desa", "kemendagri_name", "nama", "name"), ("nama_desa_geo",), undotted=True,
        kecamatan=("kecamatan", "nama_kecamatan"), kabupaten=("kabupaten", "nama_kabupaten"),
        bps=("bps_kode_desa", "kode_desa_bps", "kode_bps", "bps_code"),
    ),
    _Family("big", "kemendagri", "desa", ("kdepum",), ("wadmkd", "namobj"), undotted=True,
            bps=("kdebps",), kecamatan=("wadmkc",), kabupaten=("wadmkk",),
            provinsi=("wadmpr",)),
    _Family("big", "kemendagri", "kecamatan", ("kdcpum",), ("wadmkc", "namobj"), undotted=True,
            bps=("kdcbps",), kecamatan=("wadmkc",), kabupaten=("wadmkk",),
            provinsi=("wadmpr",)),
    _Family("big", "kemendagri", "kabupaten", ("kdpkab",), ("wadmkk", "namobj"), undotted=True,
            bps=("kdbbps",), kecamatan=("wadmkc",), kabupaten=("wadmkk",),
            provinsi=("wadmpr",)),
    _Family("alf_anas", "kemendagri", "desa", ("kode_kd",), ("kel_desa",), undotted=True,
            kecamatan=("kecamatan",), kabupaten=("kab_kota",), provinsi=("provinsi",)),
    _Family("bps", "bps", "desa", ("iddesa",), ("nmdesa",),
            (), (("kdprov",), ("kdkab",), ("kdkec",), ("kddesa",)), _BPS_WIDTHS,
            kecamatan=("nmkec",), kabupaten=("nmkab",), provinsi=("nmprov",)),
    _Family("bps_lama", "bps", "desa", (), ("desa", "nmdesa", "nama_desa"),
            (), (("provno",), ("kabkotno",), ("kecno",), ("desano",)), _BPS_WIDTHS,
            kecamatan=("kecamatan",), kabupaten=("kabkot",), provinsi=("provinsi",)),
    _Family("hdx", "bps", "desa", ("adm4_pcode",), ("adm4_id", "adm4_en", "adm4_name"),
            kecamatan=("adm3_id", "adm3_en", "adm3_name"),
            kabupaten=("adm2_id", "adm2_en", "adm2_name"),
            provinsi=("adm1_id", "adm1_en", "adm1_name")),
    _Family("podes", "bps", "desa", ("id_desa", "iddesa", "bps_kode_desa", "kode_bps", "bps_code"),
            ("nama_desa", "nmdesa", "desa", "nama_desa_geo", "nama", "name"), needs_name=False,
            kecamatan=("nama_kec", "nmkec", "kecamatan", "kecamatan_geo")),
    _Family("biasa", "kemendagri", "", ("code", "kode", "kode_wilayah", "kode_desa"),
            ("name", "nama", "nama_wilayah", "nama_desa"),
            kecamatan=("kecamatan", "nama_kecamatan"), bps=("bps_code", "kode_bps")),
)  # fmt: skip


def recognise_columns(columns: Iterable[str]) -> ColumnPlan | None:
    """Find the family of a layer's columns, in any case; None when no family fits."""
    spelling = {column.strip().lower(): column for column in columns}
    for family in _FAMILIES:
        plan = _fit(family, spelling)
        if plan is not None:
            return plan
    return None


def _fit(family: _Family, spelling: dict[str, str]) -> ColumnPlan | None:
    def first(names: tuple[str, ...]) -> str | None:
        return next((spelling[name] for name in names if name in spelling), None)

    code, name = first(family.codes), first(family.names)
    parts = tuple(part for names in family.parts if (part := first(names)))
    has_parts = bool(family.parts) and len(parts) == len(family.parts)
    if (code is None and not has_parts) or (name is None and family.needs_name):
        return None
    return ColumnPlan(
        family=family.family,
        code_system=family.code_system,
        level=family.level,
        name=name,
        code=code,
        other_name=first(family.other_names),
        code_parts=parts if has_parts else (),
        code_widths=family.widths if has_parts else (),
        undotted=family.undotted,
        bps_code=first(family.bps),
        kecamatan_name=first(family.kecamatan),
        kabupaten_name=first(family.kabupaten),
        provinsi_name=first(family.provinsi),
        feature_code=first(("fcode", "lcode")),
    )
