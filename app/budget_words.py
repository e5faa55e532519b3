"""Words for the budget: snapshots, services, places, the sentences beside the lamps."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from analysis.budget_answers import Thresholds
from analysis.budget_lamps import Lamp
from app.budget_figures import Snapshot, budget_services
from app.coverage_words import label_service
from app.format import MISSING, format_count, format_idr_short, format_pct
from app.text import anggaran as text
from app.text import cakupan as coverage_text

_LINKS = {
    "belum_ada_tanda": ("penandaan", text.LINK_TAGGING),
    "belum_ditempatkan": ("penandaan", text.LINK_TAGGING),
    "biaya_kosong": ("biaya_satuan", text.LINK_COSTS),
    "sasaran_tak_diketahui": ("target", text.LINK_TARGET),
    "lokasi_prioritas_kosong": ("lokasi_masalah", text.LINK_PROBLEMS),
}


def name_snapshot(snapshot: Snapshot) -> str:
    """A snapshot: "APBD murni 2026"."""
    return text.KINDS_OF_SNAPSHOT[snapshot.kind].format(year=snapshot.year)


def key_snapshot(snapshot: Snapshot) -> str:
    """A snapshot in an address and a file name: "2026-murni"."""
    return f"{snapshot.year}-{snapshot.kind}"


@cache
def name_service(item_code: str) -> str:
    """A service as money counts it: "IBU-1 · PMT ibu hamil KEK"; two where they are pooled."""
    labels = " + ".join(label_service(code) for code in budget_services().members(item_code))
    return text.POOLED_SERVICE.format(labels=labels, name=coverage_text.SHORT_NAMES[item_code])


def name_item(item_code: object) -> str:
    """The service of a tag, pooled or not; "tanpa layanan" where it names none."""
    if not isinstance(item_code, str):
        return text.NO_SERVICE
    name = coverage_text.SHORT_NAMES[item_code]
    return text.POOLED_SERVICE.format(labels=label_service(item_code), name=name)


def name_place(code: object, names: Mapping[str, str], owner_code: str) -> str:
    """The place of a tag: "seluruh ...", a kecamatan or desa by name, "tanpa tempat"."""
    if not isinstance(code, str):
        return text.NO_PLACE
    name = names.get(code, code)
    return text.WHOLE_REGION.format(name=name) if code == owner_code else name


def write_basis(basis: str, is_divided: bool) -> str:
    """How a share was stated, and that it was divided equally."""
    word = text.BASES[basis]
    return text.BASIS_DIVIDED.format(basis=word) if is_divided else word


def write_gap(value: Any, is_partial: bool, missing: str = MISSING) -> str:
    """A gap in short rupiah; "≥" where the need of some desa is not known."""
    amount = format_idr_short(value, missing)
    return text.AT_LEAST.format(amount=amount) if is_partial and not pd.isna(value) else amount


def write_figure(lamp: Lamp) -> str:
    """The large figure of a lamp: "21 dari 30", "64 %"; a dash where none can be given."""
    figures = lamp.figures
    if lamp.question == "dibiayai" and figures.get("services"):
        return text.FIGURE_FUNDED.format(
            funded=format_count(figures["funded"]), services=format_count(figures["services"])
        )
    share = figures.get({"cukup": "covered_pct", "lokasi": "placement_pct"}.get(lamp.question, ""))
    return text.FIGURE_NONE if share is None else format_pct(share, 0)


def write_sentence(lamp: Lamp) -> str:
    """What the lamp says, in one or two sentences; why not, where it is dark."""
    if lamp.reason:
        return text.REASON.format(reason=text.REASONS[lamp.reason])
    writers = {"dibiayai": _write_funded, "cukup": _write_enough, "lokasi": _write_placed}
    return writers[lamp.question](lamp.figures)


def _write_funded(figures: Mapping[str, Any]) -> str:
    parts = [
        pattern.format(count=format_count(figures[key]))
        for key, pattern in (
            ("unfunded", text.FUNDED_UNFUNDED),
            ("only_support", text.FUNDED_SUPPORT),
            ("unspread", text.FUNDED_UNSPREAD),
        )
        if figures[key]
    ]
    first = text.SENTENCE_FUNDED.format(
        funded=format_count(figures["funded"]), services=format_count(figures["services"])
    )
    return f"{first} {text.FUNDED_REST.format(parts=', '.join(parts))}" if parts else first


def _write_enough(figures: Mapping[str, Any]) -> str:
    return text.SENTENCE_ENOUGH.format(
        covered=format_pct(figures["covered_pct"], 0),
        need=format_idr_short(figures["need_idr"]),
        gap=format_idr_short(figures["gap_idr"]),
    )


def _write_placed(figures: Mapping[str, Any]) -> str:
    first = text.SENTENCE_PLACED.format(
        placed_pct=format_pct(figures["placement_pct"], 0),
        need_pct=format_pct(figures["need_share_pct"], 0),
    )
    unplaced = figures["unplaced_idr"]
    if not unplaced or unplaced < 0:
        return first
    return f"{first} {text.PLACED_UNPLACED.format(amount=format_idr_short(unplaced))}"


def list_why(lamp: Lamp, thresholds: Thresholds) -> list[str]:
    """What the figure was made from, what is missing in it, and where the colours begin."""
    figures = lamp.figures
    lines = []
    if figures.get("services_known"):
        lines.append(text.WHY_KNOWN.format(count=format_count(figures["services_known"])))
    for key, pattern in (
        ("services_without_cost", text.WHY_COST_PARTIAL),
        ("services_unknown", text.WHY_REACH_PARTIAL),
        ("desa_unknown", text.WHY_DESA_PARTIAL),
    ):
        if figures.get(key):
            lines.append(pattern.format(count=format_count(figures[key])))
    good, some = _bounds(thresholds)[lamp.question]
    bounds = text.WHY_BOUNDS[lamp.question]
    words = {"good": format_pct(100 * good, 0), "some": format_pct(100 * some, 0)}
    return [*lines, bounds.format(**words), text.WHY_DEFAULT]


def _bounds(thresholds: Thresholds) -> dict[str, tuple[float, float]]:
    return {
        "dibiayai": (thresholds.funded_good, thresholds.funded_some),
        "cukup": (thresholds.enough, thresholds.some),
        "lokasi": (thresholds.placed_good, thresholds.placed_some),
    }


def find_link(lamp: Lamp) -> tuple[str, str] | None:
    """The page on which what a lamp lacks is mended, with the words of the link."""
    if lamp.reason:
        return _LINKS.get(lamp.reason)
    return _LINKS["biaya_kosong"] if lamp.figures.get("services_without_cost") else None


def write_answer(word: str, reason: str, words: Mapping[str, str]) -> str:
    """An answer for one service in a table's cell; why not, where it cannot be given."""
    return words[word].format(reason=text.SHORT_REASONS.get(reason, reason))


def list_unplaced(unplaced: pd.DataFrame) -> str:
    """Money that is not placed, each reason with its rupiah; "" where all is placed.

    `unplaced`: of `analysis.budget_places.sum_unplaced`.
    """
    return ", ".join(
        text.UNPLACED_REASONS[row.place_reason].format(amount=format_idr_short(row.serving_idr))
        for row in unplaced.itertuples(index=False)
        if row.serving_idr
    )
