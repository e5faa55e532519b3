"""The parts of a public page about prevalence and coverage."""

import pandas as pd

from app import palette
from app.format import format_change, format_count, format_pct, format_period
from app.public import words
from app.public.approval import SHOWN, TOO_FEW
from app.public.content import Content
from app.public.html import escape, items, paragraph, section, table
from app.public.shapes import WIDTH, Shape
from app.text import publik as text


def write_prevalence(content: Content) -> str:
    """Prevalence of the region and those below it in the year, its change first."""
    found = content.prevalence
    if found is None:
        return section(
            text.SECTION_PREVALENCE, paragraph(text.STATES["belum_ada_data"].capitalize())
        )
    now = found.regions[found.regions["period"] == found.period]
    period = format_period(found.period)
    line = text.PERIOD_LINE.format(
        period=period, source=found.source, date=words.write_data_date(found.data_date)
    )
    columns = (
        text.COLUMN_REGION,
        text.COLUMN_PREVALENCE,
        text.COLUMN_CLASS,
        text.COLUMN_STUNTED,
        text.COLUMN_MEASURED,
    )
    rows = [_figures_row(content.names[row.code], row) for row in now.itertuples()]
    return section(
        text.SECTION_PREVALENCE,
        _write_headline(content),
        table(
            text.CAPTION_PREVALENCE.format(period=period),
            columns,
            rows,
            numeric=frozenset({1, 3, 4}),
            total_first=True,
        ),
        paragraph(line, "quiet"),
    )


def _figures_row(name: str, row: object) -> list[str]:
    state, index = str(row.keadaan), int(row.kelas)  # type: ignore[attr-defined]
    if state != SHOWN:
        return [escape(name), words.write_short(state, ""), words.write_state(state), "", ""]
    return [
        escape(name),
        escape(format_pct(row.prevalensi_pct)),  # type: ignore[attr-defined]
        words.write_class(index) if index >= 0 else "",
        escape(format_count(row.stunting)),  # type: ignore[attr-defined]
        escape(format_count(row.diukur)),  # type: ignore[attr-defined]
    ]


def _write_headline(content: Content) -> str:
    found = content.prevalence
    if found is None:
        return ""
    own = found.regions[found.regions["code"] == content.region.code].set_index("period")
    shown = own[own["keadaan"] == SHOWN]
    if found.period not in shown.index:
        return ""
    now = shown.loc[found.period]
    sentences = [
        text.HEADLINE.format(
            name=words.name_region(content.region),
            pct=format_pct(now["prevalensi_pct"]),
            stunted=format_count(now["stunting"]),
            measured=format_count(now["diukur"]),
            period=format_period(found.period),
        ),
        text.HEADLINE_CLASS.format(kelas=words.name_class(int(now["kelas"]))),
    ]
    if len(shown) > 1:
        before = shown.iloc[-2]
        sentences.append(
            text.HEADLINE_CHANGE.format(
                period=format_period(str(shown.index[-2])),
                before=format_pct(before["prevalensi_pct"]),
                change=format_change(now["prevalensi_pct"] - before["prevalensi_pct"]),
            )
        )
    return paragraph(" ".join(sentences), "headline")


def write_trend(content: Content) -> str:
    """Prevalence through the periods, region by region; nothing where there is but one."""
    found = content.prevalence
    if found is None or len(found.periods) < 2:
        return ""
    cells = {(row.code, row.period): row for row in found.regions.itertuples()}
    rows = [
        [escape(name)]
        + [
            words.write_short(str(cell.keadaan), format_pct(cell.prevalensi_pct))
            for cell in (cells[code, period] for period in found.periods)
        ]
        for code, name in content.names.items()
    ]
    columns = [text.COLUMN_REGION, *(format_period(each, short=True) for each in found.periods)]
    return section(
        text.SECTION_TREND,
        table(
            text.CAPTION_TREND,
            columns,
            rows,
            numeric=frozenset(range(1, len(columns))),
            total_first=True,
        ),
        paragraph(text.SHORT_LEGEND, "quiet"),
    )


def write_desa(content: Content) -> str:
    """The classes of the desa: a map where there are boundaries, and the list by kecamatan."""
    found = content.prevalence
    if found is None or found.desa.empty or content.region.level == "provinsi":
        return ""
    desa = found.desa[found.desa["code"].str.startswith(content.region.code)]
    period = format_period(found.period)
    names = {place.code: place.name for place in (s.place for s in content.approval.board)}
    lists = [
        f"<h3>{escape(text.DESA_OF.format(name=names.get(str(code), code)))}</h3>"
        + items((_desa_item(row) for row in rows.itertuples()), "desa")
        for code, rows in desa.groupby("kecamatan_code")
    ]
    return section(
        text.SECTION_DESA,
        paragraph(text.DESA_INTRO.format(period=period)),
        _draw_map(
            content.shapes, desa, text.MAP_TITLE.format(name=content.region.name, period=period)
        ),
        _write_legend(desa),
        *lists,
    )


def _desa_label(state: str, index: int) -> str:
    return words.name_class(index) if index >= 0 else text.DESA_STATES[state]


