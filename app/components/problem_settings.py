"""What "tinggi", "rendah" and "sebagian besar" mean: open on the screen, held in the address."""

import streamlit as st

from analysis.problem_settings import BELOW_CUTOFF, HIGH_RULES, LOW_RULES, ProblemSettings
from app import problem_loaders
from app.access import Account, NotAllowedError, may
from app.actions import lokus as actions
from app.components.acknowledged import draw_said, end_run
from app.format import escape_markdown
from app.loaders import load_engine
from app.problem_figures import read_default_settings
from app.problem_sentences import write_high_rule, write_settings
from app.target_words import name_region
from app.text import lokasi as text

_MESSAGE = "_pesan_setelan_lokasi"
_OWNER_LENGTH = 5
_SHARES = (50, 95, 5)
_CUTOFFS = (5, 100, 5)


def choose_settings(scope: str) -> ProblemSettings:
    """Draw the settings and return them; a region's own ones or ours are where they begin."""
    start = find_default(scope)[0]
    with st.container(border=True):
        st.markdown(f"**{text.SETTINGS_TITLE}**")
        with st.grid(min_column_width=230):
            chosen = _draw_widgets(start)
        st.caption(escape_markdown(describe_origin(scope, chosen)))
    return chosen


def find_default(scope: str) -> tuple[ProblemSettings, str, str | None]:
    """The settings to begin with, what they are called, and why they were set (None: ours)."""
    saved = problem_loaders.load_own_settings(scope)
    if saved is None:
        return read_default_settings(), text.ORIGIN_DEFAULT, None
    settings, owner, reason = saved
    return settings, text.ORIGIN_SAVED.format(name=name_region(owner)), reason


def describe_origin(scope: str, chosen: ProblemSettings) -> str:
    """Whose settings these are, for the screen and for every file."""
    start, origin, reason = find_default(scope)
    if chosen != start:
        return text.IS_CHANGED.format(origin=f"{origin} ({write_settings(start)})")
    if reason is None:
        return text.IS_DEFAULT
    owner = problem_loaders.load_own_settings(scope)
    name = name_region(owner[1]) if owner else ""
    return text.IS_SAVED.format(name=name, reason=reason)


def _draw_widgets(start: ProblemSettings) -> ProblemSettings:
    high = st.selectbox(
        text.HIGH_LABEL,
        HIGH_RULES,
        index=HIGH_RULES.index(start.high),
        format_func=lambda rule: write_high_rule(rule, start),
        key="tinggi",
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    low = st.selectbox(
        text.LOW_LABEL,
        LOW_RULES,
        index=LOW_RULES.index(start.low),
        format_func=text.LOW_RULES.__getitem__,
        key="rendah",
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    cutoff = start.cutoff_pct
    if low == BELOW_CUTOFF:
        cutoff = _slide(text.CUTOFF_LABEL, _CUTOFFS, round(start.cutoff_pct), "batas_rendah")
    most = _slide(
        text.MOST_LABEL, _SHARES, round(100 * start.most_share), "sebagian", help=text.MOST_HELP
    )
    services = _count(
        text.SERVICES_LABEL, 31, start.minimum_services, "min_layanan", text.SERVICES_HELP
    )
    children = _count(
        text.CHILDREN_LABEL, 500, start.minimum_measured, "min_anak", text.CHILDREN_HELP
    )
    return ProblemSettings(
        minimum_services=services,
        minimum_measured=children,
        who_high_pct=start.who_high_pct,
        cutoff_pct=float(cutoff),
        most_share=most / 100,
        high=high,
        low=low,
    )


def _slide(
    label: str, bounds: tuple[int, int, int], value: int, key: str, help: str | None = None
) -> int:
    lowest, highest, step = bounds
    return st.slider(label, lowest, highest, value, step, key=key, bind="query-params", help=help)


def _count(label: str, highest: int, value: int, key: str, help: str) -> int:
    return int(
        st.number_input(label, 1, highest, value, 1, key=key, bind="query-params", help=help)
    )


def draw_saving(person: Account | None, scope: str, chosen: ProblemSettings) -> None:
    """Let Bappeda make the chosen settings the region's own, with a reason."""
    draw_said(_MESSAGE)
    owner = scope[:_OWNER_LENGTH]
    if person is None or not may(person, actions.ACTION, owner):
        return
    saved = problem_loaders.load_own_settings(owner)
    own = saved is not None and saved[1] == owner
    start = find_default(scope)[0]
    if chosen == start and not own:
        return
    with st.popover(text.SAVE_SETTINGS.format(name=name_region(owner)), icon=":material/save:"):
        st.text(write_settings(chosen))
        reason = st.text_input(
            text.SAVE_REASON, key="setelan_alasan", placeholder=text.SAVE_REASON_HINT
        )
        if chosen != start and st.button(
            text.SAVE_SETTINGS.format(name=name_region(owner)), type="primary", key="setelan_simpan"
        ):
            _save(person, owner, chosen, reason)
        if own and st.button(text.SAVE_DROP, key="setelan_hapus"):
            _save(person, owner, None, reason)


def _save(person: Account, owner: str, settings: ProblemSettings | None, reason: str) -> None:
    try:
        result = actions.set_problem_settings(
            load_engine(),
            person,
            region_code=owner,
            settings=settings,
            reason=reason,
            version=problem_loaders.load_setting_version(owner),
        )
    except NotAllowedError:
        end_run(_MESSAGE, "error", text.NOT_ALLOWED)
    if result.fault is not None:
        end_run(_MESSAGE, "error", text.SAVE_FAULTS[result.fault])
    end_run(_MESSAGE, "success", text.SAVED)
