"""Importing a list of people: template, check, save, and the passwords for first sign-ins."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app import account_loaders, loaders
from app.access import Account, NotAllowedError
from app.actions.account_lists import FirstPassword, ListOutcome, check_list, import_list
from app.actions.left_files import PREFIX
from app.actions.people import read_role_words
from app.components.role_choice import list_places
from app.documents.accounts_template import write_passwords, write_template
from app.format import escape_markdown
from app.text import accounts as text
from app.text.findings import describe
from app.text.screens import DASH
from geo.findings import Finding

_KEY = "_daftar_pengguna"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SHOWN = 50


@dataclass(slots=True)
class _Held:
    """What this visitor's list has come to; changed in place, so that no click loses passwords."""

    file_id: str = ""
    outcome: ListOutcome | None = None
    round: int = 0


def draw_import(person: Account) -> None:
    """Template, upload, what was found, and saving all of it or nothing."""
    held: _Held = st.session_state.setdefault(_KEY, _Held())
    if held.outcome is not None and held.outcome.saved:
        _draw_saved(held, held.outcome)
        return
    st.text(text.IMPORT_INTRO)
    st.download_button(
        text.TEMPLATE,
        # Made when asked for, outside this run: what it needs of the database is read here.
        data=partial(write_template, *_read_template(person)),
        file_name=text.TEMPLATE_FILE,
        mime=_EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="_templat_pengguna",
    )
    file = st.file_uploader(
        text.UPLOAD,
        type=["xlsx", "csv"],
        key=f"_unggah_pengguna_{held.round}",
        help=text.UPLOAD_HINT,
    )
    if file is None:
        held.file_id, held.outcome = "", None
        return
    if held.file_id != file.file_id or held.outcome is None:
        with st.spinner(text.CHECKING):
            held.outcome = _with_file(file, person, save=False)
        held.file_id = file.file_id
    if held.outcome is not None:
        _draw_found(person, file, held, held.outcome)


def _draw_found(person: Account, file: UploadedFile, held: _Held, outcome: ListOutcome) -> None:
    if outcome.findings:
        _draw_findings(outcome)
    errors = sum(finding.severity == "galat" for finding in outcome.findings)
    if errors:
        st.error(text.FAULTS.format(count=errors), icon=":material/error:")
        return
    if not outcome.rows:
        st.info(text.PREVIEW_NONE)
        return
    st.text(text.PREVIEW.format(people=outcome.people, roles=outcome.added))
    st.dataframe(_preview(outcome), hide_index=True, width="stretch", placeholder=DASH)
    if st.button(text.SAVE_LIST, type="primary", key="_simpan_daftar"):
        with st.spinner(text.SAVING):
            held.outcome = _with_file(file, person, save=True)
        st.rerun()


def _draw_findings(outcome: ListOutcome) -> None:
    """What was found, where, and what to do: in a table whose sentences wrap, also on a phone."""
    rows = [
        (_describe_place(finding), text.SEVERITY[finding.severity], describe(finding))
        for finding in outcome.findings[:_SHOWN]
    ]
    escaped = [[escape_markdown(value) for value in row] for row in rows]
    st.table(pd.DataFrame(escaped, columns=list(text.FINDING_COLUMNS)).set_index(text.PLACE))
    if len(outcome.findings) > _SHOWN:
        st.caption(text.MORE_FINDINGS.format(count=len(outcome.findings) - _SHOWN))


def _describe_place(finding: Finding) -> str:
    parts = (
        (text.PLACE_SHEET, finding.sheet),
        (text.PLACE_ROW, finding.row),
        (text.PLACE_COLUMN, finding.column),
    )
    return ", ".join(words.format(value=value) for words, value in parts if value is not None)


def _preview(outcome: ListOutcome) -> pd.DataFrame:
    rows = outcome.rows
    columns = (*text.TEMPLATE_HEADINGS[:6], text.SK_NUMBER)
    lines = [
        (r.name, r.username, r.position or None, text.ROLE_NAMES[r.grant.role],
         r.grant.wilayah_code, r.grant.agency or None, r.grant.sk_number)
        for r in rows
    ]  # fmt: skip
    return pd.DataFrame(lines, columns=list(columns))


def _draw_saved(held: _Held, outcome: ListOutcome) -> None:
    st.success(text.SAVED_LIST.format(people=outcome.people, roles=outcome.added))
    if outcome.passwords:
        st.warning(text.PASSWORDS_HINT)
        st.download_button(
            text.PASSWORDS_DOWNLOAD,
            data=partial(write_passwords, _tabulate_passwords(outcome.passwords)),
            file_name=text.PASSWORDS_FILE,
            mime=_EXCEL,
            icon=":material/key:",
            on_click="ignore",
            type="primary",
            key="_unduh_sandi",
        )
    if st.button(text.PASSWORDS_CLOSE, key="_sandi_terunduh"):
        held.outcome, held.file_id = None, ""
        held.round += 1
        st.rerun()


def _with_file(file: UploadedFile, person: Account, *, save: bool) -> ListOutcome | None:
    """Check or import the upload from a folder of its own that is gone afterwards."""
    with TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder) / f"daftar{PurePath(file.name).suffix.lower()[:8]}"
        path.write_bytes(file.getvalue())
        step = import_list if save else check_list
        try:
            return step(loaders.load_engine(), person, path)
        except NotAllowedError:
            st.error(text.REFUSALS["di_luar_wewenang"])
            return None


def _read_template(person: Account) -> tuple[pd.DataFrame, pd.DataFrame]:
    places = list_places(person)
    regions = pd.DataFrame(
        [(code, name, level) for code, (name, level) in places.items()],
        columns=["code", "name", "level"],
    )
    agencies = account_loaders.list_standard_agencies()
    agencies = agencies.assign(
        place=agencies["level"].map(text.LEVEL_NAMES), role=agencies["role"].map(text.ROLE_NAMES)
    )
    own = account_loaders.list_registered(tuple(places))
    own = own.assign(
        place=own["wilayah_code"].map(lambda code: places[code][0]), role=text.REGISTERED_ROLES
    )
    return regions, pd.concat([agencies, own], ignore_index=True)


def _tabulate_passwords(passwords: list[FirstPassword]) -> pd.DataFrame:
    accounts = [Account(0, each.username, each.name, grants=each.grants) for each in passwords]
    words = read_role_words(loaders.load_engine(), accounts)
    rows = [
        (each.name, each.username, each.password, words.grants(account))
        for each, account in zip(passwords, accounts, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(text.PASSWORD_COLUMNS))
