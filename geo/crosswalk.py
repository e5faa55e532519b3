"""From BPS codes to Kemendagri codes: only through a table, never by likeness."""

from dataclasses import dataclass

import pandas as pd

from geo.codes import read_code
from geo.columns import ColumnPlan


@dataclass(frozen=True, slots=True)
class Match:
    """What the table says about one BPS code: its code and name, or a problem's code."""

    code: str | None
    name: str | None = None
    problem: str | None = None


def build_bps_codes(text: pd.DataFrame, plan: ColumnPlan) -> pd.Series:
    """Return each row's BPS code as bare digits, "" where a part is missing."""
    if plan.code is not None:
        whole = text[plan.code].fillna("").str.strip()
        return whole.str.removeprefix("ID") if plan.family == "hdx" else whole
    joined = pd.Series("", index=text.index, dtype=object)
    complete = pd.Series(True, index=text.index)
    for part, width in zip(plan.code_parts, plan.code_widths, strict=True):
        digits = text[part].fillna("").str.strip()
        complete &= digits.str.fullmatch(rf"\d{{1,{width}}}")
        joined = joined + digits.str.zfill(width)
    return joined.where(complete, "")


def match_bps_codes(bps_codes: pd.Series, crosswalk: pd.DataFrame) -> list[Match]:
    """Look every code up in `crosswalk` (bps_code, kemendagri_code[, kemendagri_name]).

    Problems: wilayah_kode_bps_tanpa_padanan, wilayah_kode_bps_padanan_ganda.
    """
    table = _read_table(crosswalk)
    return [_match(table.get(code, {})) for code in bps_codes]


def _read_table(crosswalk: pd.DataFrame) -> dict[str, dict[str, str | None]]:
    names = crosswalk.get("kemendagri_name", pd.Series(None, index=crosswalk.index, dtype=object))
    table: dict[str, dict[str, str | None]] = {}
    rows = zip(crosswalk["bps_code"], crosswalk["kemendagri_code"], names, strict=True)
    for bps_code, kemendagri_code, name in rows:
        code = read_code(kemendagri_code) if isinstance(kemendagri_code, str) else None
        if isinstance(bps_code, str) and code is not None:
            known_name = name.strip() if isinstance(name, str) and name.strip() else None
            table.setdefault(bps_code.strip(), {})[code] = known_name
    return table


def _match(found: dict[str, str | None]) -> Match:
    if not found:
        return Match(None, problem="wilayah_kode_bps_tanpa_padanan")
    if len(found) > 1:
        return Match(None, problem="wilayah_kode_bps_padanan_ganda")
    ((code, name),) = found.items()
    return Match(code, name)
