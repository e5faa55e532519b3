"""How much a file that comes in may cost before it is refused."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class TableLimits:
    """Bounds of one reading: sizes in bytes, times in seconds, counts of rows and columns."""

    file_bytes: int = 50 * MIB
    unpacked_bytes: int = 200 * MIB
    unpack_ratio: int = 150
    rows: int = 250_000
    columns: int = 300
    cells: int = 6_000_000
    sheets: int = 50
    cell_characters: int = 32_767
    characters: int = 100_000_000
    memory_bytes: int = 1024 * MIB
    cpu_s: int = 30
    wall_s: int = 30


@dataclass(frozen=True, slots=True)
class BoundaryLimits:
    """Bounds of one boundary file on a screen: reading first, then cleaning with a clock of its
    own. Sizes in bytes, times in seconds."""

    file_bytes: int = 100 * MIB
    regions: int = 1_000
    memory_bytes: int = 1024 * MIB
    read_s: int = 30
    clean_s: int = 120
