"""Who records problems where, and what is refused whatever the screen showed."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions import masalah as actions
from app.actions.masalah import ProblemDraft, StagePart
from data_access.database import make_engine
from data_access.reads.masalah import Problem, read_problems
from data_access.upgrade import upgrade_schema
from data_access.writes.tahapan import StageMove, move_parts
from tests.corpus.entry import DESA, KECAMATAN, add_regions

STAGE, KAB = "kecamatan.ansit", "63.11"
PLACE = StagePart(KECAMATAN, 2026, STAGE, "puskesmas")
OF_KAB = StagePart(KAB, 2026, "kabupaten.ansit", "bappeda")
DRAFT = ProblemDraft("I02", DESA[0], "permintaan", "budaya", "Ibu hamil enggan minum TTD")


def person(agency: str = "puskesmas", role: str = "operator", code: str = KECAMATAN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_regions(engine)
    return engine


def stored(engine: Engine, at: StagePart = PLACE) -> tuple[Problem, ...]:
    return read_problems(engine, at.wilayah_code, at.year, at.stage)


def record(engine: Engine, who: Account | None, at: StagePart = PLACE) -> Problem:
    draft = DRAFT if at is PLACE else replace(DRAFT, place_code=at.wilayah_code)
    assert actions.add_problem(engine, who, at, draft, f"f{at.part}").number is not None
    return stored(engine, at)[-1]


STRANGERS = [
    None,
    person("puskesmas", "verifikator"),
    person("plkb"),
    person("camat", "penyetuju"),
    person("puskesmas", "operator", "63.11.02"),
    person("bappeda", "bappeda", KAB),
    person("bappeda", "operator", KAB),
    person("", "pimpinan", KAB),
    person("", "admin", KAB),
]


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_records_changes_or_removes_for_a_part_that_is_not_theirs(
    place: Engine, who: Account | None
) -> None:
    problem = record(place, person())
    with pytest.raises(NotAllowedError):
        actions.add_problem(place, who, PLACE, DRAFT, "x")
    with pytest.raises(NotAllowedError):
        actions.change_problem(place, who, problem, replace(DRAFT, cause="x"))
    with pytest.raises(NotAllowedError):
        actions.remove_problem(place, who, problem)
    assert stored(place) == (problem,)


def test_a_forged_part_or_region_does_not_open_somebody_elses_problem(place: Engine) -> None:
    problem = record(place, person())
    for forged in (
        replace(problem, part="plkb"),
        replace(problem, wilayah_code="63.11.02", part="plkb"),
    ):
        who = person("plkb", "operator", forged.wilayah_code)
        with pytest.raises(NotAllowedError):
            actions.change_problem(place, who, forged, replace(DRAFT, cause="x"))
        with pytest.raises(NotAllowedError):
            actions.remove_problem(place, who, forged)
    assert stored(place) == (problem,)


def test_bappedas_operator_records_for_the_kabupaten(place: Engine) -> None:
    who = person("bappeda", "operator", KAB)
    assert actions.parts_for(who, KAB) == ["bappeda"]
    assert actions.parts_for(who, KECAMATAN) == []
    assert record(place, who, OF_KAB).part == "bappeda"


def test_a_problem_without_words_or_with_too_many_is_refused_with_a_reason(place: Engine) -> None:
    for draft, fault in (
        (replace(DRAFT, problem=" \n "), "kosong"),
        (replace(DRAFT, problem="a" * 2_001), "panjang"),
        (replace(DRAFT, proposal="a" * 2_001), "panjang"),
    ):
        result = actions.add_problem(place, person(), PLACE, draft, "f")
        assert (result.number, result.fault) == (None, fault)
    assert stored(place) == ()
    # Mended, the same form is stored.
    assert actions.add_problem(place, person(), PLACE, DRAFT, "f").number is not None


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, place_code="63.11.02.2001"),
        replace(DRAFT, place_code="63.11"),
        replace(DRAFT, item_code="I99"),
        replace(DRAFT, item_code="S04"),
        replace(DRAFT, aspect="lain"),
        replace(DRAFT, factor="lain"),
    ],
)
def test_what_no_form_offers_is_never_stored(place: Engine, draft: ProblemDraft) -> None:
    with pytest.raises(ValueError, match="no"):
        actions.add_problem(place, person(), PLACE, draft, "f")
    assert stored(place) == ()


@pytest.mark.parametrize(
    "at",
    [
        replace(PLACE, year=1999),
        replace(PLACE, stage="kecamatan.semester-1"),
        replace(OF_KAB, wilayah_code=KECAMATAN),
    ],
)
def test_a_stage_that_the_region_does_not_have_takes_none(place: Engine, at: StagePart) -> None:
    with pytest.raises((ValueError, NotAllowedError)):
        actions.add_problem(place, person(), at, DRAFT, "f")


def test_hostile_text_is_kept_as_text_and_control_characters_are_not(place: Engine) -> None:
    hostile = "<img src=x onerror=alert(1)> {{7*7}} ${x} =1+1\r\nbaris dua\x00\x1b[31m"
    actions.add_problem(place, person(), PLACE, replace(DRAFT, problem=hostile), "f")
    (problem,) = stored(place)
    assert problem.problem == "<img src=x onerror=alert(1)> {{7*7}} ${x} =1+1\nbaris dua[31m"


def test_a_locked_part_says_so(place: Engine) -> None:
    problem = record(place, person())
    move_parts(place, "ani", [StageMove("ajukan", KECAMATAN, 2026, STAGE, "puskesmas", "draf", 1)])
    results = (
        actions.add_problem(place, person(), PLACE, DRAFT, "g"),
        actions.change_problem(place, person(), problem, replace(DRAFT, cause="x")),
        actions.remove_problem(place, person(), problem),
    )
    assert {each.locked_state for each in results} == {"diajukan"}
    assert stored(place) == (problem,)
