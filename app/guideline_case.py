"""Everything that a region's documents of one year are made from, each thing read once.

No cache of Streamlit's here: a case lives as long as its documents are being made. All figures
come from the functions behind `konvergensi export`, so that a paper says what an export says.
"""

from datetime import date, datetime
from functools import cached_property

import pandas as pd
from sqlalchemy import Engine

from analysis import deadlines
from analysis.problem_settings import ProblemSettings
from analysis.readiness import StageStatus
from app.actions.letterhead import LetterheadSetting, read_letterhead
from app.coverage_figures import (
    ONE_DOWN,
    pick_codes,
    read_coverage_regions,
    tabulate_coverage,
)
from app.figures import View, compute_prevalensi, default_compare
from app.guideline_list import find_level
from app.guideline_records import CaseRecords
from app.problem_figures import (
    Pairing,
    ProblemInputs,
    ProblemList,
    compute_lagging,
    find_problems,
    order_periods,
    pair_measurement,
    pick_saved_settings,
    read_default_settings,
    read_inputs,
)
from app.problem_table import name_lokus, tabulate_places
from app.stage_board import read_board, read_places
from data_access.reads import (
    cakupan,
    isian,
    pengaturan,
    pengukuran,
    tahapan,
    target,
    wilayah,
)
from data_access.reads.batches import read_identity
from data_access.reads.lokus import read_lokus
from data_access.reads.wilayah import Region


