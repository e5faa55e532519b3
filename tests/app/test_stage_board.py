"""The board of a region: what stands on it, and that its size costs no more questions."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from analysis.completeness import Fill
from app.stage_board import is_hardly_filled, read_board, read_places
from data_access.database import make_engine
from tests.app.stage_people import make_template

DAY = date(2026, 1, 10)


def count_questions(engine: Engine, code: str) -> tuple[int, int]:
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:  # type: ignore[no-untyped-def]
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    board = read_board(engine, code, 2026, DAY)
    event.remove(engine, "before_cursor_execute", note)
    return len(asked), len(board)


def test_a_larger_region_asks_the_database_no_more(demo: Engine, tmp_path: Path) -> None:
    small = make_engine(f"sqlite:///{make_template(tmp_path).as_posix()}")
    few, small_board = count_questions(small, "63.11")
    small.dispose()
    many, board = count_questions(demo, "99.01")
    assert (few, many) == (5, 5)
    assert board > small_board


def test_a_desa_and_the_nation_have_no_stages(demo: Engine) -> None:
    assert read_places(demo, "99.01.01.2001") == ()
    assert read_places(demo, "ID") == ()
    assert [place.level for place in read_places(demo, "99.01.01")] == ["kecamatan"]


@pytest.mark.parametrize(
    ("fill", "asked"),
    [(Fill(0, 470), True), (Fill(49, 100), True), (Fill(50, 100), False), (Fill(0, 0), False)],
)
def test_a_part_filled_by_less_than_half_is_asked_about(fill: Fill, asked: bool) -> None:
    assert is_hardly_filled(fill) is asked
    assert not is_hardly_filled(None)
