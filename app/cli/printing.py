"""How the command line speaks: lines to people, errors with exit code 1."""

from collections import Counter
from collections.abc import Sequence
from typing import NoReturn

import typer

from app.text import command_line as text
from app.text.findings import describe
from geo.findings import Finding

SHOWN_OF_A_KIND = 20


def say(line: str) -> None:
    """Print one line."""
    typer.echo(line)


def fail(line: str) -> NoReturn:
    """Print one line to standard error and end with exit code 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


def say_findings(findings: Sequence[Finding]) -> None:
    """Print findings, errors first, at most `SHOWN_OF_A_KIND` of each kind, the rest counted."""
    order = {"galat": 0, "peringatan": 1, "catatan": 2}
    shown: Counter[str] = Counter()
    for finding in sorted(findings, key=lambda each: order[each.severity]):
        shown[finding.code] += 1
        if shown[finding.code] <= SHOWN_OF_A_KIND:
            say(f"{text.SEVERITY[finding.severity]}: {_place(finding)}{describe(finding)}")
    for count in shown.values():
        if count > SHOWN_OF_A_KIND:
            say(text.MORE_FINDINGS.format(count=count - SHOWN_OF_A_KIND))


def _place(finding: Finding) -> str:
    parts = []
    if finding.sheet:
        parts.append(text.PLACE_SHEET.format(sheet=finding.sheet))
    if finding.row is not None:
        parts.append(text.PLACE_ROW.format(row=finding.row))
    if finding.column:
        parts.append(text.PLACE_COLUMN.format(column=finding.column))
    return f"{', '.join(parts)}: " if parts else ""
