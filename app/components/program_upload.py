"""The table of programmes as a file: down, filled in, up again; checked, then saved."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app import loaders, program_loaders
from app.access import Account, NotAllowedError, may
from app.actions.program import ACTION, PART
from app.actions.program_file import (
    ImportOutcome,
    Upload,
    check_programs,
    name_number,
    store_programs,
)
from app.components.program_entry import takes_entries
from app.components.program_message import end
from app.components.program_overview import style_numbers
from app.components.table_height import fit_height
from app.components.upload_result import EXCEL, draw_findings
from app.documents.program import write_template
from app.format import format_count
from app.program_words import name_desa, name_services
from app.stage_loaders import load_now
from app.text import program as text

_KEY = "_berkas_program"
_ROWS_SHOWN = 8


@dataclass(slots=True)
class _Held:
    """What this visitor's table has come to."""

    file_id: str = ""
    place: tuple[str, int] = ("", 0)
    outcome: ImportOutcome | None = None
    checked_on: datetime | None = None
    round: int = 0


def draw_file(person: Account, code: str, year: int, programs: pd.DataFrame) -> None:
    """Download for everybody; upload for those who record programmes here."""
    st.text(text.FILE_INTRO)
    desa = program_loaders.load_desa(code)
    st.download_button(
        text.FILE_DOWNLOAD,
        data=lambda: write_template(list_rows(programs, desa), desa),
        file_name=f"{text.FILE_NAME.format(code=code, year=year)}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="program_templat",
    )
    if not may(person, ACTION, code, PART):
        st.caption(text.FILE_READ_ONLY)
        return
    if takes_entries(code, year):
        _draw_upload(person, code, year)


def list_rows(programs: pd.DataFrame, desa: dict[str, str]) -> list[dict[str, object]]:
    """The stored programmes as rows of the table to fill in."""
    services = name_services()
    return [
        {
            "number": name_number(row.id, row.version),
            "desa": name_desa(row.wilayah_code, desa.get(row.wilayah_code, row.desa_name)),
            "source": text.SOURCES[row.source],
            "partner": row.partner,
            "activity": row.activity,
            "service": services.get(row.item_code),
            "volume": row.volume,
            "unit": row.unit,
            "amount_idr": row.amount_idr,
        }
        for row in programs.itertuples(index=False)
    ]


def _draw_upload(person: Account, code: str, year: int) -> None:
    held: _Held = st.session_state.setdefault(_KEY, _Held())
    file = st.file_uploader(
        text.FILE_UPLOAD,
        type=["xlsx", "csv"],
        key=f"program_unggah_{held.round}",
        help=text.FILE_UPLOAD_HINT,
    )
    if file is None:
        held.file_id, held.outcome = "", None
        return
    if (held.file_id, held.place) != (file.file_id, (code, year)) or held.outcome is None:
        with st.spinner(text.FILE_CHECKING):
            held.outcome = _check(person, file, code, year)
        held.file_id, held.place, held.checked_on = file.file_id, (code, year), load_now(code)
    _draw_outcome(person, file, held)


def _check(person: Account, file: UploadedFile, code: str, year: int) -> ImportOutcome:
    upload = Upload(file.name, file.getvalue())
    try:
        return check_programs(loaders.load_engine(), person, upload, code, year)
    except NotAllowedError:
        end("error", text.FORBIDDEN)


def _draw_outcome(person: Account, file: UploadedFile, held: _Held) -> None:
    outcome = held.outcome
    if outcome is None or held.checked_on is None:
        return
    if outcome.findings:
        draw_findings(file.name, outcome, held.checked_on)
    if outcome.error_count:
        count = format_count(outcome.error_count)
        st.error(text.FILE_FAULTS.format(count=count), icon=":material/error:")
        return
    new, changed = int(outcome.figures["baru"] or 0), int(outcome.figures["berubah"] or 0)
    words = {"new": new, "changed": changed, "same": outcome.figures["tetap"]}
    st.text(text.FILE_COUNTS.format(**words))
    if not new + changed:
        st.info(text.FILE_NOTHING)
        return
    _draw_preview(outcome, held.place[0])
    label = text.FILE_SAVE.format(count=format_count(new + changed))
    if st.button(label, type="primary", key="program_simpan_berkas"):
        _save(person, file, held)


def _draw_preview(outcome: ImportOutcome, code: str) -> None:
    if outcome.preview is None:
        return
    desa, rows = program_loaders.load_desa(code), outcome.preview
    table = pd.DataFrame(
        {
            "desa": [desa.get(each, each) for each in rows["desa_code"]],
            "source": rows["source"].map(text.SOURCES),
            "activity": rows["activity"],
            "amount_idr": rows["amount_idr"],
            "what": rows["is_new"].map({True: text.FILE_NEW, False: text.FILE_CHANGED}),
        }
    ).rename(columns=text.FILE_PREVIEW_COLUMNS)
    height = fit_height(len(table), _ROWS_SHOWN)
    styled = style_numbers(table, [text.FILE_PREVIEW_COLUMNS["amount_idr"]])
    st.dataframe(styled, hide_index=True, width="stretch", height=height)


def _save(person: Account, file: UploadedFile, held: _Held) -> None:
    upload = Upload(file.name, file.getvalue())
    try:
        outcome = store_programs(loaders.load_engine(), person, upload, *held.place)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if outcome.error_count or outcome.written is None:
        held.outcome = outcome
        st.rerun()
    held.outcome, held.round = None, held.round + 1
    if outcome.written.unchanged:
        end("success", text.FILE_UNCHANGED)
    end("success", text.FILE_SAVED.format(count=format_count(outcome.written.row_count)))
