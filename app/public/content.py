"""Everything that one public page shows, gathered once: the HTML and the files say the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

import pandas as pd
from sqlalchemy import Engine

from analysis.monev import Assessment
from analysis.readiness import Place
from app.actions.stage_checks import FIRST_YEAR, level_at
from app.assessment_figures import assess, assess_all
from app.public.approval import SHOWN, Approval, read_approval
from app.public.coverage import Coverage, read_coverage
from app.public.prevalence import Prevalence, read_prevalence
from app.public.shapes import Shape, read_shapes
from data_access.reads import batches, dukungan, wilayah
from data_access.reads.penilaian import OFFICIAL, Result, read_results
from data_access.reads.publik import read_approved_years, read_holds
from data_access.reads.scope import NATION

LEVELS = ("kecamatan", "kabupaten", "provinsi")


@dataclass(frozen=True, slots=True)
class Assessed:
    """A region's class of the year: `source` of an official result, None of a simulation."""

    place: Place
    class_name: str | None
    is_official: bool
    source: str | None


@dataclass(frozen=True, slots=True)
class Content:
    """One page: the region, its year, and what of it is approved.

    places: the region and, unless it is a kecamatan, those right below it. regulations and
    publications: None while their stage is not approved.
    """

    region: wilayah.Region
    path: tuple[wilayah.Region, ...]
    year: int
    years: tuple[int, ...]
    approval: Approval
    places: tuple[Place, ...]
    prevalence: Prevalence | None
    coverage: Coverage | None
    shapes: tuple[Shape, ...]
    assessed: tuple[Assessed, ...]
    regulations: pd.DataFrame | None
    publications: pd.DataFrame | None
    is_demo: bool

    @property
    def names(self) -> Mapping[str, str]:
        """Names of the region and of those below it, by code."""
        return {place.code: place.name for place in self.places}

    @property
    def last_approval(self) -> date | None:
        """The day on which the latest of the stages shown here was done."""
        days = [self.approval.date_of(s) for s in self.approval.board if s.place in self.places]
        return max((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True)
class Listed:
    """A region of the index with its years; `held` are withheld."""

    region: wilayah.Region
    years: tuple[int, ...]
    held: frozenset[int]


def has_page(code: str, year: int) -> bool:
    """Tell whether an address may be one of ours at all, before anything is read."""
    return level_at(code) in LEVELS and FIRST_YEAR <= year <= datetime.now(UTC).year + 1


def read_content(engine: Engine, code: str, year: int) -> Content | None:
    """Gather a page; None where the region is not known. A withheld page is gathered empty."""
    region = wilayah.read_region(engine, code)
    if region is None or region.level not in LEVELS:
        return None
    scope = code[:5]

    @cache
    def approvals(cycle: int) -> Approval:
        return read_approval(engine, scope, cycle)

    approval = approvals(year)
    places = tuple(dict.fromkeys(status.place for status in approval.board))
    if region.level == "kecamatan":
        places = tuple(place for place in places if place.code == code)
    is_held = approval.find_hold(code) is not None
    codes = [place.code for place in places]
    prevalence = None if is_held else read_prevalence(engine, scope, year, codes, approvals)
    with_services = region.level != "provinsi" and not is_held
    return Content(
        region,
        tuple(wilayah.read_path(engine, code)),
        year,
        _list_years(engine, scope),
        approval,
        places,
        prevalence,
        read_coverage(engine, scope, approval) if with_services else None,
        read_shapes(engine, scope, code) if prevalence is not None and with_services else (),
        () if is_held else _read_assessed(engine, approval, places),
        _read_support(engine, approval, code, "regulasi"),
        _read_support(engine, approval, code, "publikasi"),
        batches.read_identity(engine).get("jenis") == "demo",
    )


def read_index(engine: Engine) -> list[Listed]:
    """Provinces and kabupaten that have a page, by code, with their years, the newest first."""
    holds = {(hold.wilayah_code, hold.year) for hold in read_holds(engine, NATION)}
    found = []
    for code, rows in read_approved_years(engine).groupby("code"):
        region = wilayah.read_region(engine, str(code))
        if region is None:
            continue
        years = tuple(int(year) for year in rows["year"])
        held = frozenset(year for year in years if (str(code), year) in holds)
        found.append(Listed(region, years, held))
    return found


def _list_years(engine: Engine, scope: str) -> tuple[int, ...]:
    rows = read_approved_years(engine)
    return tuple(int(year) for year in rows.loc[rows["code"] == scope, "year"])


def _read_support(engine: Engine, approval: Approval, code: str, kind: str) -> pd.DataFrame | None:
    if approval.state_of(code, kind) != SHOWN:
        return None
    read = dukungan.read_regulations if kind == "regulasi" else dukungan.read_publications
    return read(engine, code, approval.year)


def _read_assessed(
    engine: Engine, approval: Approval, places: tuple[Place, ...]
) -> tuple[Assessed, ...]:
    """Results of the regions whose assessment is approved: the official one where there is one."""
    done = [p for p in places if approval.state_of(p.code, "penilaian") == SHOWN]
    stored: dict[str, Result] = {}
    for result in read_results(engine, [place.code for place in done], approval.year):
        if result.kind == OFFICIAL or result.wilayah_code not in stored:
            stored[result.wilayah_code] = result
    missing = [place for place in done if place.code not in stored]
    if not missing:
        simulated: dict[str, Assessment] = {}
    elif len(places) > 1:
        simulated = assess_all(engine, approval.scope_code, approval.year)
    else:
        simulated = {place.code: assess(engine, place.code, approval.year) for place in missing}
    return tuple(_choose_result(p, stored.get(p.code), simulated.get(p.code)) for p in done)


def _choose_result(place: Place, stored: Result | None, simulated: Assessment | None) -> Assessed:
    if stored is None:
        return Assessed(place, simulated.class_name if simulated else None, False, None)
    return Assessed(place, stored.class_name, stored.kind == OFFICIAL, stored.source)
