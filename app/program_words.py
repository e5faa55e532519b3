"""Words of programmes of desa and partners: sources, services, one programme in a line."""

from functools import cache

import pandas as pd

from app.format import format_idr
from app.target_items import list_services
from app.text import program as text
from data_access.importers.cells import header_key
from geo.codes import kind_of

SOURCE_WORDS = {header_key(name): code for code, name in text.SOURCES.items()} | (
    text.SOURCE_SYNONYMS
)
"""The source by what a cell may say, as `header_key` reduces it."""


@cache
def name_services() -> dict[str, str]:
    """The 31 services by code: "I01 · IBU-1 Pemberian Makanan Tambahan ..."."""
    return {
        item.code: text.SERVICE_OPTION.format(code=item.code, label=item.label, name=item.name)
        for item in list_services()
    }


def name_service(item_code: str | None) -> str:
    """A service in a line, or that the programme serves no single one."""
    if item_code is None or pd.isna(item_code):
        return text.NO_SERVICE
    return name_services().get(item_code, item_code)


@cache
def list_service_words() -> dict[str, str]:
    """The service by what a cell may begin with: its code ("i01") or its label ("ibu_1")."""
    words = {header_key(item.label): item.code for item in list_services()}
    return words | {header_key(item.code): item.code for item in list_services()}


def name_desa(code: str, name: str) -> str:
    """A desa by code and name; a kelurahan says that it is one."""
    shown = text.SUM_KELURAHAN.format(name=name) if kind_of(code) == "kelurahan" else name
    return text.TEMPLATE_OPTION.format(code=code, name=shown)


def write_option(desa: str, activity: str, source: str, amount_idr: int) -> str:
    """A programme in one line, to choose it by."""
    return text.REVIEW_OPTION.format(
        desa=desa, activity=activity, source=text.SOURCES[source], amount=format_idr(amount_idr)
    )
