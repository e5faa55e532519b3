"""One region opened, from its total down to what was recorded of it."""

from analysis.monev import Assessment
from app.access import Account
from app.components.assessment import count_below
from app.components.assessment_detail import (
    draw_comparison,
    draw_components,
    draw_head,
    draw_raises,
)
from app.components.assessment_papers import draw_papers
from app.components.assessment_record import draw_official, draw_record


def draw_region(person: Account, now: Assessment, before: Assessment | None) -> None:
    """Total and evidence, what would raise it, last year, what was recorded, the papers."""
    below = count_below(now.region_code, now.year) if now.waiting else 0
    draw_head(now, before, below)
    draw_components(person, now)
    draw_raises(person, now)
    draw_comparison(now, before)
    draw_record(person, now)
    draw_official(person, now)
    draw_papers(person, now)
