"""What became of the last change to an account, and the password that is shown only once."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from app.access import NotAllowedError
from app.actions.accounts import AccountRefusal
from app.format import escape_markdown
from app.text import accounts as text

_KEY = "_kabar_pengguna"


@dataclass(slots=True)
class Notice:
    """The last outcome. Kept as one object that is changed in place: another click interrupts a
    run at any call of Streamlit's, also at a write to its session, and must not lose a password.
    """

    done: str = ""
    refused: str = ""
    password: str = ""
    place: str = ""
    last: tuple[object, ...] = ()
    round: int = 0

    def act(
        self, place: str, signature: tuple[object, ...], change: Callable[[], str | None], done: str
    ) -> None:
        """Make a change and keep what became of it, to be shown at `place`.

        The same click again is not refused aloud.
        """
        try:
            password = change()
        except NotAllowedError:
            self._refuse(place, text.REFUSALS["di_luar_wewenang"])
        except AccountRefusal as refused:
            if signature != self.last:
                self._refuse(place, text.REFUSALS[refused.code].format(**refused.values))
        else:
            self.place, self.done, self.refused, self.password = place, done, "", password or ""
            self.last, self.round = signature, self.round + 1

    def _refuse(self, place: str, sentence: str) -> None:
        self.place, self.done, self.refused = place, "", sentence

    def clear(self) -> None:
        """Forget what was shown; the last change stays known."""
        self.done = self.refused = self.password = ""


def current_notice() -> Notice:
    """The notice of this visitor's session."""
    notice: Notice = st.session_state.setdefault(_KEY, Notice())
    return notice


def draw_notice(place: str) -> None:
    """Draw what became of the last change made at this place of the page.

    A password stays until it was handed over, the rest until the next run.
    """
    notice = current_notice()
    if notice.place != place:
        return
    if notice.refused:
        st.error(escape_markdown(notice.refused), icon=":material/error:")
    if notice.done:
        st.success(escape_markdown(notice.done), icon=":material/check_circle:")
    if not notice.password:
        notice.clear()
        return
    with st.container(border=True):
        st.text(text.HAND_OVER)
        st.code(notice.password, language=None)
        if st.button(text.CLOSE, key=f"_sandi_disampaikan_{place}"):
            notice.clear()
            st.rerun()
