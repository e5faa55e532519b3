"""Where the chosen lines' money goes: the whole region, some kecamatan, some desa, or not said."""

import streamlit as st

from app.ansit_loaders import load_problem_places
from app.format import format_count
from app.problem_loaders import load_lokus
from app.tagging_words import name_places
from app.target_words import name_region
from app.text import penandaan as text
from geo.codes import level_of

_NONE, _WHOLE, _DISTRICT, _DESA = "", "semua", "kecamatan", "desa"
_DESAS_KEY = "penandaan_desa"


def choose_places(owner_code: str, year: int) -> tuple[str, ...]:
    """The codes of the chosen places; none where the place is not said."""
    name = name_region(owner_code)
    labels = {
        _NONE: text.PLACE_NONE,
        _WHOLE: text.PLACE_WHOLE.format(name=name),
        _DISTRICT: text.PLACE_DISTRICT,
        _DESA: text.PLACE_DESA,
    }
    if level_of(owner_code) == "kecamatan":
        del labels[_DISTRICT]
    kind = st.radio(
        text.PLACE_LABEL,
        list(labels),
        format_func=labels.__getitem__,
        horizontal=True,
        help=text.PLACE_HELP,
        key=f"penandaan_tempat_{owner_code}",
    )
    if kind == _WHOLE:
        return (owner_code,)
    if kind == _DISTRICT:
        return _choose_districts(owner_code)
    return _choose_desas(owner_code, year) if kind == _DESA else ()


def _choose_districts(owner_code: str) -> tuple[str, ...]:
    names = name_places(owner_code)
    levels = ("kabupaten", "kecamatan") if level_of(owner_code) == "provinsi" else ("kecamatan",)
    codes = [code for code in names if code != owner_code and level_of(code) in levels]
    chosen = st.multiselect(
        text.PLACE_DISTRICTS,
        codes,
        format_func=names.__getitem__,
        key=f"penandaan_kecamatan_{owner_code}",
        placeholder=text.CHOOSE,
    )
    return tuple(chosen)


def _choose_desas(owner_code: str, year: int) -> tuple[str, ...]:
    names, key = name_places(owner_code), f"{_DESAS_KEY}_{owner_code}"
    rows = load_problem_places(owner_code)
    desas = [str(code) for code in rows.loc[rows["level"] == "desa", "code"]]
    within = _choose_within(owner_code, desas, names)
    kept = [code for code in st.session_state.get(key, []) if code in names]
    options = [code for code in desas if code.startswith(within) or code in kept]
    _draw_lokus(owner_code, year, key, set(desas))
    chosen = st.multiselect(
        text.PLACE_DESAS,
        [*options, *(code for code in st.session_state.get(key, []) if code not in options)],
        format_func=names.__getitem__,
        key=key,
        placeholder=text.CHOOSE,
    )
    return tuple(chosen)


def _choose_within(owner_code: str, desas: list[str], names: dict[str, str]) -> str:
    """One kecamatan whose desa are offered, where there are many."""
    districts = sorted({code.rpartition(".")[0] for code in desas})
    if len(districts) < 2:
        return owner_code
    options = [owner_code, *districts]
    chosen: str = st.selectbox(
        text.PLACE_IN,
        options,
        format_func=lambda code: text.ALL if code == owner_code else names.get(code, code),
        key=f"penandaan_desa_di_{owner_code}",
        placeholder=text.CHOOSE,
    )
    return chosen


def _draw_lokus(owner_code: str, year: int, key: str, desas: set[str]) -> None:
    """Fill in the desa that are lokus of the year, where a decree chose any."""
    lokus = [str(code) for code in load_lokus(owner_code, year)["wilayah_code"] if code in desas]
    if not lokus:
        return
    st.button(
        text.PLACE_LOKUS.format(count=format_count(len(lokus)), year=year),
        key=f"penandaan_lokus_{owner_code}",
        help=text.PLACE_LOKUS_HELP,
        icon=":material/location_on:",
        on_click=_fill,
        args=(key, tuple(lokus)),
    )


def _fill(key: str, codes: tuple[str, ...]) -> None:
    st.session_state[key] = list(codes)
