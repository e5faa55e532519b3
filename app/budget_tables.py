"""The tables of the page Anggaran in words. No Streamlit here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from analysis.budget import sum_amounts
from analysis.budget_answers import answer_cells, answer_placement
from app.budget_figures import BudgetGaps, read_thresholds
from app.budget_palette import ANSWER_COLORS
from app.budget_words import name_item, name_service, write_answer, write_gap
from app.charts.budget_flow import LAYERS
from app.format import format_count, format_idr_short, format_pct
from app.painted import paint_cells
from app.problem_palette import style_cell
from app.text import anggaran as text
from app.text import screens

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

_ANSWERS = ("dibiayai", "cukup", "lokasi")
_KECAMATAN_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """Figures (shared: read only) and how they are shown, row by row; `names`: what rows are of."""

    rows: pd.DataFrame
    table: "pa.Table | Styler"
    names: Sequence[str] = ()


def to_arrow(frame: pd.DataFrame, heads: Mapping[str, str]) -> pa.Table:
    """The columns of `heads` as they are sent to a browser, which then need not be made again."""
    picked = frame[list(heads)].rename(columns=dict(heads)).reset_index(drop=True)
    return pa.Table.from_pandas(picked)


def tabulate_services(gaps: BudgetGaps, code: str, priority: frozenset[str]) -> pd.DataFrame:
    """The answers for the place looked at, a row a service in the guideline's order.

    item_code, perlu_dijangkau, the columns of `answer_cells` and of `answer_placement`.
    """
    thresholds = read_thresholds()
    answered = answer_cells(gaps.of(code), thresholds)
    desa = gaps.desa_inside(code)
    groups = dict.fromkeys(desa["region_code"], code)
    placed = answer_placement(desa, groups, priority, thresholds)
    columns = ["item_code", "placement_pct", "need_share_pct", "lokasi", "lokasi_alasan"]
    return answered.merge(placed[columns], on="item_code", how="left", validate="one_to_one")


def show_services(rows: pd.DataFrame) -> Shown:
    """Rows of `tabulate_services` with the three answers coloured as the lamps are."""
    heads = text.SERVICES_COLUMNS
    shown = _write_services(rows)[list(heads)].rename(columns=heads)
    css = {column: [""] * len(shown) for column in heads}
    for answer, column in zip(_ANSWERS, ("funded", "enough", "located"), strict=True):
        looks = {word: style_cell(color) for word, color in ANSWER_COLORS[answer].items()}
        css[column] = [looks[word] for word in rows[answer]]
    return Shown(rows, paint_cells(shown, list(zip(*css.values(), strict=True))))


def _write_services(rows: pd.DataFrame) -> pd.DataFrame:
    serving = zip(rows["serving_idr"], rows["divided_idr"], strict=True)
    enough = zip(rows["cukup"], rows["cukup_alasan"], strict=True)
    located = zip(rows["lokasi"], rows["lokasi_alasan"], strict=True)
    gaps = zip(rows["gap_idr"], rows["need_partial"], strict=True)
    needs = zip(rows["need_idr"], rows["need_partial"], strict=True)
    return pd.DataFrame(
        {
            "service": rows["item_code"].map(name_service),
            "funded": rows["dibiayai"].map(text.FUNDED_WORDS),
            "enough": [write_answer(*each, text.ENOUGH_WORDS) for each in enough],
            "located": [write_answer(*each, text.LOCATED_WORDS) for each in located],
            "people": [format_count(each, screens.DASH) for each in rows["perlu_dijangkau"]],
            "serving_idr": [_write_serving(*each) for each in serving],
            "need_idr": [write_gap(*each, screens.DASH) for each in needs],
            "sufficiency_pct": [format_pct(x, 0, screens.DASH) for x in rows["sufficiency_pct"]],
            "placement_pct": [format_pct(x, 0, screens.DASH) for x in rows["placement_pct"]],
            "need_share_pct": [format_pct(x, 0, screens.DASH) for x in rows["need_share_pct"]],
            "mitra_idr": [format_idr_short(each) for each in rows["mitra_idr"]],
            "gap_idr": [write_gap(*each, screens.DASH) for each in gaps],
        }
    )


def _write_serving(serving_idr: int, divided_idr: int) -> str:
    amount = format_idr_short(serving_idr)
    return text.DIVIDED_SIGN.format(amount=amount) if divided_idr else amount


def show_unfunded(rows: pd.DataFrame, names: Mapping[str, str]) -> Shown:
    """Rows of `list_unfunded` in words; `names`: regions by code."""
    codes = rows["region_code"].tolist()
    needs = zip(rows["need_idr"].tolist(), rows["need_reason"].tolist(), strict=True)
    written = pd.DataFrame(
        {
            "desa": [names.get(code, code) for code in codes],
            "kecamatan": [names.get(code[:_KECAMATAN_LENGTH], "") for code in codes],
            "service": [name_service(code) for code in rows["item_code"].tolist()],
            "lagging": [text.LAGGING_YES if each else "" for each in rows["tertinggal"].tolist()],
            "people": [format_count(each) for each in rows["perlu_dijangkau"].tolist()],
            "need": [
                text.SHORT_REASONS.get(why, why) if why else format_idr_short(value)
                for value, why in needs
            ],
            "above": [format_idr_short(each) for each in rows["above_idr"].tolist()],
            "partners": [format_idr_short(each) for each in rows["mitra_idr"].tolist()],
            "gap": [format_idr_short(each, screens.DASH) for each in rows["gap_idr"].tolist()],
        }
    )
    return Shown(rows, to_arrow(written, text.UNFUNDED_COLUMNS))


def tabulate_flow(amounts: pd.DataFrame) -> pd.DataFrame:
    """Sums by source of funds, agency and target group, the missing ones in words."""
    named = amounts.assign(
        fund=amounts["fund"].astype("object").fillna(text.NO_FUND),
        target_group=amounts["target_group"].astype("object").fillna(text.NO_GROUP),
    )
    return sum_amounts(named, list(LAYERS))


def show_flow(sums: pd.DataFrame) -> Shown:
    """Rows of `tabulate_flow` in words."""
    written = sums.assign(tagged_idr=[format_idr_short(each) for each in sums["tagged_idr"]])
    return Shown(sums, to_arrow(written, text.FLOW_COLUMNS))


def show_sums(sums: pd.DataFrame, by: str) -> Shown:
    """Rows of `sum_amounts` by one column, with what of the money is spent."""
    money = ("tagged_idr", "serving_idr", "told_idr", "realised_idr")
    written = {key: [format_idr_short(each, screens.DASH) for each in sums[key]] for key in money}
    shares = {
        key: [format_pct(each, 1, screens.DASH) for each in sums[key]]
        for key in ("administrasi_pct", "absorption_pct")
    }
    notes = [text.ABOVE_100 if above else "" for above in sums["above_100"]]
    names = [name_group(by, value) for value in sums[by]]
    frame = pd.DataFrame({"group": names, **written, **shares, "note": notes})
    return Shown(sums, to_arrow(frame, text.ABSORPTION_COLUMNS), names)


def name_group(key: str, value: object) -> str:
    """One group in words, also where lines do not say it."""
    if key == "item_code":
        return name_item(value)
    if not isinstance(value, str):
        return text.NO_FUND if key == "fund" else text.NO_GROUP
    if key == "kind":
        return text.KINDS[value]
    return text.BIDANG.format(code=value) if key == "bidang" else value


def show_checks(counts: pd.DataFrame) -> Shown:
    """Rows of `count_checks` in words."""
    written = pd.DataFrame(
        {
            "check": counts["check"].map(text.CHECKS),
            "tag_count": [format_count(each) for each in counts["tag_count"]],
            "line_count": [format_count(each) for each in counts["line_count"]],
            "doubtful_idr": [format_idr_short(each) for each in counts["doubtful_idr"]],
        }
    )
    return Shown(counts, to_arrow(written, text.CHECKS_COLUMNS))


def show_cycle(table: pd.DataFrame, heads: Mapping[str, str]) -> Shown:
    """Rows of `tabulate_snapshots` in words; `heads`: the columns of money with their headings."""
    names = [_name_row(code) for code in table["item_code"]]
    money = {name: [format_idr_short(each, "") for each in table[name]] for name in heads}
    written = pd.DataFrame({"service": names, **money})
    return Shown(table, to_arrow(written, {"service": text.MATRIX_SERVICE, **heads}), names)


def _name_row(code: object) -> str:
    if code == "":
        return text.POTRET_TOTAL
    return name_service(code) if isinstance(code, str) else name_item(None)
