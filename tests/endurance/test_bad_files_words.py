"""Fifteen names that act and fifteen files that cannot be true: refused, nothing written."""

import pytest

from tests.endurance import bad_meanings, bad_names
from tests.endurance.bad_case import BadFile
from tests.endurance.bad_door import Doors


def test_there_are_as_many_as_promised() -> None:
    assert (len(bad_names.NAMES), len(bad_meanings.CASES)) == (15, 15)


@pytest.mark.parametrize("wrong", bad_names.NAMES)
def test_a_name_that_acts_is_refused_as_the_name_of_anything(doors: Doors, wrong: str) -> None:
    for case in bad_names.cases_of(wrong):
        doors.refuse(case)


@pytest.mark.parametrize("case", bad_meanings.CASES, ids=str)
def test_a_file_that_cannot_be_true_is_refused(doors: Doors, case: BadFile) -> None:
    doors.refuse(case)
