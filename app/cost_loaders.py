"""Cached questions about unit costs; the rules of `app.loaders` hold.

What comes from a cached resource is shared by all: read it, never change it.
"""

import pandas as pd
import streamlit as st

from app.budget_figures import budget_services, find_owner
from app.budget_loaders import ground_key, load_ground
from app.cost_figures import CostInForce, pick_in_force, tabulate_needs
from app.loaders import LARGE, Key, load_engine, topic_key
from data_access.reads import anggaran


@st.cache_resource(max_entries=LARGE, show_spinner=False)
def _unit_costs(key: Key, owner_code: str) -> pd.DataFrame:
    return anggaran.read_unit_costs(load_engine(), owner_code)


def load_unit_costs(owner_code: str) -> pd.DataFrame:
    """The unit costs of a kabupaten or province: see `data_access.reads.anggaran`."""
    return _unit_costs(topic_key("biaya"), owner_code)


@st.cache_resource(max_entries=LARGE * 4, show_spinner=False)
def _needs(key: Key, owner_code: str, code: str, year: int, period: str | None) -> pd.DataFrame:
    return tabulate_needs(load_ground(owner_code, year, period), code, year)


def load_needs(owner_code: str, code: str, year: int, period: str | None) -> pd.DataFrame:
    """What a region inside the owner's needs: see `app.cost_figures.tabulate_needs`."""
    return _needs(ground_key(period), owner_code, code, year, period)


def load_cost_in_force(code: str, item_code: str, year: int) -> CostInForce | None:
    """The unit cost of a service for a year in a region; a kecamatan's is its kabupaten's."""
    costs = pick_in_force(load_unit_costs(find_owner(code)), year)
    return costs.get(budget_services().of(item_code))