def _desa_item(row: object) -> str:
    state, index = str(row.keadaan), int(row.kelas)  # type: ignore[attr-defined]
    label = (
        words.write_class(index)
        if index >= 0
        else f'<span class="quiet">{escape(text.DESA_STATES[state])}</span>'
    )
    return f"{escape(row.name)} {label}"  # type: ignore[attr-defined]


def _write_legend(desa: pd.DataFrame) -> str:
    classes = desa.loc[desa["kelas"] >= 0, "kelas"].value_counts().sort_index()
    entries = [
        f"{words.write_class(int(index))} "
        + escape(text.DESA_COUNT.format(count=format_count(int(count))))
        for index, count in classes.items()
    ]
    others = desa.loc[desa["kelas"] < 0, "keadaan"].value_counts()
    entries += [
        escape(
            text.DESA_STATES[str(state)]
            + ": "
            + text.DESA_COUNT.format(count=format_count(int(count)))
        )
        for state, count in others.items()
    ]
    return items(entries, "legend")


def _draw_map(shapes: tuple[Shape, ...], desa: pd.DataFrame, title: str) -> str:
    known = {row.code: row for row in desa.itertuples()}
    drawn = [shape for shape in shapes if shape.code in known]
    if not drawn:
        return ""
    height = max(shape.bottom for shape in drawn)
    paths = "".join(_draw_desa(shape, known[shape.code]) for shape in drawn)
    return (
        f'<svg viewBox="-2 -2 {WIDTH + 4} {height + 4:.0f}" role="img" aria-labelledby="peta-judul '
        f'peta-isi"><title id="peta-judul">{escape(title)}</title>'
        f'<desc id="peta-isi">{escape(text.MAP_DESCRIPTION)}</desc>'
        f'<g stroke="{palette.BORDER_COLOR}" stroke-width="0.7" fill-rule="evenodd">{paths}'
        "</g></svg>"
    )


def _draw_desa(shape: Shape, row: object) -> str:
    state, index = str(row.keadaan), int(row.kelas)  # type: ignore[attr-defined]
    empty = palette.NO_TARGET_COLOR if state == TOO_FEW else palette.NO_DATA_COLOR
    color = palette.PREVALENCE_COLORS[index] if index >= 0 else empty
    label = text.MAP_REGION.format(name=row.name, kelas=_desa_label(state, index))  # type: ignore[attr-defined]
    return f'<path d="{shape.path}" fill="{color}"><title>{escape(label)}</title></path>'


def write_coverage(content: Content) -> str:
    """The services: percentages and targets of the region, then of its kecamatan."""
    found = content.coverage
    if found is None:
        return section(
            text.SECTION_COVERAGE, paragraph(text.STATES["belum_disetujui"].capitalize())
        )
    period = words.name_services(found.period, long=True)
    parts = [paragraph(text.COVERAGE_LINE.format(period=period))]
    if found.has_targets:
        parts.append(paragraph(text.TARGET_LINE.format(year=found.target_year), "quiet"))
    own = found.rows[found.rows["region_code"] == content.region.code]
    parts.append(_own_services(content, own, period))
    if len(content.places) > 1:
        parts.append(_services_below(content, period))
    return section(text.SECTION_COVERAGE, *parts)


def _own_services(content: Content, rows: pd.DataFrame, period: str) -> str:
    names = words.read_service_names()
    columns = [text.COLUMN_SERVICE, text.COLUMN_COVERAGE, text.COLUMN_TARGET, text.COLUMN_STATUS]
    body = [
        [
            escape(f"{names[row.item_code][0]} {names[row.item_code][1]}"),
            words.write_short(str(row.keadaan), format_pct(row.cakupan_pct, 0)),
            escape(format_pct(row.target_pct, missing=text.NO_VALUE)),
            escape(text.STATUS_WORDS[str(row.status)] if row.status else ""),
        ]
        for row in rows.itertuples()
    ]
    name = words.name_region(content.region)
    caption = text.CAPTION_COVERAGE.format(name=name, period=period)
    return table(caption, columns, body, numeric=frozenset({1, 2})) + paragraph(
        text.SHORT_LEGEND, "quiet"
    )


def _services_below(content: Content, period: str) -> str:
    found, names = content.coverage, words.read_service_names()
    if found is None:
        return ""
    below = [place for place in content.places if place.code != content.region.code]
    cells = {(row.region_code, row.item_code): row for row in found.rows.itertuples()}
    rows = [
        [f'<abbr title="{escape(name)}">{escape(number)}</abbr>']
        + [
            words.write_short(str(cell.keadaan), format_pct(cell.cakupan_pct, 0))
            for cell in (cells[place.code, item] for place in below)
        ]
        for item, (number, name, _) in names.items()
    ]
    columns = [text.COLUMN_SERVICE, *(place.name for place in below)]
    caption = text.CAPTION_COVERAGE_BELOW.format(period=period)
    shown = table(caption, columns, rows, numeric=frozenset(range(1, len(columns))))
    return f"<details><summary>{escape(text.COVERAGE_DETAIL)}</summary>{shown}</details>"
