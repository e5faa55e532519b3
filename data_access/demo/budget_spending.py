"""What the demonstration's agencies mean to spend, and how a year and a change alter it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data_access.demo.budget_plan import (
    KECAMATAN_AGENCY,
    Activity,
    DemoSkpd,
    Template,
    name_skpd,
    read_plan,
)
from data_access.demo.people import KABUPATEN
from data_access.importers.sipd_lines import BudgetLine

_USUAL_DESA = 150
_CHANGED, _GONE, _ADDED = 0.10, 0.03, 0.03
_PRICE_RISE = 1.05
# Where meetings are tagged as stunting's own, there are more of them.
_LAVISH = {"borongan": 2.5, "berlebih": 2.5}


@dataclass(frozen=True, slots=True)
class Land:
    """The desa and kecamatan that money goes to: code and name each; desa by kecamatan."""

    kecamatan: tuple[tuple[str, str], ...]
    desa: Mapping[str, tuple[tuple[str, str], ...]]

    @property
    def desa_count(self) -> int:
        """How many desa there are."""
        return sum(len(each) for each in self.desa.values())


@dataclass(frozen=True, slots=True)
class Spending:
    """One line to be: what is bought by whom, how much of it, for which place."""

    activity: Activity
    template: Template
    skpd: DemoSkpd
    description: str
    volume: int
    price_idr: int
    place_code: str
    is_twin: bool = False

    @property
    def total_idr(self) -> int:
        """Volume times price, rupiah."""
        return self.volume * self.price_idr


def plan_spending(land: Land, rng: np.random.Generator) -> list[Spending]:
    """The lines of a whole budget in the order of a file: agency by agency, kecamatan last."""
    skpd = name_skpd(land.kecamatan)
    made: list[Spending] = []
    for (owner_code, agency), each in skpd.items():
        for activity in read_plan():
            if activity.agency == agency:
                for template in activity.templates:
                    made += _spend(activity, template, each, owner_code, land, rng)
    return _repeat_some(made)


def change_spending(before: Sequence[Spending], rng: np.random.Generator) -> list[Spending]:
    """What a change of the budget leaves: some lines changed, a few gone, a few new."""
    made: list[Spending] = []
    for each in before:
        fate = rng.uniform()
        if each.is_twin or fate > _CHANGED + _GONE + _ADDED:
            made.append(each)
            continue
        if fate < _CHANGED:
            made.append(_alter(each, rng))
        elif fate > _CHANGED + _GONE:
            made += [each, replace(each, description=f"{each.description} (tambahan)")]
    return made


def plan_next_year(before: Sequence[Spending], rng: np.random.Generator) -> list[Spending]:
    """Next year's plan: dearer, in other volumes, some lines dropped."""
    kept = [each for each in before if each.is_twin or rng.uniform() > _GONE]
    factors = rng.uniform(0.8, 1.25, len(kept))
    return [
        replace(
            each,
            volume=max(1, round(each.volume * factor)),
            price_idr=round(each.price_idr * _PRICE_RISE / 50) * 50,
        )
        for each, factor in zip(kept, factors, strict=True)
    ]


def to_line(spending: Spending, row: int, realisation_idr: int | None) -> BudgetLine:
    """The line as a SIPD file gives it."""
    activity, template = spending.activity, spending.template
    return BudgetLine(
        skpd_name=spending.skpd.name,
        subkegiatan_code=activity.code,
        subkegiatan_name=activity.name,
        account_code=template.account_code,
        total_idr=spending.total_idr,
        row=row,
        skpd_code=spending.skpd.code,
        program_code=activity.program_code,
        program_name=activity.program_name,
        kegiatan_code=activity.kegiatan_code,
        kegiatan_name=activity.kegiatan_name,
        account_name=template.account_name,
        fund=template.fund,
        description=spending.description,
        coefficient=f"{spending.volume} {template.unit}",
        volume=float(spending.volume),
        unit=template.unit,
        unit_price_idr=float(spending.price_idr),
        realisation_idr=realisation_idr,
    )


def _spend(
    activity: Activity,
    template: Template,
    skpd: DemoSkpd,
    owner_code: str,
    land: Land,
    rng: np.random.Generator,
) -> Iterator[Spending]:
    lavish = _LAVISH.get(activity.habit, 1.0)
    for place_code, words, size in _list_places(template, owner_code, land, rng):
        factor = rng.uniform(0.7, 1.3) * (lavish if template.is_overhead else 1)
        volume = max(1, round(template.volume * size * factor))
        description = f"{template.description}{words}"
        yield Spending(
            activity, template, skpd, description, volume, template.price_idr, place_code
        )


def _list_places(
    template: Template, owner_code: str, land: Land, rng: np.random.Generator
) -> Iterator[tuple[str, str, float]]:
    """Code of the place, words that name it in the line, and how much of the volume it takes."""
    if owner_code != KABUPATEN:
        size = len(land.desa[owner_code]) if template.spread == "kecamatan" else 0.1
        yield owner_code, "", size
    elif template.spread in ("kabupaten", "pilihan"):
        yield KABUPATEN, "", land.desa_count / _USUAL_DESA
    else:
        for code, name in land.kecamatan:
            if template.spread == "kecamatan":
                yield code, f" - Puskesmas {name}", len(land.desa[code])
            else:
                desa_code, desa_name = land.desa[code][rng.integers(len(land.desa[code]))]
                yield desa_code, f" - {desa_name}, Kecamatan {name}", 1


def _repeat_some(made: Sequence[Spending]) -> list[Spending]:
    """Two lines stand twice with the same money: one of a puskesmas, one of a kecamatan."""
    twins = {
        next(n for n, each in enumerate(made) if each.template.spread == "kecamatan"),
        max(n for n, each in enumerate(made) if each.activity.agency == KECAMATAN_AGENCY),
    }
    repeated: list[Spending] = []
    for number, each in enumerate(made):
        is_twin = number in twins
        repeated += [replace(each, is_twin=is_twin)] * (2 if is_twin else 1)
    return repeated


def _alter(spending: Spending, rng: np.random.Generator) -> Spending:
    if spending.volume > 4 and rng.uniform() < 0.6:
        return replace(spending, volume=max(1, round(spending.volume * rng.uniform(0.5, 1.5)) + 1))
    return replace(spending, price_idr=round(spending.price_idr * rng.uniform(1.03, 1.2) / 50) * 50)
