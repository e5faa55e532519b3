"""Why an import cannot be withdrawn."""

from typing import Any, Literal

Reason = Literal[
    "tidak_ada",
    "sudah_ditarik",
    "jenis_tetap",
    "sudah_digantikan",
    "sudah_berubah",
    "tanpa_riwayat",
    "ditimpa_impor_lain",
    "tingkat_bercampur",
    "menggantikan_wilayah",
    "wilayah_dipakai",
]


class NotWithdrawableError(ValueError):
    """An import that cannot be withdrawn, why, and the figures of its sentence."""

    def __init__(self, reason: Reason, **figures: Any) -> None:
        super().__init__(f"{reason} {figures}")
        self.reason = reason
        self.figures = figures
