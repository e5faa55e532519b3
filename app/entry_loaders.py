"""Cached questions about entered figures and attachments; history is asked anew each time.

The rules of `app.loaders` hold here too: frames come from a shared cache, never change them.
"""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from data_access import periods
from data_access.reads import changes, isian, lampiran, pengguna, riwayat
from data_access.topics import entered_in

HistoryFilter = riwayat.HistoryFilter
HistoryRow = riwayat.HistoryRow
_REGIONS = ("wilayah_code", "unit_code", "kabupaten_code", "scope_code", "code")
PAGE_SIZE = changes.PAGE_SIZE


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _cells(key: Key, scope_code: str, period: str) -> pd.DataFrame:
    return isian.read_cells(load_engine(), scope_code, period)


def load_cells(scope_code: str, period: str) -> pd.DataFrame:
    """Entered cells of a period in a region: unit_code, item_code, value, version."""
    return _cells(topic_key(entered_in(period)), scope_code, period)


def entered_key(period: str) -> Key:
    """What tells that somebody changed a period's figures, or the desa that they are of."""
    return topic_key(entered_in(period), "wilayah")


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _units(key: Key, kecamatan_code: str) -> pd.DataFrame:
    return isian.read_entry_units(load_engine(), kecamatan_code)


def load_units(kecamatan_code: str) -> pd.DataFrame:
    """The desa for which a kecamatan enters figures: code, name."""
    return _units(topic_key("wilayah"), kecamatan_code)


def previous_period(period: str) -> str | None:
    """The period whose figures stand beside those of another one."""
    return periods.previous_period(period)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _attachments(key: Key, subject: str) -> pd.DataFrame:
    return lampiran.list_attachments(load_engine(), subject)


def load_attachments(subject: str) -> pd.DataFrame:
    """Attachments of a subject: id, file_name, media_type, size_bytes, uploaded_by, uploaded_at."""
    return _attachments(topic_key("lampiran"), subject)


def count_changes(asked: HistoryFilter) -> int:
    """How many changes match."""
    return changes.count_changes(load_engine(), asked)


def load_changes(asked: HistoryFilter, page: int) -> pd.DataFrame:
    """One page of changes, newest first: change_id, at (UTC), actor, rows, last_id."""
    return changes.read_changes(load_engine(), asked, page)


def load_change_tables(change_ids: list[str], asked: HistoryFilter) -> dict[str, dict[str, int]]:
    """How many rows of which table each of some changes holds."""
    return changes.read_change_tables(load_engine(), change_ids, asked)


def load_history_rows(row_ids: list[int]) -> list[HistoryRow]:
    """Some rows of history by their numbers."""
    return riwayat.read_history_rows(load_engine(), row_ids)


def load_import_rows(change_ids: list[str]) -> list[HistoryRow]:
    """The imports' own rows of some changes."""
    return changes.read_import_rows(load_engine(), change_ids)


def load_rows_of_change(change_id: str, asked: HistoryFilter) -> list[HistoryRow]:
    """The rows of one change, 200 at most, in the order in which they were made."""
    return riwayat.read_rows_of_change(load_engine(), change_id, asked)


def load_region_names(rows: Iterable[HistoryRow]) -> dict[str, str]:
    """Names of the regions that some rows of history speak of, by code."""
    contents = [content for row in rows for content in (row.before, row.after) if content]
    codes = {content[name] for content in contents for name in _REGIONS if content.get(name)}
    return riwayat.read_region_names(load_engine(), codes)


def load_history(asked: HistoryFilter) -> list[HistoryRow]:
    """Matching rows newest first, for a file to take along."""
    return riwayat.read_history(load_engine(), asked)


@st.cache_data(max_entries=4, show_spinner=False)
def _person_names(key: Key) -> dict[str, str]:
    return {each.username: each.name for each in pengguna.read_accounts(load_engine())}


def load_person_names() -> dict[str, str]:
    """Accounts with the names of their people."""
    return _person_names(topic_key("pengguna"))


def load_actors() -> dict[str, str]:
    """Everybody who ever wrote: account to name."""
    return riwayat.read_actors(load_engine())
