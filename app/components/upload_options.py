"""What is said of a file before it is handed in: month, source, area, options."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st
from babel.dates import get_month_names

from app import loaders
from app.access import Account
from app.actions.uploads import TABLE_MB, Upload, UploadRequest, areas_for
from app.components.stage_choice import YEAR_KEY
from app.format import LOCALE
from app.text import uploads as text
from app.upload_loaders import load_known_sources

_FIRST_YEAR = 2015
_AUGUST = 8
_ROWS_ONLY = ""


def choose_options(person: Account, request: UploadRequest) -> UploadRequest | None:
    """Let the person say what a file is of; None while something is missing."""
    if request.kind == "wilayah":
        with st.expander(text.OPTIONS_TITLE):
            return replace(request, crosswalk=_choose_crosswalk("wilayah"))
    columns = st.columns([2, 1, 2, 3], vertical_alignment="top")
    period = _choose_month(columns[0], columns[1])
    source = columns[2].selectbox(
        text.SOURCE_LABEL,
        load_known_sources(),
        help=text.SOURCE_HELP,
        placeholder=text.SOURCE_PLACEHOLDER,
        accept_new_options=True,
        key="unggah_sumber",
    )
    with columns[3]:
        area = _choose_area(person)
    with st.expander(text.OPTIONS_TITLE):
        request = _choose_extras(request)
    return replace(request, period=period, source=source or "", area_code=area or None)


def _choose_month(left: "st.delta_generator.DeltaGenerator", right: object) -> str:
    names = get_month_names("wide", locale=LOCALE)
    month = left.selectbox(
        text.MONTH_LABEL,
        list(range(1, 13)),
        index=_AUGUST - 1,
        format_func=names.__getitem__,
        placeholder=text.CHOOSE,
        key="unggah_bulan",
    )
    now = datetime.now(UTC)
    years = list(range(now.year, _FIRST_YEAR - 1, -1))
    year = right.selectbox(  # type: ignore[attr-defined]
        text.YEAR_LABEL,
        years,
        index=years.index(_asked_year(years) or now.year - (now.month < _AUGUST)),
        placeholder=text.CHOOSE,
        key="unggah_tahun",
    )
    return f"{year}-{month:02d}"


def _asked_year(years: list[int]) -> int | None:
    """The year before the cycle in the address, for whoever comes from a task of that cycle."""
    asked = st.query_params.get(YEAR_KEY, "")
    return next((year for year in years if str(year + 1) == asked), None)


def _choose_area(person: Account) -> str:
    kabupaten = areas_for(person)
    chosen = kabupaten[0]
    if len(kabupaten) > 1:
        chosen = st.selectbox(
            text.KABUPATEN_LABEL,
            kabupaten,
            format_func=_name,
            placeholder=text.CHOOSE,
            key="unggah_kabupaten",
        )
    below = loaders.load_children(chosen)
    names = {chosen: text.AREA_WHOLE.format(name=_name(chosen)), _ROWS_ONLY: text.AREA_ROWS}
    names |= dict(zip(below["code"], below["name"], strict=True))
    area: str = st.selectbox(
        text.AREA_LABEL,
        [chosen, *below["code"], _ROWS_ONLY],
        format_func=names.__getitem__,
        help=text.AREA_HELP,
        placeholder=text.CHOOSE,
        key=f"unggah_wilayah_{chosen}",
    )
    return area


def _name(code: str) -> str:
    region = loaders.load_region(code)
    return region.name if region else code


def _choose_extras(request: UploadRequest) -> UploadRequest:
    create = st.checkbox(text.NEW_PUSKESMAS, help=text.NEW_PUSKESMAS_HELP, key="unggah_puskesmas")
    left, right = st.columns(2)
    with left:
        sent = st.file_uploader(
            text.MAPPING_LABEL,
            type=["csv", "xlsx"],
            help=text.MAPPING_HELP,
            key="unggah_pemetaan",
            max_upload_size=TABLE_MB,
        )
    with right:
        crosswalk = _choose_crosswalk("pengukuran")
    mapping = Upload(sent.name, sent.getvalue()) if sent else None
    return replace(request, create_puskesmas=create, mapping=mapping, crosswalk=crosswalk)


def _choose_crosswalk(kind: str) -> Upload | None:
    sent = st.file_uploader(
        text.CROSSWALK_LABEL,
        type=["csv", "xlsx", "gz"],
        help=text.CROSSWALK_HELP,
        key=f"unggah_padanan_{kind}",
        max_upload_size=TABLE_MB,
    )
    return Upload(sent.name, sent.getvalue()) if sent else None
