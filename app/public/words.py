"""Words of the public page that are made of figures: classes, marks, periods, names."""

from datetime import date
from functools import cache
from itertools import pairwise

from app import palette
from app.coverage_figures import coverage_indicators
from app.format import format_date, format_number
from app.public.approval import NO_DATA, PROTECTED, SHOWN
from app.public.html import escape
from app.text import cakupan as coverage_text
from app.text import measures as measure_text
from app.text import publik as text
from data_access import reference
from data_access.reads.wilayah import Region

CLASS_NAMES = measure_text.CLASS_NAMES["prevalensi"]


def name_region(region: Region) -> str:
    """A region with what it is: "Kecamatan Juai"; a kabupaten's name says so itself."""
    return text.DESA_OF.format(name=region.name) if region.level == "kecamatan" else region.name


def name_class(index: int) -> str:
    """A class of prevalence by its index."""
    return CLASS_NAMES[index]


def write_class(index: int) -> str:
    """A class as HTML: its word on its colour."""
    color = palette.PREVALENCE_COLORS[index]
    style = f"background:{color};color:{palette.text_color_on(color)}"
    return f'<span class="class" style="{style}">{escape(CLASS_NAMES[index])}</span>'


def write_state(state: str) -> str:
    """Why there is no figure, as HTML of a cell."""
    return f'<span class="quiet">{escape(text.STATES[state])}</span>'


def write_short(state: str, shown: str) -> str:
    """A figure, or the short mark of why there is none, for a narrow cell."""
    if state == SHOWN:
        return escape(shown)
    marks = {PROTECTED: text.SHORT_PROTECTED, NO_DATA: text.NO_VALUE}
    full = escape(text.STATES[state])
    return f'<abbr title="{full}">{escape(marks.get(state, text.SHORT_PENDING))}</abbr>'


def write_data_date(said: str | date | None) -> str:
    """Until when a data set counts as its file says, else when it came in."""
    if isinstance(said, str):
        return text.DATA_SAID.format(date=said)
    return text.DATA_CAME.format(date=format_date(said))


def write_bounds() -> str:
    """The classes with their bounds: "sangat rendah di bawah 2,5 %; ...; sangat tinggi ..."."""
    bounds = [format_number(bound) for bound in reference.read_prevalence_bounds()]
    ranges = [measure_text.RANGE_BELOW.format(upper=bounds[1])]
    ranges += [measure_text.RANGE.format(lower=a, upper=b) for a, b in pairwise(bounds[1:])]
    ranges.append(measure_text.RANGE_ABOVE.format(lower=bounds[-1]))
    return "; ".join(f"{name} {r} %" for name, r in zip(CLASS_NAMES, ranges, strict=True))


def name_services(period: str, *, long: bool = False) -> str:
    """A period of services: "Semester I 2026 (Januari sampai Juni)"."""
    words = coverage_text.PERIODS_LONG if long else coverage_text.PERIODS
    return words[period[4:]].format(year=period[:4], before=int(period[:4]) - 1)


@cache
def read_service_names() -> dict[str, tuple[str, str, str]]:
    """Number of the guideline, short name and group of people of each service, by its code."""
    rows = coverage_indicators()
    columns = (rows["kode"], rows["kode_kelompok"], rows["nama_ringkas"], rows["kelompok_sasaran"])
    return {code: (number, name, group) for code, number, name, group in zip(*columns, strict=True)}
