"""Money, needs and answers once more, in plain loops over a made-up budget.

Nothing of `analysis` is used to find what is expected; regions are told apart by their codes.
"""

import random

import pandas as pd
import pytest

from analysis.budget import join_tags
from analysis.budget_answers import Thresholds, answer_cells, answer_placement
from analysis.budget_cells import build_cells
from analysis.budget_gaps import compute_gaps, sum_programmes
from analysis.budget_lamps import light_lamps
from analysis.budget_needs import compute_needs
from analysis.budget_services import BudgetServices
from tests.analysis.budget_example import make_lines

OWNER = "99.01"
ITEMS = ("I01", "I02", "I13", "I26")
SERVING = ("sasaran", "layanan")
THRESHOLDS = Thresholds(1.0, 0.5, 1.0, 0.5, 1.0, 0.5)
LENGTHS = {"kabupaten": 5, "kecamatan": 8, "desa": 13}


class World:
    """A kabupaten of 4 kecamatan with 3 desa each, 300 tags, and what is known of people."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        self.kecamatan = [f"{OWNER}.{n:02d}" for n in range(1, 5)]
        self.desa = [f"{code}.{2000 + n}" for code in self.kecamatan for n in range(1, 4)]
        places = [OWNER, None, *self.kecamatan, *self.desa]
        kinds = [*SERVING, "bimbingan", "administrasi"]
        self.tags = [
            {
                "tag_id": number,
                "line_id": rng.randint(1, 12),
                "item_code": rng.choice([*ITEMS, None]),
                "target_group": None,
                "place_code": rng.choice(places),
                "kind": rng.choice(kinds),
                "amount_idr": rng.randint(0, 900_000),
                "is_divided": rng.random() < 0.2,
            }
            for number in range(300)
        ]
        self.people = {
            (desa, item): None if rng.random() < 0.15 else rng.choice([0, rng.randint(1, 40)])
            for desa in self.desa
            for item in ITEMS
        }
        self.costs = {item: rng.randint(20_000, 200_000) for item in ITEMS[:3]}
        self.priority = set(rng.sample(self.desa, 5))
        self.programmes = [
            {
                "wilayah_code": rng.choice(self.desa),
                "item_code": rng.choice([*ITEMS, None]),
                "source": rng.choice(["apbdes", "swasta", "swadaya"]),
                "amount_idr": rng.randint(0, 500_000),
                "review": rng.choice(["disetujui", "menunggu"]),
            }
            for _ in range(40)
        ]

    def regions(self) -> pd.DataFrame:
        codes = [OWNER, *self.kecamatan, *self.desa]
        names = {length: level for level, length in LENGTHS.items()}
        rows = [(code, names[len(code)], code.rpartition(".")[0]) for code in codes]
        return pd.DataFrame(rows, columns=["code", "level", "parent_code"])

    def cells(self, level: str) -> pd.DataFrame:
        tags = pd.DataFrame(self.tags).assign(
            basis="rupiah", basis_value=None, carried_from_id=None
        )
        reach = [(desa, item, number) for (desa, item), number in self.people.items()]
        frame = pd.DataFrame(reach, columns=["region_code", "item_code", "perlu_dijangkau"])
        costs = pd.DataFrame({"item_code": list(self.costs), "cost_idr": list(self.costs.values())})
        needs = compute_needs(
            frame.astype({"perlu_dijangkau": "Int64"}),
            costs.assign(year=2026, source="SSH"),
            2026,
            BudgetServices(ITEMS, {}),
        )
        return build_cells(
            join_tags(make_lines(), tags),
            needs,
            self.regions(),
            level=level,
            owner_code=OWNER,
            services=BudgetServices(ITEMS, {}),
        )

    def money(self, region: str, item: str) -> int:
        """Serving money that counts in a region: named for it or for a place in it."""
        total = 0
        for tag in self.tags:
            place = tag["place_code"]
            mine = place is not None and str(place).startswith(region)
            if region == OWNER:
                mine = True
            if tag["kind"] in SERVING and tag["item_code"] == item and mine:
                total += int(str(tag["amount_idr"]))
        return total

    def around(self, region: str, item: str) -> int:
        total = 0
        for tag in self.tags:
            place = tag["place_code"]
            wider = place is not None and place != region and region.startswith(str(place))
            if tag["kind"] in SERVING and tag["item_code"] == item and wider:
                total += int(str(tag["amount_idr"]))
        return total

    def need(self, region: str, item: str) -> int | None:
        counts = [
            number
            for (desa, code), number in self.people.items()
            if code == item and desa.startswith(region) and number is not None
        ]
        if not counts:
            return None
        if item not in self.costs:
            return None if sum(counts) else 0
        return sum(counts) * self.costs[item]


@pytest.fixture(scope="module", params=[1, 2, 3, 4, 5, 6])
def world(request: pytest.FixtureRequest) -> World:
    return World(request.param)


@pytest.mark.parametrize("level", list(LENGTHS))
def test_money_and_need_of_every_cell(world: World, level: str) -> None:
    cells = world.cells(level)
    assert len(cells) == {"kabupaten": 1, "kecamatan": 4, "desa": 12}[level] * len(ITEMS)
    for row in cells.itertuples():
        assert row.serving_idr == world.money(row.region_code, row.item_code)
        assert row.above_idr == world.around(row.region_code, row.item_code)
        need = world.need(row.region_code, row.item_code)
        assert (None if pd.isna(row.need_idr) else row.need_idr) == need
        assert (row.need_reason == "") == (need is not None)


def test_sufficiency_and_gap_of_every_desa(world: World) -> None:
    services = BudgetServices(ITEMS, {})
    programmes = pd.DataFrame(world.programmes)
    partners = sum_programmes(programmes, world.regions(), "desa", services)
    table = compute_gaps(answer_cells(world.cells("desa"), THRESHOLDS), partners)
    for row in table.itertuples():
        need, money = world.need(row.region_code, row.item_code), row.serving_idr
        given = sum(
            int(str(programme["amount_idr"]))
            for programme in world.programmes
            if programme["review"] == "disetujui"
            and programme["wilayah_code"] == row.region_code
            and programme["item_code"] == row.item_code
        )
        assert row.mitra_idr == given
        if need is None:
            assert pd.isna(row.gap_idr)
            assert row.cukup == "tak_dapat_dinilai"
            continue
        assert row.gap_idr == max(need - money - given, 0)
        if need == 0:
            assert row.cukup == "tanpa_kebutuhan"
            continue
        assert row.sufficiency_pct == pytest.approx(100 * money / need)
        word = "cukup" if money >= need else "kurang" if 2 * money >= need else "sangat_kurang"
        assert row.cukup == word


def test_placement_of_every_service(world: World) -> None:
    groups = dict.fromkeys(world.desa, OWNER)
    table = answer_placement(world.cells("desa"), groups, world.priority, THRESHOLDS)
    for row in table.itertuples():
        placed = sum(world.money(desa, row.item_code) for desa in world.desa)
        inside = sum(world.money(desa, row.item_code) for desa in world.priority)
        people = [world.people[desa, row.item_code] for desa in world.desa]
        here = [world.people[desa, row.item_code] for desa in world.priority]
        every, mine = sum(n for n in people if n is not None), sum(n for n in here if n is not None)
        assert (row.placed_idr, row.priority_idr) == (placed, inside)
        assert row.placement_pct == pytest.approx(100 * inside / placed)
        if every:
            assert row.need_share_pct == pytest.approx(100 * mine / every)


def test_the_lamp_of_sufficiency(world: World) -> None:
    _, enough, places = light_lamps(
        world.cells("kabupaten"), world.cells("desa"), world.priority, THRESHOLDS
    )
    need = covered = serving = 0
    known = []
    for item in ITEMS:
        wanted = world.need(OWNER, item)
        if wanted is None:
            continue
        known.append(item)
        money = world.money(OWNER, item)
        need, serving, covered = need + wanted, serving + money, covered + min(wanted, money)
    assert enough.figures["need_idr"] == need
    assert enough.figures["serving_idr"] == serving
    assert enough.figures["covered_pct"] == pytest.approx(100 * covered / need)
    placed = sum(world.money(desa, item) for desa in world.desa for item in known)
    assert places.figures["placed_idr"] == placed
    assert places.figures["unplaced_idr"] == serving - placed
