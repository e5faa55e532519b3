"""Which agency of ours an SKPD of SIPD is, as far as its name leaves no doubt.

Only equal names pair by themselves, once what every region writes around them is cut off; anything
else is left for Bappeda to say.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd
from sqlalchemy import Engine

from data_access.importers.names import normalise_name, split_prefix
from data_access.reads.pengaturan import read_agencies
from data_access.reads.wilayah import read_region, read_regions
from data_access.role_rules import agencies_of
from data_access.writes.anggaran_set import Pair
from geo.codes import level_of

DISTRICT_AGENCY = "setcam"
# Whatever else the planning agency of a region looks after, it is the Bappeda.
_PLANNER, _PLANNING = "bappeda", "badanperencanaanpembangunan"
_LEADING_CODE = re.compile(r"^[\d.]{5,}\s+")
_DISTRICT = re.compile(r"^(kantor\s+)?(camat|kecamatan|kec\.?)\s+")
_REGION = re.compile(r"\s+(kabupaten|kab\.?|kota|provinsi|prov\.?)\s+.*$")
_MARKS = re.compile(r"[\W_]+")


def read_owners(engine: Engine, wilayah_code: str) -> dict[Pair, str]:
    """Who can tag lines of a region's budget, with their names: its agencies, its kecamatan."""
    level = level_of(wilayah_code)
    registered = read_agencies(engine, wilayah_code)
    own = registered[registered["wilayah_code"] == wilayah_code]
    names = agencies_of("operator", level, dict(zip(own["code"], own["name"], strict=True)))
    owners: dict[Pair, str] = {(wilayah_code, code): name for code, name in names.items()}
    if level == "kabupaten":
        owners |= {
            (str(row.code), DISTRICT_AGENCY): str(row.name)
            for row in _read_districts(engine, wilayah_code).itertuples(index=False)
        }
    return owners


def suggest_pairs(
    engine: Engine, wilayah_code: str, names: Iterable[str]
) -> dict[str, Pair | None]:
    """Who tags the lines of each SKPD by its name, None where the name does not say it."""
    region = read_region(engine, wilayah_code)
    place = region.name if region else ""
    owners = read_owners(engine, wilayah_code)
    districts = _unique(
        (_bare(name), pair) for pair, name in owners.items() if pair[1] == DISTRICT_AGENCY
    )
    agencies = _unique(
        (word, pair)
        for pair, name in owners.items()
        if pair[1] != DISTRICT_AGENCY
        for word in {_bare_agency(name, place), _bare(pair[1])}
    )
    return {name: _find(name, place, districts, agencies) for name in names}


def _find(
    name: str, place: str, districts: Mapping[str, Pair], agencies: Mapping[str, Pair]
) -> Pair | None:
    plain = _LEADING_CODE.sub("", normalise_name(name))
    match = _DISTRICT.match(plain)
    if match:
        rest = plain[match.end() :]
        return districts.get(_bare(rest)) or districts.get(_bare(_REGION.sub("", rest)))
    bare = _bare_agency(plain, place)
    return agencies.get(bare) or (agencies.get(_PLANNER) if bare.startswith(_PLANNING) else None)


def _bare_agency(name: str, place: str) -> str:
    """An agency's name without the region's: "Dinas Kesehatan Kabupaten Arunika"."""
    plain = _REGION.sub("", normalise_name(name)).replace("&", " dan ")
    bare, region = _bare(plain), _bare(split_prefix(place, "kabupaten")[0])
    return bare.removesuffix(region) if region and bare != region else bare


def _bare(name: str) -> str:
    return _MARKS.sub("", normalise_name(name))


def _unique(entries: Iterable[tuple[str, Pair]]) -> dict[str, Pair]:
    """Names that stand for one pair only: two kecamatan of one name are not told apart."""
    listed = list(dict.fromkeys(entries))
    counts = Counter(name for name, _ in listed)
    return {name: pair for name, pair in listed if counts[name] == 1}


def _read_districts(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    regions = read_regions(engine, wilayah_code, "kecamatan")
    return regions[regions["valid_until"].isna()]
