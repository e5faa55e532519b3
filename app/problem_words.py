"""Words for a problem: its service, place, side, factor, and who said it when."""

from collections.abc import Mapping

import pandas as pd

from app import entry_loaders, loaders
from app.ansit_loaders import Problem, load_problem_places
from app.documents.masalah import tabulate_problems
from app.items import Item, find_item, list_items
from app.stage_words import name_agency, write_moment
from app.text import masalah as text
from app.text.screens import LEVEL_WORDS

_PARTIES = ("puskesmas", "plkb", "setcam")


def list_services() -> dict[str, Item]:
    """The guideline's 31 services by code, in its order."""
    items = [item for party in _PARTIES for item in list_items(party) if item.group == "capaian"]
    return {item.code: item for item in sorted(items, key=lambda item: item.code)}


def name_service(item_code: str | None) -> str:
    """A service in short with its code, or that the problem is about no single one."""
    item = find_item(item_code) if item_code is not None else None
    if item is None:
        return item_code or text.GENERAL
    return text.ITEM_OPTION.format(short=item.short, code=item.code)


def name_places(region_code: str) -> dict[str, str]:
    """The places of a region by code, the whole of it first."""
    places = load_problem_places(region_code)
    names = {}
    for row in places.itertuples(index=False):
        if row.code == region_code:
            names[row.code] = text.PLACE_ALL.format(name=row.name)
        else:
            level = LEVEL_WORDS[row.level]
            names[row.code] = text.PLACE_OPTION.format(name=row.name, level=level)
    return names


def name_place(code: str, places: Mapping[str, str]) -> str:
    """A place's name, also of one that is no longer in force."""
    if code in places:
        return places[code]
    region = loaders.load_region(code)
    return region.name if region is not None else code


def write_who(problem: Problem) -> tuple[str, str, str]:
    """The agency, the person and the moment of a problem's last change."""
    names = entry_loaders.load_person_names()
    return (
        name_agency(problem.part, problem.wilayah_code),
        names.get(problem.updated_by, problem.updated_by),
        write_moment(problem.updated_at, problem.wilayah_code),
    )


def tabulate(problems: tuple[Problem, ...], places: Mapping[str, str]) -> pd.DataFrame:
    """Problems as a table in words, see `app.documents.masalah`."""
    return tabulate_problems([_tabulate(problem, places) for problem in problems])


def _tabulate(problem: Problem, places: Mapping[str, str]) -> dict[str, str | None]:
    agency, who, when = write_who(problem)
    return {
        "place_code": problem.place_code,
        "place": name_place(problem.place_code, places),
        "item_code": problem.item_code,
        "service": name_service(problem.item_code),
        "aspect": text.ASPECTS[problem.aspect],
        "factor": text.FACTORS[problem.factor] if problem.factor else None,
        "problem": problem.problem,
        "cause": problem.cause,
        "recommendation": problem.recommendation,
        "proposal": problem.proposal,
        "agency": agency,
        "who": who,
        "when": when,
    }
