"""The volume of one row, its unit and its text, and whether volume times price is the total."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from data_access.importers.sipd_amounts import (
    Quantity,
    join_units,
    read_quantity,
    round_rupiah,
    write_coefficient,
)
from data_access.importers.sipd_cells import SipdTable
from data_access.importers.sipd_notes import Notes

Cells = Sequence[str | None]

_SPEC = re.compile(r"\s*\bSpesifikasi\s*:\s*", re.IGNORECASE)
_TEXTS = ("paket", "keterangan", "uraian", "komponen", "spesifikasi")
_SEN = Decimal("0.005")  # a price may have been rounded to sen


def read_coefficient(table: SipdTable, cells: Cells) -> tuple[Quantity | None, str, str]:
    """The volume, the koefisien as written (or as volume and unit tell it), and the unit."""
    unit = table.text(cells, "satuan")
    coefficient = table.text(cells, "koefisien")
    raw = table.raw(cells, "volume")
    quantity = read_quantity(raw, unit) if raw else None
    if quantity is None:
        quantity = read_quantity(coefficient, unit)
    if not coefficient and raw:
        coefficient = write_coefficient(raw, unit)
    return quantity, coefficient, quantity.unit if quantity else join_units(unit)


def choose_volume(
    table: SipdTable,
    cells: Cells,
    row: int,
    quantity: Quantity,
    amounts: tuple[Decimal | None, Decimal],
) -> Decimal | None:
    """The volume that makes the total with the price; a difference is told, the total counts.

    `amounts`: price (None: not told, then only a volume without doubt is given) and total.
    """
    price, total = amounts
    if price is None:
        return quantity.volumes[0] if len(quantity.volumes) == 1 else None
    tax = table.amount(cells, "ppn", row) or Decimal(0)
    for volume in quantity.volumes:
        exact = volume * price
        taxed = exact + (exact * tax / 100 if tax <= 100 else tax)
        if min(abs(exact - total), abs(taxed - total)) <= 1 + volume * _SEN:
            return volume
    computed = round_rupiah(quantity.volumes[0] * price)
    values = {"kali": computed, "total": round_rupiah(total)}
    table.report("sipd_kali_beda", row, "total", values, "peringatan")
    return quantity.volumes[0]


def note_unreadable(table: SipdTable, cells: Cells, row: int, notes: Notes) -> None:
    """Count a koefisien that is written and says no volume."""
    if table.text(cells, "koefisien") or table.text(cells, "volume"):
        notes.add("sipd_koefisien", row)


def describe(table: SipdTable, cells: Cells, context: Mapping[str, str]) -> str:
    """Join what tells the line: group, remark, text and specification, each once."""
    parts: list[str] = []
    for name in _TEXTS:
        text = table.text(cells, name) or context.get(name, "")
        for part in _SPEC.split(text) if text else ():
            if part and part not in parts:
                parts.append(part)
    return " - ".join(parts)