class GuidelineCase(CaseRecords):
    """One region and year of the cycle. Raises ValueError for a region without documents."""

    def __init__(
        self, engine: Engine, region_code: str, year: int, now: datetime | None = None
    ) -> None:
        """`now`: the moment as of which states are told; the present one by default."""
        level, region = find_level(region_code), wilayah.read_region(engine, region_code)
        if level is None or region is None:
            raise ValueError(f"no documents of {region_code}")
        super().__init__(engine, region_code, year)
        self.level, self.region = level, region
        self.below_level = ONE_DOWN[level]
        self._measured_until = ""
        self._now = now or datetime.now(deadlines.ZONES["WIB"])
        self._coverage: dict[str, pd.DataFrame] = {}

    def at_year_end(self) -> "GuidelineCase":
        """The same region and year with the last measurement of the year, not that before it."""
        later = GuidelineCase(self.engine, self.code, self.year, self._now)
        later._measured_until = f"{self.year}-12"
        return later

    @cached_property
    def today(self) -> date:
        """The day on which the region's clocks stand."""
        return deadlines.today_in(self._zone, self._now)

    @cached_property
    def _zone(self) -> str:
        return tahapan.read_time_zone(self.engine, self.code)

    def to_day(self, moment: datetime) -> date:
        """The day of a moment by the region's clocks."""
        return deadlines.to_local(self._zone, moment).date()

    @cached_property
    def is_demo(self) -> bool:
        """Tell whether the database is the fictional demonstration."""
        return read_identity(self.engine).get("jenis") == "demo"

    @cached_property
    def path(self) -> list[Region]:
        """The regions from the top down to this one."""
        return wilayah.read_path(self.engine, self.code)

    @cached_property
    def head(self) -> LetterheadSetting:
        """The letterhead that the region set."""
        return read_letterhead(self.engine, self.code)

    @cached_property
    def children(self) -> pd.DataFrame:
        """The regions right below that are in force: code, name, level; desa of a kecamatan."""
        rows = wilayah.read_regions(self.engine, self.code, self.below_level)
        return rows.loc[rows["valid_until"].isna(), ["code", "name", "level"]]

    @cached_property
    def board(self) -> tuple[StageStatus, ...]:
        """Every stage of the region and of those right below it."""
        return read_board(self.engine, self.code, self.year, self.today)

    @cached_property
    def board_below(self) -> tuple[StageStatus, ...]:
        """Every stage of all kecamatan of a province, which its own board does not reach."""
        places = read_places(self.engine, self.code)[1:] if self.level == "provinsi" else ()
        boards = (read_board(self.engine, p.code, self.year, self.today) for p in places)
        return tuple(s for board in boards for s in board if s.place.level == "kecamatan")

    @cached_property
    def settings(self) -> tuple[ProblemSettings, str]:
        """The settings of problem places in force, and whose they are ("": our defaults)."""
        rows = pengaturan.read_settings(self.engine, self.code)
        saved = pick_saved_settings(rows, self.code)
        return (read_default_settings(), "") if saved is None else (saved[0], saved[1])

    @cached_property
    def pairing(self) -> Pairing:
        """Services of the year's situation analysis, else of the newest before; measurements."""
        return self.pair(self.code)

    def pair(self, code: str) -> Pairing:
        """What the figures of a region are paired from in this year."""
        periods = order_periods(cakupan.read_isian_periods(self.engine, code))
        own = [each for each in periods if int(each[:4]) <= self.year]
        period = str(self.year) if str(self.year) in own else next(iter(own), "")
        datasets = pengukuran.read_datasets(self.engine, code)
        source = min(set(datasets["source"]), default=None)
        measured = datasets.loc[datasets["source"] == source, "period"]
        found = pair_measurement(period or str(self.year), measured)
        if self._measured_until:
            found = max((m for m in measured if m <= self._measured_until), default=None)
        return Pairing(code, period, source, found)

    @cached_property
    def inputs(self) -> ProblemInputs:
        """What the rules of problem places need."""
        pairing = self.pairing
        period = pairing.period or str(self.year)
        return read_inputs(
            self.engine, Pairing(self.code, period, pairing.source, pairing.measured)
        )

    @cached_property
    def problems(self) -> ProblemList:
        """The problem places below the region."""
        return find_problems(self.inputs, self.settings[0])

    @cached_property
    def places(self) -> pd.DataFrame:
        """The rows of `konvergensi export lokasi-masalah`."""
        lokus = name_lokus(read_lokus(self.engine, self.code, self.year + 1))
        return tabulate_places(self.problems, self.inputs, self.settings[0], lokus)

    @cached_property
    def _own_attainment(self) -> pd.DataFrame:
        rows = compute_lagging(self.inputs)
        return rows[rows["region_code"] == self.code]

    @property
    def can_judge_lagging(self) -> bool:
        """Tell whether enough of the region's services have a target to be compared."""
        return bool(self._own_attainment["median_pct"].notna().any())

    @cached_property
    def lagging(self) -> pd.DataFrame:
        """The region's own services that lag, the worst first."""
        own = self._own_attainment
        behind = own[own["tertinggal"]]
        return behind.sort_values(["selisih_poin", "item_code"], kind="stable")

    @cached_property
    def regions(self) -> pd.DataFrame:
        """The region, those above and all inside it, as coverage reads them."""
        return read_coverage_regions(self.engine, self.code)

    @cached_property
    def periods(self) -> list[str]:
        """Periods in which anyone reached is known, the oldest first."""
        return cakupan.read_isian_periods(self.engine, self.code)

    def coverage(self, period: str) -> pd.DataFrame:
        """The rows of `konvergensi export cakupan`, of the region and of those right below it."""
        if period not in self._coverage:
            codes = [self.code, *pick_codes(self.regions, self.code, self.below_level)]
            self._coverage[period] = tabulate_coverage(
                cakupan.read_coverage_facts(self.engine, self.code, period),
                self.regions,
                target.read_targets(self.engine, self.code),
                list(dict.fromkeys(codes)),
                period,
            )
        return self._coverage[period]

    def split_coverage(self, period: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Coverage of the region itself, and of those right below it."""
        rows = self.coverage(period)
        own = rows["region_code"] == self.code
        return rows[own], rows[~own]

    def cells(self, period: str) -> pd.DataFrame:
        """Entered cells of a period: unit_code, item_code, value, version."""
        return isian.read_cells(self.engine, self.code, period)

    @cached_property
    def view(self) -> View | None:
        """What the prevalence is shown of: those right below, beside the period before."""
        pairing = self.pairing
        if pairing.source is None or pairing.measured is None:
            return None
        datasets = pengukuran.read_datasets(self.engine, self.code)
        known = sorted(set(datasets.loc[datasets["source"] == pairing.source, "period"]))
        earlier = [each for each in known if each < pairing.measured]
        compare = default_compare(earlier, pairing.measured)
        return View(self.code, self.below_level, pairing.source, pairing.measured, compare)

    @cached_property
    def prevalence(self) -> pd.DataFrame:
        """The rows of `konvergensi export prevalensi`, of those right below; empty if unknown."""
        return pd.DataFrame() if self.view is None else compute_prevalensi(self.engine, self.view)

    @cached_property
    def steps(self) -> pd.DataFrame:
        """The steps of the region's stages, newest first."""
        return tahapan.read_steps(self.engine, self.code, self.year)

    def statuses(self, short: str) -> tuple[StageStatus, ...]:
        """The region's own stage; where its level has none, that of its kecamatan."""
        own = [s for s in self.board if s.place.code == self.code and s.stage.short == short]
        if own:
            return tuple(own)
        below = self.board_below if self.level == "provinsi" else self.board
        return tuple(s for s in below if s.place.level == "kecamatan" and s.stage.short == short)

    def is_final(self, short: str) -> bool:
        """Tell whether the stage is done wherever it is to be done."""
        found = self.statuses(short)
        return bool(found) and all(status.is_final for status in found)
