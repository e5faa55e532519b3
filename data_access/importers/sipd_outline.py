"""An outline of spending: rows of program, kegiatan, sub kegiatan and account above their lines."""

from collections.abc import Sequence
from dataclasses import replace

from data_access.importers.cells import quoted
from data_access.importers.sipd_cells import SipdTable
from data_access.importers.sipd_codes import read_subkegiatan
from data_access.importers.sipd_context import (
    ACCOUNT,
    GROUP,
    KEGIATAN,
    PROGRAM,
    SKPD,
    SUBKEGIATAN,
    URUSAN,
    Heading,
    code_of,
    read_heading,
)
from data_access.importers.sipd_rows import LineMaker
from data_access.importers.sipd_totals import check_heading

Cells = Sequence[str | None]

_GROUPS = (("[#]", "paket"), ("[-]", "keterangan"), ("#", "paket"))
_TEXTS = ("uraian", "komponen", "rekening")
# What a heading leaves behind when a row of its level or above follows.
_HELD = {
    SKPD: ("skpd", "kode_skpd", "sub_unit"),
    PROGRAM: ("program",),
    KEGIATAN: ("kegiatan",),
    SUBKEGIATAN: ("subkegiatan", "kode_subkegiatan"),
    ACCOUNT: ("rekening", "kode_rekening"),
    GROUP: ("paket",),
    GROUP + 1: ("keterangan",),
}


class Outline:
    """The headings open above a row, and the lines that stand below them."""

    def __init__(
        self, table: SipdTable, maker: LineMaker, context: dict[str, str], ending: int | None
    ) -> None:
        self.context = context
        self._table = table
        self._maker = maker
        self._ending = ending
        self._open: list[tuple[Heading, Cells]] = []

    def read_row(self, cells: Cells, row: int) -> None:
        """Take a row for a heading, a line, or a remark."""
        table = self._table
        code, name = code_of(table.raw(cells, "kode"))
        text = name or next((t for m in _TEXTS if (t := table.text(cells, m))), "")
        has_amount = table.is_amount(cells, "total")
        if self._has_detail(cells, has_amount) or (not code and has_amount and not _group_of(text)):
            self._add_line(cells, row, code)
        elif len(code) == 1:
            return  # "5 BELANJA" and the number of an urusan say nothing that is not below
        elif code:
            self._open_code(cells, row, code, text)
        elif _group_of(text):
            self._open_group(cells, row, text)
        elif text.casefold().startswith("spesifikasi") and self._maker.lines:
            self._add_specification(text)

    def _has_detail(self, cells: Cells, has_amount: bool) -> bool:
        """Tell whether a row has what only lines have; who signs may stand in their columns."""
        table = self._table
        detail = [table.text(cells, name) for name in ("koefisien", "volume", "harga_satuan")]
        return any(text and (has_amount or any(map(str.isdigit, text))) for text in detail)

    def settle(self) -> None:
        """Count an account that no line followed before a row of totals is held against it."""
        if self._open:
            heading, cells = self._open[-1]
            if heading.level > ACCOUNT and heading.stated and not heading.has_children:
                self._count(cells, heading.row, self.context)

    def end_lines(self) -> None:
        """Close the accounts before another form begins with "Sub Kegiatan : ..."."""
        self._close(ACCOUNT)

    def finish(self) -> None:
        """Close what is still open."""
        self._close(0)

    def _add_line(self, cells: Cells, row: int, code: str) -> None:
        context = dict(self.context)
        if code and len(code.split(".")) > 2:
            context["kode_rekening"] = code
        self._count(cells, row, context)

    def _count(self, cells: Cells, row: int, context: dict[str, str]) -> None:
        sums = self._maker.totals.sums
        rounded = sums.rounded
        amount = self._maker.make(cells, row, context)
        for heading, _ in self._open:
            heading.total += amount
            heading.rounded += sums.rounded - rounded
            heading.has_children = True

    def _open_code(self, cells: Cells, row: int, code: str, text: str) -> None:
        urusan = self.context.get("kode_subkegiatan", "")[:1]
        found = read_heading(code, urusan)
        if found is None:
            isi = quoted(self._table.raw(cells, "kode"))
            self._table.report("sipd_kode_bertingkat", row, "kode", {"isi": isi})
            return
        level, whole = found
        if level == SKPD and self._is_sub_unit(whole):
            self._close(PROGRAM)
            self.context["sub_unit"] = text
            return
        self._close(max(level, SKPD) if level > URUSAN else PROGRAM)
        if level == URUSAN:
            return
        self._enter(level, whole, text)
        stated = self._table.amount(cells, "total", row)
        self._open.append((Heading(level, whole, text, row, stated), cells))
        if level == SUBKEGIATAN:
            self._read_activity(whole, text, row)

    def _is_sub_unit(self, code: str) -> bool:
        """Tell whether an SKPD's code is that of a unit of the SKPD above: only its end differs."""
        above = self.context.get("kode_skpd", "")
        return bool(above) and above != code and above.rpartition(".")[0] == code.rpartition(".")[0]

    def _enter(self, level: int, code: str, text: str) -> None:
        if level == SKPD:
            self.context |= {"skpd": text, "kode_skpd": code}
        elif level == PROGRAM:
            self.context["program"] = text
        elif level == KEGIATAN:
            self.context["kegiatan"] = text
        elif level > ACCOUNT:
            self.context |= {"rekening": text, "kode_rekening": code}

    def _read_activity(self, code: str, text: str, row: int) -> None:
        """Take a sub kegiatan's code whole; one that fits no code is reported at its own row."""
        reading = read_subkegiatan(code, self._ending)
        if reading.code is None:
            values = {"isi": quoted(code), "calon": reading.candidates or "-"}
            self._table.report(reading.fault or "sipd_kode_subkegiatan", row, "kode", values)
        elif reading.code != code:
            self._maker.notes.add("sipd_diperbaiki_subkegiatan", row, isi=code, kode=reading.code)
        self.context["kode_subkegiatan"] = reading.code or code
        self.context["subkegiatan"] = text

    def _open_group(self, cells: Cells, row: int, text: str) -> None:
        mark, meaning = _group_of(text) or ("", "paket")
        level = GROUP + (meaning == "keterangan")
        self._close(level)
        self.context[meaning] = text.removeprefix(mark).strip()
        stated = self._table.amount(cells, "total", row)
        self._open.append((Heading(level, mark, text, row, stated), cells))

    def _add_specification(self, text: str) -> None:
        line = self._maker.lines[-1]
        said = text.partition(":")[2].strip()
        if said and said not in (line.description or ""):
            joined = " - ".join(part for part in (line.description, said) if part)
            self._maker.lines[-1] = replace(line, description=joined)

    def _close(self, level: int) -> None:
        """Close the headings of a level and below; one that no line followed may be a line."""
        while self._open and self._open[-1][0].level >= level:
            heading, cells = self._open.pop()
            if heading.has_children or not heading.stated:
                check_heading(self._table, heading)
            elif heading.level > ACCOUNT:
                self._count(cells, heading.row, self.context)
            else:
                values = {"kode": heading.code}
                self._table.report("sipd_tanpa_rincian", heading.row, "kode", values)
        for held, names in _HELD.items():
            if held >= level:
                for name in names:
                    self.context.pop(name, None)


def _group_of(text: str) -> tuple[str, str] | None:
    """Tell the mark and meaning of a row that groups lines: "[#] Belanja ATK"."""
    return next((each for each in _GROUPS if text.startswith(each[0])), None)
