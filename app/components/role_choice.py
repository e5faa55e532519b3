"""Choosing one role: what, where, for which agency, by which SK."""

from datetime import date

import streamlit as st

from app import account_loaders, loaders
from app.access import Account, Grant, may
from app.actions.accounts import MANAGE, agencies_at
from app.text import accounts as text

_EARLIEST = date(2015, 1, 1)


def managed_regions(person: Account) -> tuple[str, ...]:
    """Regions that a person administers, each with all that lies below it."""
    codes = sorted({grant.wilayah_code for grant in person.grants})
    return tuple(code for code in codes if may(person, MANAGE, code))


def list_places(person: Account) -> dict[str, tuple[str, str]]:
    """Name and level of each place where a person may give roles, by code."""
    own = managed_regions(person)
    rows = account_loaders.load_places(own).itertuples(index=False)
    known = {str(row.code): (str(row.name), str(row.level)) for row in rows}
    # The first admin comes before the list of regions does.
    for code in own:
        known.setdefault(code, (code, level_by_length(code)))
    return dict(sorted(known.items()))


def level_by_length(code: str) -> str:
    """The level of a region whose code alone is known."""
    levels = {2: "provinsi", 5: "kabupaten", 8: "kecamatan"}
    return "nasional" if code == loaders.NATION else levels.get(len(code), "")


def choose_role(person: Account, key: str) -> Grant | None:
    """Draw the choice of one role; None while something needed is not chosen yet."""
    places = list_places(person)
    upper, lower = st.columns(2), st.columns(3)
    with upper[0]:
        role = st.selectbox(
            text.ROLE, list(text.ROLE_NAMES), format_func=text.ROLE_NAMES.__getitem__,
            key=f"{key}_peran", index=None, placeholder=text.CHOOSE_ROLE, help=_role_help(),
        )  # fmt: skip
    with upper[1]:
        region = _choose_region(places, role, key)
    with lower[0]:
        agency = _choose_agency(role, region, key)
    with lower[1]:
        number = st.text_input(
            text.OPTIONAL.format(label=text.SK_NUMBER), key=f"{key}_sk", max_chars=120
        )
    with lower[2]:
        signed = st.date_input(
            text.OPTIONAL.format(label=text.SK_DATE), value=None, key=f"{key}_tanggal",
            min_value=_EARLIEST, format="DD/MM/YYYY",
        )  # fmt: skip
    if role is None or region is None or agency is None:
        return None
    return Grant(role, region, agency, number.strip() or None, signed)


def _role_help() -> str:
    return "\n\n".join(
        f"**{name}**: {text.ROLE_HELP[role]}" for role, name in text.ROLE_NAMES.items()
    )


def _choose_region(places: dict[str, tuple[str, str]], role: str | None, key: str) -> str | None:
    levels = account_loaders.list_levels(role) if role else ()
    fitting = [code for code, (_, level) in places.items() if level in levels]
    region: str | None = st.selectbox(
        text.REGION, fitting, format_func=lambda code: f"{places[code][0]} ({code})",
        key=f"{key}_wilayah_{role}", index=0 if len(fitting) == 1 else None,
        placeholder=text.CHOOSE_REGION, disabled=not fitting,
    )  # fmt: skip
    return region


def _choose_agency(role: str | None, region: str | None, key: str) -> str | None:
    """The agency's code, "" where none is due, None while it is not chosen."""
    chosen = role is not None and region is not None
    known = agencies_at(loaders.load_engine(), str(role), str(region)) if chosen else {}
    agency: str | None = st.selectbox(
        text.AGENCY, list(known), format_func=lambda code: known[code],
        key=f"{key}_perangkat_{role}_{region}", index=0 if len(known) == 1 else None,
        placeholder=text.NO_AGENCY if chosen and not known else text.CHOOSE_AGENCY,
        disabled=not known,
    )  # fmt: skip
    return "" if chosen and not known else agency
