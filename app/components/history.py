"""The history on screen: changes newest first, the rows of one, and taking one back."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from math import ceil

import pandas as pd
import streamlit as st

from app import entry_loaders, loaders, stage_loaders
from app.access import Account
from app.change_words import describe_row
from app.components.history_revert import draw_revert
from app.components.selection import Selection
from app.components.table_height import fit_height
from app.documents.history import write_history
from app.entry_loaders import PAGE_SIZE, HistoryFilter, HistoryRow
from app.format import escape_markdown, format_count, format_date
from app.stage_words import write_moment
from app.text import riwayat as text

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PAGE = "riwayat_halaman"
_MOST = 14
_WIDTHS = {"at": 180, "who": 160, "table": 170, "subject": 300, "before": 170, "after": 170}
# What only goes with other rows of a change and says nothing by itself.
_COMPANIONS = frozenset({"langkah_tahapan", "periode", "sumber", "kumpulan_data"})


def draw_history(
    person: Account, selection: Selection, asked: HistoryFilter, people: Mapping[str, str]
) -> None:
    """Draw one page of changes, the rows of the chosen one, and what may be done with them."""
    count = entry_loaders.count_changes(asked)
    if count == 0:
        st.subheader(text.NONE_TITLE, anchor=False)
        st.text(text.NONE)
        return
    page = _choose_page(asked, ceil(count / PAGE_SIZE), count)
    changes = entry_loaders.load_changes(asked, page)
    chosen = _draw_changes(changes, asked, selection.code, people, page)
    _draw_download(selection, asked, people)
    if chosen is not None:
        _draw_rows(person, changes.iloc[chosen], asked, selection.code, people)


def name_region(code: str) -> str:
    """A region's name, its code where it is not known."""
    region = loaders.load_region(code)
    return code if region is None else region.name


