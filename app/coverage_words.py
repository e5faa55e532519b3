"""Words for coverage: periods, services, cells, flags."""

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import pandas as pd

from analysis.coverage_status import (
    ANOMALY,
    FAR,
    MIDYEAR,
    NEAR,
    NEUTRAL,
    NO_DATA,
    NO_TARGET,
    REACHED,
)
from app.coverage_figures import coverage_indicators, read_near_share, read_small_denominator
from app.format import format_count, format_number, format_pct
from app.text import cakupan as text
from data_access import reference

# From good to open; the order of legends, files and filters.
STATUS_ORDER = (REACHED, NEAR, FAR, MIDYEAR, ANOMALY, NEUTRAL, NO_TARGET, NO_DATA)
_STAGES = {"": "ansit", "-S1": "semester-1", "-S2": "semester-2"}
_POOLED, _INFERRED, _COUNTS_DESA = "gabungan", "inferensi", "master wilayah"


def name_period(period: str, *, long: bool = False) -> str:
    """A period of services: "Analisis situasi 2026", "Semester I 2026"."""
    words = text.PERIODS_LONG if long else text.PERIODS
    return words[period[4:]].format(year=period[:4], before=int(period[:4]) - 1)


def pick_stage(region_level: str, period: str) -> str | None:
    """The stage in which figures of a period are approved, seen from a region of a level.

    Above the kabupaten the board knows only kabupaten, whose analysis closes what their kecamatan
    have approved; their semesters it does not know: None.
    """
    if region_level in {"nasional", "provinsi"}:
        return "kabupaten.ansit" if len(period) == 4 else None
    return f"kecamatan.{_STAGES[period[4:]]}"


def write_share() -> str:
    """From which part of its target on a coverage is "hampir": "90 %"."""
    return format_pct(100 * read_near_share(), 0)


def write_cell(value_pct: float, target_pct: float) -> str:
    """A coverage as a whole number for a small cell; never rounded across its target or 100.

    79,6 beside a target of 80 shows as 79, since 80 would look reached.
    """
    if math.isnan(value_pct):
        return text.NO_VALUE
    shown = math.floor(value_pct + 0.5)
    if value_pct < target_pct <= shown or value_pct < 100 <= shown:
        shown = math.floor(value_pct)
    elif shown < target_pct <= value_pct or shown <= 100 < value_pct:
        shown = math.floor(value_pct) + 1
    return _write_whole(shown)


@lru_cache(maxsize=1000)
def _write_whole(number: int) -> str:
    """A whole number: a heatmap writes a thousand cells of which most are the same hundred."""
    return format_count(number)


@cache
def _services() -> dict[str, Any]:
    return {row.kode: row for row in coverage_indicators().itertuples(index=False)}


@cache
def _denominators() -> dict[str, tuple[str, str]]:
    """Name and unit of what services are divided by, by item code."""
    own, added = reference.read_table("sasaran"), reference.read_table("butir_tambahan")
    pairs = {row.kode: (_lower(row.nama), row.satuan) for row in own.itertuples(index=False)}
    return pairs | {
        row.kode: (text.DENOMINATOR_OWN.format(name=_lower(row.nama)), row.satuan)
        for row in added.itertuples(index=False)
    }


def name_service(item_code: str) -> str:
    """A service with its label: "IBU-1 · Pemberian Makanan Tambahan untuk Ibu Hamil KEK"."""
    return f"{label_service(item_code)} · {_services()[item_code].nama_ringkas}"


def shorten_service(item_code: str) -> str:
    """A service with its label, for a narrow column: "IBU-1 · PMT ibu hamil KEK"."""
    return f"{label_service(item_code)} · {text.SHORT_NAMES[item_code]}"


def label_service(item_code: str) -> str:
    """The guideline's own label of a service: "IBU-1"."""
    return str(_services()[item_code].kode_kelompok)


def find_unit(item_code: str) -> str:
    """What a service counts: "anak", "orang", "kasus", "desa/kelurahan"."""
    row = _services()[item_code]
    if row.status_penyebut == _COUNTS_DESA:
        return text.UNIT_DESA
    units = {_denominators()[code][1] for code in row.penyebut_sasaran.split("+") if code}
    return units.pop() if len(units) == 1 else text.UNIT_MIXED


def describe_denominator(item_code: str) -> str:
    """What a service is divided by, in the guideline's words."""
    row = _services()[item_code]
    if row.status_penyebut == _COUNTS_DESA:
        return text.DENOMINATOR_DESA
    names = (_denominators()[code][0] for code in row.penyebut_sasaran.split("+"))
    return text.DENOMINATOR_SEPARATOR.join(names)


def find_party(item_code: str) -> str:
    """Who enters the people reached: "Puskesmas"."""
    return str(_services()[item_code].pj_data_pembilang)


def list_flags(row: Mapping[str, Any]) -> list[str]:
    """What a reader must know of one figure, a sentence each; `row` of `tabulate_coverage`."""
    small = read_small_denominator()
    kind = _services()[row["item_code"]].status_penyebut
    single = row["desa_semua"] == 1
    flags = [text.REASONS[row["alasan"]]] if row["alasan"] else []
    if row["penyebut_kecil"]:
        points = format_number(100 / small)
        flags.append(text.FLAG_SMALL.format(minimum=format_count(small), points=points))
    if not single:
        counts = (
            (text.FLAG_ABOVE, row["desa_di_atas_100"]),
            (text.FLAG_NO_DENOMINATOR, row["desa_tanpa_penyebut"]),
            (text.FLAG_NO_NUMERATOR, row["desa_tanpa_capaian"]),
        )
        flags += [words.format(count=format_count(n)) for words, n in counts if n > 0]
    notes = (
        (text.STATUS_HELP[ANOMALY], row["status"] == ANOMALY and not row["alasan"]),
        (text.FLAG_NEUTRAL, row["status"] == NEUTRAL),
        (text.FLAG_MIDYEAR, row["status"] == MIDYEAR),
        (text.FLAG_POOLED, kind == _POOLED),
        (text.FLAG_INFERRED, kind == _INFERRED),
    )
    return flags + [words for words, applies in notes if applies]


def explain_status(status: str) -> str:
    """What a status means, in one sentence."""
    return text.STATUS_HELP[status].format(share=write_share())


def write_summary(reached: int, assessed: int) -> str:
    """ "7 dari 28", a dash where nothing could be assessed."""
    if assessed == 0:
        return text.SUMMARY_NONE
    return text.SUMMARY.format(reached=format_count(reached), assessed=format_count(assessed))


def has_value(value: object) -> bool:
    """Tell whether a figure is known."""
    return not pd.isna(value)


def _lower(name: str) -> str:
    """ "Jumlah Ibu Hamil KEK" is "ibu hamil KEK" inside a sentence."""
    words = name.removeprefix("Jumlah ").split()
    return " ".join(word if word.isupper() else word.lower() for word in words)
