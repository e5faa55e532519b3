"""How the demonstration's agencies tag their lines: mostly well, with the faults of real ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from analysis.budget_shares import divide_over, share_of
from data_access import reference
from data_access.demo.budget_plan import Template
from data_access.demo.budget_spending import Land, Spending
from data_access.demo.people import KABUPATEN

ASIDE = "bukan"
OPEN = "belum"
TAGGED = "bertanda"
# Shares of the lines of a puskesmas that name desa, or the kecamatan only; the rest names none.
_NAMES_DESA, _NAMES_KECAMATAN = 0.65, 0.27
_TAGS_MEETINGS, _TWICE = 0.2, 0.02
_BASES: Mapping[str, tuple[str, float]] = {
    "disdik": ("persen", 40.0),
    "dukcapil": ("rupiah", 24_000_000.0),
    "dinsos": ("volume", 20.0),
}


@dataclass(frozen=True, slots=True)
class DemoTag:
    """One share of a line, as table `penandaan` has it."""

    item_code: str | None
    target_group: str | None
    place_code: str | None
    kind: str
    amount_idr: int
    basis: str
    basis_value: float | None
    is_divided: bool


def tag_spending(
    spending: Spending, land: Land, favoured: Sequence[str], rng: np.random.Generator
) -> tuple[str, tuple[DemoTag, ...]]:
    """State and tags of one line. `favoured`: the desa that direct money goes to at all."""
    habit, template = spending.activity.habit, spending.template
    if habit == "lepas":
        return OPEN, ()
    if habit == "ditolak":
        return ASIDE, ()
    whole = (_owner_of(spending),)
    if habit == "borongan":
        return TAGGED, _share(spending, template.items, whole, template.kind)
    if habit == "berlebih":
        return TAGGED, _share(spending, _items_of(spending), whole, "sasaran")
    if template.is_overhead:
        return _tag_overhead(spending, whole, rng)
    return TAGGED, _tag_service(spending, land, favoured, rng)


def _tag_overhead(
    spending: Spending, whole: Sequence[str], rng: np.random.Generator
) -> tuple[str, tuple[DemoTag, ...]]:
    kind = spending.template.kind
    if kind == "administrasi" and rng.uniform() > _TAGS_MEETINGS:
        return ASIDE, ()
    return TAGGED, _share(spending, (), whole, kind)


def _tag_service(
    spending: Spending, land: Land, favoured: Sequence[str], rng: np.random.Generator
) -> tuple[DemoTag, ...]:
    habit, template = spending.activity.habit, spending.template
    items = () if habit == "tanpa layanan" else template.items
    places = _choose_places(spending, land, favoured, rng)
    if habit == "tanpa tempat":
        places = ()
    tags = _share(spending, items, places, template.kind)
    if rng.uniform() < _TWICE and tags[0].basis == "seluruhnya":
        return _split(tags[0], spending.total_idr) if len(tags) == 1 else tags
    return tags


def _choose_places(
    spending: Spending, land: Land, favoured: Sequence[str], rng: np.random.Generator
) -> tuple[str, ...]:
    template, place = spending.template, spending.place_code
    if template.spread == "pilihan":
        return _pick(favoured, 5, 10, rng)
    if template.spread != "kecamatan":
        return (place,)
    chance = rng.uniform()
    inside = [code for code, _ in land.desa[place] if code in favoured]
    if chance < _NAMES_DESA and inside:
        return _pick(inside, 2, 5, rng)
    return (place,) if chance < _NAMES_DESA + _NAMES_KECAMATAN else ()


def _pick(codes: Sequence[str], least: int, most: int, rng: np.random.Generator) -> tuple[str, ...]:
    count = min(len(codes), int(rng.integers(least, most + 1)))
    return tuple(sorted(str(code) for code in rng.choice(np.array(codes), count, replace=False)))


def _share(
    spending: Spending, items: Sequence[str], places: Sequence[str], kind: str
) -> tuple[DemoTag, ...]:
    basis, value = _find_basis(spending.template, spending)
    amount = share_of(spending.total_idr, basis, value, spending.volume)
    groups = _target_groups()
    return tuple(
        DemoTag(
            each.item_code,
            groups.get(each.item_code or ""),
            each.place_code,
            kind,
            each.amount_idr,
            basis,
            value,
            each.is_divided,
        )
        for each in divide_over(amount, items, places)
    )


def _find_basis(template: Template, spending: Spending) -> tuple[str, float | None]:
    basis, value = _BASES.get(spending.activity.agency, ("seluruhnya", 0.0))
    if template.is_overhead or basis == "seluruhnya":
        return "seluruhnya", None
    most = {"volume": spending.volume, "rupiah": spending.total_idr}.get(basis, 100)
    return (basis, value) if value < most else ("seluruhnya", None)


def _split(tag: DemoTag, total_idr: int) -> tuple[DemoTag, ...]:
    """The same share said twice: half and half for one service at one place."""
    half = share_of(total_idr, "persen", 50.0)
    parts = (half, total_idr - half)
    return tuple(replace(tag, amount_idr=part, basis="persen", basis_value=50.0) for part in parts)


def _owner_of(spending: Spending) -> str:
    return spending.skpd.owner_code or KABUPATEN


def _items_of(spending: Spending) -> tuple[str, ...]:
    return next(each.items for each in spending.activity.templates if each.items)


@cache
def _target_groups() -> dict[str, str]:
    table = reference.read_table("indikator")
    return dict(zip(table["kode"], table["kelompok_sasaran"], strict=True))
