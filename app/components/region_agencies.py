"""Which agencies a region has, and which of them answers for which item."""

import pandas as pd
import streamlit as st

from app import stage_loaders
from app.access import Account, may
from app.actions import pengaturan as actions
from app.components.stage_actions import take_step
from app.format import format_count
from app.loaders import load_engine
from app.text import pengaturan as settings_text
from app.text import tahapan as text


def list_agencies(region_code: str) -> dict[str, str]:
    """Names of the region's own agencies by code."""
    rows = stage_loaders.load_agencies(region_code)
    own = rows[rows["wilayah_code"] == region_code]
    return dict(zip(own["code"], own["name"], strict=True))


def draw_agencies(person: Account, region_code: str) -> None:
    """The registered agencies; adding, renaming and removing one."""
    st.text(settings_text.AGENCIES_INTRO)
    known = list_agencies(region_code)
    if known:
        columns = settings_text.AGENCY_COLUMNS
        table = pd.DataFrame({columns["code"]: list(known), columns["name"]: list(known.values())})
        st.dataframe(table, hide_index=True, width="stretch")
    else:
        st.text(settings_text.AGENCY_NONE)
    if may(person, "atur_penanggung_jawab", region_code):
        _draw_adding(person, region_code)
        if known:
            _draw_changing(person, region_code, known)


def _draw_adding(person: Account, region_code: str) -> None:
    with (
        st.form(f"perangkat_baru_{region_code}", clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        code = st.text_input(
            settings_text.AGENCY_CODE,
            key="perangkat_baru_kode",
            placeholder=settings_text.AGENCY_CODE_HINT,
            max_chars=20,
        )
        name = st.text_input(
            settings_text.AGENCY_NAME,
            key="perangkat_baru_nama",
            placeholder=settings_text.AGENCY_NAME_HINT,
            max_chars=actions.MAX_NAME,
        )
        pressed = st.form_submit_button(settings_text.AGENCY_ADD, type="primary")
    if pressed:
        set_agency = actions.set_agency
        take_step(
            "pengaturan",
            lambda: set_agency(
                load_engine(), person, region_code=region_code, code=code.strip(), name=name
            ),
        )


def _draw_changing(person: Account, region_code: str, known: dict[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            settings_text.AGENCY_EDIT,
            list(known),
            format_func=known.__getitem__,
            key="perangkat_diubah",
            placeholder=text.CHOOSE,
        )
        name = st.text_input(settings_text.AGENCY_NAME, known[code], key=f"perangkat_nama_{code}")
        renamed = st.button(
            settings_text.AGENCY_RENAME, key="perangkat_ganti", disabled=name == known[code]
        )
        dropped = st.button(settings_text.AGENCY_DROP, key="perangkat_hapus", type="tertiary")
    engine, place = load_engine(), region_code
    if renamed:
        seen, rename = known[code], actions.set_agency
        take_step(
            "pengaturan",
            lambda: rename(engine, person, region_code=place, code=code, name=name, seen_name=seen),
        )
    if dropped:
        drop = actions.drop_agency
        take_step("pengaturan", lambda: drop(engine, person, region_code=place, code=code))


def draw_duties(person: Account, region_code: str) -> None:
    """Which agency answers for each item; all changes are saved together."""
    st.text(settings_text.DUTIES_INTRO)
    columns = settings_text.DUTY_COLUMNS
    known = {
        code: settings_text.AGENCY_LABEL.format(name=name, code=code)
        for code, name in list_agencies(region_code).items()
    }
    if not known:
        st.info(settings_text.DUTY_NONE)
        return
    items = stage_loaders.load_items().merge(
        stage_loaders.load_responsible(region_code),
        how="left",
        left_on="code",
        right_on="item_code",
    )
    parties = stage_loaders.load_agency_names()
    table = pd.DataFrame(
        {
            columns["code"]: items["code"],
            columns["name"]: items["name"],
            columns["party"]: items["party"].map(parties),
            columns["agency"]: items["agency"].map(known),
        }
    )
    if not may(person, "atur_penanggung_jawab", region_code):
        st.dataframe(table, hide_index=True, width="stretch", placeholder=text.DASH)
        return
    edited = _edit(table, known, region_code, int(items["version"].fillna(0).sum()))
    duties = find_changes(items, edited[columns["agency"]], known)
    label = (
        settings_text.DUTIES_SAVE
        if not duties
        else f"{settings_text.DUTIES_SAVE} ({_count(duties)})"
    )
    if st.button(label, key="tanggung_jawab_simpan", type="primary", disabled=not duties):
        save = actions.set_responsible
        take_step(
            "pengaturan",
            lambda: save(load_engine(), person, region_code=region_code, duties=duties),
        )


def _edit(table: pd.DataFrame, known: dict[str, str], code: str, version: int) -> pd.DataFrame:
    """The table with one column to choose in; another version starts another editor."""
    column = settings_text.DUTY_COLUMNS["agency"]
    return st.data_editor(
        table,
        hide_index=True,
        width="stretch",
        height=420,
        placeholder=text.DASH,
        disabled=[name for name in table.columns if name != column],
        column_config={column: st.column_config.SelectboxColumn(options=list(known.values()))},
        key=f"tanggung_jawab_{code}_{version}",
    )


def find_changes(
    items: pd.DataFrame, chosen: pd.Series, known: dict[str, str]
) -> list[actions.Duty]:
    """Items whose agency is another than stored. `items`: code, agency, version, NaN for none."""
    codes = {name: code for code, name in known.items()}
    duties = []
    for row, name in zip(items.itertuples(index=False), chosen, strict=True):
        agency = codes.get(name) if isinstance(name, str) else None
        stored = row.agency if isinstance(row.agency, str) else None
        if agency != stored:
            version = 0 if pd.isna(row.version) else int(row.version)
            duties.append(actions.Duty(row.code, agency, version))
    return duties


def _count(duties: list[actions.Duty]) -> str:
    return settings_text.DUTIES_CHANGED.format(count=format_count(len(duties)))
