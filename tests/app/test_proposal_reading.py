"""What is typed into the grid: fields, or cells to mend; nothing typed is lost or guessed."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, insert

from app.actions.databases import create_database
from app.actions.usulan_reading import CellFault, read_cell, read_row
from app.components.proposal_faults import write_fault
from app.proposal_books import Books, read_books, write_place
from app.proposal_words import COLUMNS
from app.text import usulan as text
from data_access.database import make_engine, open_write
from data_access.schema import PerangkatDaerah
from data_access.writes.wilayah import RegionSet, save_regions
from tests.corpus.places import list_regions, make_info, make_place

JUAI, HALONG, KABUPATEN = "63.11.01", "63.11.02", "63.11"
NAMES = {
    "63": "Kalimantan Selatan",
    KABUPATEN: "Balangan",
    JUAI: "Juai",
    HALONG: "Halong",
    f"{JUAI}.2001": "Sukamaju",
    f"{JUAI}.2002": "Juai",
    f"{JUAI}.2003": "Sungai Batang, Ilir",
    f"{HALONG}.2001": "Sukamaju",
    f"{HALONG}.2002": "Tabuan",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    path: Path = tmp_path_factory.mktemp("usulan") / "tempat.db"
    made = make_engine(f"sqlite:///{path.as_posix()}")
    create_database(made, kind="nyata")
    place = make_place([code for code in NAMES if len(code) > len(JUAI)])
    regions: pd.DataFrame = list_regions(NAMES)
    save_regions(made, RegionSet(regions, place.boundaries), make_info("wilayah"))
    rows = [
        {"wilayah_code": KABUPATEN, "code": "pupr", "name": "Dinas Pekerjaan Umum"},
        {"wilayah_code": KABUPATEN, "code": "dinsos", "name": "Dinas Sosial"},
    ]
    with open_write(made, "uji") as connection:
        connection.execute(insert(PerangkatDaerah), rows)
    return made


@pytest.fixture(scope="module")
def juai(engine: Engine) -> Books:
    return read_books(engine, JUAI, 2026)


@pytest.fixture(scope="module")
def balangan(engine: Engine) -> Books:
    return read_books(engine, KABUPATEN, 2026)


@pytest.mark.parametrize(
    ("column", "typed", "fields"),
    [
        ("activity", "  PMT   balita ", {"activity": "PMT balita"}),
        ("amount", "Rp 12,5 juta", {"amount_idr": 12_500_000}),
        ("amount", "", {"amount_idr": None}),
        ("volume", "12,5", {"volume": 12.5}),
        ("bidang", "F", {"bidang": "fisik"}),
        ("bidang", "Sosial Budaya", {"bidang": "sosbud"}),
        ("decision", "Sepakat", {"decision": "disepakati"}),
        ("decision", "", {"decision": "belum"}),
        ("execution_year", "2027", {"execution_year": 2027}),
        ("priority", "3", {"priority": 3}),
        ("fund", "apbd", {"fund": "APBD"}),
        ("fund", "CSR PT Anu", {"fund": "CSR PT Anu"}),
        ("agency", "PUPR", {"agency": "pupr"}),
        ("agency", "Dinas PUPR", {"agency": "pupr"}),
        ("agency", "dinas sosial", {"agency": "dinsos"}),
        ("agency", "Dinas Kesehatan", {"agency": "dinkes"}),
        ("places", "semua", {"places": (JUAI,)}),
        ("places", "sukamaju; desa juai", {"places": (f"{JUAI}.2001", f"{JUAI}.2002")}),
        ("places", "Sukamaju, Desa Juai", {"places": (f"{JUAI}.2001", f"{JUAI}.2002")}),
        ("places", "Sungai Batang, Ilir", {"places": (f"{JUAI}.2003",)}),
        ("places", f"{JUAI}.2001", {"places": (f"{JUAI}.2001",)}),
        ("places", "Kec. Juai", {"places": (JUAI,)}),
    ],
)
def test_words_of_officials_are_read(
    juai: Books, column: str, typed: str, fields: dict[str, Any]
) -> None:
    assert read_cell(column, typed, juai) == fields


@pytest.mark.parametrize(
    "typed", ["I01", "ibu-1", "Pemberian Makanan Tambahan untuk Ibu Hamil KEK"]
)
def test_a_service_is_known_by_code_label_and_name_and_brings_its_group(
    juai: Books, typed: str
) -> None:
    group = "Ibu hamil, ibu menyusui dan ibu nifas"
    assert read_cell("aim", typed, juai) == {"item_code": "I01", "target_group": group}
    assert read_cell("aim", group.upper(), juai) == {"item_code": None, "target_group": group}


@pytest.mark.parametrize(
    ("column", "typed", "why"),
    [
        ("amount", "12,500", "rancu"),
        ("volume", "10 paket", "volume_satuan"),
        ("bidang", "campuran", "bidang"),
        ("decision", "t", "keputusan"),
        ("execution_year", "2019", "tahun"),
        ("execution_year", "27", "tahun"),
        ("priority", "0", "prioritas"),
        ("unit", "<b>", "tanda"),
        ("activity", "x" * 1001, "panjang"),
        ("agency", "Dinas Antariksa", "opd_tak_dikenal"),
        ("aim", "makan", "layanan_rancu"),
        ("aim", "roket", "layanan_tak_dikenal"),
        ("places", "Tabuan", "tempat_tak_dikenal"),
        ("places", "Sukamaju; Antah", "tempat_tak_dikenal"),
        ("places", "Juai", "tempat_rancu"),
    ],
)
def test_what_is_not_known_for_certain_is_asked_about_in_a_sentence(
    juai: Books, column: str, typed: str, why: str
) -> None:
    fault = read_cell(column, typed, juai)
    assert isinstance(fault, CellFault)
    assert (fault.column, fault.code) == (column, why)
    sentence = write_fault(fault, juai)
    assert "{" not in sentence.replace("{ }", "")
    assert sentence.endswith((".", "?", "\\"))


def test_desa_of_one_name_in_two_kecamatan_are_asked_about_and_can_be_told_apart(
    balangan: Books,
) -> None:
    fault = read_cell("places", "Sukamaju", balangan)
    assert isinstance(fault, CellFault)
    assert fault.options == (f"{JUAI}.2001", f"{HALONG}.2001")
    assert "Sukamaju (Juai), Sukamaju (Halong)" in write_fault(fault, balangan)
    for code in NAMES:
        if code.startswith(KABUPATEN):
            assert read_cell("places", write_place(balangan, code), balangan) == {"places": (code,)}


def test_a_bad_cell_never_holds_up_the_good_ones_of_its_row(juai: Books) -> None:
    typed = dict.fromkeys(COLUMNS, "") | {"activity": "PMT", "amount": "12,500", "unit": "paket"}
    found = read_row(typed, None, juai)
    assert found.values == {"activity": "PMT", "unit": "paket"}
    assert [each.code for each in found.faults] == ["rancu"]


def test_a_decision_to_postpone_waits_for_its_reason(juai: Books) -> None:
    found = read_row({"activity": "PMT", "decision": "tunda"}, None, juai)
    assert (found.values, [each.code for each in found.faults]) == (
        {"activity": "PMT"},
        ["alasan_kosong"],
    )
    whole = read_row({"decision": "tunda", "decision_reason": "pagu"}, None, juai)
    assert whole.values == {"decision": "ditunda", "decision_reason": "pagu"}
    assert set(text.FAULTS) >= {"alasan_kosong", "kegiatan_kosong"}
