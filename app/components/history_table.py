"""A page of history as a table: who, when, what, from what to what; a row a change."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from app import entry_loaders, stage_loaders
from app.change_words import ChangeWords, describe_row
from app.components.table_height import fit_height
from app.entry_loaders import HistoryFilter, HistoryRow
from app.format import format_count
from app.stage_words import write_moment
from app.text import riwayat as text

MOST_ROWS = 14
_WIDTHS = {"at": 170, "who": 130, "table": 140, "subject": 270, "before": 135, "after": 135}
# What only goes with other rows of a change and says nothing by itself.
_COMPANIONS = frozenset({"langkah_tahapan", "periode", "sumber", "kumpulan_data"})


def draw_changes(
    changes: pd.DataFrame, asked: HistoryFilter, region_code: str, people: Mapping[str, str]
) -> int | None:
    """Draw a page of changes, a row each; the number of the row that the person chose."""
    tables = entry_loaders.load_change_tables(list(changes["change_id"]), asked)
    heads = _load_heads(changes, tables)
    lines = []
    for change in changes.itertuples(index=False):
        what = _summarise(heads.get(change.change_id), tables[change.change_id])
        who = people.get(change.actor, change.actor)
        lines.append((write_moment(change.at, region_code), who, *what))
    zone = stage_loaders.load_time_zone(region_code)
    names = [text.COLUMNS[key].format(zone=zone) for key in _WIDTHS]
    st.caption(text.HINT)
    picked = st.dataframe(
        pd.DataFrame(lines, columns=names),
        hide_index=True,
        width="stretch",
        height=fit_height(len(lines), MOST_ROWS),
        column_config={
            name: st.column_config.Column(width=width)
            for name, width in zip(names, _WIDTHS.values(), strict=True)
        },
        on_select="rerun",
        selection_mode="single-row",
        key=f"riwayat_daftar_{changes['last_id'].max()}",
    )
    return picked.selection.rows[0] if picked.selection.rows else None


def _load_heads(
    changes: pd.DataFrame, tables: Mapping[str, Mapping[str, int]]
) -> dict[str, ChangeWords]:
    """The row that speaks for a change: its only one, or the import that it is."""
    single = changes.loc[changes["rows"] == 1, "last_id"].astype(int).tolist()
    imports = [change for change, counts in tables.items() if counts.get("batch") == 1]
    rows = entry_loaders.load_history_rows(single) + entry_loaders.load_import_rows(imports)
    changed = [row.change_id for row in rows]
    return dict(zip(changed, describe_rows(rows), strict=True))


def _summarise(words: ChangeWords | None, tables: Mapping[str, int]) -> tuple[str, ...]:
    """Table, row, before and after of a change: in full where one row speaks for it."""
    if words is not None:
        return words.table, words.subject, words.before, words.after
    named = ", ".join(
        text.TABLE_COUNT.format(table=text.TABLES.get(name, name), count=format_count(count))
        for name, count in tables.items()
        if name not in _COMPANIONS or tables.keys() <= _COMPANIONS
    )
    return named, text.MANY_ROWS.format(count=format_count(sum(tables.values()))), "", ""


def describe_rows(rows: Sequence[HistoryRow]) -> list[ChangeWords]:
    """Rows of history in words, their regions by name."""
    names = entry_loaders.load_region_names(rows)
    return [describe_row(row, lambda code: names.get(code, code)) for row in rows]
