"""Who sits there is asked once a run: of a whole page, and of a fragment that runs by itself."""

import pytest

from app import loaders, session
from app.session import begin_fragment, draw_whole


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    questions: list[str] = []
    monkeypatch.setattr(loaders, "begin_run", lambda: questions.append("versions"))
    monkeypatch.setattr(session, "begin_session", lambda: questions.append("person"))
    monkeypatch.setattr(session, "current_person", lambda: None)
    return questions


def test_a_fragment_of_a_whole_page_goes_by_what_its_run_asked(asked: list[str]) -> None:
    with draw_whole():
        begin_fragment()
    assert asked == []


def test_a_fragment_that_runs_by_itself_asks_again(asked: list[str]) -> None:
    begin_fragment()
    assert asked == ["versions", "person"]


def test_a_stopped_page_leaves_no_trace(asked: list[str]) -> None:
    with pytest.raises(RuntimeError), draw_whole():
        raise RuntimeError
    begin_fragment()
    assert asked == ["versions", "person"]
