"""What is shown and how far it is approved; what to do while there is no budget."""

import streamlit as st

from analysis.budget_calendar import find_cycle_year, find_stage
from app.budget_figures import read_thresholds
from app.budget_view_loaders import load_sums
from app.budget_words import name_snapshot
from app.components.budget_choice import BudgetLook, BudgetPlace
from app.components.coverage import draw_links
from app.components.frame import is_demo
from app.components.stage_marks import Mark, find_mark
from app.coverage_words import name_period
from app.documents.anggaran import list_frame_notes, list_gap_notes
from app.format import escape_markdown, format_count, format_idr_short
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import anggaran as text
from geo.codes import level_of


def draw_nation() -> None:
    """The whole country is selected: say that an owner of a budget is needed."""
    st.subheader(text.NATION_TITLE, anchor=False)
    st.text(text.NATION)


def draw_empty(place: BudgetPlace) -> None:
    """No snapshot yet: what to do, who does it, and where."""
    st.subheader(text.EMPTY_TITLE, anchor=False)
    st.text(text.EMPTY.format(name=name_region(place.owner_code)))
    st.text("\n".join(text.EMPTY_STEPS))
    draw_links(
        place.owner_code,
        ("data_masuk", text.LINK_INTAKE),
        ("penandaan", text.LINK_TAGGING),
        ("biaya_satuan", text.LINK_COSTS),
    )


def draw_untagged(look: BudgetLook) -> None:
    """There is a budget, but nothing tagged here yet: who goes on, and where."""
    activities = look.data.activities
    words = text.NOTHING_TAGGED.format(
        snapshot=name_snapshot(look.snapshot),
        name=name_region(look.place.owner_code),
        lines=format_count(activities["line_count"].sum()),
        total=format_idr_short(activities["total_idr"].sum()),
    )
    st.subheader(text.NOTHING_TAGGED_TITLE, anchor=False)
    st.text(words)
    draw_links(look.place.code, ("penandaan", text.LINK_TAGGING))


def draw_heading(look: BudgetLook) -> None:
    """Snapshot, owner and sums in one line; marks of approval and of money divided equally."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(escape_markdown(describe(look)), width="content")
        for words, mark in list_marks(look):
            st.badge(words, color="green" if mark.is_final else "orange")
        divided = int(load_sums(look.snapshot, look.place.code)["divided_idr"].iloc[0])
        if divided:
            words = text.MARK_DIVIDED.format(amount=format_idr_short(divided))
            st.badge(words, color="yellow", help=text.MARK_DIVIDED_HELP)
    period = name_period(look.period, long=True) if look.period else text.NO_PERIOD
    st.caption(escape_markdown(text.AGAINST.format(period=period, priority=look.priority.words)))
    if look.place.marked is not None:
        st.caption(escape_markdown(text.KECAMATAN_NOTE.format(desa=name_region(look.place.marked))))
    if not look.priority.codes:
        reason = text.PRIORITY_NONE[look.priority.kind].format(year=look.snapshot.year)
        st.info(reason, icon=":material/info:")
        draw_links(look.place.code, ("lokasi_masalah", text.LINK_PROBLEMS))


def describe(look: BudgetLook) -> str:
    """The snapshot, whose it is, and how much of it is tagged (or placed here)."""
    words = {
        "snapshot": name_snapshot(look.snapshot),
        "owner": name_region(look.place.owner_code),
        "name": look.place.name,
        "tagged": format_idr_short(load_sums(look.snapshot, look.place.code)["tagged_idr"].iloc[0]),
        "total": format_idr_short(look.data.activities["total_idr"].sum()),
    }
    return (text.LINE if look.place.is_owner else text.LINE_KECAMATAN).format(**words)


def list_marks(look: BudgetLook) -> list[tuple[str, Mark]]:
    """How far tagging is in its stage: of the owner's agencies, and of the kecamatan's own."""
    kind, owner = look.snapshot.kind, look.place.owner_code
    year = find_cycle_year(kind, look.snapshot.year)
    asked = [(text.MARK_OWNER, owner, level_of(owner))]
    if not look.place.is_owner:
        asked.append((text.MARK_KECAMATAN, look.place.code, "kecamatan"))
    found = [(who, find_mark(code, year, find_stage(kind, level))) for who, code, level in asked]
    return [(text.MARK.format(stage=who, words=mark.words), mark) for who, mark in found if mark]


def list_notes(look: BudgetLook, *, gaps: bool) -> list[tuple[str, str]]:
    """What a reader of a file must know; with the rules of needs where it holds `gaps`."""
    state = "; ".join(words for words, _ in list_marks(look)) or text.STATE_UNKNOWN
    notes = list_frame_notes(
        look.place.name, look.snapshot, state, demo=is_demo(), made_on=load_now(look.place.code)
    )
    return [*notes, *(list_gap_notes(look.period, read_thresholds()) if gaps else [])]
