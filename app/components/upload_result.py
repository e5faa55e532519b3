"""What the check of a file found: what it was taken for, its faults, its first rows."""

from datetime import datetime

import streamlit as st

from app import loaders
from app.access import Account
from app.actions.uploads import (
    ImportOutcome,
    RememberedLayout,
    UploadRequest,
    areas_for,
    forget_columns,
)
from app.documents.findings import count_findings, tabulate_findings, write_findings
from app.format import escape_markdown, format_count, format_date
from app.text import uploads as text
from app.text.fasilitas import KINDS as FACILITY_KINDS
from app.text.screens import DASH, LEVEL_LABELS, LEVEL_WORDS

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIGURES = {
    "stunting_jiwa": text.STUNTED,
    "diukur_jiwa": text.MEASURED,
    "sasaran_jiwa": text.TARGETED,
}


def draw_recognised(person: Account, request: UploadRequest, outcome: ImportOutcome) -> None:
    """Layout, grain, rows and totals, so that a wrong file is seen at a glance."""
    if request.kind == "pengukuran" and outcome.layout is not None:
        st.text(_name_layout(outcome))
    shown = _list_figures(request.kind, outcome)
    if shown:
        with st.container(horizontal=True):
            for label, value in shown:
                st.metric(label, value, border=True, width=160)
    if outcome.remembered is not None:
        _draw_remembered(person, request, outcome.remembered)
    if request.confirmed:
        st.caption(text.NAMES_CHOSEN.format(count=format_count(len(request.confirmed))))


def _name_layout(outcome: ImportOutcome) -> str:
    """The layout, its sheet, and the level of its rows, in one line."""
    layout = text.LAYOUT_BY_HAND if outcome.remembered else text.LAYOUTS[str(outcome.layout)]
    parts = [text.RECOGNISED.format(layout=layout)]
    if outcome.sheet:
        parts.append(text.SHEET.format(sheet=outcome.sheet))
    grain = outcome.figures.get("grain")
    if grain:
        parts.append(text.GRAIN.format(level=LEVEL_WORDS[str(grain)]))
    return ", ".join(parts) + "."


def _list_figures(kind: str, outcome: ImportOutcome) -> list[tuple[str, str]]:
    figures = outcome.figures
    if kind == "wilayah":
        return [
            (label, format_count(_number(figures.get(level))))
            for level, label in text.REGION_COUNTS.items()
            if level in figures
        ]
    if kind == "survei":
        return [(text.ROWS, format_count(_number(figures.get("rows"))))] if figures else []
    if kind == "fasilitas":
        return [
            (label, format_count(_number(figures.get(each))))
            for each, label in FACILITY_KINDS.items()
            if each in figures
        ]
    if outcome.layout is None:
        return []
    shown = [(text.ROWS, format_count(_number(figures.get("unit"))))]
    for key, label in _FIGURES.items():
        shown.append((label, format_count(_number(figures.get(key)), DASH)))
    return shown


def _number(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _draw_remembered(person: Account, request: UploadRequest, known: RememberedLayout) -> None:
    columns = "; ".join(
        text.REMEMBERED_COLUMN.format(meaning=text.MEANINGS[meaning], heading=heading)
        for meaning, heading in known.headings.items()
    )
    date = format_date(known.updated_at)
    sentence = text.REMEMBERED.format(person=known.updated_by, date=date, columns=columns)
    st.info(escape_markdown(sentence), icon=":material/view_column:")
    if st.button(text.FORGET, key="lupakan_susunan"):
        area = request.area_code or areas_for(person)[0]
        forget_columns(loaders.load_engine(), person, area, known.header_sha256)
        st.session_state["_unggah_ulang"] = True
        st.toast(text.FORGOTTEN)
        st.rerun()


def draw_findings(file_name: str, outcome: ImportOutcome, checked_on: datetime) -> None:
    """The findings as a table, errors first, and as Excel."""
    st.subheader(text.FINDINGS_TITLE, anchor=False)
    if not outcome.findings:
        st.text(text.NO_FINDINGS)
        return
    st.caption(count_findings(outcome.findings))
    table = tabulate_findings(outcome.findings)
    empty = [name for name in ("sheet", "row", "column") if table[name].isna().all()]
    st.dataframe(
        table.drop(columns=empty),
        hide_index=True,
        placeholder="",
        column_config={
            key: st.column_config.Column(heading, width=_WIDTHS.get(key))
            for key, heading in text.FINDING_COLUMNS.items()
        },
        row_height=66,
        key="unggah_temuan",
    )
    st.download_button(
        text.FINDINGS_DOWNLOAD,
        data=lambda: write_findings(outcome.findings, file_name, checked_on),
        file_name=text.FINDINGS_FILE.format(name=file_name),
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


_WIDTHS = {"severity": 90, "sheet": 110, "row": 60, "column": 120, "what": 420, "remedy": 420}


def draw_preview(kind: str, outcome: ImportOutcome) -> None:
    """The first rows as they would be stored, with the names of their regions."""
    if outcome.preview is None or outcome.preview.empty:
        return
    table = outcome.preview
    known = [name for name in text.PREVIEW_COLUMNS if name in table and table[name].notna().any()]
    front = [name for name in known if name.endswith("code")] + ["name"]
    table = table[[*front, *(name for name in known if name not in front)]]
    if kind == "wilayah":
        table = table.assign(
            level=table["level"].map(LEVEL_LABELS),
            has_boundary=table["has_boundary"].map({True: text.YES, False: text.NO}),
        )
    if kind == "fasilitas":
        table = table.assign(kind=table["kind"].map(FACILITY_KINDS))
    total = outcome.figures.get("units") or outcome.figures.get("rows") or _count_regions(outcome)
    title = text.PREVIEW_TITLE.format(
        shown=format_count(len(table)), total=format_count(_number(total))
    )
    with st.expander(title, expanded=not outcome.error_count):
        styled = table.style
        for ending, precision in (("jiwa", 0), ("pct", 1), ("itude", 6)):
            styled = styled.format(
                precision=precision,
                thousands=".",
                decimal=",",
                na_rep=DASH,
                subset=[name for name in table if name.endswith(ending)],
            )
        st.dataframe(
            styled,
            hide_index=True,
            column_config={name: text.PREVIEW_COLUMNS[name] for name in table},
            key="unggah_pratinjau",
        )


def _count_regions(outcome: ImportOutcome) -> int:
    return sum(value for value in outcome.figures.values() if isinstance(value, int))
