"""Tagging as a file, in the layout of the guideline's document: by service, its lines."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from app.documents.columns import Column, Notes
from app.documents.exported import Exported
from app.format import format_date
from app.target_items import list_services
from app.text import exports
from app.text import penandaan as text
from app.text.screens import DEMO_MARK

_KINDS = {
    "volume": "pct",  # two decimals: half a package is not a whole one
    "unit_price_idr": "idr",
    "total_idr": "idr",
    "amount_idr": "idr",
    "realisation_idr": "idr",
}
_WIDTHS = {
    "label": 9,
    "service": 44,
    "activity": 44,
    "account": 36,
    "description": 44,
    "coefficient": 18,
    "unit": 12,
    "line_id": 10,
    "note": 14,
}
COLUMNS = [
    Column(key, heading, _KINDS.get(key, "text"), _WIDTHS.get(key))  # type: ignore[arg-type]
    for key, heading in text.HEADINGS.items()
]


def arrange(
    lines: pd.DataFrame, tags: pd.DataFrame, places: Mapping[str, str], shares: Mapping[int, str]
) -> pd.DataFrame:
    """A row a tag in the guideline's order of services, those without a service last.

    `lines`, `tags`: of `data_access.reads.anggaran`. `places`: names by code. `shares`: how each
    tag's share was stated, by tag_id.
    """
    items = {item.code: item for item in list_services()}
    order = {code: place for place, code in enumerate(items)}
    joined = tags.merge(lines, on="line_id", how="inner", validate="many_to_one")
    known = joined["item_code"].map(lambda code: items.get(code or ""))
    rows = joined.assign(
        _at=joined["item_code"].map(order).fillna(len(order)),
        kelompok=joined["target_group"],
        label=[item.label if item else None for item in known],
        service=[item.name if item else text.NO_SERVICE for item in known],
        agency=joined["skpd_name"],
        activity_code=joined["subkegiatan_code"],
        activity=joined["subkegiatan_name"],
        account=joined["account_name"],
        share=joined["tag_id"].map(shares),
        place=[places.get(code or "", code or text.NO_PLACE) for code in joined["place_code"]],
        kind=joined["kind"].map(text.KINDS),
        note=joined["is_divided"].map({True: text.TAG_DIVIDED, False: None}),
    )
    keys = ["_at", "skpd_name", "activity_code", "account_code", "line_id", "tag_id"]
    ordered = rows.sort_values(keys, kind="stable", ignore_index=True)[list(text.HEADINGS)]
    return ordered.astype(object).where(ordered.notna(), None)


def list_notes(
    region_name: str,
    snapshot_name: str,
    nomenclature: str | None,
    *,
    state: str | None,
    agency: str | None,
    demo: bool,
    made_on: datetime,
) -> Notes:
    """Selection, approval, source and what the columns mean, as label and value."""
    notes = [
        (exports.NOTE_REGION, region_name),
        (text.NOTE_SNAPSHOT, snapshot_name),
        *([(text.NOTE_NOMENCLATURE, nomenclature)] if nomenclature else []),
        *([(text.NOTE_AGENCY, agency)] if agency else []),
        *([(text.NOTE_STATE, state)] if state else []),
        (text.NOTE_SOURCE, text.NOTE_SOURCE_TEXT),
        (exports.NOTE_MADE, format_date(made_on)),
        (text.NOTE_AMOUNT, text.NOTE_AMOUNT_TEXT),
        (text.NOTE_DIVIDED, text.NOTE_DIVIDED_TEXT),
        (text.NOTE_PLACE, text.NOTE_PLACE_TEXT),
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def export_tags(table: pd.DataFrame, notes: Notes) -> Exported:
    """The table of `arrange` ready to be written in any format."""
    return Exported(table, COLUMNS, text.SHEET, notes)
