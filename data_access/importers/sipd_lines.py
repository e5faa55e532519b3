"""What a SIPD export says, whatever its layout: one line of spending with all it belongs to."""

from dataclasses import dataclass, field

from geo.findings import Finding


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of spending of a file; `row` counts as Excel does.

    Codes are whole (lost zeros put back), texts without line breaks. Amounts in rupiah:
    `total_idr` whole, `unit_price_idr` with sen where the file has them. None: not told.
    `total_before_idr`: the amount before a change, where the file tells both.
    """

    skpd_name: str
    subkegiatan_code: str
    subkegiatan_name: str
    account_code: str
    total_idr: int
    row: int
    sheet: str | None = None
    skpd_code: str | None = None
    sub_unit: str | None = None
    program_code: str | None = None
    program_name: str | None = None
    kegiatan_code: str | None = None
    kegiatan_name: str | None = None
    account_name: str | None = None
    fund: str | None = None
    description: str | None = None
    coefficient: str | None = None
    volume: float | None = None
    unit: str | None = None
    unit_price_idr: float | None = None
    total_before_idr: int | None = None
    realisation_idr: int | None = None


@dataclass(slots=True)
class BudgetFile:
    """The lines of one file in its order; `stated_total_idr` is its own grand total, if any.

    With a "galat" among `findings` the lines are not to be stored.
    """

    lines: list[BudgetLine] = field(default_factory=list)
    stated_total_idr: int | None = None
    findings: list[Finding] = field(default_factory=list)
