"""A mark in title lines: whether the data shown are approved yet."""

from dataclasses import dataclass

import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import year_of
from app import stage_loaders
from app.format import format_count, format_date
from app.text import tahapan as text

_LENGTHS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8}


def draw_status_mark(region_code: str, period_or_year: str | int, stage: str) -> None:
    """Mark data of a stage: "belum disetujui: diajukan 3 Februari 2026", or when it was done.

    `stage` names the level at which it is approved; a region below it shows its kabupaten's (or
    kecamatan's) state, one above it how many of its regions are done. Nothing is drawn where the
    period belongs to no stage.
    """
    mark = find_mark(region_code, period_or_year, stage)
    if mark is not None:
        st.badge(mark.words, color="green" if mark.is_final else "orange")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the data shown are in their stage, in words, and whether that is final."""

    words: str
    is_final: bool


def find_mark(region_code: str, period_or_year: str | int, stage: str) -> Mark | None:
    """The mark of data of a stage, None where the period belongs to no stage."""
    known = stage_loaders.load_stages()[stage]
    year = year_of(known, period_or_year)
    if year is None:
        return None
    length = _LENGTHS[known.level]
    board = stage_loaders.load_board(region_code[:length], year)
    found = [s for s in board if s.stage.code == stage]
    if not found:
        return None
    return _share(found) if len(region_code) < length else _one(found[0], region_code)


def _one(status: StageStatus, region_code: str) -> Mark:
    moments = [part.updated_at for part in status.parts if part.updated_at is not None]
    words = {"state": text.STATES[status.state], "final": text.STATES[status.stage.final]}
    if not moments:
        return Mark(text.MARK_NOT_DONE.format(**words), is_final=False)
    day = format_date(stage_loaders.to_local(region_code, max(moments)).date())
    pattern = text.MARK_DONE if status.is_final else text.MARK_SINCE
    return Mark(pattern.format(**words, date=day), status.is_final)


def _share(found: list[StageStatus]) -> Mark:
    done, total = sum(status.is_final for status in found), len(found)
    pattern = text.MARK_SHARE_DONE if done == total else text.MARK_SHARE
    words = pattern.format(
        done=format_count(done),
        total=format_count(total),
        level=text.LEVEL_WORDS[found[0].stage.level],
    )
    return Mark(words, done == total)
