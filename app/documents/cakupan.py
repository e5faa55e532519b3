"""The coverage of services as a file, with what a reader must know."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from analysis.targets import find_target_year
from app.coverage_figures import coverage_indicators, read_small_denominator
from app.coverage_words import (
    find_unit,
    label_service,
    list_flags,
    name_period,
    write_share,
)
from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_count, format_date
from app.text import cakupan as text
from app.text import exports
from app.text.screens import DEMO_MARK, LEVEL_LABELS

_KINDS = {
    "region_code": "text",
    "name": "text",
    "kelompok": "text",
    "label": "text",
    "service": "text",
    "pembilang": "count",
    "penyebut": "count",
    "satuan": "text",
    "cakupan_pct": "pct",
    "target_pct": "pct",
    "dokumen": "text",
    "target_dari": "text",
    "status": "text",
    "perlu_dijangkau": "count",
    "desa_dihitung": "count",
    "desa_semua": "count",
    "catatan": "text",
}
_WIDTHS = {
    "region_code": 15,
    "label": 9,
    "service": 52,
    "satuan": 14,
    "dokumen": 10,
    "target_dari": 10,
}
COLUMNS = [
    Column(key, text.HEADINGS[key], kind, _WIDTHS.get(key))  # type: ignore[arg-type]
    for key, kind in _KINDS.items()
]


def arrange(assessed: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Rows of `app.coverage_figures.tabulate_coverage` with services, statuses, flags in words.

    `order`: region codes as the heatmap has them; services follow in the guideline's order.
    """
    services = coverage_indicators().set_index("kode")
    place = {code: index for index, code in enumerate(order)}
    at = assessed["region_code"].map(place)
    rows = assessed.assign(_at=at).sort_values("_at", kind="stable", ignore_index=True)
    items = rows["item_code"]
    units = {code: find_unit(code) for code in services.index}
    labels = {code: label_service(code) for code in services.index}
    flags = [" ".join(list_flags(row)) for row in rows.to_dict("records")]
    return rows.assign(
        kelompok=items.map(services["kelompok_sasaran"]),
        label=items.map(labels),
        service=items.map(services["nama_ringkas"]),
        satuan=items.map(units),
        status=rows["status"].map(text.STATUS_WORDS),
        dokumen=rows["dokumen"].astype(object).where(rows["dokumen"].notna(), None),
        target_dari=rows["target_dari"].astype(object).where(rows["target_dari"].notna(), None),
        catatan=flags,
    ).drop(columns="_at")


def list_notes(
    region_name: str, level: str, period: str, status: str, *, demo: bool, made_on: datetime
) -> Notes:
    """Selection, approval, source, rules and cut-offs, as label and value."""
    notes = [
        (exports.NOTE_REGION, region_name),
        (exports.NOTE_LEVEL, LEVEL_LABELS[level]),
        (text.NOTE_PERIOD, name_period(period, long=True)),
        (text.NOTE_TARGET_YEAR, str(find_target_year(period))),
        (exports.NOTE_STATUS, status),
        (text.NOTE_SOURCE, text.NOTE_SOURCE_TEXT),
        (exports.NOTE_MADE, format_date(made_on)),
        (text.NOTE_COVERAGE, text.NOTE_COVERAGE_TEXT),
        (text.NOTE_STATUSES, text.NOTE_STATUSES_TEXT.format(share=write_share())),
        (
            text.NOTE_SMALL,
            text.NOTE_SMALL_TEXT.format(minimum=format_count(read_small_denominator())),
        ),
        (text.NOTE_ORDER, text.NOTE_ORDER_TEXT),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def export_coverage(assessed: pd.DataFrame, order: Sequence[str], notes: Notes) -> Exported:
    """The table ready to be written in any format."""
    return Exported(arrange(assessed, order), COLUMNS, text.SHEET, notes)
