"""Makes lines of spending of the rows of a budget table, flat or in outline."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from data_access.importers.sipd_amounts import round_rupiah
from data_access.importers.sipd_cells import LENGTHS, SipdTable, clean
from data_access.importers.sipd_codes import CodeReading, parents_of, split_code
from data_access.importers.sipd_line_codes import CodeColumns
from data_access.importers.sipd_lines import BudgetLine
from data_access.importers.sipd_notes import Notes
from data_access.importers.sipd_quantity import (
    choose_volume,
    describe,
    note_unreadable,
    read_coefficient,
)
from data_access.importers.sipd_totals import StatedTotals

Cells = Sequence[str | None]

_SPENDING = "5"
_INHERITED = (
    "skpd",
    "kode_skpd",
    "sub_unit",
    "program",
    "kegiatan",
    "sumber_dana",
    "paket",
    "keterangan",
)
_LABELS = {
    "skpd": "SKPD",
    "subkegiatan": "subkegiatan",
    "rekening": "rekening",
    "total": "jumlah",
}


class LineMaker:
    """Makes a line of a row and of what stands in the `context` above it."""

    def __init__(self, table: SipdTable, totals: StatedTotals, ending: int | None) -> None:
        self.lines: list[BudgetLine] = []
        self.notes = Notes()
        self.totals = totals
        self._table = table
        self._codes = CodeColumns(table, self.notes, ending)

    def make(self, cells: Cells, row: int, context: Mapping[str, str]) -> Decimal:
        """Add the line of one row, or report what it lacks; give the amount that it counts for."""
        table = self._table
        said = {name: table.text(cells, name) or context.get(name, "") for name in _INHERITED}
        activity = self._codes.read("subkegiatan", cells, row, context)
        account = self._codes.read("rekening", cells, row, context)
        total = table.amount(cells, "total", row)
        is_whole = self._is_whole(row, said["skpd"], (activity, account))
        if total is None:
            if not clean(table.raw(cells, "total")):
                table.report("sipd_kosong", row, "total", {"kolom": _LABELS["total"]})
            return Decimal(0)
        is_rounded = total != total.to_integral_value()
        self.totals.sums.add(total, is_rounded)
        if is_rounded:
            self.notes.add("sipd_sen", row)
        if is_whole:
            self._take(cells, row, (said, activity, account), total)
        return total

    def _is_whole(self, row: int, skpd: str, codes: tuple[CodeReading, CodeReading]) -> bool:
        """Report what a line cannot be without: its SKPD, its sub kegiatan, its account."""
        readings = dict(zip(("subkegiatan", "rekening"), codes, strict=True))
        missing = [] if skpd else ["skpd"]
        missing += [name for name, each in readings.items() if not each.code and not each.fault]
        for name in missing:
            column = name if name in self._table.columns else f"kode_{name}"
            self._table.report("sipd_kosong", row, column, {"kolom": _LABELS[name]})
        return not missing and all(each.code for each in codes)

    def _take(
        self,
        cells: Cells,
        row: int,
        parts: tuple[Mapping[str, str], CodeReading, CodeReading],
        total: Decimal,
    ) -> None:
        """Keep a line of spending; what a change struck out and what is no spending is counted."""
        before = self._table.amount(cells, "total_sebelum", row)
        account = parts[2].code or ""
        if total < 0:
            values = {"nilai": round_rupiah(total)}
            self._table.report("sipd_total_negatif", row, "total", values)
        elif account[0] != _SPENDING:
            self.notes.add("sipd_bukan_belanja", row, total)
        elif total == 0 and before:
            self.notes.add("sipd_baris_dihapus", row, before)
        else:
            self._append(cells, row, parts, (total, before))

    def _append(
        self,
        cells: Cells,
        row: int,
        parts: tuple[Mapping[str, str], CodeReading, CodeReading],
        amounts: tuple[Decimal, Decimal | None],
    ) -> None:
        said, activity, account = parts
        table, (total, before) = self._table, amounts
        program, kegiatan = parents_of(activity.code or "")
        name, code = self._codes.read_skpd(row, said)
        sub_unit = split_code(said["sub_unit"])[1]
        fund = split_code(said["sumber_dana"])[1] or said["sumber_dana"]
        price = table.amount(cells, "harga_satuan", row)
        quantity, coefficient, unit = read_coefficient(table, cells)
        volume = None
        if quantity is not None:
            volume = choose_volume(table, cells, row, quantity, (price, total))
        else:
            note_unreadable(table, cells, row, self.notes)
        realised = table.amount(cells, "realisasi", row)
        self._check_lengths(row, (code or "", sub_unit, fund, coefficient, unit))
        self.lines.append(
            BudgetLine(
                skpd_name=name,
                subkegiatan_code=activity.code or "",
                subkegiatan_name=activity.name,
                account_code=account.code or "",
                total_idr=round_rupiah(total),
                row=row,
                sheet=table.sheet,
                skpd_code=code,
                sub_unit=sub_unit if sub_unit and sub_unit != name else None,
                program_code=program,
                program_name=split_code(said["program"])[1] or None,
                kegiatan_code=kegiatan,
                kegiatan_name=split_code(said["kegiatan"])[1] or None,
                account_name=account.name or None,
                fund=fund or None,
                description=describe(table, cells, said) or None,
                coefficient=coefficient or None,
                volume=None if volume is None else float(volume),
                unit=unit or None,
                unit_price_idr=None if price is None else float(price),
                total_before_idr=None if before is None else round_rupiah(before),
                realisation_idr=None if realised is None else round_rupiah(realised),
            )
        )

    def _check_lengths(self, row: int, texts: tuple[str, ...]) -> None:
        meanings = ("kode_skpd", "sub_unit", "sumber_dana", "koefisien", "satuan")
        for meaning, text in zip(meanings, texts, strict=True):
            if len(text) > LENGTHS[meaning]:
                values = {"panjang": len(text), "batas": LENGTHS[meaning]}
                self._table.report("sipd_teks_panjang", row, meaning, values)
