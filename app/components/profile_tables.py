"""The tables of a desa's profile: services, sasaran, data dukung, and the desa beside it."""

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from analysis.coverage_status import STATUSES
from app import problem_loaders
from app.coverage_words import shorten_service
from app.format import Number, format_count, format_number
from app.items import find_item
from app.problem_figures import Pairing
from app.problem_palette import STATUS_COLORS, TYPE_COLORS, style_cell
from app.problem_profile import KABUPATEN, KECAMATAN, Profile
from app.problem_sentences import name_item, write_service_period
from app.target_words import name_region
from app.text import lokasi as location_text
from app.text import masalah as problem_text
from app.text import profil as text
from app.text import screens


def draw_services(profile: Profile, pairing: Pairing) -> None:
    """All services with their status in words and colour, kecamatan and kabupaten beside."""
    period = write_service_period(pairing.period)
    st.subheader(text.SERVICES_TITLE.format(period=period), anchor=False)
    rows = profile.services
    if rows.empty or rows["pembilang"].isna().all():
        st.text(text.SERVICES_NONE)
        return
    st.text(_count_statuses(rows["status"]))
    columns = _name_columns(profile.code)
    st.dataframe(
        _style_services(_tabulate_services(rows, columns), rows["status"], columns),
        hide_index=True,
        width="stretch",
        height="content",
        placeholder=screens.DASH,
        column_config={
            columns["service"]: st.column_config.Column(width=250),
            columns["status"]: st.column_config.Column(width=130),
        },
    )


def _count_statuses(statuses: pd.Series) -> str:
    counts = statuses.value_counts()
    known = [word for word in dict.fromkeys([*STATUSES, *counts.index]) if word in counts.index]
    return " · ".join(
        text.STATUS_COUNTS.format(count=format_count(counts[word]), status=word) for word in known
    )


def _tabulate_services(rows: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    counted = zip(rows["pembilang"], rows["penyebut"], strict=True)
    return pd.DataFrame(
        {
            # The status stands first: on a phone the long name would push it out of sight.
            columns["status"]: rows["status"],
            columns["service"]: rows["item_code"].map(shorten_service),
            columns["coverage"]: rows["cakupan_pct"],
            columns["target"]: rows["target_pct"],
            columns["counts"]: [_write_counts(top, bottom) for top, bottom in counted],
            columns["need"]: rows["perlu_dijangkau"].astype("float64"),
            columns["kecamatan"]: rows["kecamatan_pct"],
            columns["kabupaten"]: rows["kabupaten_pct"],
        }
    )


def _write_counts(top: Number, bottom: Number) -> str:
    """Reached of all; where nobody is to be reached, no share can be low or high."""
    if bottom == 0 and (top == 0 or pd.isna(top)):
        return text.COUNTS_NOBODY
    return text.COUNTS.format(
        top=format_count(top, screens.DASH), bottom=format_count(bottom, screens.DASH)
    )


def _style_services(frame: pd.DataFrame, statuses: pd.Series, columns: dict[str, str]) -> Styler:
    colors = [style_cell(STATUS_COLORS[word]) for word in statuses]
    shares = [columns[key] for key in ("coverage", "kecamatan", "kabupaten")]
    return frame.style.format(
        dict.fromkeys(shares, lambda value: format_number(value, 1))
        | {columns["target"]: format_number, columns["need"]: format_count},
        na_rep=screens.DASH,
    ).apply(lambda _: colors, subset=[columns["status"]])


def _name_columns(code: str) -> dict[str, str]:
    above = {
        "kecamatan": name_region(code[:KECAMATAN]),
        "kabupaten": name_region(code[:KABUPATEN]),
    }
    return {
        key: heading.format(name=above.get(key, ""))
        for key, heading in text.SERVICE_COLUMNS.items()
    }


def draw_counts(profile: Profile) -> None:
    """Sasaran and data dukung side by side; what nobody entered stays a dash."""
    is_support = profile.counts["code"].str.startswith("D")
    left, right = st.columns(2, gap="medium")
    for column, title, rows in (
        (left, text.TARGETS_TITLE, profile.counts[~is_support]),
        (right, text.SUPPORT_TITLE, profile.counts[is_support]),
    ):
        with column:
            st.subheader(title, anchor=False)
            st.dataframe(
                tabulate_counts(rows),
                hide_index=True,
                width="stretch",
                height="content",
                placeholder=screens.DASH,
            )


def tabulate_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Counted items in words: name, number, unit."""
    items = [find_item(code) for code in rows["code"]]
    return pd.DataFrame(
        {
            text.ITEM_COLUMNS["item"]: [
                item.short if item is not None else code
                for item, code in zip(items, rows["code"], strict=True)
            ],
            text.ITEM_COLUMNS["value"]: [
                format_count(value, screens.DASH) for value in rows["value"]
            ],
            text.ITEM_COLUMNS["unit"]: [item.unit if item is not None else "" for item in items],
        }
    )


def draw_beside(profile: Profile, lokus: dict[str, str]) -> None:
    """The desa of the same kecamatan, their kecamatan and kabupaten, by the same figures."""
    st.subheader(text.BESIDE_TITLE, anchor=False)
    st.text(text.BESIDE_INTRO)
    columns, rows = text.BESIDE_COLUMNS, profile.beside
    names = [
        text.THIS.format(name=row.name)
        if code == profile.code
        else row.name
        if row.level == "desa"
        else name_region(code)
        for code, row in zip(rows["code"], rows.itertuples(index=False), strict=True)
    ]
    frame = pd.DataFrame(
        {
            columns["name"]: names,
            columns["prevalence"]: rows["prevalensi_pct"],
            columns["stunted"]: rows["pembilang_jiwa"],
            columns["measured"]: rows["penyebut_jiwa"],
            columns["reached"]: [
                text.REACHED.format(reached=format_count(reached), assessed=format_count(assessed))
                if pd.notna(assessed) and assessed
                else None
                for reached, assessed in zip(
                    rows["layanan_tercapai"], rows["layanan_dinilai"], strict=True
                )
            ],
            columns["type"]: rows["tipe"].map(location_text.TYPES_SHORT),
            columns["lokus"]: [lokus.get(code) for code in rows["code"]],
        }
    )
    colors = [style_cell(TYPE_COLORS[kind]) if kind in TYPE_COLORS else "" for kind in rows["tipe"]]
    whole = [columns["stunted"], columns["measured"]]
    styled = frame.style.format(
        {columns["prevalence"]: lambda value: format_number(value, 1)}
        | dict.fromkeys(whole, format_count),
        na_rep=screens.DASH,
    ).apply(lambda _: colors, subset=[columns["type"]])
    st.dataframe(
        styled, hide_index=True, width="stretch", height="content", placeholder=screens.DASH
    )


def draw_causes(code: str, year: int) -> None:
    """Problems entered for this desa, with causes and proposals."""
    st.subheader(text.CAUSES_TITLE, anchor=False)
    causes = problem_loaders.load_causes(code, year)
    if causes.empty:
        st.text(text.CAUSES_NONE.format(year=year))
        return
    for row in causes.itertuples(index=False):
        service = name_item(row.item_code) if row.item_code else problem_text.GENERAL
        st.text(f"{service}: {row.problem}")
        for label, words in (
            (problem_text.CAUSE, row.cause),
            (problem_text.RECOMMENDATION, row.recommendation),
            (problem_text.PROPOSAL, row.proposal),
        ):
            if words:
                st.caption(label)
                st.text(words)
