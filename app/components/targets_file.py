"""The table of targets as a file: down, edited, up again; checked before anything is saved."""

from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app import loaders, target_loaders
from app.access import Account, NotAllowedError
from app.actions.left_files import PREFIX
from app.actions.target import TargetPlace
from app.actions.target_file import TableOutcome, check_table, save_table
from app.components.frame import is_demo
from app.components.targets_review import (
    draw_message,
    keep_message,
    tabulate_changes,
    write_locked,
)
from app.components.unsaved import draw_short_table
from app.documents.target import list_notes, tabulate_targets, to_xlsx
from app.format import escape_markdown, format_count
from app.stage_loaders import load_now
from app.stage_words import name_agency
from app.target_items import list_own_parts
from app.target_words import name_region
from app.text import simpan as save_text
from app.text import target as text
from app.text.findings_target import describe
from app.text.screens import DASH

_KEY = "_berkas_target"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 200


@dataclass(slots=True)
class _Held:
    """What this visitor's table has come to."""

    file_id: str = ""
    place: TargetPlace | None = None
    outcome: TableOutcome | None = None
    round: int = 0


def draw_file(person: Account, code: str, year: int) -> None:
    """Download for everybody; upload for those who set targets here."""
    draw_message()
    st.text(text.FILE_INTRO)
    st.download_button(
        text.DOWNLOAD,
        data=lambda: make_excel(code),
        file_name=f"{text.FILE_NAME.format(code=code)}.xlsx",
        mime=_EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="target_unduh",
    )
    parts = list_own_parts(person, code, target_loaders.load_responsible(code))
    if not parts:
        st.caption(text.FILE_READ_ONLY)
        return
    part = _choose_part(list(parts), code)
    _draw_upload(person, TargetPlace(code, year, part))


def make_excel(code: str) -> bytes:
    """The region's table of targets as an Excel workbook."""
    notes = list_notes(name_region(code), load_now(code), demo=is_demo())
    table = tabulate_targets(target_loaders.load_targets(code), code)
    return to_xlsx(table, target_loaders.load_in_force(code), name_region, notes)


def _choose_part(parts: list[str], code: str) -> str:
    if len(parts) == 1:
        return parts[0]
    chosen: str = st.selectbox(
        text.PART_LABEL,
        parts,
        format_func=lambda part: name_agency(part, code),
        key=f"target_berkas_bagian_{code}",
        placeholder=text.CHOOSE,
        width=260,
    )
    return chosen


def _draw_upload(person: Account, place: TargetPlace) -> None:
    held: _Held = st.session_state.setdefault(_KEY, _Held())
    file = st.file_uploader(
        text.UPLOAD, type=["xlsx", "csv"], key=f"target_unggah_{held.round}", help=text.UPLOAD_HINT
    )
    if file is None:
        held.file_id, held.outcome = "", None
        return
    if (held.file_id, held.place) != (file.file_id, place) or held.outcome is None:
        with st.spinner(text.CHECKING):
            held.outcome = _check(file, person, place)
        held.file_id, held.place = file.file_id, place
    if held.outcome is not None:
        _draw_outcome(person, place, held, held.outcome)


def _draw_outcome(person: Account, place: TargetPlace, held: _Held, outcome: TableOutcome) -> None:
    if outcome.findings:
        _draw_findings(outcome)
        count = format_count(len(outcome.findings))
        st.error(text.FILE_FAULTS.format(count=count), icon=":material/error:")
        return
    if not outcome.changes:
        st.info(text.FILE_NO_CHANGES)
        return
    count = format_count(len(outcome.changes))
    st.text(text.FILE_CHANGES.format(count=count))
    draw_short_table(tabulate_changes(outcome.changes))
    if st.button(save_text.SAVE.format(count=count), type="primary", key="target_simpan_berkas"):
        _save(person, place, held, outcome)


def _save(person: Account, place: TargetPlace, held: _Held, outcome: TableOutcome) -> None:
    held.outcome = None
    try:
        result = save_table(loaders.load_engine(), person, place, outcome).result
    except NotAllowedError:
        keep_message("error", text.NOT_SAVED_FORBIDDEN)
        st.rerun()
    if result is None or result.locked_state is not None:
        if result is not None:
            keep_message("error", write_locked(result, place.wilayah_code))
    elif result.outcome.conflicts:
        moved = format_count(len(result.outcome.conflicts))
        keep_message("warning", text.FILE_MOVED.format(count=moved))
    else:
        keep_message("success", text.SAVED.format(count=format_count(result.outcome.saved)))
        held.round += 1
    st.rerun()


def _draw_findings(outcome: TableOutcome) -> None:
    rows = [
        {"sheet": f.sheet, "row": f.row, "column": f.column, "text": describe(f)}
        for f in outcome.findings[:_SHOWN]
    ]
    table = pd.DataFrame(rows).astype({"row": "Int64"})
    columns = {key: st.column_config.Column(name) for key, name in text.FINDING_COLUMNS.items()}
    st.dataframe(table, column_config=columns, hide_index=True, width="stretch", placeholder=DASH)


def _check(file: UploadedFile, person: Account, place: TargetPlace) -> TableOutcome | None:
    """Check the upload in a folder of its own that is gone afterwards."""
    with TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder) / f"target{PurePath(file.name).suffix.lower()[:8]}"
        path.write_bytes(file.getvalue())
        try:
            return check_table(loaders.load_engine(), person, place, path)
        except NotAllowedError:
            st.error(escape_markdown(text.NOT_SAVED_FORBIDDEN))
            return None
