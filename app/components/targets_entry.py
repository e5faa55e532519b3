"""Setting targets: the snapshot, its cells, and what stands in the way.

The snapshot lives in the session. While something is typed the database is not asked again, since
an editor reports its edits by position.
"""

import streamlit as st

from analysis.stages import can_enter
from app import entry_loaders, loaders, target_loaders
from app.access import Account
from app.actions.isian import StagePart
from app.actions.target import TargetConflict, TargetPlace
from app.components.conflict import draw_conflicts
from app.components.entry_frame import read_part_state
from app.components.kept_sheet import choose_sheet_view, keep_sheet, warn_unsaved
from app.components.targets_grid import draw_form, draw_grid, draw_values
from app.components.targets_old import draw_old_targets
from app.components.targets_review import draw_message, draw_review, save_sheet
from app.conflict_words import ConflictWords, describe_conflict
from app.entry_words import write_lock
from app.format import escape_markdown
from app.session import begin_fragment
from app.stage_words import name_agency
from app.target_items import (
    BAPPEDA,
    COVERAGE_DOCUMENTS,
    PREVALENCE,
    PREVALENCE_DOCUMENTS,
    YEARS,
    list_own_parts,
    stage_of,
)
from app.target_sheet import Line, TargetSheet, make_sheet
from app.target_words import list_prevalence_lines, list_service_lines, write_target
from app.text import target as text


def draw_entry(person: Account, code: str, year: int) -> None:
    """Draw what this person may set here: the part, prevalence or services, document, cells."""
    parts = list_own_parts(person, code, target_loaders.load_responsible(code))
    if not parts:
        _draw_not_theirs(person, code)
        return
    if stage_of(code) is None:
        st.info(text.OWN_KECAMATAN, icon=":material/info:")
    st.text(text.ENTER_INTRO)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        part = _choose_part(parts, code)
        lines = _choose_lines(code, parts[part])
    place = TargetPlace(code, year, part)
    _draw_cells(place, tuple(lines))
    if part == BAPPEDA:
        draw_old_targets(person, place)


def _draw_not_theirs(person: Account, code: str) -> None:
    agencies = {g.agency for g in person.grants if g.role == "operator" and g.wilayah_code == code}
    if stage_of(code) is None:
        words = text.NOT_YOURS_KECAMATAN
    elif agencies - {""}:
        words = text.NO_DUTY
    else:
        words = text.NOT_YOURS
    st.info(words, icon=":material/visibility:")


def _choose_part(parts: dict[str, tuple[str, ...]], code: str) -> str:
    if len(parts) == 1:
        return next(iter(parts))
    chosen: str = st.selectbox(
        text.PART_LABEL,
        list(parts),
        format_func=lambda part: name_agency(part, code),
        key=f"target_bagian_{code}",
        placeholder=text.CHOOSE,
        width=260,
    )
    return chosen


def _choose_lines(code: str, codes: tuple[str, ...]) -> list[Line]:
    """The rows of what is chosen: documents of the prevalence, or services in one document."""
    if PREVALENCE in codes and _wants_prevalence():
        return list_prevalence_lines(PREVALENCE_DOCUMENTS)
    usual = _find_usual(code, codes)
    document: str = st.selectbox(
        text.DOCUMENT_LABEL,
        COVERAGE_DOCUMENTS,
        index=COVERAGE_DOCUMENTS.index(usual),
        format_func=text.DOCUMENTS.__getitem__,
        key="target_dokumen",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return list_service_lines(codes, document)


def _find_usual(code: str, codes: tuple[str, ...]) -> str:
    """The document that holds most of these targets; without any, the agency's or region's plan."""
    rows = target_loaders.load_targets(code)
    chosen = rows["item_code"].isin(codes) & rows["document"].isin(COVERAGE_DOCUMENTS)
    own = rows[chosen & (rows["wilayah_code"] == code) & (rows["item_code"] != PREVALENCE)]
    if not own.empty:
        return str(own["document"].value_counts().idxmax())
    return "RPJMD" if PREVALENCE in codes else "Renja"


def _wants_prevalence() -> bool:
    kinds = (text.WHAT_PREVALENCE, text.WHAT_COVERAGE)
    what = st.segmented_control(
        text.WHAT_LABEL, kinds, default=kinds[0], key="target_jenis", required=True
    )
    return what == text.WHAT_PREVALENCE


@st.fragment
def _draw_cells(place: TargetPlace, lines: tuple[Line, ...]) -> None:
    begin_fragment()
    sheet = _take_sheet(place, lines)
    draw_message()
    if sheet.conflicts:
        _draw_conflicts(sheet)
    elif _is_locked(sheet):
        draw_values(sheet)
    else:
        _draw_editable(sheet)


def _draw_conflicts(sheet: TargetSheet) -> None:
    persons = entry_loaders.load_person_names()

    def describe(conflict: TargetConflict) -> ConflictWords:
        ours = conflict.ours
        cell = text.CONFLICT_CELL.format(row=sheet.name_line(ours.key), year=ours.year)
        return describe_conflict(conflict, cell, write_target, persons, sheet.place.wilayah_code)

    draw_conflicts(
        sheet,
        describe,
        lambda: save_sheet(sheet, sheet.pending),
        title=text.CONFLICT_TITLE,
        prefix="target_bentrok",
    )


def _take_sheet(place: TargetPlace, lines: tuple[Line, ...]) -> TargetSheet:
    kind = f"{lines[0].item_code}_{lines[-1].document}"
    key = f"lembar_target_{place.wilayah_code}_{place.year}_{place.part}_{kind}"
    seen = (loaders.topic_key("target", "pengaturan"), lines)
    return keep_sheet(
        key,
        seen,
        lambda: make_sheet(place, lines, YEARS, target_loaders.load_targets(place.wilayah_code)),
    )


def _is_locked(sheet: TargetSheet) -> bool:
    """Tell whether this part takes no entries now, and say why and who can help."""
    place, stage = sheet.place, stage_of(sheet.place.wilayah_code)
    if stage is None:
        return False
    part = StagePart(place.wilayah_code, place.year, stage, place.part)
    state, approver = read_part_state(part)
    if can_enter(state):
        return False
    agency = name_agency(place.part, place.wilayah_code)
    words = write_lock(state, place.wilayah_code, agency, place.part, approver)
    st.info(escape_markdown(words), icon=":material/lock:")
    warn_unsaved(sheet)
    return True


def _draw_editable(sheet: TargetSheet) -> None:
    view = choose_sheet_view(sheet, (text.GRID_VIEW, text.FORM_VIEW), "target_tampilan")
    if view == text.FORM_VIEW:
        draw_form(sheet)
    else:
        draw_grid(sheet)
    draw_review(sheet)
