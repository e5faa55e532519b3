"""Proposals to begin a meeting with: from the situation analysis, and from problem places.

No cache and no Streamlit here. They are drafts: nothing is agreed, no amount is made up.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from app.actions.usulan_reading import LONGEST
from app.format import format_count
from app.proposal_books import Books, service_of
from app.text import usulan as text
from data_access.reads.masalah import Problem
from data_access.reads.usulan import Proposal
from data_access.writes.usulan import ProposalChange

_TYPES = (TYPE_1, TYPE_2, MIXED)


def propose_from_analysis(
    problems: Iterable[Problem],
    known: Sequence[Proposal],
    books: Books,
    agencies: Mapping[str, str],
) -> tuple[ProposalChange, ...]:
    """A draft for every proposal that the analysis wrote down and that was not taken over yet.

    `known`: the region's proposals of the year. `agencies`: who answers for which service.
    """
    taken = {each.masalah_id for each in known}
    drafts = []
    for problem in problems:
        activity = " ".join((problem.proposal or "").split())[: LONGEST["activity"]]
        if not activity or problem.id in taken:
            continue
        place = (problem.place_code,) if problem.place_code in books.places else ()
        values = {"activity": activity, "masalah_id": problem.id, "cause": problem.cause}
        values |= _serve(problem.item_code, agencies, books) | {"places": place}
        drafts.append(ProposalChange(values))
    return tuple(drafts)


def propose_from_places(
    snapshot: Mapping[str, Any],
    known: Sequence[Proposal],
    books: Books,
    agencies: Mapping[str, str],
) -> tuple[ProposalChange, ...]:
    """A draft for every lagging service, for the problem places in which it is low.

    `snapshot`: the meeting's frozen figures. A service for which some proposal stands for one of
    these places already is left out.
    """
    drafts = []
    for row in snapshot["lagging"]:
        item = row["item_code"]
        places = tuple(sorted(_list_low(snapshot, item) & set(books.places)))
        mine = (each.places for each in known if each.item_code == item)
        if not places or any(set(each) & {*places, books.region_code} for each in mine):
            continue
        service = service_of(item)
        if service is None:
            continue
        values = {
            "activity": text.FILL_ACTIVITY.format(service=service.short),
            "cause": text.FILL_CAUSE.format(count=format_count(len(places))),
            "places": places,
        }
        drafts.append(ProposalChange(values | _serve(item, agencies, books)))
    return tuple(drafts)


def _list_low(snapshot: Mapping[str, Any], item: str) -> set[str]:
    problems = (row for row in snapshot["problems"] if row["type"] in _TYPES)
    return {str(row["code"]) for row in problems if item in row["low"]}


def _serve(item_code: str | None, agencies: Mapping[str, str], books: Books) -> dict[str, Any]:
    """The service, its target group, and the agency that answers for it in this region."""
    item = service_of(item_code) if item_code else None
    if item is None:
        return {}
    agency = agencies.get(item.code)
    known = agency if agency in books.agencies else None
    return {"item_code": item.code, "target_group": item.cluster, "agency": known}
