"""The glossary as the screen shows it: read from docs/glosarium.md, its only source."""

import re
from functools import lru_cache
from pathlib import Path

import pandas as pd

from app.format import escape_markdown
from app.text import glosarium as text

FILE = Path(__file__).resolve().parents[1] / "docs" / "glosarium.md"
_MARKUP = re.compile(r"[`*_]|\[([^\]]*)\]\([^)]*\)")
COLUMNS = ("section", "term", "meaning")


def read_glossary() -> pd.DataFrame:
    """All terms in their order: section, term, meaning; empty where the file is not there."""
    if not FILE.exists():
        return pd.DataFrame(columns=list(COLUMNS))
    return _parse(FILE, FILE.stat().st_mtime_ns)


def arrange(terms: pd.DataFrame) -> pd.DataFrame:
    """Terms as a table of the screen: term (its index) and meaning, safe as markdown."""
    shown = terms[list(text.COLUMNS)].rename(columns=text.COLUMNS)
    return shown.map(escape_markdown).set_index(text.COLUMNS["term"])


def arrange_sections() -> tuple[tuple[str, pd.DataFrame], ...]:
    """All terms as `arrange` has them, section by section; shared by all, never changed."""
    return _arrange_sections(FILE, FILE.stat().st_mtime_ns) if FILE.exists() else ()


def search(terms: pd.DataFrame, asked: str) -> pd.DataFrame:
    """Rows whose term or meaning holds the text; those whose term holds it come first."""
    wanted = asked.strip().casefold()
    if not wanted:
        return terms
    in_term = terms["term"].str.casefold().str.contains(wanted, regex=False)
    in_meaning = terms["meaning"].str.casefold().str.contains(wanted, regex=False)
    return pd.concat([terms[in_term], terms[in_meaning & ~in_term]])


@lru_cache(maxsize=2)
def _parse(path: Path, _changed: int) -> pd.DataFrame:
    section, rows = "", []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").strip()
        elif line.startswith("| ") and not line.startswith("| Istilah"):
            cells = [_plain(cell) for cell in line.strip().strip("|").split(" | ")]
            rows.append((section, cells[0], cells[1]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


@lru_cache(maxsize=2)
def _arrange_sections(path: Path, changed: int) -> tuple[tuple[str, pd.DataFrame], ...]:
    groups = _parse(path, changed).groupby("section", sort=False)
    return tuple((str(section), arrange(rows)) for section, rows in groups)


def _plain(cell: str) -> str:
    return _MARKUP.sub(lambda found: found.group(1) or "", cell).strip()
