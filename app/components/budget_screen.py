"""What a telephone gets instead: tables for pictures, narrow names beside their figures."""

from typing import Any

import streamlit as st

_PHONE_PX = 132


def is_phone() -> bool:
    """Tell whether the page is read on a telephone, as its browser says."""
    return "Mobi" in str(st.context.headers.get("User-Agent", ""))


def name_column(width_px: int) -> Any:
    """A pinned column of names; a telephone needs room for the figures beside it."""
    return st.column_config.Column(
        width=min(width_px, _PHONE_PX) if is_phone() else width_px, pinned=True
    )
