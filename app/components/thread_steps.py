"""A chain as steps one below the other, each with the page where it is recorded."""

from collections.abc import Iterable

import streamlit as st

from app.components.problem_choice import draw_links
from app.format import escape_markdown
from app.text import benang as text
from app.thread_steps import Step

_ICONS = {
    "ada": ":material/check_circle:",
    "putus": ":material/link_off:",
    "tiada": ":material/radio_button_unchecked:",
}
_COLOURS = {"ada": "green", "putus": "red", "tiada": "gray"}
_PAGES = {
    "lokasi": "lokasi_masalah",
    "layanan": "layanan_tertinggal",
    "penyebab": "masalah",
    "usulan": "rembuk",
    "anggaran": "nasib_usulan",
    "realisasi": "anggaran",
    "cakupan": "cakupan",
}


def draw_steps(steps: Iterable[Step], region_code: str, key: str) -> None:
    """Draw the steps of one chain; what is missing says so in words, not by its colour alone."""
    for number, step in enumerate(steps, start=1):
        words = text.STEP_TITLE.format(
            number=number, title=text.STEPS[step.code], state=text.STEP_STATES[step.state]
        )
        with st.container(key=f"langkah_{key}_{step.code}", gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.badge(
                    escape_markdown(words),
                    icon=_ICONS[step.state],
                    color=_COLOURS[step.state],  # type: ignore[arg-type]
                    width="content",
                )
                if step.code in _PAGES:
                    draw_links(region_code, (_PAGES[step.code], text.STEP_LINKS[step.code]))
            for line in step.lines:
                st.text(line)
