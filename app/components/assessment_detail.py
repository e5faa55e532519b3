"""One region opened: its total, the six components with their evidence, and what would raise it."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from analysis.monev import Assessment, Component, Criterion
from analysis.monev_effect import compare_years
from app import assessment_loaders
from app.access import Account
from app.assessment_words import (
    name_class,
    name_raise,
    name_stage,
    write_bar,
    write_change,
    write_evidence,
    write_points,
    write_score,
)
from app.components.assessment import draw_own_line
from app.components.assessment_links import draw_result_link, draw_stage_links
from app.format import escape_markdown, format_date, format_number
from app.text import penilaian as text

_RAISES_SHOWN, _LEAST_GAIN = 5, 0.05
_ICONS = {None: "remove", 0.0: "cancel", 1.0: "check_circle"}


def draw_head(now: Assessment, before: Assessment | None, below: int) -> None:
    """Total, class, change from last year, and the official result beside."""
    official = assessment_loaders.load_result(
        now.region_code, now.year, assessment_loaders.OFFICIAL
    )
    total = compare_years(now, before)[0]
    draw_own_line(now, below)
    by_score = name_class(now.provisional_class, text.DASH)
    by_ministry = text.DASH if official is None else name_class(official.class_name, text.DASH)
    with st.grid(min_column_width=240):  # a class is read whole
        st.metric(text.TOTAL_LABEL, write_score(now.total), border=True)
        st.metric(text.CLASS_LABEL, by_score, border=True)
        st.metric(text.CHANGE_LABEL, write_change(total.points), border=True)
        st.metric(text.OFFICIAL_LABEL, by_ministry, border=True)
    if official is not None:
        dated = official.dated_on
        day = text.OFFICIAL_DATE.format(date=format_date(dated)) if dated else ""
        st.text(text.OFFICIAL_SOURCE.format(year=now.year, source=official.source or "", date=day))


def draw_components(person: Account, now: Assessment) -> None:
    """The six as bars, each opening to its evidence with a link to where it is mended."""
    for part in now.components:
        if part.score is None:  # not known is no empty bar
            st.text(write_bar(part))
        else:
            st.progress(part.score / 100, text=escape_markdown(write_bar(part)))
        with st.expander(text.EVIDENCE_TITLE.format(name=text.COMPONENTS[part.code].lower())):
            if part.score is None:
                st.text(text.COMPONENT_LEFT_OUT)
            _draw_evidence(person, now, part)


def _draw_evidence(person: Account, now: Assessment, part: Component) -> None:
    for stage, criteria in _group(part.criteria):
        st.markdown(f"**{escape_markdown(name_stage(stage))}**")
        for each in criteria:
            st.markdown(_write_criterion(each))
        if stage:
            draw_stage_links(person, now, stage)
        else:
            for each in criteria:
                draw_result_link(person, now, each.evidence.criterion)


def _group(criteria: Iterable[Criterion]) -> list[tuple[str, list[Criterion]]]:
    found: dict[str, list[Criterion]] = {}
    for each in criteria:
        found.setdefault(each.evidence.stage, []).append(each)
    return list(found.items())


def _write_criterion(each: Criterion) -> str:
    row = each.evidence
    words = {
        "criterion": escape_markdown(text.CRITERIA[row.criterion]),
        "evidence": escape_markdown(write_evidence(row)),
    }
    icon = f":material/{_ICONS.get(row.fraction, 'contrast')}:"
    if row.fraction is None:
        return f"{icon} {text.CRITERION_LEFT_OUT.format(**words, left_out=text.LEFT_OUT)}"
    score, weight = write_score(each.score), write_score(each.weight)
    return f"{icon} {text.CRITERION.format(**words, score=score, weight=weight)}"


def draw_raises(person: Account, now: Assessment) -> None:
    """What would raise the total most, each with a link to where it is done."""
    st.subheader(text.RAISES_TITLE, anchor=False)
    raises = [each for each in now.raises if each.gain >= _LEAST_GAIN]
    if not raises:
        st.text(text.RAISES_NONE)
        return
    st.caption(text.RAISES_INTRO)
    for each in raises[:_RAISES_SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center"):
            gain = format_number(each.gain, 1)
            words = text.RAISE.format(gain=gain, what=name_raise(each))
            st.markdown(escape_markdown(words), width="content")
            if each.stage:
                draw_stage_links(person, now, each.stage, criterion=each.criterion)
            else:
                draw_result_link(person, now, each.criterion)


def draw_comparison(now: Assessment, before: Assessment | None) -> None:
    """The six components and the total beside those of last year."""
    st.subheader(text.COMPARE_TITLE.format(year=now.year - 1), anchor=False)
    if before is None or before.is_blank or before.total is None:
        st.text(text.COMPARE_NONE.format(year=now.year - 1))
        return
    st.caption(text.COMPARE_INTRO)
    if now.is_provisional:
        st.caption(text.COMPARE_UNFINISHED.format(year=now.year))
    heads = {
        key: words.format(year=now.year, before=now.year - 1)
        for key, words in text.COMPARE_COLUMNS.items()
    }
    rows = [
        {
            heads["component"]: text.COMPONENTS.get(each.code, text.COMPARE_TOTAL),
            heads["now"]: write_score(each.now),
            heads["before"]: write_score(each.before),
            heads["change"]: write_points(each.points),
        }
        for each in compare_years(now, before)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height="content")
