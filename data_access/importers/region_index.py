"""The known regions, looked up by code, by parent and by name inside a parent."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data_access.importers.names import near_names, normalise_name, split_prefix


@dataclass(frozen=True, slots=True)
class Region:
    """One known region; the days of validity are ISO texts, None where open."""

    code: str
    name: str
    level: str
    kind: str
    valid_from: str | None = None
    valid_until: str | None = None


class RegionIndex:
    """Known regions. Takes columns code, name, level, kind and, where known, valid_from and
    valid_until (dates); one row a region. The parent is the code without its last part."""

    def __init__(self, regions: pd.DataFrame) -> None:
        columns = {
            name: regions[name].tolist() if name in regions else [None] * len(regions)
            for name in ("code", "name", "level", "kind", "valid_from", "valid_until")
        }
        self._by_code: dict[str, Region] = {}
        self._children: dict[tuple[str, str], list[Region]] = defaultdict(list)
        for code, name, level, kind, start, end in zip(*columns.values(), strict=True):
            region = Region(code, name, level, _text(kind) or level, _text(start), _text(end))
            self._by_code[code] = region
            self._children[code.rpartition(".")[0], level].append(region)

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, code: str) -> Region | None:
        """Give a region by code."""
        return self._by_code.get(code)

    def children(self, parent_code: str, level: str) -> list[Region]:
        """List the regions of a level directly under a parent."""
        return self._children.get((parent_code, level), [])

    def within(self, scope_code: str | None, level: str) -> Iterator[Region]:
        """Go through the regions of a level inside a region, itself included; all for None."""
        for region in self._by_code.values():
            if region.level == level and is_within(region.code, scope_code):
                yield region


def is_within(code: str, scope_code: str | None) -> bool:
    """Tell whether a code lies in a region, by the beginning of the code."""
    if scope_code is None or scope_code == "ID":
        return True
    return code == scope_code or code.startswith(scope_code + ".")


def exact_matches(name: str, candidates: list[Region]) -> list[Region]:
    """Find the candidates of exactly this name; a word such as "Kel." narrows down the kind."""
    plain = normalise_name(name)
    found = [region for region in candidates if normalise_name(region.name) == plain]
    if found:
        return found
    # Only the file's name loses its word: "Kota Satu" in the list is not the file's "Satu".
    named = [(region, *split_prefix(name, region.level)) for region in candidates]
    found = [region for region, bare, _ in named if _official(region) == bare]
    of_kind = [
        region for region, bare, kind in named if _official(region) == bare and region.kind == kind
    ]
    return of_kind or found


def _official(region: Region) -> str:
    """Give the name to compare with; the list itself writes "Kabupaten" before its names."""
    if region.level == "kabupaten":
        return split_prefix(region.name, region.level)[0]
    return normalise_name(region.name)


def suggestions(name: str, candidates: list[Region]) -> str:
    """List up to three near candidates of one level as "Name (code)", for a report."""
    if not candidates:
        return ""
    labels = {region.name: f"{region.name} ({region.code})" for region in candidates}
    return ", ".join(labels[near] for near in near_names(name, list(labels), candidates[0].level))


def order_near(name: str, candidates: list[Region]) -> list[Region]:
    """Order candidates of one level for a choice by hand: near ones first, then by name."""
    if not candidates:
        return []
    near = near_names(name, [region.name for region in candidates], candidates[0].level)
    rank = {label: place for place, label in enumerate(near)}
    return sorted(candidates, key=lambda r: (rank.get(r.name, len(near)), r.name, r.code))


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value or None
    return None if pd.isna(value) else str(value)[:10]
