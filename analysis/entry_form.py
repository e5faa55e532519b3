"""The workbook in which a kecamatan's parties enter figures: its sheets, items and places."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

# Rows and columns count from 0, as files are written; Excel shows one more.
TITLE_ROW, GUIDE_ROW, GROUP_ROW, CODE_ROW, HEADING_ROW, UNIT_ROW, FIRST_ROW = range(7)
CODE_COLUMN, NAME_COLUMN, FIRST_COLUMN = range(3)
CODE_HEADING, NAME_HEADING = "kode", "nama"
KIND, META_SHEET = "ansit-1", "_konvergensi"
META_KEYS = ("susunan", "sidik", "kecamatan", "periode")
BASE_HEADINGS = ("desa", "butir", "nilai", "versi")


@dataclass(frozen=True, slots=True)
class FormItem:
    """One column to fill in: its heading, the unit it counts, the group it stands in.

    `denominators`: the items that together are the group which it cannot exceed; none where the
    guideline names none.
    """

    code: str
    heading: str
    unit: str
    group: str
    denominators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormSheet:
    """The sheet of one party ("puskesmas"), titled as people know it."""

    party: str
    title: str
    items: tuple[FormItem, ...]

    def column_of(self, item_code: str) -> int | None:
        """The column of an item, None where it stands on another sheet."""
        codes = [item.code for item in self.items]
        return FIRST_COLUMN + codes.index(item_code) if item_code in codes else None


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The workbook of one kecamatan and period; `units`: its desa, code to name, in order."""

    wilayah_code: str
    period: str
    sheets: tuple[FormSheet, ...]
    units: Mapping[str, str]

    @property
    def digest(self) -> str:
        """What tells this layout from that of another version: sheets, items, headings."""
        lines = [f"{s.party}|{s.title}|{i.code}|{i.heading}" for s in self.sheets for i in s.items]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    def sheet_of(self, item_code: str) -> FormSheet | None:
        """The sheet on which an item stands, None for an item that the form does not hold."""
        holds = (each for each in self.sheets if each.column_of(item_code) is not None)
        return next(holds, None)
