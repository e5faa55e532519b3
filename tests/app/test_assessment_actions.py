"""Who records results, clarifications and the rubric, and what is refused whatever was shown."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from analysis.monev import Rubric
from app.access import Account, Grant, NotAllowedError
from app.actions import penilaian as actions
from app.actions.penilaian import ClarificationDraft
from app.actions.penilaian_rubrik import set_rubric
from app.assessment_figures import assess, assess_all
from app.assessment_freeze import thaw
from app.assessment_rubric import find_rubric, read_default_rubric, rubric_from, rubric_to
from data_access.database import make_engine
from data_access.reads.pengaturan import read_settings
from data_access.reads.penilaian import read_clarifications, read_results
from data_access.reads.riwayat import HistoryFilter, read_history
from data_access.upgrade import upgrade_schema
from tests.corpus.entry import KECAMATAN, add_regions

KAB, YEAR = "63.11", 2026
SAID = ClarificationDraft("regulasi", " Camat ", "SK camat sudah terbit.")
NOW = datetime.now(UTC).date()


def person(role: str, agency: str = "", code: str = KAB) -> Account:
    return Account(1, f"{agency}{role}", "Ani", grants=(Grant(role, code, agency),))


SETCAM = person("operator", "setcam", KECAMATAN)
BAPPEDA = person("bappeda")
STRANGERS = [
    None,
    person("pimpinan"),
    person("operator", "puskesmas", KECAMATAN),
    person("verifikator", "setcam", KECAMATAN),
    person("penyetuju", "camat", KECAMATAN),
    person("operator", "setcam", "63.11.02"),
    person("bappeda", code="63.12"),
]


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_regions(engine)
    return engine


def ministry(engine: Engine, who: Account | None, **more: object) -> actions.AssessmentResult:
    words = {
        "region_code": KECAMATAN,
        "year": YEAR,
        "class_name": "berdaya",
        "score": 83.5,
        "source": "Surat 1",
        "dated_on": date(2026, 2, 1),
        "version": 0,
    }
    return actions.save_official(engine, who, **(words | more))  # type: ignore[arg-type]


def test_only_the_recorder_records_and_only_bappeda_sets_what_is_official(place: Engine) -> None:
    for who in STRANGERS:
        with pytest.raises(NotAllowedError):
            actions.record_simulation(place, who, KECAMATAN, YEAR, 0)
        with pytest.raises(NotAllowedError):
            actions.add_clarification(place, who, KECAMATAN, YEAR, SAID, "f")
        with pytest.raises(NotAllowedError):
            ministry(place, who)
        with pytest.raises(NotAllowedError):
            set_rubric(place, who, region_code=KAB, rubric=None, reason="x", version=0)
    assert read_results(place, [KECAMATAN], YEAR) == ()


def test_a_recorded_simulation_is_what_the_server_computes_and_can_be_read_back(
    place: Engine,
) -> None:
    assert actions.record_simulation(place, SETCAM, KECAMATAN, YEAR, 0).is_done
    (stored,) = read_results(place, [KECAMATAN], YEAR)
    now = assess(place, KECAMATAN, YEAR)
    assert stored.score == now.total
    again = thaw(stored.frozen or {})
    assert again is not None
    # The draft that recording began is no evidence: the scores are the same, the state is not.
    assert (again.total, again.class_name, again.year) == (now.total, now.class_name, YEAR)
    assert again.rubric == now.rubric
    assert thaw({"form": 99}) is None


def test_an_official_result_needs_its_source(place: Engine) -> None:
    refused: dict[str, dict[str, object]] = {
        "sumber_kosong": {"source": "  "},
        "nilai": {"score": 101.0},
        "tahun": {"year": 2020},
        "tanggal": {"dated_on": NOW + timedelta(days=3)},
    }
    for fault, change in refused.items():
        assert ministry(place, BAPPEDA, **change).fault == fault
    assert ministry(place, BAPPEDA).is_done
    stored = read_results(place, [KECAMATAN], YEAR)
    assert [(each.kind, each.source, each.frozen) for each in stored] == [
        ("resmi", "Surat 1", None)
    ]


def test_a_clarification_is_tidied_answered_and_not_stored_empty(place: Engine) -> None:
    empty = ClarificationDraft("regulasi", "Camat", " ")
    assert actions.add_clarification(place, SETCAM, KECAMATAN, YEAR, empty, "f").fault == "kosong"
    assert actions.add_clarification(place, SETCAM, KECAMATAN, YEAR, SAID, "f").is_done
    (stored,) = read_clarifications(place, KECAMATAN, YEAR)
    assert stored.asked_by == "Camat"
    with pytest.raises(NotAllowedError):
        actions.change_clarification(place, BAPPEDA, stored, None)
    assert actions.change_clarification(place, SETCAM, stored, None).is_done
    assert read_clarifications(place, KECAMATAN, YEAR) == ()


def test_bappeda_changes_the_rubric_with_a_reason_and_it_holds_for_its_kecamatan(
    place: Engine,
) -> None:
    default = read_default_rubric()
    own = Rubric(default.weights, default.points, 50, 75)
    words = {"region_code": KAB, "rubric": own, "version": 0}
    assert set_rubric(place, BAPPEDA, reason=" ", **words).fault == "catatan_kosong"  # type: ignore[arg-type]
    assert set_rubric(place, BAPPEDA, reason="Rapat 3", **words).fault is None  # type: ignore[arg-type]
    assert set_rubric(place, person("bappeda", "x"), reason="Lain", **words).fault == "bentrok"  # type: ignore[arg-type]
    settings = read_settings(place, KECAMATAN)
    found = find_rubric(settings, KECAMATAN)
    assert (found.rubric, found.owner, found.reason) == (own, KAB, "Rapat 3")
    bounds = {each.rubric.developing_from for each in assess_all(place, KAB, YEAR).values()}
    assert bounds == {50}
    lines = read_history(place, HistoryFilter(table="pengaturan"))
    assert [line.actor for line in lines] == ["bappeda"]
    back = set_rubric(place, BAPPEDA, region_code=KAB, rubric=None, reason="Kembali", version=1)
    assert back.fault is None
    assert find_rubric(read_settings(place, KAB), KAB).owner is None


def test_a_stored_rubric_that_no_longer_fits_is_not_used() -> None:
    default = read_default_rubric()
    assert rubric_from(rubric_to(default)) == default
    assert rubric_from({"bobot": {"ansit": 100}}) is None
    assert rubric_from(rubric_to(default) | {"berdaya": 10}) is None


def test_a_desa_and_the_nation_are_not_assessed(place: Engine) -> None:
    for code in ("ID", f"{KECAMATAN}.2001", "63.99"):
        with pytest.raises(ValueError, match="no assessment"):
            assess_all(place, code, YEAR)
