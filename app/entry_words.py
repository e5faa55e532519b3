"""Words for places, periods, items and figures of entry, for its screens and for history."""

from app import stage_loaders
from app.format import format_count, format_number, format_share
from app.items import Item
from app.text import isian as text
from app.text import lampiran


def write_period(period: str, *, short: bool = False) -> str:
    """A period of entry: "Semester I 2026 (Januari sampai Juni)", short "Semester I 2026"."""
    year, _, half = period.partition("-")
    words = text.PERIODS_SHORT if short else text.PERIODS
    return words[half or "ansit"].format(year=year)


def write_value(value: int | None) -> str:
    """A figure, or that nothing is known: never 0 for that."""
    return text.EMPTY_VALUE if value is None else format_count(value)


def head_item(item: Item) -> str:
    """An item as a heading with its unit."""
    return text.ITEM_HEADING.format(short=item.short, unit=item.unit) if item.unit else item.short


def explain_item(item: Item) -> str:
    """An item's code, whole name and unit, for help in place."""
    pattern = text.ITEM_HELP if item.unit else text.ITEM_HELP_PLAIN
    return pattern.format(code=item.code, name=item.name, unit=item.unit)


def write_filled(filled: int, cells: int) -> str:
    """How many cells are filled, with the share."""
    share = format_share(filled, cells) if cells else text.NO_VALUE
    return text.FILLED.format(filled=format_count(filled), cells=format_count(cells), share=share)


def write_lock(state: str, region_code: str, agency: str, part: str, approver: str) -> str:
    """Why a part takes no entry and who can open it again, by name where they have accounts."""
    return text.LOCKED[state].format(
        agency=agency,
        verifiers=_write_names(region_code, "verifikator", part),
        approver=stage_loaders.load_agency_names().get(approver, approver),
        approvers=_write_names(region_code, "penyetuju", approver),
    )


def _write_names(region_code: str, role: str, agency: str) -> str:
    names = stage_loaders.load_role_names(region_code).get((region_code, role, agency), [])
    return text.NAMES.format(names=", ".join(names)) if names else ""


def write_size(size_bytes: int) -> str:
    """The size of a file: "340 kB", "2,5 MB"."""
    if size_bytes < 1_000_000:
        return lampiran.SIZE_KB.format(number=format_number(max(1, size_bytes / 1000), 0))
    return lampiran.SIZE_MB.format(number=format_number(size_bytes / 1_000_000, 1))
