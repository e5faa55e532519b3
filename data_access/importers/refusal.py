"""A file that cannot be read at all, and why."""

from geo.findings import Finding


class Refused(Exception):
    """Raised where reading stops; `finding` says what was wrong and where."""

    def __init__(
        self,
        code: str,
        *,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.finding = Finding(code, "galat", sheet, row, column, values)
