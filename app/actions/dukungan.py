"""Regulations and publications: may this person, is it whole, write."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from analysis.support import (
    EVERY_STAGE,
    PUBLICATION,
    REGULATION,
    find_support_part,
    level_of_support,
)
from app.access import Account, demand, may
from app.actions.dukungan_checks import KINDS, LONGEST, clean_draft, find_fault, list_stages
from app.actions.row_result import RowResult
from app.actions.stage_checks import FIRST_YEAR
from data_access.reads.dukungan import (
    Publication,
    Regulation,
    Support,
    read_publication,
    read_regulation,
)
from data_access.reads.wilayah import read_region
from data_access.writes import dukungan as writes
from data_access.writes.dukungan import (
    Draft,
    PublicationDraft,
    RegulationDraft,
    kind_of_support,
    make_subject,
    part_of,
    to_draft,
)
from data_access.writes.once import hash_content
from data_access.writes.tahapan import StageLockedError

__all__ = [
    "EVERY_STAGE",
    "KINDS",
    "LONGEST",
    "PUBLICATION",
    "REGULATION",
    "Draft",
    "Publication",
    "PublicationDraft",
    "Regulation",
    "RegulationDraft",
    "Support",
    "SupportResult",
    "find_support_part",
    "kind_of_support",
    "list_stages",
    "make_subject",
    "part_of",
    "to_draft",
]

ACTION = "isi"

SupportResult = RowResult[Support]


def may_enter(person: Account | None, kind: str, region_code: str, year: int) -> bool:
    """Tell whether a person may enter a region's regulations ("regulasi") or publications."""
    if level_of_support(region_code) is None:
        return False
    return may(person, ACTION, region_code, find_support_part(region_code, year, kind).part)


def add_support(
    engine: Engine, person: Account | None, region_code: str, year: int, draft: Draft, token: str
) -> SupportResult:
    """Record a regulation or publication; `token` stands for the form: three clicks record one.

    Raises NotAllowedError, and ValueError for a region, year, kind or stage that does not exist.
    """
    part = find_support_part(region_code, year, kind_of_support(draft))
    author = demand(person, ACTION, region_code, part.part)
    _check_place(engine, region_code, year)
    cleaned = clean_draft(draft)
    fault = find_fault(cleaned, region_code)
    if fault is not None:
        return SupportResult(fault=fault)
    # A form that was mended after a refusal is another save than the one before.
    said = {name: str(value) for name, value in asdict(cleaned).items()}
    key = hash_content([token, said, region_code, year])
    return _guard(
        lambda: writes.add_support(engine, author.username, cleaned, region_code, year, key=key)
    )


def change_support(
    engine: Engine, person: Account | None, base: Support, draft: Draft
) -> SupportResult:
    """Change a row from how the person saw it (`base`). Raises NotAllowedError."""
    author = demand(person, ACTION, base.wilayah_code, part_of(base).part)
    owned = _own(engine, author, base)
    if owned is None:
        return SupportResult(is_gone=True)
    if kind_of_support(draft) != kind_of_support(owned):
        raise ValueError(f"{draft} is another kind than {owned}")
    cleaned = clean_draft(draft)
    fault = find_fault(cleaned, owned.wilayah_code, kept_stage=owned.stage)
    if fault is not None:
        return SupportResult(fault=fault)
    return _guard(lambda: writes.change_support(engine, author.username, owned, cleaned))


def withdraw_support(engine: Engine, person: Account | None, base: Support) -> SupportResult:
    """Withdraw a row with its attachments; history keeps both. Raises NotAllowedError."""
    author = demand(person, ACTION, base.wilayah_code, part_of(base).part)
    owned = _own(engine, author, base)
    if owned is None:
        return SupportResult(is_gone=True)
    return _guard(lambda: writes.withdraw_support(engine, author.username, owned))


def _guard(write: Callable[[], writes.SupportOutcome]) -> SupportResult:
    try:
        done = write()
    except StageLockedError as error:
        return SupportResult(locked_state=error.state)
    fault = "ganda" if done.is_double else None
    return SupportResult(done.number, fault, done.theirs, done.is_gone)


def _check_place(engine: Engine, region_code: str, year: int) -> None:
    known_year = FIRST_YEAR <= year <= datetime.now(UTC).year + 1
    if not known_year or read_region(engine, region_code) is None:
        raise ValueError(f"nothing is recorded for {region_code} {year}")


def _own(engine: Engine, author: Account, base: Support) -> Support | None:
    """The row by the region that is stored, on the version that was seen."""
    read = read_regulation if isinstance(base, Regulation) else read_publication
    stored = read(engine, base.id)
    if stored is None:
        return None
    demand(author, ACTION, stored.wilayah_code, part_of(stored).part)
    return replace(stored, version=base.version)
