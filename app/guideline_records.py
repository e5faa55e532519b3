"""What a region has on record of one year besides figures: money, problems, support, agencies."""

from collections.abc import Mapping
from functools import cached_property

import pandas as pd
from sqlalchemy import Engine

from app.budget_figures import BudgetData, Snapshot, find_owner, read_budget
from data_access.reads import (
    anggaran,
    masalah_wilayah,
    pengaturan,
    penilaian_bukti,
    program_mitra,
    tahapan,
)
from data_access.reads.stage_definitions import read_agency_names


class CaseRecords:
    """The records of one region and year, each read once."""

    def __init__(self, engine: Engine, region_code: str, year: int) -> None:
        self.engine, self.code, self.year = engine, region_code, year
        self._budgets: dict[int, BudgetData] = {}

    @cached_property
    def owner(self) -> str:
        """The code of the region in whose budget the region stands."""
        return find_owner(self.code)

    @cached_property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshots of that budget, the newest first."""
        return anggaran.read_snapshots(self.engine, self.owner)

    def snapshot(self, kind: str, year: int) -> Snapshot | None:
        """The budget of a kind and year, None where it was not imported."""
        found = (e for e in self.snapshots if e.kind == kind and e.year == year)
        return next(found, None)

    def budget(self, snapshot: Snapshot) -> BudgetData:
        """What a snapshot says; read once."""
        if snapshot.id not in self._budgets:
            self._budgets[snapshot.id] = read_budget(self.engine, snapshot)
        return self._budgets[snapshot.id]

    @cached_property
    def programmes(self) -> pd.DataFrame:
        """The programmes of desa and partners of the year, a row each."""
        return program_mitra.read_programs(self.engine, self.code, self.year)

    @cached_property
    def problem_rows(self) -> pd.DataFrame:
        """The problems with their causes that were recorded of the year, a row each."""
        return masalah_wilayah.read_problems_inside(self.engine, self.code, self.year)

    @cached_property
    def supported(self) -> Mapping[str, list[str]]:
        """What the region's own regulations and publications are about, by kind: stages."""
        rows = penilaian_bukti.read_support(self.engine, self.code, self.year)
        found: dict[str, list[str]] = {}
        for row in rows.itertuples(index=False):
            if row.wilayah_code == self.code:
                found.setdefault(row.kind, []).append(row.stage)
        return found

    @cached_property
    def let_on(self) -> pd.DataFrame:
        """Gates that were opened inside the region."""
        return tahapan.read_exceptions(self.engine, self.code, self.year)

    @cached_property
    def agency_names(self) -> Mapping[str, str]:
        """Names of parties and agencies by code, the region's own first."""
        rows = pengaturan.read_agencies(self.engine, self.code)
        own = rows[rows["wilayah_code"] == self.code]
        named = dict(zip(own["code"], own["name"], strict=True))
        return dict(read_agency_names()) | named