def _choose_page(asked: HistoryFilter, pages: int, count: int) -> int:
    if st.session_state.get("_riwayat_untuk") != asked:  # other questions start at the newest
        st.session_state["_riwayat_untuk"] = asked
        st.session_state[_PAGE] = 0
    page = min(int(st.session_state.get(_PAGE, 0)), pages - 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(text.FOUND.format(count=format_count(count)))
        if pages > 1:
            st.button(
                text.NEWER, key="riwayat_baru", disabled=page == 0, on_click=_turn, args=(-1,)
            )
            last = page == pages - 1
            st.button(text.OLDER, key="riwayat_lama", disabled=last, on_click=_turn, args=(1,))
            shown = format_count(page + 1)
            st.text(text.PAGE.format(page=shown, pages=format_count(pages)))
    return page


def _turn(pages: int) -> None:
    st.session_state[_PAGE] = max(0, int(st.session_state.get(_PAGE, 0)) + pages)


def _draw_changes(
    changes: pd.DataFrame,
    asked: HistoryFilter,
    region_code: str,
    people: Mapping[str, str],
    page: int,
) -> int | None:
    """The changes as a table; the number of the row that the person chose."""
    tables = entry_loaders.load_change_tables(list(changes["change_id"]), asked)
    rows = _load_heads(changes, tables)
    zone = stage_loaders.load_time_zone(region_code)
    lines = []
    for change in changes.itertuples(index=False):
        what = _summarise(rows.get(change.change_id), tables[change.change_id])
        who = people.get(change.actor, change.actor)
        lines.append((write_moment(change.at, region_code), who, *what))
    names = [text.COLUMNS[key].format(zone=zone) for key in _WIDTHS]
    st.caption(text.HINT)
    picked = st.dataframe(
        pd.DataFrame(lines, columns=names),
        hide_index=True,
        width="stretch",
        height=fit_height(len(lines), _MOST),
        column_config={
            name: st.column_config.Column(width=width)
            for name, width in zip(names, _WIDTHS.values(), strict=True)
        },
        on_select="rerun",
        selection_mode="single-row",
        key=f"riwayat_daftar_{page}_{changes['last_id'].max()}",
    )
    return picked.selection.rows[0] if picked.selection.rows else None


def _load_heads(
    changes: pd.DataFrame, tables: Mapping[str, Mapping[str, int]]
) -> dict[str, HistoryRow]:
    """The row that speaks for a change: its only one, or the import that it is."""
    single = changes.loc[changes["rows"] == 1, "last_id"].astype(int).tolist()
    imports = [change for change, counts in tables.items() if counts.get("batch") == 1]
    rows = entry_loaders.load_history_rows(single) + entry_loaders.load_import_rows(imports)
    return {row.change_id: row for row in rows}


def _summarise(row: HistoryRow | None, tables: Mapping[str, int]) -> tuple[str, str, str, str]:
    """Table, row, before and after of a change: in full where one row speaks for it."""
    if row is not None:
        words = describe_row(row, name_region)
        return words.table, words.subject, words.before, words.after
    named = ", ".join(
        text.TABLE_COUNT.format(table=text.TABLES.get(name, name), count=format_count(count))
        for name, count in tables.items()
        if name not in _COMPANIONS or tables.keys() <= _COMPANIONS
    )
    return named, text.MANY_ROWS.format(count=format_count(sum(tables.values()))), "", ""


def _draw_rows(
    person: Account,
    change: pd.Series,
    asked: HistoryFilter,
    region_code: str,
    people: Mapping[str, str],
) -> None:
    rows = entry_loaders.load_rows_of_change(str(change["change_id"]), asked)
    when, who = write_moment(change["at"], region_code), str(change["actor"])
    title = text.DETAIL_TITLE.format(when=when, who=people.get(who, who))
    st.subheader(escape_markdown(title), anchor=False)
    chosen = 0 if len(rows) == 1 else _choose_row(rows, int(change["last_id"]))
    if len(rows) < change["rows"]:
        shown, count = format_count(len(rows)), format_count(int(change["rows"]))
        st.caption(text.MORE_ROWS.format(shown=shown, count=count))
    if chosen is not None:
        draw_revert(person, rows[chosen], describe_row(rows[chosen], name_region))


def _choose_row(rows: list[HistoryRow], change_id: int) -> int | None:
    described = [describe_row(row, name_region) for row in rows]
    table = pd.DataFrame(
        [(w.table, w.subject, w.action, w.before, w.after) for w in described],
        columns=[text.COLUMNS[k] for k in ("table", "subject", "action", "before", "after")],
    )
    picked = st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _MOST),
        on_select="rerun",
        selection_mode="single-row",
        key=f"riwayat_baris_{change_id}",
    )
    return picked.selection.rows[0] if picked.selection.rows else None


def _draw_download(selection: Selection, asked: HistoryFilter, people: Mapping[str, str]) -> None:
    st.download_button(
        text.DOWNLOAD,
        data=lambda: _make_excel(selection, asked, people),
        file_name=f"{text.FILE_NAME.format(code=selection.code)}.xlsx",
        mime=_EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def _make_excel(selection: Selection, asked: HistoryFilter, people: Mapping[str, str]) -> bytes:
    place = selection.code, stage_loaders.load_time_zone(selection.code)
    since = format_date(asked.since, text.ALL)
    last = asked.until - timedelta(days=1) if asked.until else None
    until = format_date(last, text.ALL)
    notes = [
        (text.NOTE_REGION, selection.region.name),
        (text.NOTE_TABLE, text.TABLES.get(asked.table or "", text.ALL)),
        (text.NOTE_ACTOR, people.get(asked.actor or "", text.ALL)),
        (text.NOTE_DATES, text.NOTE_DATES_VALUE.format(since=since, until=until)),
        (text.NOTE_MADE, write_moment(datetime.now(UTC), selection.code)),
        (text.NOTE_LIMIT, text.LIMIT_RULE),
    ]
    rows = entry_loaders.load_history(asked)
    return write_history(rows, dict(people), cache(name_region), place, notes)
