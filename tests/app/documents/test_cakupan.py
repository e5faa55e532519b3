"""The coverage as files: all rows, real numbers, and what a reader must know."""

from datetime import UTC, datetime
from io import BytesIO

import openpyxl
from sqlalchemy import Engine

from app.charts.heatmap import arrange_heatmap
from app.coverage_figures import compute_coverage_table
from app.documents.cakupan import COLUMNS, export_coverage, list_notes
from app.documents.cakupan_png import HeatmapWords, write_heatmap_png
from app.documents.exported import to_xlsx
from app.text.screens import DEMO_MARK


def test_the_workbook_holds_the_figures_in_the_heatmaps_order(demo: Engine) -> None:
    table = compute_coverage_table(demo, "99.01", "kecamatan", "2026")
    heatmap = arrange_heatmap(table, table.head(0))
    notes = list_notes(
        "Kabupaten Arunika",
        "kecamatan",
        "2026",
        "belum disetujui: diajukan 3 Februari 2026",
        demo=True,
        made_on=datetime(2026, 11, 21, tzinfo=UTC),
    )
    content = to_xlsx(export_coverage(table, [row.code for row in heatmap.rows], notes))
    book = openpyxl.load_workbook(BytesIO(content))
    rows = list(book["Cakupan"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(table)
    assert [row[0] for row in rows[::31]] == [row.code for row in heatmap.rows]
    first = dict(zip([column.key for column in COLUMNS], rows[0], strict=True))
    meant = table[table["region_code"] == first["region_code"]].to_dict("records")[0]
    assert (first["label"], first["pembilang"]) == ("IBU-1", meant["pembilang"])
    assert first["cakupan_pct"] == meant["cakupan_pct"]
    written = {row[0].value: row[1].value for row in book["Keterangan"].iter_rows()}
    assert written["Perhatian"] == DEMO_MARK
    assert written["Keadaan data"] == "belum disetujui: diajukan 3 Februari 2026"
    assert written["Tahun target"] == "2025"
    assert "90 %" in written["Status"]


def test_the_picture_is_drawn_for_few_and_many_rows(demo: Engine) -> None:
    words = HeatmapWords("Cakupan $x$", "2026", "Sumber", "Seluruh Kabupaten Arunika")
    heights = []
    for scope, level in (("99.01.03", "desa"), ("99.01", "desa")):
        table = compute_coverage_table(demo, scope, level, "2026")
        # Forty are many; all 150 of them are only slower to draw.
        table = table[table["region_code"].isin(table["region_code"].unique()[:40])]
        png = write_heatmap_png(arrange_heatmap(table, table.head(0)), words)
        assert png.startswith(b"\x89PNG")
        heights.append(int.from_bytes(png[20:24], "big"))
    assert heights[0] < heights[1]
