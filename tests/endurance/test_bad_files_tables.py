"""A hundred and ten bad tables: refused by screen and command line alike, nothing written."""

import pytest

from tests.endurance.bad_case import BadFile
from tests.endurance.bad_door import Doors
from tests.endurance.bad_files import TEXTS, WORKBOOKS


def test_there_are_as_many_as_promised() -> None:
    assert (len(WORKBOOKS), len(TEXTS)) == (50, 60)
    assert len({case.wrong for case in (*WORKBOOKS, *TEXTS)}) == 110


@pytest.mark.parametrize("case", WORKBOOKS, ids=str)
def test_a_bad_workbook_is_refused_with_its_place_and_remedy(doors: Doors, case: BadFile) -> None:
    doors.refuse(case)


@pytest.mark.parametrize("case", TEXTS, ids=str)
def test_a_bad_text_table_is_refused_with_its_place_and_remedy(doors: Doors, case: BadFile) -> None:
    doors.refuse(case)
