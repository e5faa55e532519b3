"""The budget as files: tagged lines, and the gaps of regions and services."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from analysis.budget_answers import Thresholds, answer_cells
from app.budget_figures import Snapshot
from app.budget_words import (
    name_item,
    name_place,
    name_service,
    name_snapshot,
    write_answer,
    write_basis,
)
from app.coverage_words import label_service, name_period
from app.documents.columns import Column, Kind, Notes
from app.documents.exported import Exported
from app.format import format_count, format_date, format_pct
from app.text import anggaran as text
from app.text import exports
from app.text.screens import DEMO_MARK, LEVEL_LABELS

_LINE_KINDS: dict[str, tuple[Kind, int | None]] = {
    "skpd_name": ("text", None),
    "subkegiatan_code": ("text", 18),
    "subkegiatan_name": ("text", 44),
    "account_code": ("text", 20),
    "account_name": ("text", 36),
    "description": ("text", 44),
    "fund": ("text", None),
    "service": ("text", 36),
    "target_group": ("text", None),
    "place_code": ("text", 15),
    "place": ("text", 22),
    "kind": ("text", 24),
    "amount_idr": ("idr", None),
    "basis": ("text", 24),
    "coefficient": ("text", 20),
    "volume": ("count", None),
    "unit": ("text", 14),
    "unit_price_idr": ("idr", None),
    "total_idr": ("idr", None),
    "realisation_idr": ("idr", None),
    "realised_idr": ("idr", None),
}
_GAP_KINDS: dict[str, tuple[Kind, int | None]] = {
    "region_code": ("text", 15),
    "name": ("text", 24),
    "level": ("text", 16),
    "label": ("text", 9),
    "service": ("text", 40),
    "perlu_dijangkau": ("count", None),
    "need_idr": ("idr", None),
    "apbd_idr": ("idr", None),
    "divided_idr": ("idr", None),
    "above_idr": ("idr", None),
    "unsaid_idr": ("idr", None),
    "apbdes_idr": ("idr", None),
    "swasta_idr": ("idr", None),
    "swadaya_idr": ("idr", None),
    "gap_idr": ("idr", None),
    "funded": ("text", 20),
    "sufficiency_pct": ("pct", None),
    "enough": ("text", 26),
    "note": ("text", 40),
}
LINE_COLUMNS = [Column(key, text.LINES_HEADINGS[key], *how) for key, how in _LINE_KINDS.items()]
GAP_COLUMNS = [Column(key, text.GAPS_HEADINGS[key], *how) for key, how in _GAP_KINDS.items()]


def arrange_lines(amounts: pd.DataFrame, names: Mapping[str, str], owner_code: str) -> pd.DataFrame:
    """Rows of `analysis.budget.join_tags` with services, places, kinds and shares in words."""
    bases = zip(amounts["basis"], amounts["is_divided"], strict=True)
    return amounts.assign(
        service=[name_item(code) for code in amounts["item_code"]],
        target_group=amounts["target_group"].astype("object").fillna(text.NO_GROUP),
        place=[name_place(code, names, owner_code) for code in amounts["place_code"]],
        kind=amounts["kind"].map(text.KINDS),
        basis=[write_basis(basis, bool(divided)) for basis, divided in bases],
        **{
            key: amounts[key].astype("object").where(amounts[key].notna(), None)
            for key, (kind, _) in _LINE_KINDS.items()
            if kind == "text" and key in amounts and key not in ("kind", "basis", "target_group")
        },
    )


def export_lines(
    amounts: pd.DataFrame, names: Mapping[str, str], owner_code: str, notes: Notes
) -> Exported:
    """Tagged lines, a row a tag."""
    table = arrange_lines(amounts, names, owner_code)
    return Exported(table, LINE_COLUMNS, text.SHEET_LINES, notes)


def export_gaps(
    gaps: pd.DataFrame, names: Mapping[str, str], level: str, thresholds: Thresholds, notes: Notes
) -> Exported:
    """Rows of `analysis.budget_gaps.compute_gaps` of one level, with the two answers in words."""
    answered = answer_cells(gaps, thresholds)
    reasons = zip(answered["cukup"], answered["cukup_alasan"], strict=True)
    table = answered.assign(
        name=answered["region_code"].map(names),
        level=LEVEL_LABELS[level],
        label=answered["item_code"].map(label_service),
        service=answered["item_code"].map(name_service),
        funded=answered["dibiayai"].map(text.FUNDED_WORDS),
        enough=[write_answer(word, why, text.ENOUGH_WORDS) for word, why in reasons],
        note=[
            text.CELL_PARTIAL.format(count=format_count(count)) if partial else ""
            for count, partial in zip(
                answered["desa_unknown"], answered["need_partial"], strict=True
            )
        ],
    )
    return Exported(table, GAP_COLUMNS, text.SHEET_GAPS, notes)


def list_frame_notes(
    region_name: str, snapshot: Snapshot, state: str, *, demo: bool, made_on: datetime
) -> list[tuple[str, str]]:
    """Selection, approval, source and the meaning of tags, as label and value."""
    notes = [
        (exports.NOTE_REGION, region_name),
        (text.NOTE_SNAPSHOT, name_snapshot(snapshot)),
        (exports.NOTE_STATUS, state),
        (text.NOTE_SOURCE, text.NOTE_SOURCE_TEXT),
        (exports.NOTE_MADE, format_date(made_on)),
        (text.NOTE_TAGGING, text.NOTE_TAGGING_TEXT),
        (text.NOTE_REALISED, text.NOTE_REALISED_TEXT),
    ]
    if snapshot.nomenclature:
        notes.insert(2, (text.NOTE_NOMENCLATURE, snapshot.nomenclature))
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def list_gap_notes(period: str | None, thresholds: Thresholds) -> list[tuple[str, str]]:
    """What needs are made from, how gaps are counted, and from when on it is enough."""
    good, some = (format_pct(100 * part, 0) for part in (thresholds.enough, thresholds.some))
    return [
        (text.NOTE_PERIOD, name_period(period, long=True) if period else text.NO_PERIOD),
        (text.NOTE_GAP, text.NOTE_GAP_TEXT),
        (text.NOTE_PLACE, text.NOTE_PLACE_TEXT),
        (text.NOTE_THRESHOLDS, text.NOTE_THRESHOLDS_TEXT.format(good=good, some=some)),
    ]
