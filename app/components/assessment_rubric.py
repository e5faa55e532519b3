"""What counts how much: the rubric in force, changing it, and its effect before it is saved."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis.monev import COMPONENTS, CRITERIA, Assessment, Rubric, find_rubric_fault
from analysis.monev_effect import compare_rubrics
from app import assessment_loaders, loaders
from app.access import Account, NotAllowedError
from app.actions import penilaian_rubrik as actions
from app.assessment_rubric import OwnedRubric, read_default_rubric
from app.assessment_words import name_class, write_score
from app.components.assessment_message import end
from app.format import escape_markdown, format_count, format_number, format_pct
from app.target_words import name_region
from app.text import penilaian as text

_OWNER_LENGTH = 5


def draw_rubric(code: str) -> OwnedRubric:
    """The rubric in force in a region beside our default, whose it is and why."""
    owned, default = assessment_loaders.load_rubric(code), read_default_rubric()
    st.text(text.RUBRIC_INTRO)
    st.caption(text.RUBRIC_SOURCE)
    if owned.owner is None:
        st.text(text.RUBRIC_DEFAULT)
    else:
        words = {"name": name_region(owned.owner), "reason": owned.reason}
        st.text(text.RUBRIC_OWN.format(**words))
    with st.grid(min_column_width=300):
        _draw_numbers(text.RUBRIC_WEIGHTS, text.COMPONENTS, owned.rubric.weights, default.weights)
        _draw_numbers(text.RUBRIC_POINTS, text.CRITERIA, owned.rubric.points, default.points)
        _draw_numbers(
            text.RUBRIC_BOUNDS,
            {"berkembang": text.RUBRIC_DEVELOPING, "berdaya": text.RUBRIC_EMPOWERED},
            _list_bounds(owned.rubric),
            _list_bounds(default),
        )
    return owned


def _list_bounds(rubric: Rubric) -> dict[str, float]:
    return {"berkembang": rubric.developing_from, "berdaya": rubric.empowered_from}


def _draw_numbers(
    title: str,
    names: Mapping[str, str],
    now: Mapping[str, float],
    default: Mapping[str, float],
) -> None:
    columns = text.RUBRIC_COLUMNS
    rows = [
        {
            columns["name"]: name,
            columns["now"]: format_number(now[key]),
            columns["default"]: format_number(default[key]),
        }
        for key, name in names.items()
    ]
    with st.container():
        st.caption(title)
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")


def draw_editing(person: Account, code: str, year: int) -> None:
    """Change the rubric of the person's own region: its effect first, then a reason, then save."""
    owner = code[:_OWNER_LENGTH]
    if not actions.may_set(person, owner):
        return
    version = assessment_loaders.load_rubric_version(owner)
    owned = assessment_loaders.load_rubric(owner)
    st.subheader(text.RUBRIC_EDIT.format(name=name_region(owner)), anchor=False)
    st.caption(text.RUBRIC_EDIT_INTRO)
    wanted = _draw_inputs(owned.rubric, f"rubrik_{owner}_{version}")
    if wanted is not None:
        if wanted == owned.rubric:
            st.text(text.EFFECT_UNCHANGED)
        else:
            _draw_effect(owner, year, wanted)
    _draw_saving(person, owner, owned, wanted, version)


def _draw_inputs(now: Rubric, key: str) -> Rubric | None:
    """Number fields; the rubric that they make, None where it contradicts itself (said so)."""
    weights = _draw_fields(text.RUBRIC_WEIGHTS, text.COMPONENTS, now.weights, COMPONENTS, key)
    points = _draw_fields(text.RUBRIC_POINTS, text.CRITERIA, now.points, CRITERIA, key)
    names = {"berkembang": text.RUBRIC_DEVELOPING, "berdaya": text.RUBRIC_EMPOWERED}
    bounds = _draw_fields(text.RUBRIC_BOUNDS, names, _list_bounds(now), tuple(names), key)
    st.text(text.RUBRIC_SUM.format(total=format_pct(sum(weights.values()), 1)))
    fault = find_rubric_fault(weights, points, bounds["berkembang"], bounds["berdaya"])
    if fault is not None:
        st.error(text.RUBRIC_FAULTS[fault])
        return None
    return Rubric(weights, points, bounds["berkembang"], bounds["berdaya"])


def _draw_fields(
    title: str,
    names: Mapping[str, str],
    now: Mapping[str, float],
    order: Sequence[str],
    key: str,
) -> dict[str, float]:
    st.caption(title)
    with st.grid(min_column_width=190):
        return {
            each: float(
                st.number_input(
                    names[each],
                    0,
                    100,
                    round(now[each]),
                    1,
                    key=f"{key}_{each}",
                )
            )
            for each in order
        }


def _draw_effect(owner: str, year: int, wanted: Rubric) -> None:
    """Who would be in another class, and everybody's total before and after."""
    found = compare_rubrics(_list_affected(owner, year), wanted)
    changed = [each for each in found if each.changes_class]
    st.markdown(f"**{text.EFFECT_TITLE}**")
    if not changed:
        st.text(text.EFFECT_NONE)
    else:
        st.warning(
            text.EFFECT_SOME.format(count=format_count(len(changed))),
            icon=":material/swap_vert:",
        )
    columns = text.EFFECT_COLUMNS
    rows = [
        {
            columns["name"]: each.name,
            columns["before"]: name_class(each.before, text.DASH),
            columns["after"]: name_class(each.after, text.DASH),
            columns["total_before"]: write_score(each.total_before),
            columns["total_after"]: write_score(each.total_after),
        }
        for each in found
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")
    if len(owner) < _OWNER_LENGTH:
        st.caption(text.EFFECT_BELOW)


def _list_affected(owner: str, year: int) -> list[Assessment]:
    """The region and those right below it, without those that have a rubric of their own."""
    return [
        each
        for code, each in assessment_loaders.load_assessments(owner, year).items()
        if assessment_loaders.load_rubric(code).owner in (None, owner, owner[:2])
    ]


def _draw_saving(
    person: Account, owner: str, owned: OwnedRubric, wanted: Rubric | None, version: int
) -> None:
    reason = st.text_input(
        text.RUBRIC_REASON,
        max_chars=400,
        key=f"rubrik_{owner}_{version}_alasan",
        placeholder=text.RUBRIC_REASON_HINT,
    )
    with st.container(horizontal=True):
        changed = wanted is not None and wanted != owned.rubric
        if st.button(text.RUBRIC_SAVE, type="primary", disabled=not changed, key="rubrik_simpan"):
            _save(person, owner, wanted, reason, version)
        if owned.owner == owner and st.button(text.RUBRIC_RESET, key="rubrik_bawaan"):
            _save(person, owner, None, reason, version)


def _save(person: Account, owner: str, rubric: Rubric | None, reason: str, version: int) -> None:
    try:
        fault = actions.set_rubric(
            loaders.load_engine(),
            person,
            region_code=owner,
            rubric=rubric,
            reason=reason,
            version=version,
        ).fault
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if fault in {"catatan_kosong", "catatan_panjang"}:
        st.error(text.FAULTS[fault])  # the fields keep what was typed
        return
    sentence = text.RUBRIC_DONE if fault is None else text.FAULTS[fault]
    end("success" if fault is None else "error", escape_markdown(sentence))
