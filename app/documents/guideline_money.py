"""What the guideline's documents say of the budget: the three answers, and the gaps."""

import pandas as pd

from analysis.budget_lamps import Lamp, light_lamps
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from app.budget_figures import (
    DESA,
    BudgetGaps,
    Snapshot,
    compute_budget_gaps,
    read_ground,
    read_thresholds,
)
from app.budget_words import name_service as name_budget_service
from app.budget_words import write_sentence
from app.documents.meeting_papers import make_columns
from app.documents.paper import Table
from app.format import (
    format_count,
)
from app.guideline_case import GuidelineCase
from app.problem_figures import (
    Pairing,
    find_problems,
    read_inputs,
)
from app.text import anggaran as budget_text
from app.text import dokumen as text

_HIT = (TYPE_1, TYPE_2, MIXED)
_GAP_WIDTHS = (10, 4, 4, 4, 4)


def compute_gaps_of(case: GuidelineCase, snapshot: Snapshot) -> BudgetGaps:
    """The rows of `konvergensi export celah-dana` for a snapshot and the year's services."""
    ground = read_ground(case.engine, case.owner, snapshot.year, case.pairing.period or None)
    return compute_budget_gaps(case.budget(snapshot), ground)


def list_lamps(case: GuidelineCase, gaps: BudgetGaps) -> tuple[Lamp, ...]:
    """The three answers on a budget, against the problem places of its owner."""
    pairing, problems = case.pairing, case.problems
    if case.owner != case.code:
        of_owner = Pairing(
            case.owner, pairing.period or str(case.year), pairing.source, pairing.measured
        )
        problems = find_problems(read_inputs(case.engine, of_owner), case.settings[0])
    table = problems.table
    hit = table[table["tipe"].isin(_HIT) & (table["level"] == DESA)]["region_code"]
    priority = [each for each in hit if each.startswith(f"{case.code}.")]
    return tuple(
        light_lamps(gaps.of(case.code), gaps.desa_inside(case.code), priority, read_thresholds())
    )


def write_lamps(lamps: tuple[Lamp, ...]) -> tuple[str, ...]:
    """The three answers, a sentence each."""
    lines = []
    for lamp in lamps:
        question, sentence = budget_text.QUESTIONS[lamp.question], write_sentence(lamp)
        if lamp.reason:
            lines.append(text.LAMP_DARK.format(question=question, sentence=sentence))
        else:
            word = budget_text.LAMP_WORDS[lamp.question][lamp.state]
            lines.append(text.LAMP.format(question=question, word=word, sentence=sentence))
    return tuple(lines)


def make_gap_table(case: GuidelineCase, gaps: BudgetGaps) -> Table | None:
    """Need, budget, desa and partners, and gap of each service of the region itself."""
    own = gaps.of(case.code)
    if own.empty:
        return None
    shown = own[own[["need_idr", "apbd_idr"]].fillna(0).sum(axis=1) > 0]
    others = ["apbdes_idr", "swasta_idr", "swadaya_idr"]
    rows = tuple(
        (
            name_budget_service(row["item_code"]),
            format_count(row["need_idr"], text.DASH),
            format_count(row["apbd_idr"], text.DASH),
            format_count(_sum_known(row, others), text.DASH),
            format_count(row["gap_idr"], text.DASH),
        )
        for row in shown.to_dict("records")
    )
    return Table(make_columns(text.GAP_TABLE_COLUMNS, _GAP_WIDTHS, 1, 2, 3, 4), rows)


def _sum_known(row: dict[str, object], keys: list[str]) -> int | None:
    known = [int(str(row[key])) for key in keys if not pd.isna(row[key])]
    return sum(known) if known else None
