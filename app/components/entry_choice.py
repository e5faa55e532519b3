"""Which kecamatan, year, stage and part figures are entered for."""

import streamlit as st

from analysis.stages import SUBMITTED, PartState, Stage, can_enter
from app import loaders, stage_loaders
from app.access import Account, may
from app.actions.isian import StagePart
from app.components.selection import Selection
from app.components.stage_choice import choose_stage, choose_year
from app.items import list_entry_stages
from app.stage_words import name_agency
from app.text import isian as text

KECAMATAN_LENGTH = 8


def choose_kecamatan(person: Account, selection: Selection) -> str | None:
    """The kecamatan: the selected one, else one of the person's own, else any of the kabupaten's.

    None where a whole province is selected in which the person has no kecamatan.
    """
    if len(selection.code) >= KECAMATAN_LENGTH:
        return selection.code[:KECAMATAN_LENGTH]
    names = _list_own(person, selection.code)
    if not names and selection.region.level == "kabupaten":
        children = loaders.load_children(selection.code)
        names = dict(zip(children["code"], children["name"], strict=True))
    if len(names) < 2:
        return next(iter(names), None)
    chosen: str = st.selectbox(
        text.KECAMATAN_LABEL,
        list(names),
        format_func=names.__getitem__,
        key="isian_kecamatan",
        placeholder=text.CHOOSE,
        width=260,
    )
    return chosen


def _list_own(person: Account, scope_code: str) -> dict[str, str]:
    """The kecamatan in which the person holds a role, by code with their names."""
    codes = {g.wilayah_code for g in person.grants if len(g.wilayah_code) == KECAMATAN_LENGTH}
    inside = {c for c in codes if scope_code == loaders.NATION or c.startswith(f"{scope_code}.")}
    regions = (loaders.load_region(code) for code in sorted(inside))
    return {region.code: region.name for region in regions if region is not None}


def choose_place(person: Account, kecamatan_code: str) -> StagePart:
    """The year, stage and part: the first stage that waits for the person, their own part."""
    year = choose_year(kecamatan_code)
    stages = list_entry_stages()
    stage = choose_stage(stages, _find_first(person, kecamatan_code, year, stages))
    return StagePart(kecamatan_code, year, stage.code, _choose_part(person, kecamatan_code, stage))


def _find_first(
    person: Account, kecamatan_code: str, year: int, stages: tuple[Stage, ...]
) -> Stage:
    """The first stage that waits for this person; else the first that is not done, or the last."""
    open_stages = []
    for stage in stages:
        status = stage_loaders.load_status(kecamatan_code, year, stage.code)
        if status is None or status.is_final:
            continue
        if any(_waits(person, part) for part in status.parts):
            return stage
        open_stages.append(stage)
    return open_stages[0] if open_stages else stages[-1]


def _waits(person: Account, part: PartState) -> bool:
    """Tell whether a part is this person's to fill in or to verify now."""
    action = "isi" if can_enter(part.state) else "verifikasi"
    open_to = can_enter(part.state) or part.state == SUBMITTED
    return open_to and may(person, action, part.wilayah_code, part.part)


def _choose_part(person: Account, kecamatan_code: str, stage: Stage) -> str:
    own = [part for part in stage.parts if _is_own(person, kecamatan_code, part)]
    names = {part: name_agency(part, kecamatan_code) for part in stage.parts}
    for part in own:
        names[part] = text.PART_OWN.format(agency=names[part])
    chosen = st.segmented_control(
        text.PART_LABEL,
        stage.parts,
        default=(own or list(stage.parts))[0],
        format_func=names.__getitem__,
        key=f"isian_bagian_{kecamatan_code}",
        required=True,
    )
    return str(chosen)


def _is_own(person: Account, kecamatan_code: str, part: str) -> bool:
    actions = ("isi", "verifikasi")
    return any(may(person, action, kecamatan_code, part) for action in actions)
