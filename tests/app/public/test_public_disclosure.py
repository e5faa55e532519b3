"""The demonstration as published: a solver works out no count of 1 to 4 from it."""

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from analysis.coverage import count_services
from analysis.disclosure import Atom
from app.coverage_figures import coverage_indicators, read_coverage_regions
from app.public.coverage import find_hidden_cells, round_inward
from app.public.prevalence import find_hidden_regions, make_atom
from data_access.reads import cakupan, pengukuran
from tests.analysis.solver import Published

KABUPATEN = "99.01"


def read_facts(demo: Engine, period: str) -> pd.DataFrame:
    facts = pengukuran.read_measurements(demo, "99", "e-PPGBM")
    known = facts["stunting_jiwa"].notna() & facts["diukur_jiwa"].notna()
    return facts[known & (facts["period"] == period)]


def publish_measurements(facts: pd.DataFrame) -> list[Published]:
    """One solver a group: a published kecamatan's sum speaks of its own desa only."""
    hidden = find_hidden_regions(facts)
    shown = facts[~facts["kecamatan_code"].isin(hidden)]
    groups = [rows for _, rows in shown.groupby("kecamatan_code")]
    rest = facts[facts["kecamatan_code"].isin(hidden)]
    return [_publish(rows, "kecamatan_code") for rows in groups] + (
        [_publish(rest, "kabupaten_code")] if len(rest) and KABUPATEN not in hidden else []
    )


def _publish(rows: pd.DataFrame, column: str) -> Published:
    atoms = [
        make_atom(str(node), int(stunted), int(measured), is_desa=True)
        for node, stunted, measured in zip(
            rows[column], rows["stunting_jiwa"], rows["diukur_jiwa"], strict=True
        )
        if measured > 0
    ]
    return Published(atoms, dict.fromkeys(rows[column], ""), frozenset())


def test_no_small_count_of_stunted_children_can_be_worked_out(demo: Engine) -> None:
    facts = read_facts(demo, "2025-08")
    published = publish_measurements(facts)
    assert sum(len(each.atoms) for each in published) > 100
    assert [each.find_recovered() for each in published if each.find_recovered()] == []


def test_the_same_holds_when_few_children_are_stunted_everywhere(demo: Engine) -> None:
    facts = read_facts(demo, "2025-08")
    few = facts.assign(stunting_jiwa=np.floor(facts["stunting_jiwa"] / 6))
    assert find_hidden_regions(few)
    assert [each.find_recovered() for each in publish_measurements(few)[:6]] == [[]] * 6


def test_no_small_number_of_people_reached_or_left_can_be_worked_out(demo: Engine) -> None:
    facts = cakupan.read_coverage_facts(demo, KABUPATEN, "2026-S1")
    regions = read_coverage_regions(demo, KABUPATEN)
    desa = regions.loc[regions["level"] == "desa", "code"]
    hidden = find_hidden_cells(facts, desa)
    items = sorted({item for _, item in hidden})
    assert items
    counts = count_services(facts, desa, coverage_indicators())
    parents = dict.fromkeys(desa.str[:8], KABUPATEN) | {KABUPATEN: ""}
    for item in items[:3]:
        column = counts.items.index(item)
        figures = counts.numerators[:, column], counts.denominators[:, column]
        pairs = zip(desa.str[:8], *figures, strict=True)
        atoms = [Atom(n, int(t), int(b - t)) for n, t, b in pairs if not np.isnan(t + b)]
        out = frozenset(code for code, each in hidden if each == item)
        assert len(out) > 1
        assert Published(atoms, parents, out).find_recovered(regions_only=True) == []


def test_whole_percentages_are_never_0_or_100_by_rounding() -> None:
    values = pd.Series([0.0, 0.3, 49.5, 99.7, 100.0, 104.4, np.nan])
    assert round_inward(values).tolist()[:6] == [0, 1, 50, 99, 100, 104]
    assert np.isnan(round_inward(values).iloc[6])
