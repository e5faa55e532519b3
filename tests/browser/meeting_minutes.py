"""A berita acara in Word, read without our own model of it, and held against what was typed."""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.coverage_words import name_service
from app.format import format_count, format_pct
from tests.browser import meeting_rows as rows
from tests.browser.meeting_rows import POSTPONED, ROWS, SIGNED

HEADING = re.compile("Heading")


def minutes_are_right(minutes: Document, item: str, percent: float) -> None:
    """Each agreed and complete proposal once and in its bidang, the sums, the frozen figures.

    `percent`: the coverage of the service `item` when the figures were frozen.
    """
    assert "KONSEP" not in minutes.sections[0].header.paragraphs[0].text
    text = "\n".join(each.text for each in minutes.paragraphs)
    assert "Selasa, tanggal enam belas bulan Februari tahun dua ribu dua puluh tujuh" in text
    listed = dict(list_tables(minutes))
    for bidang in (rows.FISIK, rows.SOSBUD, rows.EKONOMI):
        wanted = [row for row in SIGNED if row.bidang == bidang]
        *body, total = [cells_of(row) for row in listed[f"Bidang {bidang.lower()}"].rows][1:]
        assert sorted(row[1].split("\n")[0] for row in body) == sorted(
            row.activity for row in wanted
        )
        money = {row[1].split("\n")[0]: row[6] for row in body}
        assert money == {row.activity: format_count(row.worth) for row in wanted}
        assert total[6] == format_count(sum(row.worth for row in wanted))
    summary = cells_of(listed["Rekapitulasi"].rows[-1])
    assert summary[1:] == [str(len(SIGNED)), format_count(sum(row.worth for row in SIGNED))]
    postponed = [cells_of(row)[1] for row in listed["3. Usulan yang ditunda"].rows][1:]
    assert {each.split("\n")[0] for each in postponed} == {row.activity for row in POSTPONED}
    assert "2 usulan yang disepakati belum lengkap datanya" in text
    for row in ROWS:
        if row not in SIGNED and row not in POSTPONED:
            assert not any(row.activity in cell for cell in all_cells(minutes)), row
    coverage = {cells_of(row)[0]: cells_of(row)[1] for row in listed[coverage_heading(listed)].rows}
    assert coverage[name_service(item)] == format_pct(percent)


def coverage_heading(listed: dict[str, Table]) -> str:
    return next(each for each in listed if each.startswith("Cakupan layanan"))


def list_tables(minutes: Document) -> Iterator[tuple[str, Table]]:
    """Every table with the heading above it."""
    heading = ""
    for block in minutes.iter_inner_content():
        if isinstance(block, Paragraph):
            if block.style is not None and HEADING.match(block.style.name or ""):
                heading = block.text
        elif isinstance(block, Table):
            yield heading, block


def cells_of(row: object) -> list[str]:
    # "76,0 %" is held together in a narrow column by a space that does not break.
    return [cell.text.replace("\u00a0", " ") for cell in row.cells]  # type: ignore[attr-defined]


def all_cells(minutes: Document) -> list[str]:
    return [cell for table in minutes.tables for row in table.rows for cell in cells_of(row)]
