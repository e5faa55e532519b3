"""Problem places and lagging services as files, with the settings that made them."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from analysis.problem_settings import ProblemSettings
from app.documents.columns import Column, Kind, Notes
from app.documents.exported import Exported
from app.format import format_date, format_number
from app.problem_figures import read_lagging_rule
from app.problem_sentences import write_settings
from app.text import lokasi as text
from app.text import tertinggal as lagging_text
from app.text.screens import LEVEL_LABELS

_PLACE_KINDS: dict[str, tuple[Kind, int | None]] = {
    "code": ("text", 15),
    "name": ("text", 24),
    "level": ("text", 16),
    "parent": ("text", 22),
    "type": ("text", 34),
    "reason": ("text", 90),
    "need": ("text", 60),
    "prevalensi_pct": ("pct", None),
    "pembanding_pct": ("pct", None),
    "stunting_jiwa": ("count", None),
    "diukur_jiwa": ("count", None),
    "layanan_dinilai": ("count", None),
    "layanan_rendah": ("count", None),
    "layanan_baik": ("count", None),
    "firm": ("text", 34),
    "langkah_mengubah": ("count", None),
    "lokus": ("text", 24),
}
_LAGGING_KINDS: dict[str, tuple[Kind, int | None]] = {
    "code": ("text", 15),
    "place": ("text", 24),
    "level": ("text", 16),
    "item": ("text", 9),
    "service": ("text", 44),
    "pembilang": ("count", None),
    "penyebut": ("count", None),
    "cakupan_pct": ("pct", None),
    "target_pct": ("pct", None),
    "ketercapaian_pct": ("pct", None),
    "median_pct": ("pct", None),
    "selisih_poin": ("poin", None),
    "peringkat": ("count", None),
    "mark": ("text", 14),
    "status": ("text", 24),
    "perlu_dijangkau": ("count", None),
}
PLACE_COLUMNS = [Column(key, text.HEADINGS[key], *how) for key, how in _PLACE_KINDS.items()]
LAGGING_COLUMNS = [
    Column(key, lagging_text.LAGGING_HEADINGS[key], *how) for key, how in _LAGGING_KINDS.items()
]


def export_places(places: pd.DataFrame, notes: Notes) -> Exported:
    """The list of problem places (of `tabulate_places`), types and levels in words."""
    table = places.assign(
        type=places["type"].map(text.TYPES), level=places["level"].map(LEVEL_LABELS)
    )
    return Exported(table, PLACE_COLUMNS, text.SHEET, notes)


def export_lagging(rows: pd.DataFrame, notes: Notes) -> Exported:
    """Services of regions beside the median of their own region (of `tabulate_lagging`)."""
    table = rows.assign(
        level=rows["level"].map(LEVEL_LABELS),
        mark=rows["tertinggal"].map(
            {True: lagging_text.LAGGING_YES, False: lagging_text.LAGGING_NO}
        ),
    )
    return Exported(table, LAGGING_COLUMNS, lagging_text.LAGGING_SHEET, notes)


def list_frame_notes(
    region_name: str, described: str, states: Sequence[str], *, demo: bool, made_on: datetime
) -> list[tuple[str, str]]:
    """Selection, both periods, how far their data are, and the day, as label and value."""
    notes = [
        (text.NOTE_REGION, region_name),
        (text.NOTE_PERIODS, described),
        *((text.NOTE_STATE, state) for state in states),
        (text.NOTE_MADE, format_date(made_on)),
    ]
    return [text.NOTE_DEMO, *notes] if demo else notes


def list_place_notes(settings: ProblemSettings, origin: str) -> list[tuple[str, str]]:
    """The settings in force, where they come from, and the rule."""
    return [
        (text.NOTE_SETTINGS, write_settings(settings)),
        (text.NOTE_ORIGIN, origin),
        (text.NOTE_RULE, text.RULE),
        (text.NOTE_NEED, text.NEED_RULE),
        (text.NOTE_FIRM, text.FIRM_RULE),
    ]


def list_lagging_notes() -> list[tuple[str, str]]:
    """What "tertinggal" means, with our defaults."""
    gap, minimum = read_lagging_rule()
    words = {"gap": format_number(gap), "minimum": format_number(minimum)}
    return [(lagging_text.LAGGING_NOTE, lagging_text.LAGGING_RULE.format(**words))]
