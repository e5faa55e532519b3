"""The weekly digest of a region: its alerts and next deadlines, from the database as it stands.

No cache and no Streamlit here; the same rules as Beranda's alerts, told for the region as a whole.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine

from analysis.alerts import Alert
from analysis.deadlines import today_in
from analysis.readiness import StageStatus
from analysis.region_table import compare_in_series
from analysis.tasks import is_under_way, list_next_deadlines
from app.alert_figures import read_rules, read_services
from app.alert_list import AlertGround, Measured, Viewer, list_alerts
from app.budget_figures import find_owner
from app.figures import (
    View,
    default_compare,
    finest_level,
    map_scope,
    restrict_view,
    tabulate_place,
    tabulate_view,
)
from app.stage_board import read_board
from data_access.reads import batches, pengaturan, pengukuran, peringatan, tahapan, wilayah
from data_access.reads.stage_definitions import read_agency_names

COMING = 5


@dataclass(frozen=True, slots=True)
class Digest:
    """What a digest says. `source`, `period`: of the measurements; `services`: their period."""

    code: str
    name: str
    today: date
    alerts: tuple[Alert, ...]
    coming: tuple[StageStatus, ...]
    agencies: dict[tuple[str, str], str]
    source: str | None
    period: str | None
    compare: str | None
    services: str | None
    is_demo: bool

    def name_agency(self, code: str, region_code: str) -> str:
        """An agency's name: the region's own for it, else the guideline's, else its code."""
        own = self.agencies.get((region_code, code))
        return own or read_agency_names().get(code, code)


def read_digest(engine: Engine, region: wilayah.Region, now: datetime) -> Digest:
    """Put the questions of a kecamatan, kabupaten or province to the database."""
    code = region.code
    today = today_in(tahapan.read_time_zone(engine, code), now)
    board = _read_board(engine, code, today)
    view = _find_view(engine, region)
    services = read_services(engine, find_owner(code), view.source if view else None, today)
    ground = AlertGround(
        (code, region.name),
        today,
        board,
        _measure(engine, code, view) if view else None,
        services,
        peringatan.read_open_commitments(engine, code),
    )
    agencies = pengaturan.read_agencies(engine, code)
    keys = zip(agencies["wilayah_code"], agencies["code"], strict=True)
    return Digest(
        code,
        region.name,
        today,
        tuple(list_alerts(ground, Viewer(), read_rules())),
        tuple(list_next_deadlines([s for s in board if s.place.code == code], COMING)),
        dict(zip(keys, agencies["name"], strict=True)),
        view.source if view else None,
        view.period if view else None,
        view.compare if view else None,
        services.period if services else None,
        batches.read_identity(engine).get("jenis") == "demo",
    )


def _read_board(engine: Engine, code: str, today: date) -> list[StageStatus]:
    """This year's stages, with those of the years beside it that are under way."""
    years = (today.year - 1, today.year, today.year + 1)
    before, now, after = (read_board(engine, code, year, today) for year in years)
    return [*(s for s in (*before, *after) if is_under_way(s)), *now]


def _find_view(engine: Engine, region: wilayah.Region) -> View | None:
    """What Beranda begins with: the first source, its newest month, the finest level."""
    datasets = pengukuran.read_datasets(engine, region.code)
    if datasets.empty:
        return None
    source = str(min(datasets["source"]))
    mine = datasets[datasets["source"] == source]
    period = str(mine["period"].max())
    earlier = sorted({str(each) for each in mine["period"] if each < period})
    grains = set(mine.loc[mine["period"] == period, "grain"])
    level = finest_level(region.level, grains)
    if level is None:
        return None
    return View(map_scope(region), level, source, period, default_compare(earlier, period))


def _measure(engine: Engine, code: str, view: View) -> Measured:
    regions = wilayah.read_regions(engine, view.scope_code, view.level)
    facts = pengukuran.read_measurements(engine, view.scope_code, view.source)
    table = restrict_view(tabulate_view(regions, facts, view), code)
    own = compare_in_series(tabulate_place(facts, code), view.period, view.compare)
    return Measured(table, own, view.period, view.compare)
