"""Importing health facilities: read and check a file, then store all of it or nothing."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
from sqlalchemy import Engine

from app.access import Account, NotAllowedError, may
from app.actions.outcome import ImportOutcome, summarise
from app.actions.pengukuran import PREVIEW_ROWS, table_limits
from data_access.importers.fasilitas import read_facilities_file
from data_access.importers.fasilitas_checks import Facility, check_places
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_index import RegionIndex
from data_access.reads.fasilitas import read_shapes
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.fasilitas import save_facilities
from geo.findings import has_errors

AGENCY = "dinkes"
_KABUPATEN_LENGTH = 5


def may_bring(person: Account | None, kabupaten_code: str) -> bool:
    """Tell whether a person may bring a kabupaten's facilities: its health office, its Bappeda."""
    return may(person, "isi", kabupaten_code, AGENCY) or may(
        person, "impor_wilayah", kabupaten_code
    )


def may_bring_somewhere(person: Account | None) -> bool:
    """Tell whether a person may bring facilities of any kabupaten: for showing the choice."""
    grants = person.grants if person is not None else ()
    return any(may_bring(person, grant.wilayah_code) for grant in grants)


def import_fasilitas(
    engine: Engine,
    path: Path,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store facilities.

    A `person` must be allowed to bring every kabupaten in the file: NotAllowedError. Without one
    the command line writes as `actor`.
    """
    if person is not None:
        if not may_bring_somewhere(person):
            raise NotAllowedError("isi", NATION, AGENCY)
        actor = person.username
    regions = read_regions(engine, NATION, "kecamatan", "desa")
    file = read_facilities_file(path, RegionIndex(regions), table_limits())
    _demand_kabupaten(person, file.facilities)
    shapes = read_shapes(engine, _codes_around(file.facilities))
    findings = shorten([*file.findings, *check_places(file.facilities, shapes, file.sheet)])
    counted = Counter(each.kind for each in file.facilities)
    figures = {"rows": len(file.facilities), **counted}
    if dry_run or has_errors(findings):
        return ImportOutcome(findings, figures, preview=_preview(file.facilities, regions))
    info = BatchInfo(
        "fasilitas",
        path.name,
        hash_file(path),
        actor,
        report=summarise(findings, figures),
    )
    return ImportOutcome(findings, figures, save_facilities(engine, file.facilities, info))


def _demand_kabupaten(person: Account | None, facilities: Iterable[Facility]) -> None:
    if person is None:
        return
    for code in sorted({each.code[:_KABUPATEN_LENGTH] for each in facilities}):
        if not may_bring(person, code):
            raise NotAllowedError("isi", code, AGENCY)


def _codes_around(facilities: Iterable[Facility]) -> set[str]:
    """The regions whose borders the points are held against."""
    return {
        part
        for each in facilities
        for part in (each.code, each.code[:8], each.code[:_KABUPATEN_LENGTH])
    }


def _preview(facilities: tuple[Facility, ...], regions: pd.DataFrame) -> pd.DataFrame:
    names = dict(zip(regions["code"], regions["name"], strict=True))
    rows = [
        (each.code, names.get(each.code, ""), each.kind, each.name, each.latitude, each.longitude)
        for each in facilities[:PREVIEW_ROWS]
    ]
    columns = ["wilayah_code", "name", "kind", "facility", "latitude", "longitude"]
    return pd.DataFrame(rows, columns=columns)
