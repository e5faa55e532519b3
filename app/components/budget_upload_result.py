"""What the check of a budget found: its sums, what it means for each SKPD, its first lines."""

import pandas as pd
import streamlit as st

from app.actions.anggaran_outcome import BudgetOutcome, SnapshotOutcome
from app.actions.outcome import ImportOutcome
from app.budget_intake_loaders import load_owners
from app.components.table_height import fit_height
from app.format import format_count, format_idr_short, format_number
from app.text import anggaran_masuk as text
from app.text import uploads as upload_text
from app.text.screens import DASH

_COUNTS = ("line_count", "new", "changed", "gone", "same", "lost_tags")


def draw_sums(outcome: ImportOutcome) -> None:
    """Lines and rupiah of the file, and how it differs from what is stored."""
    figures = outcome.figures
    if not figures.get("rows"):
        return
    total = format_idr_short(_whole(figures.get("total_idr")))
    with st.container(horizontal=True):
        st.metric(text.SUMS["total_idr"], total, border=True, width=200)
        for key in ("rows", "agencies"):
            if key in figures:
                count = format_count(_whole(figures[key]))
                st.metric(text.SUMS[key], count, border=True, width=140)
    if "agencies" in figures:
        kinds = ("new", "changed", "refreshed", "gone", "same")
        counts = {kind: format_count(_whole(figures[kind])) for kind in kinds}
        st.text(text.DIFFERENCE.format(**counts))


def _whole(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def draw_agencies(wilayah_code: str, outcome: BudgetOutcome) -> None:
    """A row an SKPD: who tags it, its money in the file and as stored, its lines."""
    table = outcome.agencies
    if table is None or table.empty:
        return
    st.subheader(text.AGENCIES_TITLE, anchor=False)
    owners = load_owners(wilayah_code)
    who = [
        owners.get((row.owner_code, row.agency), text.UNPAIRED)
        for row in table.itertuples(index=False)
    ]
    shown = table.assign(who=who)[list(text.AGENCY_COLUMNS)]
    shown = shown.sort_values("who", key=lambda each: each != text.UNPAIRED, kind="stable")
    st.dataframe(
        _style(shown, ("total_idr", "before_idr", *_COUNTS)),
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), 12),
        placeholder=DASH,
        column_config=dict(text.AGENCY_COLUMNS),
        key="anggaran_skpd_berkas",
    )
    st.caption(text.AGENCIES_HINT)


def draw_lines(outcome: BudgetOutcome) -> None:
    """The first lines as they would be stored."""
    table = outcome.preview
    if table is None or table.empty:
        return
    total = format_count(_whole(outcome.figures.get("rows")))
    title = upload_text.PREVIEW_TITLE.format(shown=format_count(len(table)), total=total)
    with st.expander(title, expanded=False):
        st.dataframe(
            _style(table, ("volume", "unit_price_idr", "total_idr")),
            hide_index=True,
            width="stretch",
            placeholder=DASH,
            column_config=dict(text.LINE_COLUMNS),
            key="anggaran_pratinjau",
        )


def draw_list_preview(outcome: ImportOutcome) -> None:
    """The first rows of a list: code and name."""
    if outcome.preview is None or outcome.preview.empty:
        return
    rows = _whole(outcome.figures.get("rows"))
    title = upload_text.PREVIEW_TITLE.format(
        shown=format_count(len(outcome.preview)), total=format_count(rows)
    )
    with st.expander(title, expanded=False):
        st.dataframe(
            outcome.preview,
            hide_index=True,
            width="stretch",
            column_config=dict(text.LIST_COLUMNS),
            key="daftar_pratinjau",
        )


def _style(table: pd.DataFrame, names: tuple[str, ...]) -> "pd.io.formats.style.Styler":
    whole = [name for name in names if name != "volume" and name in table]
    styled = table.style.format(precision=0, thousands=".", decimal=",", na_rep=DASH, subset=whole)
    if "volume" in table:
        styled = styled.format(lambda value: format_number(value, missing=DASH), subset=["volume"])
    return styled


def describe_saved(stored: SnapshotOutcome) -> str:
    """The message after a save: what was stored, replaced, carried over."""
    sentence = text.UNCHANGED_BUDGET
    if not stored.unchanged:
        sentence = text.SAVED.format(
            batch=stored.batch_id,
            rows=format_count(stored.row_count),
            new=format_count(stored.new),
            changed=format_count(stored.changed),
            gone=format_count(stored.gone),
        )
    if not stored.carried_lines:
        return sentence
    lines, tags = format_count(stored.carried_lines), format_count(stored.carried_tags)
    return f"{sentence} {text.CARRIED.format(lines=lines, tags=tags)}"
