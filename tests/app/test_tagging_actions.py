"""Who tags whose lines, and which tags mean nothing, whatever the screen showed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.penandaan import LineTags, TagDraft, mark_activities, store_tags
from app.actions.penandaan_values import read_value
from data_access.database import make_engine
from data_access.reads.anggaran import Snapshot, read_activities, read_lines, read_tags
from data_access.upgrade import upgrade_schema
from data_access.writes.tahapan import StageMove, move_parts
from tests.budget_rows import (
    DESA,
    GIZI,
    KABUPATEN,
    KECAMATAN,
    OTHER_KECAMATAN,
    add_budget,
)

PMT, RAPAT, SEMBAKO = "PMT ibu hamil KEK", "Makan minum rapat", "Sembako keluarga"
OF_KECAMATAN, LOOSE = "PMT balita di posyandu", "Seleksi"
MOTHERS = "Ibu hamil, ibu menyusui dan ibu nifas"
Budget = tuple[Engine, Snapshot, dict[str, int]]


def person(role: str, agency: str = "", code: str = KABUPATEN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


DINKES, BAPPEDA = person("operator", "dinkes"), person("bappeda", "bappeda")
SETCAM = person("operator", "setcam", KECAMATAN)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Budget]:
    path = tmp_path_factory.mktemp("anggaran") / "asal.db"
    made = make_engine(f"sqlite:///{path}")
    upgrade_schema(made)
    snapshot, numbers = add_budget(made)
    made.dispose()

    def copy(to: Path) -> Budget:
        to.write_bytes(path.read_bytes())
        return make_engine(f"sqlite:///{to}"), snapshot, numbers

    return copy


@pytest.fixture
def budget(file: Callable[[Path], Budget], tmp_path: Path) -> Budget:
    return file(tmp_path / "uji.db")


def tag(amount: int = 10_000_000, **more: object) -> TagDraft:
    usual = TagDraft("I01", MOTHERS, DESA[0], "sasaran", amount, "rupiah", float(amount))
    return replace(usual, **more)  # type: ignore[arg-type]


def line(budget: Budget, name: str, *tags: TagDraft, version: int = 1) -> LineTags:
    return LineTags(budget[2][name], version, "bertanda" if tags else "bukan", tags)


def faults(budget: Budget, *lines: LineTags, who: Account = DINKES) -> list[str]:
    result = store_tags(budget[0], who, budget[1], lines, "t")
    return [fault.code for fault in result.faults]


def untouched(budget: Budget) -> bool:
    lines = read_lines(budget[0], budget[1])
    return read_tags(budget[0], budget[1]).empty and set(lines["status"]) == {"belum"}


def test_an_operator_tags_the_lines_of_the_own_agency(budget: Budget) -> None:
    result = store_tags(budget[0], DINKES, budget[1], [line(budget, PMT, tag())], "t")
    assert (result.is_done, result.outcome.saved) == (True, 1)
    (stored,) = read_tags(budget[0], budget[1]).to_dict("records")
    assert (stored["item_code"], stored["place_code"], stored["amount_idr"]) == (
        "I01",
        DESA[0],
        10_000_000,
    )


@pytest.mark.parametrize(
    "who",
    [
        None,
        person("operator", "dinsos"),
        person("verifikator", "dinkes"),
        person("penyetuju", "bappeda"),
        person("operator", "dinkes", "63.12"),
        person("operator", "dinkes", KECAMATAN),
        SETCAM,
        person("bappeda", "bappeda", "63.12"),
        person("pimpinan"),
        person("admin"),
    ],
)
def test_nobody_tags_or_marks_for_another_agency(budget: Budget, who: Account | None) -> None:
    engine, snapshot, _ = budget
    with pytest.raises(NotAllowedError):
        store_tags(engine, who, snapshot, [line(budget, PMT, tag())], "t")
    activity = read_activities(engine, snapshot).set_index("subkegiatan_code")
    with pytest.raises(NotAllowedError):
        mark_activities(engine, who, snapshot, {int(activity.loc[GIZI, "subkegiatan_id"]): True})
    assert untouched(budget)


def test_one_foreign_line_among_own_ones_refuses_the_whole_save(budget: Budget) -> None:
    lines = [line(budget, PMT, tag()), line(budget, SEMBAKO)]
    with pytest.raises(NotAllowedError):
        store_tags(budget[0], DINKES, budget[1], lines, "t")
    assert untouched(budget)


def test_bappeda_tags_for_several_agencies_of_its_own_level_at_once(budget: Budget) -> None:
    lines = [line(budget, PMT, tag()), line(budget, SEMBAKO)]
    assert store_tags(budget[0], BAPPEDA, budget[1], lines, "t").outcome.saved == 2
    with pytest.raises(NotAllowedError):
        store_tags(budget[0], BAPPEDA, budget[1], [line(budget, OF_KECAMATAN)], "t")


def test_a_forged_line_and_a_line_nobody_is_paired_with_are_refused(budget: Budget) -> None:
    assert faults(budget, LineTags(9_999, 1, "bukan")) == ["baris_asing"]
    assert faults(budget, line(budget, LOOSE), who=BAPPEDA) == ["skpd_lepas"]
    with pytest.raises(NotAllowedError):
        faults(budget, line(budget, LOOSE))
    forged = replace(budget[1], id=99)
    result = store_tags(budget[0], DINKES, forged, [line(budget, PMT, tag())], "t")
    assert [fault.code for fault in result.faults] == ["baris_asing"]
    with pytest.raises(ValueError, match="no snapshot"):
        mark_activities(budget[0], DINKES, forged, {1: True})
    assert faults(budget) == ["kosong"]
    assert untouched(budget)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (tag(10_000_001), "melebihi_baris"),
        (tag(item_code="I99", target_group=None), "layanan"),
        (tag(item_code="S01", target_group=None), "layanan"),
        (tag(target_group="Remaja Putri"), "kelompok"),
        (tag(target_group=None, item_code=None), None),
        (tag(target_group="anu", item_code=None), "kelompok"),
        (tag(place_code="63.12.01.2001"), "tempat"),
        (tag(place_code="63"), "tempat"),
        (tag(place_code=KABUPATEN), None),
        (tag(kind="anu"), "jenis"),
        (tag(basis="anu"), "bagian"),
        (tag(basis_value=9_999_000.0), "nilai"),
        (tag(basis="persen", basis_value=50.0), "nilai"),
        (tag(5_000_000, basis="persen", basis_value=50.0), None),
        (tag(5_000_000, basis="volume", basis_value=50.0), None),
        (tag(5_000_000, basis="volume", basis_value=150.0), "nilai"),
        (tag(5_000_000, basis="seluruhnya", basis_value=None), "nilai"),
        (tag(5_000_000, basis="seluruhnya", basis_value=None, is_divided=True), None),
    ],
)
def test_a_tag_must_mean_something(budget: Budget, wrong: TagDraft, code: str | None) -> None:
    assert faults(budget, line(budget, PMT, wrong)) == ([] if code is None else [code])


def test_a_kecamatans_money_stays_in_the_kecamatan(budget: Budget) -> None:
    def at(place: str) -> LineTags:
        return line(budget, OF_KECAMATAN, tag(4_000_000, place_code=place))

    assert faults(budget, at(DESA[2]), who=SETCAM) == ["tempat"]
    assert faults(budget, at(OTHER_KECAMATAN), who=SETCAM) == ["tempat"]
    assert faults(budget, at(KABUPATEN), who=SETCAM) == ["tempat"]
    assert faults(budget, at(KECAMATAN), who=SETCAM) == []


def test_a_part_that_was_handed_in_is_named(budget: Budget) -> None:
    store_tags(budget[0], DINKES, budget[1], [line(budget, PMT, tag())], "t")
    stage = "kabupaten.penandaan-berjalan"
    move = StageMove("ajukan", KABUPATEN, 2026, stage, "dinkes", "draf", 1)
    assert move_parts(budget[0], "ani", [move]).moved
    result = store_tags(budget[0], DINKES, budget[1], [line(budget, RAPAT)], "t")
    assert (result.locked_part, result.locked_state, result.is_done) == (
        "dinkes",
        "diajukan",
        False,
    )


@pytest.mark.parametrize(
    ("typed", "basis", "read"),
    [
        ("12,5", "persen", (12.5, None)),
        ("12,5 %", "persen", (12.5, None)),
        ("1.500", "volume", (1500.0, None)),
        ("2,5", "volume", (2.5, None)),
        ("Rp 1.500.000,00", "rupiah", (1_500_000.0, None)),
        ("1250000000", "rupiah", (1_250_000_000.0, None)),
        ("1,500,000", "rupiah", (None, "nilai_tak_terbaca")),
        ("1.5", "rupiah", (None, "nilai_tak_terbaca")),
        ("-5", "persen", (None, "negatif")),
        ("", "rupiah", (None, "nilai_kosong")),
        ("separuh", "persen", (None, "nilai_tak_terbaca")),
    ],
)
def test_a_share_is_read_as_indonesians_write_it(
    typed: str, basis: str, read: tuple[float | None, str | None]
) -> None:
    assert read_value(typed, basis) == read
