"""Importing survey estimates: read and check a file, then store all of it or nothing."""

from pathlib import Path

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.outcome import ImportOutcome, summarise
from app.actions.pengukuran import PREVIEW_ROWS, table_limits
from data_access.importers.survei import read_survei
from data_access.reads.scope import NATION
from data_access.reads.wilayah import read_regions
from data_access.writes.batches import BatchInfo, hash_file
from data_access.writes.survei import save_surveys
from geo.findings import has_errors


def import_survei(
    engine: Engine,
    path: Path,
    *,
    actor: str = "",
    person: Account | None = None,
    dry_run: bool = False,
) -> ImportOutcome:
    """Read, check and (unless `dry_run`) store survey rows.

    A `person` must be allowed to bring surveys: NotAllowedError. Without one the command line
    writes as `actor`.
    """
    if person is not None:
        actor = demand(person, "impor_survei", NATION).username
    regions = read_regions(engine, NATION, "provinsi", "kabupaten")
    file = read_survei(path, regions, table_limits())
    figures = {"rows": len(file.rows)}
    if dry_run or has_errors(file.findings):
        names = dict(zip(regions["code"], regions["name"], strict=True)) | {NATION: "Indonesia"}
        preview = file.rows.head(PREVIEW_ROWS)
        preview = preview.assign(name=preview["wilayah_code"].map(names))
        return ImportOutcome(file.findings, figures, preview=preview)
    info = BatchInfo(
        "survei",
        path.name,
        hash_file(path),
        actor,
        report=summarise(file.findings, figures),
    )
    return ImportOutcome(file.findings, figures, save_surveys(engine, file.rows, info))
