"""Cached questions of the upload page: imports, who may withdraw one, regions for templates."""

import pandas as pd
import streamlit as st

from app.access import Account
from app.actions.batches import may_withdraw
from app.loaders import LARGE, SMALL, Key, load_engine, topic_key
from data_access import reference
from data_access.reads import batches, wilayah

Batch = batches.BatchRecord


@st.cache_data(max_entries=4, show_spinner=False)
def _batches(key: Key) -> pd.DataFrame:
    return batches.read_batches(load_engine())


def load_batches() -> pd.DataFrame:
    """Imports, newest first: see `data_access.reads.batches.read_batches`."""
    return _batches(topic_key("batch"))


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _batch(key: Key, batch_id: int) -> Batch | None:
    return batches.read_batch(load_engine(), batch_id)


def load_batch(batch_id: int) -> Batch | None:
    """One import, None where there is none of this number."""
    return _batch(topic_key("batch"), batch_id)


def load_may_withdraw(person: Account | None, batch_id: int) -> bool:
    """Whether a person may withdraw an import; asked afresh, since roles change."""
    return may_withdraw(load_engine(), person, batch_id)


@st.cache_data(max_entries=LARGE, show_spinner=False)
def _desa(key: Key, scope_code: str) -> pd.DataFrame:
    return wilayah.read_regions(load_engine(), scope_code, "desa")


def load_desa(scope_code: str) -> pd.DataFrame:
    """The desa of a region, by code: code, name."""
    return _desa(topic_key("wilayah"), scope_code)


def load_known_sources() -> list[str]:
    """Names of sources that count children, as the reference data write them."""
    kinds = reference.read_known_sources()
    return [name for name, kind in kinds.items() if kind == "rutin"]
