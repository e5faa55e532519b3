"""Cells as people type them: read one by one, the values apart from what is none."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")
FaultT = TypeVar("FaultT")


def read_typed(
    texts: Mapping[KeyT, str], read: Callable[[str], ValueT | FaultT], fault: type[FaultT]
) -> tuple[dict[KeyT, ValueT], dict[KeyT, FaultT]]:
    """The value of every cell that has one and the fault of every other, in the cells' order.

    `read` gives a value, or a `fault` for a text that is none; nothing is left out or guessed.
    """
    read_cells = {key: read(text) for key, text in texts.items()}
    faults = {key: each for key, each in read_cells.items() if isinstance(each, fault)}
    values = {key: each for key, each in read_cells.items() if key not in faults}
    return cast("dict[KeyT, ValueT]", values), faults
