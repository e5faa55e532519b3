"""Cached questions: the only home of Streamlit's caches.

Every cached function takes a key of the database and the topic versions it depends on, so that a
change by anyone shows at the next rerun, and everything that limits what may be seen, since
caches are shared by all. Frames come from a shared cache: read them, never change them.
"""

from datetime import UTC, datetime

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from app.figures import (
    View,
    compute_count_bounds,
    finest_level,
    tabulate_place,
    tabulate_view,
)
from app.settings import read_settings
from app.tokens import hash_token
from data_access.database import make_engine
from data_access.reads import batches, pengguna, pengukuran, peta, scope, wilayah

Region = wilayah.Region
LayerInfo = peta.LayerInfo
NATION = scope.NATION
Key = tuple[str, tuple[int, ...]]
SMALL, LARGE = 512, 24
_VERSIONS = "_versi_topik"


@st.cache_resource(max_entries=4, show_spinner=False)
def _open_engine(url: str) -> Engine:
    return make_engine(url, for_screens=True)


def load_engine() -> Engine:
    """The engine of the configured database."""
    return _open_engine(read_settings().effective_url)


def topic_key(*topics: str) -> Key:
    """The database and the versions of some topics, as `begin_run` read them."""
    versions = st.session_state.get(_VERSIONS) or begin_run()
    return read_settings().effective_url, tuple(versions.get(topic, 0) for topic in topics)


def begin_run() -> dict[str, int]:
    """Read the topic versions: once at the start of every run, also of a fragment's own."""
    versions = batches.read_versions(load_engine())
    st.session_state[_VERSIONS] = versions
    return versions


def load_person(token: str) -> pengguna.Account | None:
    """Who is signed in with a token; asked anew in every run, never cached."""
    now = datetime.now(UTC)
    return pengguna.read_account_of_session(load_engine(), hash_token(token), now)


def load_identity() -> dict[str, str]:
    """What the database says of itself, e.g. {"jenis": "demo"}."""
    return batches.read_identity(load_engine())


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _region(key: Key, code: str) -> Region | None:
    return wilayah.read_region(load_engine(), code)


def load_region(code: str) -> Region | None:
    """One region by code, None where unknown."""
    return _region(topic_key("wilayah"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _path(key: Key, code: str) -> list[Region]:
    return wilayah.read_path(load_engine(), code)


def load_path(code: str) -> list[Region]:
    """The known regions from the top down to a code."""
    return _path(topic_key("wilayah"), code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _children(key: Key, code: str) -> pd.DataFrame:
    return wilayah.read_children(load_engine(), code)


def load_children(code: str) -> pd.DataFrame:
    """Regions right below one: code, name, level."""
    return _children(topic_key("wilayah"), code)


@st.cache_data(max_entries=4, show_spinner=False)
def _default_region(key: Key) -> str | None:
    return wilayah.read_default_region(load_engine())


def load_default_region() -> str | None:
    """Where a visitor starts, None while there is no region at all."""
    return _default_region(topic_key("wilayah", "pengukuran"))


@st.cache_data(max_entries=4, show_spinner=False)
def _top_regions(key: Key) -> pd.DataFrame:
    return wilayah.read_top_regions(load_engine())


def load_top_regions() -> pd.DataFrame:
    """Regions with no known parent: code, name, level."""
    return _top_regions(topic_key("wilayah"))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _layer(key: Key, scope_code: str, level: str) -> LayerInfo | None:
    return peta.read_layer_info(load_engine(), scope_code, level)


def load_layer(scope_code: str, level: str) -> LayerInfo | None:
    """The map layer of a region at a level, without its bytes."""
    return _layer(topic_key("wilayah"), scope_code, level)


def load_layer_content(content_hash: str) -> bytes | None:
    """The compressed bytes of a layer."""
    return peta.read_layer_content(load_engine(), content_hash)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _datasets(key: Key, scope_code: str) -> pd.DataFrame:
    return pengukuran.read_datasets(load_engine(), scope_code)


def load_datasets(scope_code: str) -> pd.DataFrame:
    """Measurement data sets touching a region: source, period, kabupaten_code, grain, data_date."""
    return _datasets(topic_key("wilayah", "pengukuran"), scope_code)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _surveys(key: Key, code: str) -> pd.DataFrame:
    return pengukuran.read_surveys(load_engine(), code)


def load_surveys(code: str) -> pd.DataFrame:
    """Survey estimates of one region, never of the one that it lies in.

    Columns: source, year, prevalensi_pct, bawah_pct, atas_pct.
    """
    return _surveys(topic_key("survei"), code)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _measurements(key: Key, scope_code: str, source: str) -> pd.DataFrame:
    return pengukuran.read_measurements(load_engine(), scope_code, source)


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _regions(key: Key, scope_code: str, level: str) -> pd.DataFrame:
    return wilayah.read_regions(load_engine(), scope_code, level)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _region_table(key: Key, view: View) -> pd.DataFrame:
    return tabulate_view(
        _regions(key, view.scope_code, view.level),
        _measurements(key, view.scope_code, view.source),
        view,
    )


def load_region_table(view: View) -> pd.DataFrame:
    """The figures of every region in view: see `analysis.region_table.build_region_table`."""
    return _region_table(topic_key("wilayah", "pengukuran"), view)


@st.cache_resource(max_entries=SMALL, show_spinner=False)
def _place_series(key: Key, code: str, source: str) -> pd.DataFrame:
    return tabulate_place(pengukuran.read_measurements(load_engine(), code, source), code)


def load_place_series(code: str, source: str) -> pd.DataFrame:
    """One place through all periods of one source: see `analysis.region_table.sum_region`."""
    return _place_series(topic_key("wilayah", "pengukuran"), code, source)


@st.cache_data(max_entries=LARGE, show_spinner=False)
def _count_bounds(key: Key, scope_code: str, level: str, source: str) -> tuple[float, ...]:
    return compute_count_bounds(_measurements(key, scope_code, source), level)


def load_count_bounds(view: View) -> tuple[float, ...]:
    """Lower bounds of the classes of numbers of children, the same in all periods of a view."""
    key = topic_key("wilayah", "pengukuran")
    return _count_bounds(key, view.scope_code, view.level, view.source)


def load_grains(scope_code: str, source: str, period: str) -> set[str]:
    """Levels at which a source's data of a period is recorded inside a region."""
    return _grains(topic_key("wilayah", "pengukuran"), scope_code, source, period)


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _grains(key: Key, scope_code: str, source: str, period: str) -> set[str]:
    datasets = load_datasets(scope_code)
    same = (datasets["source"] == source) & (datasets["period"] == period)
    return set(datasets.loc[same, "grain"])


def load_finest_level(level: str, code: str, source: str, period: str) -> str | None:
    """The first level below a region that its data reach, None where they reach none."""
    return finest_level(level, load_grains(code, source, period))


def load_coarser_grains(view: View, code: str) -> list[str]:
    """Levels coarser than the view's at which part of its data is recorded, coarsest first."""
    grains = load_grains(code, view.source, view.period)
    return sorted(
        (each for each in grains if scope.DEPTH[each] < scope.DEPTH[view.level]),
        key=scope.DEPTH.__getitem__,
    )
