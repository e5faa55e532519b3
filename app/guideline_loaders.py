"""Cached documents of the guideline; the rules of `app.loaders` hold here too.

What comes from a cached resource is shared by all: read it, never change it.
"""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from app import stage_loaders
from app.documents.guideline_files import (
    list_lacks,
    make_documents,
    write_form,
    write_zip,
)
from app.guideline_case import GuidelineCase
from app.guideline_lacks import Lacks
from app.guideline_list import DOCUMENTS, Form, find_document
from app.loaders import Key, load_engine, topic_key

__all__ = ["Lacks"]
# A document quotes whatever was changed anywhere: all that may stand in one.
_TOPICS = (
    "wilayah",
    "pengukuran",
    "isian",
    "target",
    "pengaturan",
    "tahapan",
    "pengguna",
    "anggaran",
    "program",
    "masalah",
    "lokus",
    "biaya",
    "rembuk",
    "lampiran",
    "penilaian",
    "dukungan",
)
_FEW, _FILES = 64, 24


@st.cache_resource(max_entries=_FEW, show_spinner=False)
def _lacks(key: Key, code: str, year: int, today: date) -> Mapping[str, Lacks]:
    case = GuidelineCase(load_engine(), code, year)
    return {document.key: list_lacks(case, document) for document in DOCUMENTS}


def load_lacks(code: str, year: int) -> Mapping[str, Lacks]:
    """What each document of a region and year lacks as of today, by its key."""
    return _lacks(topic_key(*_TOPICS), code, year, stage_loaders.load_today(code))


@st.cache_resource(max_entries=_FILES, show_spinner=False)
def _file(key: Key, code: str, year: int, document: str, form: Form, today: date) -> bytes:
    case = GuidelineCase(load_engine(), code, year)
    return write_form(case, find_document(document), form)


def load_file(versions: Key, code: str, year: int, document: str, form: Form, today: date) -> bytes:
    """One document as it stands in one of its forms.

    `versions`: of `find_versions`, taken while the page runs: a download is made outside a run.
    """
    return _file(versions, code, year, document, form, today)


def find_versions() -> Key:
    """The versions of everything that a document may quote."""
    return topic_key(*_TOPICS)


@st.cache_resource(max_entries=2, show_spinner=False)
def _archive(key: Key, code: str, year: int, today: date) -> bytes:
    return write_zip(make_documents(load_engine(), code, year))


def load_archive(versions: Key, code: str, year: int, today: date) -> bytes:
    """All documents of a region and year as one archive; see `load_file`."""
    return _archive(versions, code, year, today)
