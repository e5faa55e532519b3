"""Handing in the entry workbook: whose sheets, what stands meanwhile, what a person must see."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions.ansit import Upload, check_ansit, parties_for, save_ansit
from app.actions.outcome import ImportOutcome
from app.text.findings import describe
from data_access.database import make_engine
from data_access.reads.batches import read_batches
from data_access.reads.isian import read_cells
from data_access.upgrade import upgrade_schema
from data_access.writes.isian import CellChange, SaveRequest, StagePart, save_cells
from data_access.writes.tahapan import StageMove, move_parts
from tests.corpus.ansit import DESA, KECAMATAN, OTHER, PERIOD, add_regions, fill, open_template

A, B = DESA[:2]
STAGE = "kecamatan.ansit"
Values = Mapping[tuple[str, str], int | None]


def person(agency: str = "puskesmas", role: str = "operator", code: str = KECAMATAN) -> Account:
    return Account(1, f"{agency}.{role}", "Ani", grants=(Grant(role, code, agency),))


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{tmp_path / 'uji.db'}")
    upgrade_schema(engine)
    add_regions(engine)
    return engine


def upload(book: Workbook) -> Upload:
    buffer = BytesIO()
    book.save(buffer)
    return Upload("isian.xlsx", buffer.getvalue())


def hand_in(
    engine: Engine, who: Account | None, values: Values, *, seen: bool = True
) -> ImportOutcome:
    book = open_template(engine)
    fill(book, values)
    return save_ansit(engine, who, upload(book), KECAMATAN, warnings_seen=seen)


def stored(engine: Engine) -> dict[tuple[str, str], object]:
    cells = read_cells(engine, KECAMATAN, PERIOD).astype(object)
    cells = cells.where(cells.notna(), None)
    return {(row.unit_code, row.item_code): row.value for row in cells.itertuples(index=False)}


def type_in(engine: Engine, item: str, value: int, base: int | None, version: int) -> None:
    part = StagePart(KECAMATAN, 2026, STAGE, "puskesmas")
    change = CellChange(A, item, value, base, version)
    request = SaveRequest(f"k{item}{version}", PERIOD, KECAMATAN, (part,), (change,))
    assert save_cells(engine, "budi", request).saved == 1


def codes(outcome: ImportOutcome, severity: str = "galat") -> list[str]:
    for finding in outcome.findings:
        assert describe(finding)
    return [each.code for each in outcome.findings if each.severity == severity]


@pytest.mark.parametrize(
    "who",
    [
        None,
        person("puskesmas", "verifikator"),
        person("camat", "penyetuju"),
        person("puskesmas", "operator", OTHER),
        person("bappeda", "bappeda", "63.11"),
        person("", "pimpinan", "63.11"),
        person("", "admin", "63.11"),
    ],
)
@pytest.mark.parametrize("step", [check_ansit, lambda *a: save_ansit(*a, warnings_seen=True)])
def test_nobody_hands_in_what_is_not_theirs(
    place: Engine, who: Account | None, step: Callable[..., object]
) -> None:
    with pytest.raises(NotAllowedError):
        step(place, who, Upload("x.xlsx", b"bukan apa-apa"), KECAMATAN)
    assert stored(place) == {}


def test_each_operator_hands_in_their_own_sheet(place: Engine) -> None:
    assert parties_for(person("plkb"), KECAMATAN) == ["plkb"]
    for agency, item in (("puskesmas", "S04"), ("plkb", "S06"), ("setcam", "S01")):
        outcome = hand_in(place, person(agency), {(A, item): 34})
        assert outcome.written is not None, outcome.findings
    assert stored(place) == {(A, "S04"): 34, (A, "S06"): 34, (A, "S01"): 34}


def test_the_sheets_of_others_may_stay_as_they_were_but_not_change(place: Engine) -> None:
    hand_in(place, person("plkb"), {(A, "S06"): 12})
    assert hand_in(place, person(), {(A, "S04"): 34}).written is not None
    refused = hand_in(place, person(), {(A, "S05"): 20, (A, "S06"): 13, (B, "S06"): 14})
    assert codes(refused) == ["ansit_bukan_bagian"]
    (finding,) = [each for each in refused.findings if each.severity == "galat"]
    assert (finding.sheet, finding.row, finding.column) == ("PLKB", 7, "C (S06)")
    assert finding.values["jumlah"] == 2
    assert stored(place) == {(A, "S04"): 34, (A, "S06"): 12}


def test_a_workbook_of_another_kecamatan_is_refused(place: Engine) -> None:
    book = open_template(place, OTHER)
    who = person("puskesmas", "operator", KECAMATAN)
    outcome = save_ansit(place, who, upload(book), KECAMATAN, warnings_seen=True)
    assert codes(outcome) == ["ansit_wilayah_lain"]


def test_a_cell_typed_on_the_screen_since_the_download_is_not_overwritten(place: Engine) -> None:
    book = open_template(place)
    fill(book, {(A, "S04"): 34, (A, "S05"): 30})
    type_in(place, "S04", 36, None, 0)
    outcome = save_ansit(place, person(), upload(book), KECAMATAN, warnings_seen=True)
    assert codes(outcome) == ["ansit_bentrok"]
    assert "36" in describe(outcome.findings[0])
    assert stored(place) == {(A, "S04"): 36}


def test_a_cell_left_as_it_was_does_not_undo_what_somebody_typed_since(place: Engine) -> None:
    type_in(place, "S04", 34, None, 0)
    book = open_template(place)
    fill(book, {(A, "S05"): 30})
    type_in(place, "S04", 36, 34, 1)
    outcome = save_ansit(place, person(), upload(book), KECAMATAN, warnings_seen=True)
    assert outcome.written is not None, outcome.findings
    assert stored(place) == {(A, "S04"): 36, (A, "S05"): 30}


def test_an_emptied_cell_is_asked_about_and_then_not_known(place: Engine) -> None:
    type_in(place, "S05", 34, None, 0)
    asked = hand_in(place, person(), {(A, "S05"): None}, seen=False)
    assert asked.written is None
    assert codes(asked, "peringatan") == ["ansit_dikosongkan"]
    assert stored(place) == {(A, "S05"): 34}
    assert hand_in(place, person(), {(A, "S05"): None}).written is not None
    assert stored(place) == {(A, "S05"): None}


def test_what_is_unlikely_needs_a_look_and_what_cannot_be_is_refused(place: Engine) -> None:
    above = {(A, "S04"): 30, (A, "I04"): 31}
    unseen = hand_in(place, person(), above, seen=False)
    assert unseen.written is None
    (finding,) = [e for e in unseen.findings if e.code == "ansit_capaian_di_atas_sasaran"]
    assert finding.severity == "peringatan"
    assert (finding.sheet, finding.row) == ("Puskesmas", 7)
    assert "(I04)" in str(finding.column)
    assert hand_in(place, person(), above).written is not None
    impossible = hand_in(place, person(), {(B, "S04"): 10, (B, "S07"): 11})
    assert codes(impossible) == ["ansit_bagian_di_atas_kelompok"]
    # The population is Setcam's to say: the Puskesmas is told, not stopped.
    hand_in(place, person("setcam"), {(B, "S01"): 50})
    across = hand_in(place, person(), {(B, "S04"): 60}, seen=False)
    assert codes(across) == []
    assert "ansit_bagian_di_atas_kelompok" in codes(across, "peringatan")


def test_a_jump_against_the_year_before_and_a_row_of_zeros_are_asked_about(place: Engine) -> None:
    before = StagePart(KECAMATAN, 2025, STAGE, "puskesmas")
    cells = (CellChange(A, "S04", 40, None, 0), CellChange(B, "S04", 40, None, 0))
    save_cells(place, "budi", SaveRequest("lalu", "2025", KECAMATAN, (before,), cells))
    outcome = hand_in(place, person(), {(A, "S04"): 400, (B, "S04"): 0}, seen=False)
    found = codes(outcome, "peringatan")
    assert "ansit_berubah_terlalu_jauh" in found
    assert "ansit_semua_nol" in found
    assert outcome.written is None


def test_blank_services_of_a_filled_group_are_gathered_in_one_line(place: Engine) -> None:
    outcome = hand_in(place, person(), {(unit, "S07"): 5 for unit in DESA}, seen=False)
    (finding,) = [each for each in outcome.findings if each.code == "ansit_capaian_kosong"]
    assert finding.values["jumlah"] == 40
    assert "(I01)" in str(finding.column)


def test_a_part_that_was_handed_in_takes_no_file(place: Engine) -> None:
    type_in(place, "S04", 34, None, 0)
    move_parts(place, "budi", [StageMove("ajukan", KECAMATAN, 2026, STAGE, "puskesmas", "draf", 1)])
    outcome = hand_in(place, person(), {(A, "S05"): 30})
    assert codes(outcome) == ["ansit_terkunci_diajukan"]
    assert stored(place) == {(A, "S04"): 34}


def test_three_clicks_make_one_import(place: Engine) -> None:
    book = open_template(place)
    fill(book, {(A, "S04"): 34})
    sent = upload(book)
    results = [
        save_ansit(place, person(), sent, KECAMATAN, warnings_seen=True).written for _ in range(3)
    ]
    assert [each is not None for each in results] == [True, False, False]
    assert list(read_batches(place)["kind"]).count("isian") == 1
    assert len(read_cells(place, KECAMATAN, PERIOD)) == 1
