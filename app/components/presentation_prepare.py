"""The slides of a story: which, in which order, with which sentence; saved together."""

from dataclasses import replace

import streamlit as st

from analysis.story import LONGEST_SENTENCE, Slides, StorySlide, move_slide, read_slides
from app import loaders
from app.access import Account
from app.actions import presentasi as actions
from app.components.presentation_message import end_with, try_action
from app.presentation_loaders import Story
from app.text import presentasi as text

_NAME_PX, _NUMBER_PX = 260, 32


def draw_slides(person: Account, story: Story, *, editable: bool) -> bool:
    """Draw the list; tell whether something in it is not saved yet."""
    st.subheader(text.SLIDES_TITLE, anchor=False)
    if not editable:
        _draw_read_only(read_slides(story.slides, story.kind))
        return False
    st.caption(text.SLIDES_HINT.format(count=LONGEST_SENTENCE))
    stored = read_slides(story.slides, story.kind)
    mark = f"{story.id}_{story.version}"
    title = st.text_input(
        text.STORY_TITLE,
        story.title,
        max_chars=actions.LONGEST_TITLE,
        key=f"naskah_nama_{mark}",
        width=640,
    )
    order: Slides = st.session_state.get(f"_naskah_urutan_{mark}", stored)
    typed = tuple(_draw_row(mark, order, index) for index in range(len(order)))
    is_changed = (title, typed) != (story.title, stored)
    _draw_buttons(person, story, title, typed, is_changed=is_changed)
    return is_changed


def _draw_row(mark: str, order: Slides, index: int) -> StorySlide:
    slide = order[index]
    name = text.SLIDE_NAMES[slide.kind]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"{index + 1}.", width=_NUMBER_PX)
        shown = st.checkbox(
            name, slide.shown, key=f"naskah_tampil_{mark}_{slide.kind}", width=_NAME_PX
        )
        sentence = st.text_input(
            text.SENTENCE.format(slide=name),
            slide.sentence,
            max_chars=LONGEST_SENTENCE,
            key=f"naskah_kalimat_{mark}_{slide.kind}",
            label_visibility="collapsed",
            placeholder=text.SENTENCE_HINT,
        )
        for label, hint, step, last in (
            (text.UP, text.UP_HELP, -1, 0),
            (text.DOWN, text.DOWN_HELP, 1, len(order) - 1),
        ):
            st.button(
                label,
                key=f"naskah_{step}_{mark}_{slide.kind}",
                help=hint.format(slide=name),
                type="tertiary",
                disabled=index == last,
                on_click=_move,
                args=(mark, order, index, step),
            )
    return replace(slide, shown=bool(shown), sentence=" ".join((sentence or "").split()))


def _move(mark: str, order: Slides, index: int, step: int) -> None:
    st.session_state[f"_naskah_urutan_{mark}"] = move_slide(order, index, step)


def _draw_read_only(slides: Slides) -> None:
    for number, slide in enumerate((each for each in slides if each.shown), start=1):
        words = f"{number}. {text.SLIDE_NAMES[slide.kind]}"
        st.text(f"{words}: {slide.sentence}" if slide.sentence else words)


def _draw_buttons(
    person: Account, story: Story, title: str, slides: Slides, *, is_changed: bool
) -> None:
    engine = loaders.load_engine()
    if is_changed:
        st.warning(text.UNSAVED, icon=":material/edit:")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(text.SAVE, type="primary", key="naskah_simpan", disabled=not is_changed):
            result = try_action(
                lambda: actions.change_story(engine, person, story, title=title, slides=slides)
            )
            end_with(result, text.SAVED)
        if is_changed and st.button(text.DISCARD, key="naskah_buang"):
            _forget(story)
            st.rerun()
        with st.popover(text.REMOVE, type="tertiary"):
            st.text(text.REMOVE_ASK)
            if st.button(text.REMOVE_YES, type="primary", key=f"naskah_hapus_{story.id}"):
                result = try_action(lambda: actions.remove_story(engine, person, story))
                end_with(result, text.REMOVED)


def _forget(story: Story) -> None:
    """Drop what was typed and moved; the widgets begin again with what is stored."""
    mark = f"{story.id}_{story.version}"
    for key in list(st.session_state):
        if str(key).startswith(("naskah_", "_naskah_urutan")) and mark in str(key):
            del st.session_state[key]
