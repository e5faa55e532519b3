import pandas as pd
import pytest

from analysis import plausibility
from analysis.plausibility import COLUMNS, check_facts
from tests.analysis.services import A1, A2, B1, DESA, INDICATORS, Values, make_facts

WHOLE = {
    "S01": 3000,
    "S02": 800,
    "S03": 200,
    "S04": 60,
    "S05": 55,
    "S06": 40,
    "S07": 8,
    "S08": 25,
    "S09": 80,
    "S10": 160,
    "S11": 30,
    "S12": 1,
    "S13": 6,
    "S14": 2,
    "S15": 9,
    "S16": 900,
    "S17": 50,
}


def check(
    values: Values, before: Values | None = None, measured: pd.DataFrame | None = None
) -> list[tuple[str, str, str]]:
    found = check_facts(
        make_facts(values),
        make_facts(before or {}),
        pd.Series(DESA),
        INDICATORS,
        factor=2,
        least=20,
        measured=measured,
    )
    assert tuple(found.columns) == COLUMNS
    return list(found[["unit_code", "item_code", "code"]].itertuples(index=False, name=None))


def only(values: Values, code: str, **more: Values) -> list[tuple[str, str]]:
    return [(unit, item) for unit, item, kind in check(values, **more) if kind == code]


def complete(**changed: float | None) -> Values:
    reached = dict.fromkeys(INDICATORS["kode"], 1)
    return {A1: {**WHOLE, **reached, **changed}}


def test_a_plausible_desa_has_no_finding() -> None:
    assert check(complete()) == []
    assert check({}) == []


@pytest.mark.parametrize(("item", "number"), [("I01", 9), ("I11", 106), ("I28", 621), ("I06", 51)])
def test_more_people_reached_than_there_are(item: str, number: int) -> None:
    assert check(complete(**{item: number})) == [(A1, item, plausibility.ABOVE_TARGET_GROUP)]
    assert check(complete(**{item: number - 1})) == []


def test_pooled_diarrhoea_is_held_against_all_cases_also_when_one_is_blank() -> None:
    code = plausibility.ABOVE_TARGET_GROUP
    assert only(complete(I14=20, I19=11), code) == [(A1, "I14"), (A1, "I19")]
    assert only(complete(I14=20, I19=10), code) == []
    assert (A1, "I19") in only(complete(I14=31, I19=None), code)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("S07", {"S07": 61}),
        ("S12+S13", {"S12": 100}),
        ("S14+S15", {"S14": 152}),
        ("S08+S09+S10", {"S16": 264}),
        ("S02", {"S02": 3001}),
        ("S03", {"S03": 3001}),
        ("S06", {"S06": 3001}),
        ("S16", {"S16": 3001}),
    ],
)
def test_a_part_above_its_group(part: str, value: dict[str, float]) -> None:
    assert (A1, part) in only(complete(**value), plausibility.PART_ABOVE_WHOLE)


def test_a_known_part_alone_may_exceed_and_an_unknown_group_is_not_judged() -> None:
    code = plausibility.PART_ABOVE_WHOLE
    assert only({A1: {"S12": 50, "S08": 20, "S09": 20}}, code) == [(A1, "S12+S13")]
    assert only({A1: {"S12": 50, "S08": 20}}, code) == []


def test_changes_need_a_factor_and_a_number() -> None:
    code = plausibility.CHANGED_TOO_MUCH
    before: Values = {A1: {"S04": 60, "S07": 4, "S16": 900, "S06": 0}}
    now: Values = {A1: {"S04": 120, "S07": 12, "S16": 451, "S06": 20}}
    assert only(now, code, before=before) == [(A1, "S04"), (A1, "S06")]
    assert only({A1: {"S16": 450, "S04": 119}}, code, before=before) == [(A1, "S16")]


def test_blank_is_told_from_zero() -> None:
    code = plausibility.NUMERATOR_BLANK
    assert check(complete(I02=None)) == [(A1, "I02", code)]
    assert check(complete(I02=0)) == []
    assert check(complete(I10=None, S12=0)) == []
    assert check(complete(I10=0, S12=None)) == [(A1, "I10", plausibility.DENOMINATOR_BLANK)]


def test_a_row_of_zeros_where_there_were_figures() -> None:
    zeros: Values = {desa: {"S04": 0, "I02": 0} for desa in (A1, A2)}
    before: Values = {A1: {"S04": 5}, B1: {"S04": 5}}
    assert check(zeros, before) == [(A1, "", plausibility.ALL_ZERO)]


def test_a_desa_has_a_programme_or_not() -> None:
    assert check(complete(I31=3)) == [(A1, "I31", plausibility.NOT_YES_OR_NO)]
    assert check(complete(I31=0)) == []


def test_more_children_measured_than_listed() -> None:
    measured = pd.DataFrame({"unit_code": [A1], "diukur_jiwa": [266.0]})
    expected = [(A1, "S08+S09+S10", plausibility.MORE_MEASURED)]
    assert check(complete(), measured=measured) == expected
    assert check(complete(), measured=measured.assign(diukur_jiwa=265.0)) == []


def test_a_finding_carries_its_figures() -> None:
    found = check_facts(
        make_facts(complete(I11=200)),
        make_facts({}),
        pd.Series(DESA),
        INDICATORS,
        factor=2,
        least=20,
    ).iloc[0]
    assert (found["value"], found["bound"], found["compared_with"]) == (200, 105, "S08+S09")
