"""The history as Excel: a row a changed row, in words, with what was asked for."""

from collections.abc import Sequence

import pandas as pd

from app.actions.riwayat import HistoryRow
from app.change_subjects import NameRegion
from app.change_words import describe_row
from app.documents.columns import Column, Notes
from app.documents.excel import write_workbook
from app.stage_words import write_moment
from app.text import riwayat as text

_WIDTHS = {
    "at": 22,
    "who": 24,
    "table": 22,
    "subject": 50,
    "action": 12,
    "before": 40,
    "after": 40,
    "region": 16,
    "change": 20,
}


def write_history(
    rows: Sequence[HistoryRow],
    people: dict[str, str],
    name_region: NameRegion,
    place: tuple[str, str],
    notes: Notes,
) -> bytes:
    """Write rows of history. `place`: the region whose clocks count, and their zone's name."""
    region_code, zone = place
    columns = [
        Column(key, text.COLUMNS[key].format(zone=zone), width=width)
        for key, width in _WIDTHS.items()
    ]
    table = pd.DataFrame(
        [_tabulate(row, people, name_region, region_code) for row in rows],
        columns=[column.key for column in columns],
    )
    return write_workbook(table, columns, text.SHEET, notes)


def _tabulate(
    row: HistoryRow, people: dict[str, str], name_region: NameRegion, region_code: str
) -> dict[str, str | None]:
    words = describe_row(row, name_region)
    return {
        "at": write_moment(row.at, region_code),
        "who": people.get(row.actor, row.actor),
        "table": words.table,
        "subject": words.subject,
        "action": words.action,
        "before": words.before,
        "after": words.after,
        "region": row.wilayah_code,
        "change": row.change_id,
    }
