"""Nasib usulan: how many proposals came how far, and the list of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from app import thread_loaders
from app.components.frame import is_demo
from app.components.table_height import fit_height
from app.components.thread_choice import choose_one
from app.components.upload_result import EXCEL
from app.documents.benang import export_fates, list_notes
from app.documents.exported import to_xlsx
from app.format import escape_markdown, format_count, format_idr
from app.problem_figures import is_inside
from app.proposal_words import name_agency
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import benang as text
from app.thread_figures import Deeds, Proposal
from app.thread_words import Names, find_fate, sum_known, tabulate_fates

_ROWS = 12
_WIDTHS = {
    "number": 130,
    "activity": 250,
    "fate": 120,
    "own": 95,
    "higher": 115,
    "amount_idr": 85,
    "budget_idr": 85,
    "realised_idr": 85,
    "agency": 160,
}
_WAITING = "belum_dicocokkan"


@dataclass(frozen=True, slots=True)
class FateLook:
    """The proposals of a region and of those inside it, with what became of each."""

    code: str
    year: int
    deeds: Deeds
    names: Names
    proposals: tuple[Proposal, ...]
    fates: Mapping[int, str]


def load_look(code: str, year: int) -> FateLook:
    """The proposals of a region in a year of the cycle."""
    deeds = thread_loaders.load_deeds(code, year)
    own = tuple(each for each in deeds.proposals.values() if is_inside(each.wilayah_code, code))
    fates = {each.id: find_fate(each, deeds) for each in own}
    return FateLook(code, year, deeds, thread_loaders.load_names(code), own, fates)


def draw_counts(look: FateLook) -> None:
    """How many proposals there are, and how many came how far."""
    counts = Counter(look.fates.values())
    with st.grid(min_column_width=140):
        total = format_count(len(look.proposals))
        st.metric(text.TOTAL, total, help=text.TOTAL_HELP, border=True)
        for code, label in text.FATES.items():
            st.metric(label, format_count(counts[code]), help=text.FATES_HELP[code], border=True)


def draw_waiting(look: FateLook) -> None:
    """What was agreed and is in no budget yet: how many, for how much."""
    waiting = [each for each in look.proposals if look.fates[each.id] == _WAITING]
    if not waiting:
        return
    amount = sum_known(each.amount_idr for each in waiting)
    unknown = sum(each.amount_idr is None for each in waiting)
    sentence = text.FATE_WAITING.format(
        count=format_count(len(waiting)),
        amount=format_idr(amount, text.NO_AMOUNT),
        next=look.year + 1,
    )
    if unknown and amount is not None:
        sentence += " " + text.FATE_WAITING_UNKNOWN.format(count=format_count(unknown))
    st.info(escape_markdown(sentence), icon=":material/hourglass_top:")


def choose_shown(look: FateLook) -> tuple[Proposal, ...]:
    """Proposals of one fate, region or agency; all of them unless chosen otherwise."""
    regions = {
        each.wilayah_code: look.names.get(each.wilayah_code, each.wilayah_code)
        for each in look.proposals
    }
    agencies = {
        each.agency: name_agency(each.agency, look.deeds.agencies)
        for each in look.proposals
        if each.agency
    }
    present = {code: label for code, label in text.FATES.items() if code in look.fates.values()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        fate = choose_one(text.FATE_FILTER, present, "nasib_saring")
        region = choose_one(text.FATE_FILTER_REGION, regions, "nasib_wilayah")
        agency = choose_one(text.FATE_FILTER_AGENCY, agencies, "nasib_opd")
    return tuple(
        each
        for each in look.proposals
        if fate in {"", look.fates[each.id]}
        and region in {"", each.wilayah_code}
        and agency in {"", each.agency}
    )


def choose_proposal(look: FateLook, shown: Sequence[Proposal]) -> Proposal | None:
    """Draw the list; the proposal that was picked in it."""
    words = {"shown": format_count(len(shown)), "count": format_count(len(look.proposals))}
    st.text(text.FATE_COUNT.format(**words))
    if not shown:
        st.text(text.FATE_NO_MATCH)
        return None
    st.caption(text.FATE_HINT)
    picked = st.dataframe(
        thread_loaders.load_fates(look.code, look.year, [each.id for each in shown]),
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), _ROWS),
        placeholder=text.NO_VALUE,
        on_select="rerun",
        selection_mode="single-row",
        # A choice belongs to the rows that were seen: other filters begin without one.
        key=f"nasib_tabel_{look.code}_{look.year}_{hash(tuple(each.id for each in shown))}",
        column_config={
            text.FATE_COLUMNS[key]: st.column_config.Column(width=width)
            for key, width in _WIDTHS.items()
        },
    )
    rows = [position for position in picked.selection.rows if position < len(shown)]
    return shown[rows[0]] if rows else None


def draw_download(look: FateLook, shown: Sequence[Proposal]) -> None:
    """Offer the shown proposals as Excel; made when asked for."""
    if not shown:
        return
    name = text.FATE_FILE.format(code=look.code, year=look.year)
    st.download_button(
        text.DOWNLOAD,
        data=lambda: _make(look, shown, demo=is_demo()),
        file_name=f"{name}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="nasib_unduh",
    )


def _make(look: FateLook, shown: Sequence[Proposal], *, demo: bool) -> bytes:
    words = {"shown": format_count(len(shown)), "count": format_count(len(look.proposals))}
    extra = [(text.NOTE_FILTER, text.FATE_COUNT.format(**words))]
    made = load_now(look.code)
    notes = list_notes(name_region(look.code), look.year, extra, demo=demo, made_on=made)
    return to_xlsx(export_fates(tabulate_fates(shown, look.deeds, look.names), notes))
