"""Shares of a line in whole rupiah: what is stated, and what is divided equally and says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from math import isnan

BEYOND = "melebihi_baris"
NEGATIVE = "negatif"
NO_VOLUME = "volume_tak_diketahui"
NO_VALUE = "nilai_kosong"


@dataclass(frozen=True, slots=True)
class DividedShare:
    """One part of a share: for a service (None: none said) at a place (None: none said)."""

    item_code: str | None
    place_code: str | None
    amount_idr: int
    is_divided: bool


def divide_evenly(total_idr: int, parts: int) -> list[int]:
    """Whole rupiah as equal as can be, adding up to the total; the first ones get the odd rupiah.

    Raises ValueError for less than one part or a total below 0.
    """
    if parts < 1 or total_idr < 0:
        raise ValueError(f"{total_idr} rupiah cannot be divided into {parts}")
    each, odd = divmod(total_idr, parts)
    return [each + (1 if place < odd else 0) for place in range(parts)]


def divide_over(amount_idr: int, items: Sequence[str], places: Sequence[str]) -> list[DividedShare]:
    """One share over several services and places, all combinations, equally in whole rupiah.

    No service or no place is one part that names none. is_divided: there is more than one part,
    so that no part's amount was stated by anybody.
    """
    pairs = list(product(items or (None,), places or (None,)))
    shares = divide_evenly(amount_idr, len(pairs))
    return [
        DividedShare(item, place, share, len(pairs) > 1)
        for (item, place), share in zip(pairs, shares, strict=True)
    ]


def share_of(
    total_idr: int, basis: str, value: float | None = None, volume: float | None = None
) -> int:
    """The rupiah of a share stated as seluruhnya, persen, volume (of the line's) or rupiah.

    Rounded to whole rupiah, half up. Raises ValueError with a code for a share below 0
    ("negatif"), beyond the line ("melebihi_baris"), without its figure ("nilai_kosong"), or by a
    volume that the line does not have ("volume_tak_diketahui"); KeyError for another basis.
    """
    if total_idr < 0 or (value is not None and value < 0):
        raise ValueError(NEGATIVE)
    if basis == "seluruhnya":
        return total_idr
    if value is None or isnan(value):
        raise ValueError(NO_VALUE)
    whole = {"persen": 100.0, "volume": volume, "rupiah": float(total_idr)}[basis]
    if basis == "volume" and not (volume or 0.0) > 0:
        raise ValueError(NO_VOLUME)
    # As decimal numbers, as they are typed: 12.5 % of a line is not 12.499999 %.
    stated, of = Decimal(str(value)), Decimal(str(whole))
    if stated > of:
        raise ValueError(BEYOND)
    exact = stated if basis == "rupiah" else total_idr * stated / of
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def rescale_amounts(
    amounts_idr: Sequence[int], old_total_idr: int, new_total_idr: int
) -> list[int]:
    """Shares of a line whose total changed, in their old proportion, whole rupiah.

    Their sum is the same part of the new total as it was of the old, rounded down; what rounding
    leaves goes to the largest remainders. Raises ValueError where the old line had no money or
    the shares were more than it.
    """
    if old_total_idr <= 0 or new_total_idr < 0 or sum(amounts_idr) > old_total_idr:
        raise ValueError(f"{sum(amounts_idr)} of {old_total_idr} rupiah is no share to keep")
    kept = [divmod(amount * new_total_idr, old_total_idr) for amount in amounts_idr]
    shares = [whole for whole, _ in kept]
    left = sum(amounts_idr) * new_total_idr // old_total_idr - sum(shares)
    largest = sorted(range(len(kept)), key=lambda place: -kept[place][1])
    for place in largest[:left]:
        shares[place] += 1
    return shares
