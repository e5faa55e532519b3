"""The history as Excel: a row a changed row, in words, with what was asked for."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.deadlines import to_local
from app.actions.riwayat import HistoryRow
from app.change_words import describe_row
from app.documents.columns import Column, Notes
from app.documents.excel import write_workbook
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
    people: Mapping[str, str],
    names: Mapping[str, str],
    zone: str,
    notes: Notes,
) -> bytes:
    """Write rows of history, their times by the clocks of `zone` ("WIB").

    `people`: names by account. `names`: names of regions by code.
    """
    columns = [
        Column(key, text.COLUMNS[key].format(zone=zone), width=width)
        for key, width in _WIDTHS.items()
    ]
    table = pd.DataFrame(
        [_tabulate(row, people, names, zone) for row in rows],
        columns=[column.key for column in columns],
    )
    return write_workbook(table, columns, text.SHEET, notes)


def _tabulate(
    row: HistoryRow, people: Mapping[str, str], names: Mapping[str, str], zone: str
) -> dict[str, str | None]:
    words = describe_row(row, lambda code: names.get(code, code))
    return {
        "at": f"{to_local(zone, row.at):%Y-%m-%d %H.%M.%S}",
        "who": people.get(row.actor, row.actor),
        "table": words.table,
        "subject": words.subject,
        "action": words.action,
        "before": words.before,
        "after": words.after,
        "region": row.wilayah_code,
        "change": row.change_id,
    }
