"""Cached questions about the public page; the rules of `app.loaders` hold here too."""

import streamlit as st

from app.loaders import SMALL, Key, load_engine, topic_key
from app.public.approval import SHOWN, read_approval
from data_access.reads.publik import Hold, read_holds

__all__ = ["load_public_states", "load_year_holds"]


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _holds(key: Key, scope_code: str) -> tuple[Hold, ...]:
    return read_holds(load_engine(), scope_code)


def load_year_holds(code: str, year: int) -> dict[str, Hold]:
    """What is withheld in a year of a region's kabupaten or province, by region."""
    holds = _holds(topic_key("penilaian"), code[:5])
    return {hold.wilayah_code: hold for hold in holds if hold.year == year}


@st.cache_data(max_entries=SMALL, show_spinner=False)
def _states(key: Key, code: str, year: int) -> dict[str, str]:
    approval = read_approval(load_engine(), code[:5], year)
    services = [approval.state_of(code, each) for each in ("ansit", "semester-1", "semester-2")]
    return {
        "prevalensi": approval.state_of_measurements(code),
        "cakupan": SHOWN if SHOWN in services else services[0],
        "penilaian": approval.state_of(code, "penilaian"),
        "regulasi": approval.state_of(code, "regulasi"),
        "publikasi": approval.state_of(code, "publikasi"),
    }


def load_public_states(code: str, year: int) -> dict[str, str]:
    """Which subjects of a region's year are shown, by their code in `app.text.publik`.

    Values: terbit, belum_disetujui, ditahan.
    """
    return _states(topic_key("wilayah", "tahapan", "pengaturan", "penilaian"), code, year)
