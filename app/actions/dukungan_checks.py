"""What a regulation or publication must say before it is stored, and how its words are tidied."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from analysis.support import (
    EVERY_STAGE,
    PUBLICATION,
    REGULATION,
    level_of_support,
    list_supported,
)
from data_access.reads.stage_definitions import read_stages
from data_access.schema import PUBLICATION_KINDS, REGULATION_KINDS
from data_access.writes.dukungan import Draft, RegulationDraft, kind_of_support
from geo.escape import find_unsafe_characters

LONGEST = {"number": 120, "subject": 500, "title": 300, "link": 1_000}
KINDS = {REGULATION: REGULATION_KINDS, PUBLICATION: PUBLICATION_KINDS}
EARLIEST = date(1945, 8, 17)
_REQUIRED = {"number": "nomor_kosong", "subject": "tentang_kosong", "title": "judul_kosong"}


def list_stages(region_code: str) -> tuple[str, ...]:
    """Short names of the stages that a region's regulations and publications can be about."""
    return list_supported(read_stages(), level_of_support(region_code) or "")


def clean_draft(draft: Draft) -> Draft:
    """The draft with tidy words: one line each, a link without blanks around it."""
    if isinstance(draft, RegulationDraft):
        number, subject = _tidy(draft.number), _tidy(draft.subject)
        return replace(draft, number=number, subject=subject)
    return replace(draft, title=_tidy(draft.title), link=(draft.link or "").strip() or None)


def find_link_fault(link: str) -> str | None:
    """Why an address cannot be kept: only http and https with a host, and no hidden signs.

    An address is shown as text and never asked for by the server.
    """
    if len(link) > LONGEST["link"]:
        return "tautan_panjang"
    if find_unsafe_characters(link) or any(mark.isspace() for mark in link) or '"' in link:
        return "tautan_tanda"
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return "tautan"
    if parts.scheme.lower() not in {"http", "https"} or "." not in host.strip("."):
        return "tautan"
    return "tautan_sandi" if parts.username is not None else None


def _tidy(words: str) -> str:
    return " ".join(words.split())


def find_fault(draft: Draft, region_code: str, kept_stage: str = EVERY_STAGE) -> str | None:
    """Why a draft cannot be stored; raises ValueError for what no form offers."""
    stages = {*list_stages(region_code), EVERY_STAGE, kept_stage}
    if draft.kind not in KINDS[kind_of_support(draft)] or draft.stage not in stages:
        raise ValueError(f"no such kind or stage: {draft}")
    for name, words in asdict(draft).items():
        fault = _find_word_fault(name, words) if isinstance(words, str) else None
        if fault is not None:
            return fault
    day = draft.dated_on if isinstance(draft, RegulationDraft) else draft.published_on
    # A day more, since it is tomorrow already in the east of the country.
    latest = datetime.now(UTC).date() + timedelta(days=1)
    return None if day is None or EARLIEST <= day <= latest else "tanggal"


def _find_word_fault(name: str, words: str) -> str | None:
    if name == "link":
        return find_link_fault(words)
    if not words:
        return _REQUIRED.get(name)
    if len(words) > LONGEST.get(name, 40):
        return "panjang"
    return "tanda" if find_unsafe_characters(words) else None
