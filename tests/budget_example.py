"""A small tagged budget with its sums made by hand, for the page Anggaran and its files.

Service I01 (PMT for pregnant women) costs 500,000 a person; still to reach: desa A 10, B 20, C 5.
So the need is A 5, B 10, C 2.5 million. Tagged for I01: 6 million in A, 4 million for the whole
kabupaten. B has an approved village programme of 1 million; that of C waits for the camat.
"""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Engine

from app.budget_figures import BudgetData, Ground, make_ground, read_budget
from app.coverage_figures import read_coverage_regions
from tests.budget_rows import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    ROWS,
    Row,
    add_places,
    add_skpd,
    add_snapshot,
)

A, B, C = DESA
GROUP = "Ibu hamil, ibu menyusui dan ibu nifas"
_TAGS: dict[str, tuple[dict[str, object], ...]] = {
    "PMT ibu hamil KEK": (
        {"item_code": "I01", "place_code": A, "amount_idr": 6_000_000, "target_group": GROUP},
        {"item_code": "I01", "place_code": KABUPATEN, "amount_idr": 4_000_000},
    ),
    "Makan minum rapat": ({"item_code": "I01", "place_code": A, "kind": "administrasi"},),
    "Sembako keluarga": ({"item_code": "I12", "kind": "layanan"},),
    "PMT balita di posyandu": ({"item_code": "I18", "place_code": KECAMATAN, "is_divided": True},),
}


def tagged_rows() -> tuple[Row, ...]:
    """The lines of `tests.budget_rows` with their tags; realisation is told of the first only."""
    rows = [
        replace(row, status="bertanda", tags=_TAGS[row.description])
        if row.description in _TAGS
        else row
        for row in ROWS
    ]
    return (replace(rows[0], more={"realisation_idr": 8_000_000}), *rows[1:])


def add_example(engine: Engine) -> BudgetData:
    """Store the regions, agencies and the tagged budget as APBD murni 2026."""
    add_places(engine)
    add_skpd(engine)
    snapshot, _ = add_snapshot(engine, rows=tagged_rows())
    return read_budget(engine, snapshot)


def make_needs(engine: Engine) -> Ground:
    """People to reach, unit costs and programmes of the example."""
    reach = pd.DataFrame(
        [
            (A, "I01", 10),
            (B, "I01", 20),
            (C, "I01", 5),
            (A, "I18", 3),
            (B, "I18", None),
            (C, "I18", 0),
        ],
        columns=["region_code", "item_code", "perlu_dijangkau"],
    ).astype({"perlu_dijangkau": "Int64"})
    costs = pd.DataFrame(
        [("I01", 2025, 400_000, "SSH"), ("I01", 2026, 500_000, "SSH"), ("I01", 2027, 1, "SSH")],
        columns=["item_code", "year", "cost_idr", "source"],
    )
    programmes = pd.DataFrame(
        [
            (B, "I01", "apbdes", 1_000_000, "disetujui"),
            (C, "I01", "swasta", 9_000_000, "menunggu"),
        ],
        columns=["wilayah_code", "item_code", "source", "amount_idr", "review"],
    )
    regions = read_coverage_regions(engine, KABUPATEN)
    return make_ground(KABUPATEN, regions, reach, costs, programmes)
