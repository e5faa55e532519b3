"""What stands between the data and the list: no target, no measurement, half a year only."""

import streamlit as st

from analysis.coverage_status import is_midyear
from analysis.problem_settings import BELOW_TARGET, ProblemSettings
from analysis.targets import PREVALENCE, find_target_year
from app.components.problem_choice import draw_links
from app.format import escape_markdown
from app.problem_figures import Pairing, ProblemInputs
from app.target_words import name_region
from app.text import lokasi as text


def draw_notices(pairing: Pairing, inputs: ProblemInputs, settings: ProblemSettings) -> None:
    """Say why places cannot be judged at all, and lead to where that is mended."""
    code = pairing.scope_code
    if pairing.measured is None or inputs.prevalence["prevalensi_pct"].isna().all():
        st.info(text.NO_PREVALENCE, icon=":material/info:")
        draw_links(code, ("data_masuk", text.LINK_DATA))
    if settings.low != BELOW_TARGET:
        return
    if not draw_no_targets(pairing, inputs) and is_midyear(pairing.period):
        st.info(text.MIDYEAR, icon=":material/info:")


def draw_no_targets(pairing: Pairing, inputs: ProblemInputs) -> bool:
    """Say that no target of a service is in force, where that is so, and lead to the form."""
    if (inputs.targets["item_code"] != PREVALENCE).any():
        return False
    code = pairing.scope_code
    words = {"year": find_target_year(pairing.period), "name": name_region(code)}
    st.info(escape_markdown(text.NO_TARGETS.format(**words)), icon=":material/info:")
    draw_links(code, ("target", text.LINK_TARGET))
    return True
