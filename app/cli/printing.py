"""How the command line speaks: lines to people, errors with exit code 1."""

from collections.abc import Sequence
from typing import NoReturn

import typer

from app.text import command_line as text
from app.text.findings import describe
from geo.findings import Finding

_ORDER = ("galat", "peringatan", "catatan")
# Errors are for mending one by one; remarks need an example.
SHOWN_OF_A_KIND = (200, 20, 3)


def say(line: str) -> None:
    """Print one line."""
    typer.echo(line)


def fail(line: str) -> NoReturn:
    """Print one line to standard error and end with exit code 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


def say_findings(findings: Sequence[Finding]) -> None:
    """Print findings, errors first, some of each kind, the rest counted."""
    kinds: dict[tuple[int, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((_ORDER.index(finding.severity), finding.code), []).append(finding)
    for (rank, _code), same in sorted(kinds.items(), key=lambda entry: entry[0][0]):
        most = SHOWN_OF_A_KIND[rank]
        for finding in same[:most]:
            say(f"{text.SEVERITY[finding.severity]}: {_place(finding)}{describe(finding)}")
        if len(same) > most:
            say(text.MORE_FINDINGS.format(count=len(same) - most))


def _place(finding: Finding) -> str:
    parts = []
    if finding.sheet:
        parts.append(text.PLACE_SHEET.format(sheet=finding.sheet))
    if finding.row is not None:
        parts.append(text.PLACE_ROW.format(row=finding.row))
    if finding.column:
        parts.append(text.PLACE_COLUMN.format(column=finding.column))
    return f"{', '.join(parts)}: " if parts else ""
