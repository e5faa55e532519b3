"""Who records, reviews and spends programmes, and what a file of them comes to."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import Engine

from app.access import Account, Grant, NotAllowedError
from app.actions import program as actions
from app.actions.databases import create_database
from app.actions.program import ProgramDraft
from app.actions.program_file import Upload, check_programs, store_programs
from app.actions.program_review import (
    APPROVED,
    RETURNED,
    RealisationChange,
    parse_realisation,
    review,
    store_realisation,
)
from app.components.program_upload import list_rows
from app.documents.program import write_template
from app.text import program as text
from app.text.findings import describe
from data_access.database import make_engine
from data_access.reads.program_mitra import Program, find_programs, read_programs
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

JUAI, HALONG, YEAR = "63.11.01", "63.11.02", 2026
DESA, KELURAHAN, OTHER = f"{JUAI}.2001", f"{JUAI}.1001", f"{HALONG}.2001"
DRAFT = ProgramDraft(DESA, "apbdes", None, "PMT balita", "I17", 45.0, "balita", 40_500_000)


def person(role: str, code: str = JUAI, agency: str = "setcam") -> Account:
    return Account(1, f"{role}.{agency}", "Ani", grants=(Grant(role, code, agency),))


OPERATOR, CAMAT = person("operator"), person("penyetuju", agency="camat")


@pytest.fixture
def place(tmp_path: Path) -> Engine:
    engine = make_engine(f"sqlite:///{(tmp_path / 'program.db').as_posix()}")
    create_database(engine, kind="nyata")
    save_regions(engine, make_place([DESA, KELURAHAN, OTHER]), make_info("wilayah"))
    return engine


def stored(engine: Engine) -> list[Program]:
    numbers = read_programs(engine, "63.11", YEAR)["id"].tolist()
    with engine.connect() as connection:
        return list(find_programs(connection, numbers).values())


def add(engine: Engine, draft: ProgramDraft = DRAFT, token: str = "t") -> actions.ProgramResult:
    return actions.add_program(engine, OPERATOR, JUAI, YEAR, draft, token)


@pytest.mark.parametrize(
    "who",
    [
        None,
        CAMAT,
        person("operator", JUAI, "puskesmas"),
        person("operator", HALONG),
        person("bappeda", "63.11", ""),
        person("verifikator"),
    ],
)
def test_only_the_operator_of_the_setcam_records(place: Engine, who: Account | None) -> None:
    with pytest.raises(NotAllowedError):
        actions.add_program(place, who, JUAI, YEAR, DRAFT, "t")
    add(place)
    (program,) = stored(place)
    with pytest.raises(NotAllowedError):
        actions.change_program(place, who, program, DRAFT)
    with pytest.raises(NotAllowedError):
        actions.remove_program(place, who, program)
    cell = RealisationChange(program.id, "juni", 1, None, 1)
    with pytest.raises(NotAllowedError):
        store_realisation(place, who, JUAI, YEAR, [cell], "t")
    with pytest.raises(NotAllowedError):
        store_programs(place, who, Upload("a.xlsx", b"x"), JUAI, YEAR)


def test_a_foreign_programme_is_not_changed_by_a_forged_desa(place: Engine) -> None:
    foreign = person("operator", HALONG)
    actions.add_program(place, foreign, HALONG, YEAR, replace(DRAFT, wilayah_code=OTHER), "t")
    (program,) = stored(place)
    with pytest.raises(NotAllowedError):
        actions.remove_program(place, OPERATOR, replace(program, wilayah_code=DESA))
    with pytest.raises(ValueError, match="no desa"):
        add(place, replace(DRAFT, wilayah_code=OTHER))
    with pytest.raises(ValueError, match="are not of"):
        review(place, CAMAT, JUAI, {program.id: 1}, APPROVED)
    cell = RealisationChange(program.id, "juni", 1, None, 1)
    with pytest.raises(ValueError, match="are not of"):
        store_realisation(place, OPERATOR, JUAI, YEAR, [cell], "t")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"activity": "  "}, "kegiatan_kosong"),
        ({"activity": "x" * 501}, "panjang"),
        ({"activity": "PMT {{x}}"}, "tanda"),
        ({"source": "swasta"}, "mitra_kosong"),
        ({"unit": None}, "satuan_kosong"),
        ({"wilayah_code": KELURAHAN}, "kelurahan"),
    ],
)
def test_what_is_not_whole_is_refused_by_name(
    place: Engine, change: dict[str, object], fault: str
) -> None:
    assert add(place, replace(DRAFT, **change)).fault == fault  # type: ignore[arg-type]
    assert fault in text.FAULTS
    assert stored(place) == []


def test_a_kelurahan_may_have_private_money_and_self_help(place: Engine) -> None:
    self_help = replace(DRAFT, wilayah_code=KELURAHAN, source="swadaya")
    assert add(place, self_help).number is not None


def test_the_same_twice_is_a_fault_and_three_clicks_are_one(place: Engine) -> None:
    assert {add(place).number for _ in range(3)} == {stored(place)[0].id}
    assert add(place, token="lain").fault == "ganda"


def test_the_camat_approves_or_returns_with_a_note(place: Engine) -> None:
    add(place)
    (program,) = stored(place)
    with pytest.raises(NotAllowedError):
        review(place, OPERATOR, JUAI, {program.id: 1}, APPROVED)
    assert review(place, CAMAT, JUAI, {program.id: 1}, RETURNED).fault == "catatan_kosong"
    assert review(place, CAMAT, JUAI, {program.id: 1}, APPROVED).outcome.reviewed == 1
    assert review(place, CAMAT, JUAI, {program.id: 1}, RETURNED, "Volume?").outcome.moved
    assert review(place, CAMAT, JUAI, {program.id: 2}, RETURNED, "Volume?").outcome.reviewed == 1
    assert stored(place)[0].review_note == "Volume?"


def test_typed_amounts_are_whole_rupiah_or_named_faults() -> None:
    texts = {(1, "juni"): "1.250.000", (2, "juni"): "", (3, "juni"): "1,5", (4, "juni"): "1,250"}
    values, faults = parse_realisation(texts)
    assert values == {(1, "juni"): 1_250_000, (2, "juni"): None}
    assert [(each.key[0], each.code) for each in faults] == [(3, "uang_pecahan"), (4, "uang_rancu")]


def fill(content: bytes, *lines: tuple[object, ...]) -> Upload:
    book = openpyxl.load_workbook(BytesIO(content))
    for line in lines:
        book[text.SHEET].append(line)
    buffer = BytesIO()
    book.save(buffer)
    return Upload("isian.xlsx", buffer.getvalue())


def template(engine: Engine) -> bytes:
    desa = {DESA: "Satu", KELURAHAN: "Dua"}
    return write_template(list_rows(read_programs(engine, JUAI, YEAR), desa), desa)


def test_the_table_goes_out_and_comes_in_again(place: Engine) -> None:
    add(place)
    same = check_programs(place, OPERATOR, fill(template(place)), JUAI, YEAR)
    assert (same.findings, dict(same.figures)) == ([], {"baru": 0, "berubah": 0, "tetap": 1})
    line = (
        None,
        f"{KELURAHAN} · Dua",
        "Swasta",
        "PT Maju",
        "Jamban",
        "I27 · RTM-2",
        7.5,
        "unit",
        9,
    )
    filled = fill(template(place), line)
    done = store_programs(place, OPERATOR, filled, JUAI, YEAR)
    assert done.written is not None
    new = next(each for each in stored(place) if each.source == "swasta")
    assert (new.wilayah_code, new.partner, new.item_code) == (KELURAHAN, "PT Maju", "I27")
    assert (new.volume, new.amount_idr, len(stored(place))) == (7.5, 9, 2)
    again = check_programs(place, OPERATOR, filled, JUAI, YEAR)
    assert [each.code for each in again.findings] == ["program_sudah_ada"]


def test_every_fault_of_a_table_has_its_place_and_a_sentence(place: Engine) -> None:
    lines = [
        (None, "63.11.02.2001", "Swasta", "PT", "Jamban", None, None, None, 9),
        (None, KELURAHAN, "APBDes", None, "Jalan", None, None, None, 9),
        (None, DESA, "Pinjaman", None, "", "X9", "1,250", None, "1,5 jt"),
        ("P9v1", DESA, "Swasta", None, "Jamban", None, 3, None, None),
    ]
    outcome = store_programs(place, OPERATOR, fill(template(place), *lines), JUAI, YEAR)
    assert outcome.written is None
    found = {(each.row, each.code, (each.column or "")[:1]) for each in outcome.findings}
    assert found == {
        (2, "program_desa_lain", "B"),
        (3, "program_kelurahan_apbdes", "C"),
        (4, "program_sumber_tak_dikenal", "C"),
        (4, "program_kegiatan_kosong", "E"),
        (4, "program_layanan_tak_dikenal", "F"),
        (4, "volume_rancu", "G"),
        (4, "uang_tak_terbaca", "I"),
        (5, "program_nomor_tak_dikenal", "A"),
        (5, "program_mitra_kosong", "D"),
        (5, "program_satuan_kosong", "H"),
        (5, "program_anggaran_kosong", "I"),
    }
    assert all(each.sheet == text.SHEET for each in outcome.findings)
    assert all(describe(each) for each in outcome.findings)
    assert stored(place) == []


def test_a_table_made_before_somebody_else_changed_the_row_is_refused(place: Engine) -> None:
    add(place)
    made = template(place)
    (program,) = stored(place)
    actions.change_program(place, OPERATOR, program, replace(DRAFT, unit="anak"))
    book = openpyxl.load_workbook(BytesIO(made))
    book[text.SHEET]["I2"] = 1
    buffer = BytesIO()
    book.save(buffer)
    outcome = store_programs(place, OPERATOR, Upload("a.xlsx", buffer.getvalue()), JUAI, YEAR)
    assert [each.code for each in outcome.findings] == ["program_sudah_berubah"]
    assert stored(place)[0].amount_idr == 40_500_000
