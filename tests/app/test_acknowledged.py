"""What a save came to is said long enough to be read, whatever is clicked meanwhile."""

import pytest
from streamlit.testing.v1 import AppTest

from app.components import acknowledged
from app.format import escape_markdown


class Clock:
    """Seconds that pass only when a test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(acknowledged, "monotonic", made)
    return made


def page() -> None:
    import streamlit as st

    from app.components.acknowledged import draw_said, end_run

    draw_said("_pesan", with_toast=True)
    if st.button("Simpan"):
        end_run("_pesan", "success", "Tersimpan: *empat* sel.")
    if st.button("Hapus"):
        end_run("_pesan", "error", "Sudah tidak ada.")
    st.button("Lain")


def press(at: AppTest, label: str) -> AppTest:
    return next(each for each in at.button if each.label == label).click().run()


def test_a_second_click_that_ends_the_run_which_said_it_does_not_hide_it(clock: Clock) -> None:
    at = press(AppTest.from_function(page).run(), "Simpan")
    for _ in range(3):
        clock.now += 0.9
        press(at, "Lain")
        assert [each.value for each in at.success] == [escape_markdown("Tersimpan: *empat* sel.")]
        assert len(at.toast) == 1
    clock.now += 1
    press(at, "Lain")
    assert not at.success
    assert not at.toast


def test_it_waits_for_the_run_that_shows_it_first(clock: Clock) -> None:
    at = AppTest.from_function(page)
    at.session_state["_pesan"] = (("info", "Belum terbaca."), None)
    clock.now += 60
    assert [each.value for each in at.run().info] == ["Belum terbaca."]


def test_what_the_next_press_came_to_takes_its_place_at_once(clock: Clock) -> None:
    at = press(AppTest.from_function(page).run(), "Simpan")
    clock.now += 0.5
    press(at, "Hapus")
    assert not at.success
    assert [each.value for each in at.error] == ["Sudah tidak ada."]
