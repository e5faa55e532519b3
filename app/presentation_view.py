"""The frozen figures of a story as its slides ask for them: words for codes, moments, marks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from analysis import deadlines
from app.format import format_date
from app.presentation_model import SlidePicture
from app.text import presentasi as text

Figures = Mapping[str, Any]
_KECAMATAN, _DESA = 8, 13


@dataclass(frozen=True, slots=True)
class StoryView:
    """Frozen figures of `app.presentation_figures` with the map that was drawn of them."""

    figures: Figures
    picture: SlidePicture | None = None

    @property
    def story(self) -> Figures:
        """What a story keeps besides a meeting's snapshot."""
        found: Figures = self.figures["story"]
        return found

    @property
    def code(self) -> str:
        """The region's code."""
        return str(self.figures["region"]["code"])

    @property
    def region(self) -> str:
        """The region as an official title has it."""
        return str(self.story["region_name"])

    @property
    def level(self) -> str:
        """What lies right below, in words: "kecamatan"."""
        return text.LEVELS[self.figures["below"]]

    @property
    def own(self) -> Figures | None:
        """The region's own row of prevalence."""
        return next((r for r in self.figures["prevalence"] if r["code"] == self.code), None)

    @property
    def below(self) -> list[Figures]:
        """The rows of prevalence of the regions one level down."""
        return [row for row in self.figures["prevalence"] if row["code"] != self.code]

    def name(self, code: str) -> str:
        """A region by the name that it had."""
        names = self.figures["names"]
        return str(names.get(code) or self.story["names"].get(code, code))

    def name_place(self, code: str) -> str:
        """A problem place; a desa names its kecamatan too, unless the meeting is that one's."""
        parent = code[:_KECAMATAN]
        if len(code) != _DESA or parent == self.code:
            return self.name(code)
        return text.PLACE_IN.format(name=self.name(code), kecamatan=self.name(parent))

    def change_of(self, code: str) -> Figures | None:
        """How a region's prevalence moved; None where it cannot be told."""
        rows = (r for r in self.story["changes"] if r["code"] == code)
        found = next(rows, None)
        return found if found is not None and found["perubahan_poin"] is not None else None

    def is_few(self, row: Figures) -> bool:
        """Tell whether too few children were measured to conclude anything from a row."""
        measured = row["penyebut_jiwa"]
        return measured is not None and measured < self.story["minimum_measured"]

    def write_moment(self, *, taken: bool = False) -> str:
        """When the figures were frozen (`taken`: proposals and commitments), by local clocks."""
        at = self.story["taken_at"] if taken else self.figures["made_at"]
        local = deadlines.to_local(self.story["zone"], datetime.fromisoformat(at))
        return text.MOMENT.format(date=format_date(local.date()), time=f"{local:%H.%M}")

    def list_marks(self, *subjects: str) -> tuple[str, ...]:
        """What must stand on a slide whose figures come from `subjects` (services, measured)."""
        marks = [text.MARK_DEMO] if self.story["is_demo"] else []
        unapproved = (
            mark["done"] < mark["total"]
            for mark in self.figures["marks"]
            if mark["subject"] in subjects
        )
        return (*marks, text.MARK_UNAPPROVED) if any(unapproved) else tuple(marks)


def write_day(value: str | None, missing: str) -> str:
    """A stored day ("2026-02-10") in words."""
    return missing if not value else format_date(date.fromisoformat(value))
