"""How firm the list is: what one step of one setting changes."""

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from app.components.table_height import fit_height
from app.format import format_count
from app.problem_figures import ProblemList
from app.problem_sentences import write_step
from app.problem_view_loaders import PlaceView
from app.text import lokasi as text
from app.text import screens
from app.view_loaders import load_part

_ROWS = 10


def draw_firmness(problems: ProblemList, view: PlaceView) -> None:
    """The places of a level whose type changes when one setting moves one step."""
    told, changes = load_part(
        view.key, "keteguhan", (view,), lambda: _tell(problems, view.settings, view.level)
    )
    with st.expander(text.FIRM_TITLE, icon=":material/tune:"):
        st.text(text.FIRM_INTRO)
        st.text(told)
        if changes.empty:
            st.text(text.FIRM_NONE)
            return
        st.dataframe(
            changes,
            hide_index=True,
            width="stretch",
            height=fit_height(len(changes), _ROWS),
        )


def _tell(problems: ProblemList, settings: ProblemSettings, level: str) -> tuple[str, pd.DataFrame]:
    """How many places of a level change, in words, and each change."""
    mine = problems.table[problems.table["level"] == level]
    changes = problems.changes[problems.changes["level"] == level]
    told = text.FIRM_SUMMARY.format(
        changing=format_count(changes["region_code"].nunique()),
        total=format_count(len(mine)),
        level=screens.LEVEL_WORDS[level],
        few=format_count(mine["anak_terlalu_sedikit"].sum()),
    )
    return told, tabulate_changes(changes, settings)


def tabulate_changes(changes: pd.DataFrame, settings: ProblemSettings) -> pd.DataFrame:
    """Changes of types as a table in words, place by place."""
    ordered = changes.sort_values(["name", "region_code"], kind="stable")
    return pd.DataFrame(
        {
            text.FIRM_COLUMNS["name"]: ordered["name"],
            text.FIRM_COLUMNS["step"]: [
                write_step(row.setelan, row.nilai, settings)
                for row in ordered.itertuples(index=False)
            ],
            text.FIRM_COLUMNS["from"]: ordered["tipe"].map(text.TYPES_SHORT),
            text.FIRM_COLUMNS["to"]: ordered["tipe_baru"].map(text.TYPES_SHORT),
        }
    )
