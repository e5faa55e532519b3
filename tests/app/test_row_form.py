"""A form whose row somebody else changed meanwhile: both versions, and the choice of one."""

import pytest
from streamlit.testing.v1 import AppTest

from app.actions.row_result import RowResult
from app.components.row_form import OpenForm


def page() -> None:
    from typing import NoReturn

    import streamlit as st

    from app.components.row_form import draw_choice, take_change

    state = st.session_state
    form = state.get("formulir")
    if form is None:
        st.text("tertutup")
        st.stop()

    def change(base: str) -> NoReturn:
        state["disimpan"] = (base, form.ours)
        st.rerun()

    if not draw_choice(
        form,
        "formulir",
        "uji",
        draw=lambda theirs, ours: st.text(f"{theirs} / {ours}"),
        change=change,
    ):
        st.text("terbuka")
        if st.button("Simpan", key="simpan"):
            take_change(form, "formulir", state["hasil"])
            st.rerun()


def open_page(form: OpenForm[str, str], result: RowResult[str] | None = None) -> AppTest:
    at = AppTest.from_function(page)
    at.session_state["formulir"] = form
    at.session_state["hasil"] = result
    return at.run()


def texts(at: AppTest) -> list[str]:
    return [each.value for each in at.text]


def test_while_nobody_else_changed_the_row_there_is_nothing_to_choose() -> None:
    at = open_page(OpenForm("lama", ours="milik saya"))
    assert texts(at) == ["terbuka"]
    assert [each.key for each in at.button] == ["simpan"]


def test_ours_is_saved_over_the_row_as_it_is_now() -> None:
    at = open_page(OpenForm("lama", theirs="baru", ours="milik saya"))
    assert texts(at) == ["baru / milik saya"]
    at.button(key="uji_pakai_saya").click().run()
    assert at.session_state["disimpan"] == ("baru", "milik saya")
    assert (at.session_state["formulir"].base, at.session_state["formulir"].theirs) == (
        "baru",
        None,
    )


def test_who_keeps_theirs_leaves_the_form_and_saves_nothing() -> None:
    at = open_page(OpenForm("lama", theirs="baru", ours="milik saya"))
    at.button(key="uji_pakai_mereka").click().run()
    assert texts(at) == ["tertutup"]
    assert "disimpan" not in at.session_state


@pytest.mark.parametrize(
    ("result", "left"),
    [
        (RowResult[str](7), "tertutup"),
        (RowResult[str](is_gone=True), "tertutup"),
        (RowResult[str](theirs="baru"), "baru / milik saya"),
        (RowResult[str](fault="kosong"), "terbuka"),
        (RowResult[str](locked_state="diajukan"), "terbuka"),
    ],
)
def test_a_form_stays_open_for_as_long_as_it_may_be_saved_again(
    result: RowResult[str], left: str
) -> None:
    at = open_page(OpenForm("lama", ours="milik saya"), result)
    at.button(key="simpan").click().run()
    assert texts(at) == [left]
