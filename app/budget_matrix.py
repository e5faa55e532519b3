"""The gaps of services and regions as a coloured table in words. No Streamlit here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.budget_gaps import pivot_gaps
from app.budget_figures import budget_services, read_thresholds
from app.budget_palette import GAP_COLORS
from app.budget_words import name_service, write_gap
from app.format import format_idr_short
from app.painted import paint_cells
from app.problem_palette import style_cell
from app.text import anggaran as text

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_NO_CELL = (pd.NA, pd.NA, False)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of a place: services from top to bottom, headings by region code, the cells.

    `painted`: None where no service is known. `missing`: the services without any known cell, in
    words, by reason.
    """

    items: tuple[str, ...]
    columns: Mapping[str, str]
    painted: "Styler | None"
    missing: Mapping[str, str]


def make_matrix(gaps: pd.DataFrame, names: Mapping[str, str]) -> Matrix:
    """The matrix of rows of `compute_gaps`; the largest gap first. `names`: regions by code."""
    table = pivot_gaps(gaps, budget_services())
    known = pick_known(gaps, table)
    if known.empty:
        return Matrix((), {}, None, {})
    ordered = known.loc[known.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    columns = label_regions({str(code): names[code] for code in ordered.columns})
    unknown = table.index.difference(known.index, sort=False)
    painted = _paint(*tabulate_matrix(gaps, ordered), columns)
    return Matrix(tuple(map(str, ordered.index)), columns, painted, _name_missing(gaps, unknown))


def label_regions(names: Mapping[str, str]) -> dict[str, str]:
    """Headings by region code: names with their kind where two would read the same."""
    short = {code: name.removeprefix("Kecamatan ") for code, name in names.items()}
    seen = pd.Series(short)
    twice = set(seen[seen.duplicated(keep=False)])
    return {code: f"{name} ({code})" if name in twice else name for code, name in short.items()}


def tabulate_matrix(gaps: pd.DataFrame, table: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Words and classes of the cells, in the order of `table` (rows of `pivot_gaps`).

    Columns: service, total, loose, then the region codes. The sum is of the regions that are known.
    """
    keys = zip(gaps["region_code"].tolist(), gaps["item_code"].tolist(), strict=True)
    figures = (gaps[name].tolist() for name in ("gap_idr", "need_idr", "need_partial"))
    cells: dict[Any, tuple[Any, Any, Any]] = dict(
        zip(keys, zip(*figures, strict=True), strict=True)
    )
    items = table.index.tolist()
    words, kinds = {}, {}
    for region in table.columns:
        mine = [cells.get((region, item), _NO_CELL) for item in items]
        kinds[region] = [classify_gap(gap, need) for gap, need, _ in mine]
        words[region] = [
            _write_cell(kind, gap, partial is True)
            for kind, (gap, _, partial) in zip(kinds[region], mine, strict=True)
        ]
    unknown = table.isna().any(axis=1)
    totals = [write_gap(v, bool(u)) for v, u in zip(table.sum(axis=1), unknown, strict=True)]
    loose = sum_loose(gaps).reindex(table.index)
    names = {
        "service": [name_service(str(code)) for code in items],
        "total": totals,
        "loose": [format_idr_short(each) for each in loose],
    }
    blank = dict.fromkeys(names, "")
    return pd.DataFrame(names | words), pd.DataFrame(blank | kinds, index=range(len(table)))


def pick_known(gaps: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The services of `table` (of `pivot_gaps`) that some need is known of, or all are known."""
    wanted = gaps.loc[gaps["need_idr"].fillna(0) > 0, "item_code"].unique()
    return table[table.index.isin(wanted) | table.notna().all(axis=1)]


def sum_loose(gaps: pd.DataFrame) -> pd.Series:
    """Direct money by service that none of these regions has: named further up, or nowhere.

    The same rupiah stand in every row of a service, so the largest is all of it.
    """
    loose = (gaps["above_idr"] + gaps["unsaid_idr"]).groupby(gaps["item_code"])
    return loose.max()


def classify_gap(gap: object, need: object) -> str:
    """The class of a cell: how much of the need is open, see `text.MATRIX_LEGEND`."""
    if pd.isna(gap) or pd.isna(need):
        return "belum"
    if not need:
        return "tanpa_kebutuhan"
    share = float(gap) / float(need)  # type: ignore[arg-type]
    if not share:
        return "terpenuhi"
    return "sebagian" if share <= 1 - read_thresholds().some else "besar"


def _write_cell(kind: str, gap: object, is_partial: bool) -> str:
    fixed = {
        "belum": text.MATRIX_CELL_UNKNOWN,
        "tanpa_kebutuhan": text.MATRIX_CELL_NO_NEED,
        "terpenuhi": text.MATRIX_CELL_GOOD,
    }
    return fixed.get(kind) or write_gap(gap, is_partial)


def _paint(shown: pd.DataFrame, kinds: pd.DataFrame, columns: Mapping[str, str]) -> "Styler":
    heads = {**text.MATRIX_HEADS, **columns}
    looks = {kind: style_cell(color) for kind, color in GAP_COLORS.items()} | {"": ""}
    css = [[looks[kind] for kind in row] for row in kinds.to_numpy(dtype=object)]
    return paint_cells(shown.rename(columns=heads), css)


def _name_missing(gaps: pd.DataFrame, unknown: pd.Index) -> dict[str, str]:
    mine = gaps[gaps["item_code"].isin(unknown) & (gaps["need_reason"] != "")]
    reasons = mine.groupby("item_code")["need_reason"].first()
    named: dict[str, list[str]] = {}
    for code in unknown:
        named.setdefault(str(reasons.get(code, "")), []).append(name_service(str(code)))
    return {reason: ", ".join(names) for reason, names in named.items()}
