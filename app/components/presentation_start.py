"""Freezing the figures of a story, showing it, and taking it along as PowerPoint or PDF."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from analysis.story import list_slides
from app import loaders, presentation_loaders
from app.access import Account, may_somewhere
from app.actions import presentasi as actions
from app.components.presentation_choice import choose_meeting, describe_meeting
from app.components.presentation_message import end_with, try_action
from app.components.presentation_show import keep_ready, start_show
from app.documents.slides_pdf import write_pdf
from app.documents.slides_pptx import write_pptx
from app.format import escape_markdown
from app.meeting_words import name_region
from app.presentation_deck import make_deck
from app.presentation_loaders import Story
from app.presentation_model import DrawnSlide
from app.stage_words import write_moment
from app.text import presentasi as text

_MIMES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
}
_ICONS = {"pptx": ":material/co_present:", "pdf": ":material/picture_as_pdf:"}
_WRITERS: dict[str, Callable[[Sequence[DrawnSlide], str], bytes]] = {
    "pptx": write_pptx,
    "pdf": write_pdf,
}


def draw_ready(person: Account, code: str, year: int, kind: str, source: str | None) -> None:
    """The ready story: shown at once with the figures of now, which hold until it is closed."""
    st.text(text.READY_NOTE)
    meeting_id = choose_meeting(code, year, kind, "siap_rapat")
    title = text.DEFAULT_TITLE.format(kind=text.KINDS[kind], region=name_region(code), year=year)

    def take() -> dict[str, Any]:
        return presentation_loaders.take_figures(code, year, kind, source, meeting_id)

    def make() -> tuple[DrawnSlide, ...]:
        return make_deck(take(), list_slides(kind), title, loaders.load_layer_content)

    with st.container(horizontal=True):
        if st.button(text.SHOW, type="primary", key="siap_tayang", help=text.SHOW_HELP):
            with st.spinner(text.PREPARING):
                keep_ready(code, year, kind, meeting_id, take())
            start_show(code=code, year=year, kind=kind, meeting_id=meeting_id)
        _draw_downloads(person, make, title, f"{kind}-{code}-{year}")


def draw_start(
    person: Account, story: Story, source: str | None, *, editable: bool, is_changed: bool
) -> None:
    """A saved story: when its figures were frozen, freezing them, showing it, its files."""
    frozen = presentation_loaders.load_frozen(story.id)
    if frozen is None or story.frozen_at is None:
        said = text.NOT_FROZEN if editable else text.NOT_FROZEN_OTHER
        st.warning(said, icon=":material/update:")
    else:
        when = write_moment(story.frozen_at, story.wilayah_code)
        st.info(text.FROZEN_AT.format(when=when), icon=":material/ac_unit:")
        meeting = frozen["story"]["meeting"]
        if meeting is not None:
            held = date.fromisoformat(meeting["held_on"]) if meeting["held_on"] else None
            name = describe_meeting(meeting["kind"], held, is_frozen=meeting["own_figures"])
            st.caption(escape_markdown(text.FROZEN_FROM.format(meeting=name)))
    if editable:
        _draw_freeze(person, story, source)
    if frozen is None:
        return
    if is_changed:
        st.caption(text.SAVE_FIRST)
    with st.container(horizontal=True):
        if st.button(
            text.SHOW,
            type="primary",
            key="naskah_tayang",
            help=text.SHOW_HELP,
            disabled=is_changed,
        ):
            start_show(story_id=story.id)

        def make() -> tuple[DrawnSlide, ...]:
            return presentation_loaders.load_deck(story)

        name = f"{story.kind}-{story.wilayah_code}-{story.year}-{story.id}"
        _draw_downloads(person, make, story.title, name)


def _draw_freeze(person: Account, story: Story, source: str | None) -> None:
    code, year = story.wilayah_code, story.year
    meeting_id = choose_meeting(code, year, story.kind, f"naskah_rapat_{story.id}")

    def freeze() -> None:
        with st.spinner(text.PREPARING):
            figures = presentation_loaders.take_figures(code, year, story.kind, source, meeting_id)
        engine = loaders.load_engine()
        result = try_action(lambda: actions.freeze_story(engine, person, story, figures))
        end_with(result, text.FROZEN)

    if story.frozen_at is None:
        if st.button(text.FREEZE, type="primary", icon=":material/ac_unit:", key="naskah_beku"):
            freeze()
        return
    with st.popover(text.FREEZE_AGAIN, type="tertiary"):
        st.text(text.FREEZE_ASK)
        if st.button(text.FREEZE_YES, type="primary", key="naskah_beku_ulang"):
            freeze()


def _draw_downloads(
    person: Account, make: Callable[[], tuple[DrawnSlide, ...]], title: str, name: str
) -> None:
    """The same slides as files; each is made only when asked for."""
    if not may_somewhere(person, "unduh"):
        return
    for form, label in text.DOWNLOADS.items():
        st.download_button(
            label,
            data=lambda form=form: _WRITERS[form](make(), title),  # type: ignore[misc]
            file_name=text.FILE_NAME.format(name=name, form=form),
            mime=_MIMES[form],
            icon=_ICONS[form],
            on_click="ignore",
            key=f"naskah_unduh_{form}",
        )
