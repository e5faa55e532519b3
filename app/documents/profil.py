"""A desa's profile as a file: one table of everything, part by part, with notes."""

import pandas as pd

from app.documents.columns import Column, Kind, Notes
from app.documents.exported import Exported
from app.format import format_interval, format_period
from app.items import find_item
from app.problem_figures import Pairing
from app.problem_profile import Profile
from app.problem_sentences import name_item
from app.text import lokasi as location_text
from app.text import profil as text

_KINDS: dict[str, tuple[Kind, int]] = {
    "part": ("text", 22),
    "code": ("text", 8),
    "item": ("text", 50),
    "unit": ("text", 22),
    "value": ("count", 12),
    "denominator": ("count", 14),
    "percent": ("pct", 12),
    "target": ("pct", 12),
    "status": ("text", 34),
    "need": ("count", 14),
    "kecamatan": ("pct", 14),
    "kabupaten": ("pct", 14),
}
COLUMNS = [Column(key, text.HEADINGS[key], *how) for key, how in _KINDS.items()]


def export_profile(profile: Profile, pairing: Pairing, notes: Notes) -> Exported:
    """All figures of one desa, a row a figure."""
    rows = [*_list_measured(profile, pairing), *_list_services(profile), *_list_counts(profile)]
    table = pd.DataFrame(rows, columns=list(_KINDS)).astype(object)
    return Exported(table.where(table.notna(), None), COLUMNS, text.SHEET, notes)


def _list_measured(profile: Profile, pairing: Pairing) -> list[dict[str, object]]:
    row, figures = profile.measured, profile.figures
    part = text.PART_MEASURED.format(period=format_period(pairing.measured))
    found: list[dict[str, object]] = []
    if row is not None:
        interval = format_interval(row["bawah_pct"], row["atas_pct"])
        found.append(
            {
                "part": part,
                "item": text.ROW_PREVALENCE,
                "unit": text.UNIT_CHILDREN,
                "value": row["pembilang_jiwa"],
                "denominator": row["penyebut_jiwa"],
                "percent": row["prevalensi_pct"],
                "status": text.ROW_INTERVAL.format(interval=interval),
            }
        )
    if figures is not None:
        kind = location_text.TYPES[figures.type]
        found.append({"part": part, "item": text.ROW_TYPE, "status": kind})
    return found


def _list_services(profile: Profile) -> list[dict[str, object]]:
    return [
        {
            "part": text.PART_SERVICES,
            "code": row["item_code"],
            "item": name_item(str(row["item_code"])),
            "unit": _unit(str(row["item_code"])),
            "value": row["pembilang"],
            "denominator": row["penyebut"],
            "percent": row["cakupan_pct"],
            "target": row["target_pct"],
            "status": row["status"],
            "need": row["perlu_dijangkau"],
            "kecamatan": row["kecamatan_pct"],
            "kabupaten": row["kabupaten_pct"],
        }
        for row in profile.services.to_dict("records")
    ]


def _list_counts(profile: Profile) -> list[dict[str, object]]:
    return [
        {
            "part": text.PART_SUPPORT if row.code.startswith("D") else text.PART_TARGETS,
            "code": row.code,
            "item": name_item(row.code),
            "unit": _unit(row.code),
            "value": row.value,
        }
        for row in profile.counts.itertuples(index=False)
    ]


def _unit(code: str) -> str:
    item = find_item(code)
    return item.unit if item is not None else ""
