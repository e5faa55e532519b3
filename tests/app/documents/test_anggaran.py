"""The budget as files: the guideline's document per indicator, the gaps, the lines."""

from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import Engine

from app.actions.databases import create_database
from app.budget_figures import BudgetData, compute_budget_gaps, name_regions, read_thresholds
from app.documents.anggaran import export_gaps, export_lines
from app.documents.anggaran_dokumen import write_tagging_document
from app.documents.exported import to_json, to_xlsx
from tests.budget_example import A, add_example, make_needs
from tests.budget_rows import KABUPATEN, KECAMATAN


@pytest.fixture
def data(engine: Engine) -> BudgetData:
    create_database(engine, kind="nyata")
    return add_example(engine)


def cells(content: bytes, sheet: int = 0) -> list[list[object]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return [list(row) for row in book.worksheets[sheet].iter_rows(values_only=True)]


def test_the_document_lists_lines_under_their_indicator_with_subtotals(
    data: BudgetData, engine: Engine
) -> None:
    names = name_regions(make_needs(engine))
    content = write_tagging_document(data.amounts, names, KABUPATEN, "Judul", [("a", "b")])
    rows = cells(content)
    assert rows[1][:7] == [
        "Sub kegiatan",
        "Kode rekening",
        "Uraian",
        "Koefisien/volume",
        "Satuan",
        "Harga satuan (Rp)",
        "Total belanja (Rp)",
    ]
    firsts = [str(row[0]) for row in rows]
    assert firsts[2].startswith("IBU-1 ·")
    sums = {name: row[7] for name, row in zip(firsts, rows, strict=True) if "Jumlah" in name}
    ibu = next(value for name, value in sums.items() if "IBU-1" in name)
    assert ibu == 6_000_000 + 4_000_000 + 1_000_001
    assert sums["Jumlah seluruhnya"] == data.amounts["amount_idr"].sum()
    shared = [row for row in rows if row[2] == "PMT ibu hamil KEK"]
    assert [row[6] for row in shared] == [10_000_000, 10_000_000]
    assert {row[7] for row in shared} == {6_000_000, 4_000_000}


def test_divided_money_and_whole_region_money_are_said_to_be_so(
    data: BudgetData, engine: Engine
) -> None:
    names = name_regions(make_needs(engine))
    table = export_lines(data.amounts, names, KABUPATEN, []).table
    by_place = dict(zip(table["place_code"], table["basis"], strict=True))
    assert by_place[KECAMATAN] == "seluruh baris, dibagi rata"
    assert table.loc[table["place_code"] == KABUPATEN, "place"].item().startswith("seluruh ")
    assert "tanpa tempat" in set(table["place"])


def test_a_realisation_is_shared_in_proportion_and_empty_where_none_is_told(
    data: BudgetData, engine: Engine
) -> None:
    names = name_regions(make_needs(engine))
    table = export_lines(data.amounts, names, KABUPATEN, []).table.set_index("description")
    pmt = table.loc["PMT ibu hamil KEK"].set_index("place_code")
    assert pmt.loc[A, "realised_idr"] == 4_800_000  # 8 of 10 million spent, 6 of them here
    assert table.loc[["Sembako keluarga"], "realised_idr"].isna().all()


def test_unknown_gaps_are_empty_cells_and_null(data: BudgetData, engine: Engine) -> None:
    ground = make_needs(engine)
    gaps = compute_budget_gaps(data, ground)
    exported = export_gaps(gaps.desa, name_regions(ground), "desa", read_thresholds(), [])
    assert len(exported.table) == 3 * 30
    rows = cells(to_xlsx(exported))
    head = rows[0]
    by_key = {(row[0], row[3]): row for row in rows[1:]}
    assert by_key[A, "IBU-1"][head.index("Celah (Rp)")] == 0
    assert by_key[A, "BAL-3"][head.index("Celah (Rp)")] is None
    assert b'"gap_idr": null' in to_json(exported)
