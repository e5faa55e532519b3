"""Several at once: parts that wait for this verifikator, stages that wait for this penyetuju."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import SUBMITTED, VERIFIED, PartState
from app import stage_loaders
from app.access import Account, may
from app.actions import tahapan as actions
from app.components.stage_actions import take_step
from app.format import format_count
from app.loaders import load_engine
from app.stage_words import name_agency
from app.text import tahapan as text


def draw_bulk(person: Account, region_code: str, year: int) -> None:
    """Verify or approve what waits for this person inside a region, all in one go or none."""
    board = stage_loaders.load_board(region_code, year)
    verifiable, approvable = list_verifiable(person, board), list_approvable(person, board)
    if len(verifiable) < 2 and len(approvable) < 2:
        return
    with st.expander(text.BULK_TITLE, icon=":material/checklist:"):
        if len(verifiable) > 1:
            chosen = _choose(text.BULK_VERIFY, verifiable, f"verifikasi_{region_code}_{year}")
            parts = [verifiable[label] for label in chosen]
            label = text.BULK_VERIFY_BUTTON.format(count=format_count(len(parts)))
            if st.button(label, key="sekaligus_verifikasi", disabled=not parts):
                step = actions.verify_parts
                take_step("verifikasi", lambda: step(load_engine(), person, parts))
        if len(approvable) > 1:
            chosen = _choose(text.BULK_APPROVE, approvable, f"setujui_{region_code}_{year}")
            wanted = [part for label in chosen for part in approvable[label]]
            label = text.BULK_APPROVE_BUTTON.format(count=format_count(len(chosen)))
            if st.button(label, key="sekaligus_setujui", disabled=not wanted):
                approve = actions.approve_stages
                take_step("setujui", lambda: approve(load_engine(), person, wanted))


def list_verifiable(person: Account, board: Sequence[StageStatus]) -> dict[str, PartState]:
    """Submitted parts that this person may verify, by what the list shows."""
    return {
        text.BULK_PART.format(
            region=status.place.name,
            stage=status.stage.name,
            agency=name_agency(part.part, status.place.code),
        ): part
        for status in board
        for part in status.parts
        if part.state == SUBMITTED and may(person, "verifikasi", part.wilayah_code, part.part)
    }


def list_approvable(person: Account, board: Sequence[StageStatus]) -> dict[str, list[PartState]]:
    """Verified parts of each stage that this person may approve, by what the list shows."""
    return {
        text.BULK_STAGE.format(region=status.place.name, stage=status.stage.name): [
            part for part in status.parts if part.state == VERIFIED
        ]
        for status in board
        if any(waiting.role == "penyetuju" for waiting in status.waiting)
        and may(person, "setujui", status.place.code, status.approver)
    }


def _choose(label: str, options: Mapping[str, object], key: str) -> list[str]:
    return st.multiselect(
        label, list(options), default=list(options), key=key, placeholder=text.CHOOSE
    )
