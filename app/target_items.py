"""What targets are set for: the prevalence and the 31 services, in which documents, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from analysis.targets import OLD_NATIONAL, PREVALENCE
from app.access import Account, may
from app.text import target as text
from data_access import reference
from data_access.schema import DOCUMENTS
from geo.codes import level_of

__all__ = ["OLD_NATIONAL", "PREVALENCE"]

COVERAGE_DOCUMENTS = tuple(each for each in DOCUMENTS if each != OLD_NATIONAL)
# An agency's own plan (Renja) sets no target for the prevalence of the whole region.
PREVALENCE_DOCUMENTS = tuple(each for each in COVERAGE_DOCUMENTS if each != "Renja")
YEARS = tuple(range(2024, 2031))
BAPPEDA, SETCAM = "bappeda", "setcam"
_STAGES = {"kabupaten": "kabupaten.target", "provinsi": "provinsi.target"}


@dataclass(frozen=True, slots=True)
class TargetItem:
    """One thing that has targets; `code` is stored, `label` ("IBU-1") is the guideline's own."""

    code: str
    label: str
    name: str
    cluster: str


@dataclass(frozen=True, slots=True)
class OldTarget:
    """An older national target whose indicator is still comparable with one of the 31.

    target_pct: percent, for `year`. is_certain: False where the document is unclear.
    """

    item: TargetItem
    old_code: str
    old_name: str
    target_pct: float
    year: int
    is_certain: bool


def read_indicators() -> pd.DataFrame:
    """The 31 indicators as the reference has them, in the guideline's order."""
    return reference.read_table("indikator")


@cache
def list_services() -> tuple[TargetItem, ...]:
    """The 31 services in the guideline's order."""
    return tuple(
        TargetItem(row.kode, row.kode_kelompok, row.nama_ringkas, row.kelompok_sasaran)
        for row in read_indicators().itertuples(index=False)
    )


@cache
def read_target_items() -> Mapping[str, TargetItem]:
    """The prevalence and the 31 services by code."""
    prevalence = TargetItem(PREVALENCE, text.PREVALENCE_LABEL, text.PREVALENCE, text.PREVALENCE)
    return {item.code: item for item in (prevalence, *list_services())}


def documents_of(item_code: str) -> tuple[str, ...]:
    """The documents in which targets of an item may stand."""
    return PREVALENCE_DOCUMENTS if item_code == PREVALENCE else COVERAGE_DOCUMENTS


def stage_of(region_code: str) -> str | None:
    """The stage in which a region sets targets, None where it has none (a kecamatan)."""
    return _STAGES.get(level_of(region_code))


def list_own_parts(
    person: Account | None, region_code: str, responsible: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """As whom a person may set which targets of a region: item codes by part.

    `responsible`: agency by item. Bappeda sets all, as "bappeda"; an operator those its agency
    answers for; in a kecamatan the Setcam sets all. Empty where the person may set none.
    """
    every = tuple(read_target_items())
    if stage_of(region_code) is None:
        is_kecamatan = level_of(region_code) == "kecamatan"
        own = is_kecamatan and may(person, "isi", region_code, SETCAM)
        return {SETCAM: every} if own else {}
    if may(person, "atur_target", region_code):
        return {BAPPEDA: every}
    agencies = sorted({a for a in responsible.values() if may(person, "isi", region_code, a)})
    return {
        agency: tuple(code for code in every if responsible.get(code) == agency)
        for agency in agencies
    }


@cache
def list_old_targets() -> tuple[OldTarget, ...]:
    """The older national targets, in percent, of the indicators that kept their meaning."""
    old = reference.read_table("indikator_lama").set_index("kode")
    pairs = reference.read_table("padanan_lama")
    items = read_target_items()
    found = []
    for row in pairs[pairs["sebanding"] == "ya"].itertuples(index=False):
        line = old.loc[row.kode_lama]
        if line["satuan"] == "%" and line["tahun_target"].isdigit():
            found.append(
                OldTarget(
                    items[row.kode],
                    row.kode_lama,
                    line["indikator"],
                    float(line["target"]),
                    int(line["tahun_target"]),
                    line["target_pasti"] == "ya",
                )
            )
    return tuple(found)
