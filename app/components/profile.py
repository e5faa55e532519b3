"""The head of a desa's profile: which desa, its figures, its type with the reason, its trend."""

import pandas as pd
import streamlit as st

from analysis.problem_settings import ProblemSettings
from analysis.series import flag_breaks
from analysis.service_completeness import compute_completeness
from app import loaders, problem_loaders
from app.charts.trend import draw_trend
from app.components.problem_settings import find_default
from app.components.selection import Selection, go_to
from app.figures import read_thresholds
from app.format import escape_markdown, format_count, format_interval, format_pct
from app.palette import text_color_on
from app.problem_figures import Pairing
from app.problem_palette import TYPE_COLORS
from app.problem_profile import Profile
from app.problem_sentences import write_decree, write_needs, write_reason, write_settings
from app.target_words import name_region
from app.text import lokasi as location_text
from app.text import profil as text

_CONFIG = {"displayModeBar": False}
_PICK = "_profil_pilih"


def draw_choice(selection: Selection) -> None:
    """No desa is selected: let the person choose one, where they are few enough to choose from."""
    st.subheader(text.CHOOSE_TITLE, anchor=False)
    if selection.region.level not in {"kabupaten", "kecamatan"}:
        st.text(text.NATION)
        return
    st.text(text.CHOOSE_INTRO)
    desa = list_desa(selection.code)
    if not desa:
        st.text(text.NONE_HERE.format(name=name_region(selection.code)))
        return
    st.selectbox(
        escape_markdown(text.CHOOSE_LABEL.format(name=name_region(selection.code))),
        list(desa),
        index=None,
        format_func=desa.__getitem__,
        key=_PICK,
        on_change=lambda: go_to(st.session_state[_PICK]),
        placeholder=text.CHOOSE,
    )


def list_desa(code: str) -> dict[str, str]:
    """The desa of a region by code, named with their kecamatan where there are several."""
    if len(code) == 8:
        children = loaders.load_children(code)
        return dict(zip(children["code"], children["name"], strict=True))
    found = {}
    for kecamatan in loaders.load_children(code).itertuples(index=False):
        for desa in loaders.load_children(str(kecamatan.code)).itertuples(index=False):
            found[str(desa.code)] = f"{desa.name} ({kecamatan.name})"
    return found


def draw_cards(profile: Profile) -> None:
    """Prevalence with its interval, children, and services that reach their target."""
    row = profile.measured
    complete = compute_completeness(profile.services)
    reached = int(complete["layanan_tercapai"].sum()) if len(complete) else 0
    assessed = int(complete["layanan_dinilai"].sum()) if len(complete) else 0
    figures: list[tuple[str, str, str]] = []
    if row is None:
        names = (text.CARD_PREVALENCE, text.CARD_STUNTED, text.CARD_MEASURED)
        figures = [(name, location_text.NEED_NONE, text.NO_FIGURE) for name in names]
    else:
        interval = format_interval(row["bawah_pct"], row["atas_pct"])
        few = row["penyebut_jiwa"] < read_thresholds().minimum_measured
        figures = [
            (
                text.CARD_PREVALENCE,
                format_pct(row["prevalensi_pct"]),
                text.INTERVAL.format(interval=interval),
            ),
            (text.CARD_STUNTED, format_count(row["pembilang_jiwa"]), text.UNIT_CHILDREN),
            (
                text.CARD_MEASURED,
                format_count(row["penyebut_jiwa"]),
                text.FEW if few else text.UNIT_CHILDREN,
            ),
        ]
    services = format_count(reached) if assessed else location_text.NEED_NONE
    of_all = text.OF_ASSESSED.format(count=format_count(assessed))
    with st.grid(min_column_width=140):
        for label, figure, note in [*figures, (text.CARD_SERVICES, services, of_all)]:
            st.metric(label, figure, delta=note, delta_color="off", delta_arrow="off", border=True)
    if row is not None:
        st.caption(text.INTERVAL_NOTE)


def draw_type(profile: Profile, settings: ProblemSettings, pairing: Pairing, needs: str) -> None:
    """The type of problem with its reason, what it was held against, and the decrees."""
    st.subheader(text.TYPE_TITLE, anchor=False)
    figures = profile.figures
    if figures is not None:
        color = TYPE_COLORS[figures.type]
        word = location_text.TYPES[figures.type]
        st.html(
            f'<span style="background:{color};color:{text_color_on(color)};padding:0.2rem 0.6rem;'
            f'border-radius:0.3rem;font-weight:600">{word}</span>'
        )
        parent = name_region(pairing.scope_code)
        st.text(write_reason(figures, settings, parent))
        if needs != location_text.NEED_NONE:
            st.text(text.NEEDS.format(needs=needs))
        origin = find_default(pairing.scope_code)[1]
        words = {"name": parent, "origin": origin, "settings": write_settings(settings)}
        st.caption(escape_markdown(text.TYPE_AGAINST.format(**words)))
    for line in list_decrees(profile.code):
        st.text(line)


def list_decrees(code: str) -> list[str]:
    """In which years the desa is lokus and by which decree, each in words."""
    years = problem_loaders.load_lokus_years(code)
    if years.empty:
        return [text.LOKUS_NO]
    return [
        text.LOKUS_YES.format(year=row.year, sk=write_decree(str(row.sk_number), row.sk_date))
        for row in years.itertuples(index=False)
    ]


def draw_course(code: str, source: str | None) -> None:
    """The desa's own prevalence through time."""
    st.subheader(text.TREND_TITLE, anchor=False)
    series = loaders.load_place_series(code, source) if source is not None else pd.DataFrame()
    if series.empty or series["prevalensi_pct"].isna().all():
        st.text(text.TREND_NONE)
        return
    flagged = flag_breaks(series, read_thresholds().break_factor)
    figure = draw_trend(flagged, loaders.load_surveys(code), str(source))
    st.plotly_chart(figure, width="stretch", key="profil_tren", theme=None, config=_CONFIG)


def needs_of(needs: dict[str, list[tuple[str, int]]], code: str) -> str:
    """People still to reach in the desa's lowest services, in words."""
    return write_needs(needs.get(code, []))
