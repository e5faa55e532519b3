"""Desa lokus of a year: which they are, by which decree, chosen and taken off by Bappeda."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.problem_locations import TYPE_1, TYPE_2
from app import problem_loaders, stage_loaders
from app.access import Account, NotAllowedError, may
from app.actions import lokus as actions
from app.actions.lokus import Decree, LokusChange, LokusResult
from app.components.acknowledged import draw_said, end_run
from app.components.table_height import fit_height
from app.format import format_count, format_date
from app.loaders import load_engine
from app.target_words import name_region
from app.text import lokasi as text
from app.text import lokus as lokus_text

YEAR_KEY = "tahun_lokus"
_MESSAGE, _PICKED = "_pesan_lokus", "lokus_pilihan"
_KABUPATEN = 5


def choose_lokus_year(scope: str, period: str) -> int:
    """The year of the lokus: that of the period of services unless chosen otherwise."""
    years = sorted({*stage_loaders.list_years(scope), int(period[:4]) + 1}, reverse=True)
    chosen: int = st.selectbox(
        lokus_text.LOKUS_YEAR,
        years,
        index=years.index(int(period[:4]) + 1),
        key=YEAR_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=160,
        help=lokus_text.LOKUS_YEAR_HELP,
    )
    return chosen


def draw_lokus(person: Account | None, scope: str, year: int, places: pd.DataFrame) -> None:
    """The desa chosen, and for Bappeda the forms that choose and take off."""
    st.subheader(lokus_text.LOKUS_TITLE, anchor=False)
    draw_said(_MESSAGE)
    st.text(lokus_text.LOKUS_INTRO)
    chosen = problem_loaders.load_lokus(scope, year)
    if chosen.empty:
        st.text(lokus_text.LOKUS_NONE.format(year=year, name=name_region(scope)))
    else:
        st.text(lokus_text.LOKUS_COUNT.format(count=format_count(len(chosen)), year=year))
        _draw_table(chosen, places)
    owner = scope[:_KABUPATEN]
    if person is not None and len(owner) == _KABUPATEN and may(person, actions.ACTION, owner):
        _draw_choosing(person, owner, year, chosen, places)
        if not chosen.empty:
            _draw_dropping(person, owner, year, chosen)


def _draw_table(chosen: pd.DataFrame, places: pd.DataFrame) -> None:
    kinds = dict(zip(places["code"], places["type"], strict=True))
    frame = pd.DataFrame(
        {
            lokus_text.LOKUS_COLUMNS["name"]: chosen["name"],
            lokus_text.LOKUS_COLUMNS["type"]: [
                text.TYPES_SHORT[kinds[code]] if code in kinds else None
                for code in chosen["wilayah_code"]
            ],
            lokus_text.LOKUS_COLUMNS["sk"]: chosen["sk_number"],
            lokus_text.LOKUS_COLUMNS["date"]: [
                format_date(day, lokus_text.NO_DATE) for day in chosen["sk_date"]
            ],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        height=fit_height(len(frame), 8),
        placeholder=lokus_text.NO_DATE,
    )


def _draw_choosing(
    person: Account, owner: str, year: int, chosen: pd.DataFrame, places: pd.DataFrame
) -> None:
    desa = places[places["level"] == "desa"]
    names = {
        row.code: lokus_text.LOKUS_OPTION.format(
            name=row.name, parent=row.parent, type=text.TYPES_SHORT[row.type]
        )
        for row in desa.itertuples(index=False)
    }
    with st.expander(lokus_text.LOKUS_SAVE, icon=":material/flag:"):
        pressing = list(desa.loc[desa["type"].isin([TYPE_1, TYPE_2]), "code"])
        st.button(
            lokus_text.LOKUS_PICK_ALL,
            key="lokus_usulkan",
            on_click=lambda: st.session_state.update({_PICKED: pressing}),
            disabled=not pressing,
        )
        picked = st.multiselect(
            lokus_text.LOKUS_PICK,
            list(names),
            format_func=names.__getitem__,
            key=_PICKED,
            placeholder=text.CHOOSE,
        )
        number = st.text_input(
            lokus_text.LOKUS_SK, key="lokus_sk", placeholder=lokus_text.LOKUS_SK_HINT
        )
        day = st.date_input(
            lokus_text.LOKUS_SK_DATE, value=None, format="DD/MM/YYYY", key="lokus_sk_tanggal"
        )
        if st.button(lokus_text.LOKUS_SAVE, type="primary", key="lokus_simpan"):
            versions = dict(zip(chosen["wilayah_code"], chosen["version"], strict=True))
            changes = [
                LokusChange(code, is_chosen=True, version=int(versions.get(code, 0)))
                for code in picked
            ]
            done = lokus_text.LOKUS_SAVED.format(count=format_count(len(changes)), year=year)
            _save(person, owner, Decree(year, number, day), changes, done, names)


def _draw_dropping(person: Account, owner: str, year: int, chosen: pd.DataFrame) -> None:
    names = dict(zip(chosen["wilayah_code"], chosen["name"], strict=True))
    with st.popover(lokus_text.LOKUS_DROP, icon=":material/flag_check:"):
        picked = st.multiselect(
            lokus_text.LOKUS_DROP_PICK,
            list(names),
            format_func=names.__getitem__,
            key="lokus_cabut",
            placeholder=text.CHOOSE,
        )
        if st.button(lokus_text.LOKUS_DROP, key="lokus_cabut_simpan", type="primary"):
            versions = dict(zip(chosen["wilayah_code"], chosen["version"], strict=True))
            changes = [
                LokusChange(code, is_chosen=False, version=versions[code]) for code in picked
            ]
            done = lokus_text.LOKUS_DROPPED.format(count=format_count(len(changes)), year=year)
            _save(person, owner, Decree(year, ""), changes, done, names)


def _save(
    person: Account,
    owner: str,
    decree: Decree,
    changes: Sequence[LokusChange],
    done: str,
    names: dict[str, str],
) -> None:
    try:
        result = actions.set_lokus(load_engine(), person, owner, decree, changes)
    except NotAllowedError:
        end_run(_MESSAGE, "error", text.NOT_ALLOWED)
    end_run(_MESSAGE, *_describe(result, done, names))


def _describe(result: LokusResult, done: str, names: dict[str, str]) -> tuple[str, str]:
    if result.fault is not None:
        return "error", lokus_text.LOKUS_FAULTS[result.fault]
    if result.conflicts:
        named = ", ".join(names.get(c.wilayah_code, c.wilayah_code) for c in result.conflicts)
        return "error", lokus_text.LOKUS_CONFLICT.format(names=named)
    return "success", done
