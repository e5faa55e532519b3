"""`konvergensi export cakupan`, `target`, `ansit`: services, their targets, entered figures."""

from analysis.hierarchy import LEVELS
from analysis.targets import choose_document
from app.charts.heatmap import arrange_heatmap
from app.cli.export_request import ExportRequest, pick_period
from app.cli.printing import fail
from app.coverage_figures import ONE_DOWN, compute_coverage_table
from app.coverage_words import name_period
from app.documents.cakupan import export_coverage, list_notes
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.items import find_item
from app.target_items import read_target_items
from app.text import cakupan as text
from app.text import exports
from app.text.screens import DEMO_MARK
from data_access.reads.cakupan import read_isian_periods
from data_access.reads.isian import read_cells
from data_access.reads.scope import DEPTH
from data_access.reads.target import read_targets
from data_access.reads.wilayah import read_regions


def tabulate_coverage(request: ExportRequest) -> Exported:
    """The coverage of every region of a level (one down by default) and service."""
    region = request.region
    levels = [each for each in LEVELS if DEPTH[each] >= DEPTH[region.level]]
    level = request.level or ONE_DOWN[region.level]
    if level not in levels:
        known = ", ".join(levels)
        fail(text.BAD_SERVICE_LEVEL.format(level=level, name=region.name, known=known))
    period = pick_period(request, read_isian_periods(request.engine, region.code))
    table = compute_coverage_table(request.engine, region.code, level, period)
    order = [row.code for row in arrange_heatmap(table, table.head(0)).rows]
    notes = list_notes(
        region.name,
        level,
        period,
        text.NOTE_STATUS_UNKNOWN,
        demo=request.is_demo,
        made_on=request.now,
    )
    return export_coverage(table, order, notes)


def tabulate_targets(request: ExportRequest) -> Exported:
    """Targets that a region and those inside it set, all years or that of `--periode`."""
    region = request.region
    targets = read_targets(request.engine, region.code)
    names = read_regions(request.engine, region.code).set_index("code")["name"]
    own = targets[targets["wilayah_code"].isin(names.index)]
    if request.period is not None:
        own = own[own["year"].astype(str) == request.period]
    if own.empty:
        fail(text.NO_TARGET_DATA.format(name=region.name))
    items = read_target_items()
    key = ["wilayah_code", "item_code", "year", "document"]
    first = set(choose_document(own)[key].itertuples(index=False, name=None))
    table = own.assign(
        region_code=own["wilayah_code"],
        name=own["wilayah_code"].map(names),
        label=[items[code].label for code in own["item_code"]],
        service=[items[code].name for code in own["item_code"]],
        berlaku=[
            text.TARGET_IN_FORCE if row in first else text.TARGET_OTHER
            for row in own[key].itertuples(index=False, name=None)
        ],
    )
    kinds = {"year": "text", "target_pct": "pct"}
    columns = [
        Column(code, heading, kinds.get(code, "text"))  # type: ignore[arg-type]
        for code, heading in text.TARGET_HEADINGS.items()
    ]
    extra = [(text.NOTE_TARGET, text.NOTE_TARGET_TEXT)]
    return Exported(table, columns, text.SHEET_TARGET, _list_notes(request, extra))


def tabulate_entered(request: ExportRequest) -> Exported:
    """Figures as entered: a row a desa, a column an item; an empty cell is not known."""
    region = request.region
    period = pick_period(request, read_isian_periods(request.engine, region.code))
    cells = read_cells(request.engine, region.code, period)
    spread = cells.pivot(index="unit_code", columns="item_code", values="value")
    names = read_regions(request.engine, region.code).set_index("code")["name"]
    codes = [str(code) for code in spread.columns]
    table = spread.reset_index().rename(columns={"unit_code": "region_code"})
    table = table.assign(name=table["region_code"].map(names))
    columns = [Column("region_code", text.HEADINGS["region_code"], "text", 15)]
    columns += [Column("name", text.HEADINGS["name"])]
    columns += [Column(code, _head(code), "count", 18) for code in codes]
    extra = [
        (text.NOTE_PERIOD, name_period(period, long=True)),
        (exports.NOTE_STATUS, text.NOTE_STATUS_UNKNOWN),
        (text.NOTE_ENTERED, text.NOTE_ENTERED_TEXT),
    ]
    return Exported(table, columns, text.SHEET_ENTERED, _list_notes(request, extra))


def _head(code: str) -> str:
    item = find_item(code)
    return text.ENTERED_HEADING.format(code=code, name=item.name) if item else code


def _list_notes(request: ExportRequest, extra: list[tuple[str, str]]) -> Notes:
    notes = [
        (exports.NOTE_REGION, request.region.name),
        (exports.NOTE_MADE, format_date(request.now)),
        *extra,
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if request.is_demo else notes
