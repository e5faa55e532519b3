"""Whose each row of a boundary file is: its code, or why it has none, and what is no village."""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.codes import examine_code, level_of
from geo.columns import ColumnPlan
from geo.crosswalk import Match, build_bps_codes, match_bps_codes
from geo.findings import Severity
from geo.layer_findings import LayerFindings
from geo.opening import OpenedLayer

_NOT_A_VILLAGE = re.compile(
    r"\b(danau|waduk|hutan|laut|rawa|sungai|situ|embung|lahan kosong)\b", re.IGNORECASE
)
# RBI numbers the boundary areas of administration BA0307xxxx; lakes and forests have others.
_ADMINISTRATION = "BA03"
_AMBIGUOUS = re.compile(r"\d{10}")


def match_codes(
    layer: OpenedLayer, crosswalk: pd.DataFrame | None, found: LayerFindings
) -> list[Match] | None:
    """The code of each row, by the file's own or by a table from BPS codes.

    None where the whole column cannot be trusted, which is then told.
    """
    plan = layer.plan
    if plan.code_system == "bps":
        if crosswalk is None:
            values = {"jumlah": len(layer.text), "kolom": _code_column(plan)}
            found.tell("wilayah_kode_bps_tanpa_tabel_padanan", "galat", values=values)
            return None
        return match_bps_codes(build_bps_codes(layer.text, plan), crosswalk)
    matches = _read_kemendagri_codes(layer, found)
    if matches is None or crosswalk is None or plan.bps_code is None:
        return matches
    # The file has both codes: what its own column leaves blank, the table may still know.
    known = match_bps_codes(layer.text[plan.bps_code].fillna(""), crosswalk)
    return [
        other if match.problem == "wilayah_kode_kosong" and other.code else match
        for match, other in zip(matches, known, strict=True)
    ]


def find_villages(
    layer: OpenedLayer, names: pd.Series, matches: list[Match], found: LayerFindings
) -> NDArray[np.bool_]:
    """Tell villages from lakes and forests: those have no code, and a name or feature says so."""
    text, plan = layer.text, layer.plan
    village = np.ones(len(text), dtype=bool)
    dropped: list[str] = []
    for row, (match, name) in enumerate(zip(matches, names, strict=True)):
        feature = text[plan.feature_code].iloc[row] if plan.feature_code else None
        other_feature = bool(feature) and not str(feature).startswith(_ADMINISTRATION)
        has_bps = bool(plan.bps_code and text[plan.bps_code].iloc[row])
        blank = not (name or "").strip() and not has_bps
        coded = match.code is not None and not match.code.endswith(".0000")
        if not coded and (blank or other_feature or _NOT_A_VILLAGE.search(name or "")):
            village[row] = False
            dropped.append((name or "").strip() or "-")
    if dropped:
        values = {"jumlah": len(dropped), "contoh": ", ".join(dict.fromkeys(dropped[:5]))}
        found.tell("wilayah_bukan_desa", "catatan", values=values)
    return village


def report_codes(
    layer: OpenedLayer,
    names: pd.Series,
    matches: list[Match],
    village: NDArray[np.bool_],
    found: LayerFindings,
) -> None:
    """Tell why a village has no code, and what a damaged one may have been."""
    is_bps = layer.plan.code_system == "bps"
    text, column = layer.text, _code_column(layer.plan)
    cells = build_bps_codes(text, layer.plan) if is_bps else text[column]
    rows = zip(matches, cells, names, strict=True)
    for row, (match, cell, name) in enumerate(rows, start=1):
        if match.problem is None or not village[row - 1]:
            continue
        blank_or_unmatched = is_bps or match.problem == "wilayah_kode_kosong"
        severity: Severity = "peringatan" if blank_or_unmatched else "galat"
        values: dict[str, object] = {"isi": cell or "", "nama": name or "-"}
        if match.problem == "wilayah_kode_rusak":
            values["dugaan"] = " / ".join(examine_code(cell).candidates)
        found.tell(match.problem, severity, row, column, values=values)


def _code_column(plan: ColumnPlan) -> str:
    return plan.code or " + ".join(plan.code_parts)


def _read_kemendagri_codes(layer: OpenedLayer, found: LayerFindings) -> list[Match] | None:
    plan = layer.plan
    cells = layer.text[_code_column(plan)]
    if not plan.undotted and _mostly_ten_digits(cells):
        found.tell("wilayah_sistem_kode_tidak_jelas", "galat", column=plan.code)
        return None
    matches = []
    for row, cell in enumerate(cells, start=1):
        reading = examine_code(cell, undotted=plan.undotted)
        code, problem = reading.code, reading.problem
        if code is not None and plan.level and level_of(code) != plan.level:
            code, problem = None, "kode_tidak_dikenal"
        if code is not None and level_of(code) == "puskesmas":
            code, problem = None, "kode_tidak_dikenal"
        if reading.repaired and code is not None and cell != code and "." in str(cell):
            values = {"isi": cell, "kode": code}
            found.tell("wilayah_kode_diperbaiki", "catatan", row, plan.code, values=values)
        matches.append(Match(code, problem=f"wilayah_{problem}" if problem else None))
    return matches


def _mostly_ten_digits(cells: pd.Series) -> bool:
    given = cells.dropna()
    return bool(len(given)) and bool(given.str.strip().str.fullmatch(_AMBIGUOUS).mean() > 0.5)
