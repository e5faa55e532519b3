"""The prevalence table as a file: json, csv or Excel, with what a reader must know."""

from datetime import datetime

import pandas as pd

from app.documents import exported
from app.documents.columns import Column, Notes
from app.documents.csv import write_csv
from app.documents.excel import write_workbook
from app.documents.exported import Exported
from app.figures import View, read_thresholds
from app.format import format_count, format_date, format_period
from app.text import exports as text
from app.text.screens import DEMO_MARK, LEVEL_LABELS

_KINDS = {
    "peringkat": "count",
    "code": "text",
    "name": "text",
    "prevalensi_pct": "pct",
    "bawah_pct": "pct",
    "atas_pct": "pct",
    "prevalensi_sebelum_pct": "pct",
    "perubahan_poin": "poin",
    "perubahan_bawah_poin": "poin",
    "perubahan_atas_poin": "poin",
    "arah": "text",
    "keterangan": "text",
    "sangat_pendek_jiwa": "count",
    "pendek_jiwa": "count",
    "normal_jiwa": "count",
    "tinggi_jiwa": "count",
    "outlier_jiwa": "count",
    "stunting_jiwa": "count",
    "diukur_jiwa": "count",
    "sasaran_jiwa": "count",
    "partisipasi_pct": "pct",
}
COLUMNS = [
    Column(key, text.HEADINGS[key], kind)  # type: ignore[arg-type]
    for key, kind in _KINDS.items()
]


def arrange(table: pd.DataFrame) -> pd.DataFrame:
    """The region table in the order of the ranking, with remarks in words."""
    remarks = []
    for row in table[["terlalu_sedikit", "di_atas_100", "belum_meyakinkan", "arah"]].itertuples():
        parts = [text.TOO_FEW] * bool(row.terlalu_sedikit) + [text.ABOVE_100] * bool(
            row.di_atas_100
        )
        parts += [text.UNCERTAIN] * bool(row.belum_meyakinkan and row.arah)
        remarks.append("; ".join(parts))
    ordered = table.assign(keterangan=remarks)
    return ordered.sort_values("peringkat", na_position="last", kind="stable", ignore_index=True)


def list_notes(
    region_name: str, view: View, *, demo: bool, made_on: datetime, status: str | None = None
) -> Notes:
    """Selection, source, date and cut-offs, as label and value.

    status: how far the data are in their stage ("belum disetujui: diajukan ..."), None unknown.
    """
    thresholds = read_thresholds()
    notes = [
        (text.NOTE_REGION, region_name),
        (text.NOTE_LEVEL, LEVEL_LABELS[view.level]),
        (text.NOTE_SOURCE, view.source),
        (text.NOTE_PERIOD, format_period(view.period)),
        *([(text.NOTE_STATUS, status)] if status else []),
        (text.NOTE_COMPARE, format_period(view.compare) if view.compare else text.NONE),
        (text.NOTE_MADE, format_date(made_on)),
        (text.NOTE_PREVALENCE, text.PREVALENCE_RULE),
        (text.NOTE_INTERVAL, text.INTERVAL_RULE),
        (text.NOTE_CLASSES, text.CLASS_RULE),
        (text.NOTE_MINIMUM, text.MINIMUM_RULE.format(n=format_count(thresholds.minimum_measured))),
    ]
    return [(text.NOTE_DEMO, DEMO_MARK), *notes] if demo else notes


def to_xlsx(table: pd.DataFrame, notes: Notes) -> bytes:
    """An Excel workbook: the table and a sheet of notes."""
    return write_workbook(arrange(table), COLUMNS, text.SHEET, notes)


def to_csv(table: pd.DataFrame) -> bytes:
    """A CSV file with the same columns."""
    return write_csv(arrange(table), COLUMNS)


def to_json(table: pd.DataFrame, notes: Notes) -> bytes:
    """JSON for scripts: "keterangan" (the notes) and "data", a record a region; null unknown."""
    return exported.to_json(Exported(arrange(table), COLUMNS, text.SHEET, notes))
