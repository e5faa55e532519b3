"""Cached questions about stages and settings; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from analysis import deadlines
from analysis.completeness import Fill, count_fill
from analysis.gates import Gate
from analysis.readiness import Place, StageStatus
from analysis.stages import PartState, Stage, period_of
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from app.stage_board import find_open_gates, read_board, read_places
from data_access.reads import pengaturan, stage_definitions, tahapan
from data_access.topics import entered_in

Board = tuple[StageStatus, ...]
FIRST_YEAR = 2024


def load_stages() -> Mapping[str, Stage]:
    """All stages by code, in the order of the year."""
    return stage_definitions.read_stages()


def load_agency_names() -> Mapping[str, str]:
    """Names of the parties and agencies that the guideline names, by code."""
    return stage_definitions.read_agency_names()


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _time_zone(key: Key, code: str) -> str:
    return tahapan.read_time_zone(load_engine(), code)


def load_time_zone(code: str) -> str:
    """A region's time zone: WIB, WITA or WIT."""
    return _time_zone(topic_key("wilayah"), code)


def load_today(code: str) -> date:
    """The day on which a region's clocks stand."""
    return deadlines.today_in(load_time_zone(code), datetime.now(UTC))


def load_now(code: str) -> datetime:
    """The moment as a region's clocks show it: what is printed carries their day, not another."""
    return to_local(code, datetime.now(UTC))


def to_local(code: str, moment: datetime) -> datetime:
    """A moment as a region's clocks show it."""
    return deadlines.to_local(load_time_zone(code), moment)


def list_years(code: str) -> tuple[int, ...]:
    """Years of the cycle to choose from, the newest first: 2024 to the next one."""
    return tuple(range(load_today(code).year + 1, FIRST_YEAR - 1, -1))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _places(key: Key, code: str) -> tuple[Place, ...]:
    return read_places(load_engine(), code)


def load_places(code: str) -> tuple[Place, ...]:
    """A region and those right below it that are in force; empty for what has no stages."""
    return _places(topic_key("wilayah"), code)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _board(key: Key, code: str, year: int, today: date) -> Board:
    return read_board(load_engine(), code, year, today)


def load_board(code: str, year: int) -> Board:
    """The state of every stage of a region and of those right below it, as of today."""
    key = topic_key("wilayah", "tahapan", "pengaturan")
    return _board(key, code, year, load_today(code))


def load_status(code: str, year: int, stage: str) -> StageStatus | None:
    """One stage of one region, None where the region has no such stage."""
    board = load_board(code, year)
    return next((s for s in board if s.place.code == code and s.stage.code == stage), None)


def load_gates(code: str, year: int, stage: str) -> list[Gate]:
    """What a stage of a region still waits for, see `app.stage_board.find_open_gates`."""
    board, let_on = load_board(code, year), load_exceptions(code, year)
    return find_open_gates(board, let_on, code, load_stages()[stage])


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _steps(key: Key, code: str, year: int) -> pd.DataFrame:
    return tahapan.read_steps(load_engine(), code, year)


def load_steps(code: str, year: int) -> pd.DataFrame:
    """Steps of a region's parts: see `data_access.reads.tahapan.read_steps`."""
    return _steps(topic_key("tahapan", "pengguna"), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _exceptions(key: Key, code: str, year: int) -> pd.DataFrame:
    return tahapan.read_exceptions(load_engine(), code, year)


def load_exceptions(code: str, year: int) -> pd.DataFrame:
    """Gates opened inside a region: wilayah_code, stage, reason, actor, at."""
    return _exceptions(topic_key("tahapan"), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _statements(key: Key, code: str, year: int) -> pd.DataFrame:
    return tahapan.read_statements(load_engine(), code, year)


def load_statements(code: str, year: int) -> pd.DataFrame:
    """Bappeda's statements for a region and year, newest first: text, actor, at."""
    return _statements(topic_key("tahapan"), code, year)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _names(key: Key, code: str) -> dict[tuple[str, str, str], list[str]]:
    holders = tahapan.read_role_holders(load_engine(), code)
    groups = holders.groupby(["wilayah_code", "role", "agency"])["name"]
    return {key: list(names) for key, names in groups}


def load_role_names(code: str) -> dict[tuple[str, str, str], list[str]]:
    """Names of the persons inside a region, by (region, role, agency)."""
    return _names(topic_key("pengguna"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _fill(key: Key, code: str, period: str) -> dict[tuple[str, str], Fill]:
    engine = load_engine()
    return count_fill(
        tahapan.read_fill_counts(engine, code, period),
        tahapan.read_desa_counts(engine, code),
        stage_definitions.read_items_of_parties(),
    )


def load_fill(code: str, period: str) -> dict[tuple[str, str], Fill]:
    """Filled cells of a data period inside a region, by (kecamatan, party)."""
    return _fill(topic_key("wilayah", entered_in(period)), code, period)


def load_part_fill(stage: Stage, part: PartState) -> Fill | None:
    """How much of a part is filled in; None where no figures are entered in its stage."""
    period = period_of(stage, part.year)
    if not stage.is_entered_here or period is None:
        return None
    return load_fill(part.wilayah_code, period).get((part.wilayah_code, part.part))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _settings(key: Key, code: str) -> pd.DataFrame:
    return pengaturan.read_settings(load_engine(), code)


def load_settings(code: str) -> pd.DataFrame:
    """Settings of a region and its surroundings: see `data_access.reads.pengaturan`."""
    return _settings(topic_key("pengaturan"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _agencies(key: Key, code: str) -> pd.DataFrame:
    return pengaturan.read_agencies(load_engine(), code)


def load_agencies(code: str) -> pd.DataFrame:
    """Agencies registered inside a region: wilayah_code, code, name."""
    return _agencies(topic_key("pengaturan"), code)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _own_names(key: Key, code: str) -> dict[str, str]:
    rows = _agencies(key, code)
    own = rows[rows["wilayah_code"] == code]
    return dict(zip(own["code"], own["name"], strict=True))


def load_own_agency_names(code: str) -> Mapping[str, str]:
    """Names that a region itself gave its agencies, by code."""
    return _own_names(topic_key("pengaturan"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _responsible(key: Key, code: str) -> pd.DataFrame:
    return pengaturan.read_responsible(load_engine(), code)


def load_responsible(code: str) -> pd.DataFrame:
    """Which agency answers for which item in a region: item_code, agency, version."""
    return _responsible(topic_key("pengaturan"), code)


@st.cache_data(max_entries=1, show_spinner=False)
def load_items() -> pd.DataFrame:
    """All items that are entered: code, name, by whom in a kecamatan (party)."""
    return stage_definitions.read_items()
