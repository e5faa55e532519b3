"""Faults of one layer as they are found: many of one kind are counted, a file's words shortened."""

from collections.abc import Mapping

from geo.escape import find_unsafe_characters, show_marks, show_text
from geo.findings import Finding, Severity

_MOST_ROWS = 200
_LONGEST_NAME = 120  # as the database keeps it
_LONGEST_SHOWN = 160


class LayerFindings:
    """What is told of a layer; `listed` in the order of telling."""

    def __init__(self, layer_name: str) -> None:
        self._place = show_text(layer_name) or None
        self._counts: dict[str, int] = {}
        self.listed: list[Finding] = []

    def tell(
        self,
        code: str,
        severity: Severity,
        row: int | None = None,
        column: str | None = None,
        *,
        values: Mapping[str, object] | None = None,
    ) -> None:
        """Add a finding; of faults in rows only the first two hundred of a code."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if row is None or self._counts[code] <= _MOST_ROWS:
            shown = None if column is None else show_text(column, 40)
            said = {name: _show(value) for name, value in (values or {}).items()}
            self.listed.append(Finding(code, severity, self._place, row, shown, said))

    def tell_unfit(self, name: str, row: int | None, column: str | None, **values: object) -> bool:
        """Refuse a name that would act in a page, or that is longer than the database keeps."""
        if unsafe := find_unsafe_characters(name):
            values |= {"nama": name, "tanda": show_marks(unsafe)}
            self.tell("wilayah_nama_berbahaya", "galat", row, column, values=values)
        elif len(name.strip()) > _LONGEST_NAME:
            values |= {"panjang": len(name.strip()), "batas": _LONGEST_NAME}
            self.tell("wilayah_nama_terlalu_panjang", "galat", row, column, values=values)
        else:
            return False
        return True

    def sum_up(self) -> tuple[Finding, ...]:
        """All of them, with how many there are of each code that was not listed whole."""
        rest = [
            Finding(
                "wilayah_temuan_lain",
                "catatan",
                values={"kode_temuan": code, "jumlah": count, "ditampilkan": _MOST_ROWS},
            )
            for code, count in self._counts.items()
            if count > _MOST_ROWS
        ]
        return (*self.listed, *rest)


def _show(value: object) -> object:
    return show_text(value, _LONGEST_SHOWN) if isinstance(value, str) else value
