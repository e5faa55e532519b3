# ruff: noqa: D102 - the properties of a protocol say what their names say
"""Sentences about a table of regions, the way a planning office reports them to its leader.

Facts come in as plain objects (see `analysis.narrative` and `analysis.attention`), figures through
formatters, so that this room needs none of ours.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

LONGEST_LIST = 8
AND = " dan "
AND_OTHERS = "{names}, dan {count} lainnya"
UNCERTAIN = ", belum meyakinkan"

ABOVE = "{opening}, {count} dari {total} {level} berada di atas angka {parent} ({value}): {names}."
ABOVE_NONE = "{opening}, tidak ada {level} yang berada di atas angka {parent} ({value})."
OPENING = "Menurut {source} {period}"
EXTREMES = "{start}revalensi tertinggi di {highest} ({high}) dan terendah di {lowest} ({low})."
ALL_EQUAL = "{start}revalensi di {highest} {high}."
NOTHING = "{opening}, belum ada {level} yang prevalensinya dapat disimpulkan."
LEFT_OUT = "{count} {level} tidak disebut karena terlalu sedikit balitanya yang diukur."

CHANGES = (
    "Dibandingkan {compare}, prevalensi turun di {falling} dan naik di {rising} {level}{same}."
)
SAME = ", tetap di {count}"
LARGEST_FALL = "penurunan terbesar di {names} ({value} poin persen{mark})"
SMALLEST_FALL = "penurunan terkecil di {names} ({value} poin persen{mark})"
LARGEST_RISE = "kenaikan terbesar di {names} ({value} poin persen{mark})"
NO_CHANGES = "Perubahan sejak {compare} belum dapat dihitung."

ATTENTION = {
    "beban_terbesar": (
        "Balita stunting terbanyak di {names}: {jumlah} dari {seluruh} anak ({bagian_pct})."
    ),
    "kenaikan_meyakinkan": (
        "Prevalensi di {names} naik {perubahan_poin} poin persen menjadi {prevalensi_pct}. "
        "Kenaikan yang meyakinkan terjadi di {banyak} {level}."
    ),
    "partisipasi_terendah": (
        "Pengukuran paling rendah di {names}: {diukur} dari {sasaran} balita diukur "
        "({partisipasi_pct})."
    ),
    "belum_ada_data": "Belum ada data dari {banyak} dari {seluruh} {level}: {names}.",
    "partisipasi_di_atas_100": (
        "Balita diukur melebihi sasaran di {banyak} {level}: {names}. Periksa angka sasarannya."
    ),
}


class RegionFigure(Protocol):
    """One region with the figure that a claim is about."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> float: ...
    @property
    def uncertain(self) -> bool: ...


class Facts(Protocol):
    """What is known of a table of regions, see `analysis.narrative.NarrativeFacts`."""

    @property
    def parent_pct(self) -> float | None: ...
    @property
    def region_count(self) -> int: ...
    @property
    def above(self) -> Sequence[RegionFigure]: ...
    @property
    def highest(self) -> Sequence[RegionFigure]: ...
    @property
    def lowest(self) -> Sequence[RegionFigure]: ...
    @property
    def largest_fall(self) -> Sequence[RegionFigure]: ...
    @property
    def smallest_fall(self) -> Sequence[RegionFigure]: ...
    @property
    def largest_rise(self) -> Sequence[RegionFigure]: ...
    @property
    def falling_count(self) -> int: ...
    @property
    def rising_count(self) -> int: ...
    @property
    def unchanged_count(self) -> int: ...
    @property
    def left_out_count(self) -> int: ...


class Notice(Protocol):
    """One fact worth a leader's look, see `analysis.attention.Attention`."""

    @property
    def code(self) -> str: ...
    @property
    def values(self) -> Mapping[str, float]: ...
    @property
    def regions(self) -> Sequence[tuple[str, str]]: ...


@dataclass(frozen=True, slots=True)
class Wording:
    """Names and formatters of one view.

    `level`: "desa/kelurahan"; `parent`: "Kabupaten Balangan"; `source`, `period`, `compare` as
    they are read ("e-PPGBM", "Agustus 2025"; `compare` None without an earlier period).
    `format_count` "1.043", `format_pct` "12,4 %", `format_points` "2,70" (size without sign).
    """

    level: str
    parent: str
    source: str
    period: str
    compare: str | None
    format_count: Callable[[float], str]
    format_pct: Callable[[float], str]
    format_points: Callable[[float], str]


def join_names(names: Sequence[str], longest: int = LONGEST_LIST) -> str:
    """Join names: "A", "A dan B", "A, B, dan C"; more than `longest` end in "dan N lainnya"."""
    if len(names) > longest:
        return AND_OTHERS.format(names=", ".join(names[:longest]), count=len(names) - longest)
    if len(names) <= 2:
        return AND.join(names)
    return f"{', '.join(names[:-1])},{AND}{names[-1]}"


def write_sentences(facts: Facts, words: Wording) -> tuple[str, str]:
    """Write the two sentences: where prevalence is high, and where it fell or rose.

    The second is "" where there is no earlier period to compare with.
    """
    return _write_levels(facts, words), _write_changes(facts, words)


def _write_levels(facts: Facts, words: Wording) -> str:
    opening = OPENING.format(source=words.source, period=words.period)
    if not facts.highest:
        return NOTHING.format(opening=opening, level=words.level)
    parts = []
    if facts.parent_pct is not None:
        template = ABOVE if facts.above else ABOVE_NONE
        parts.append(
            template.format(
                opening=opening,
                count=words.format_count(len(facts.above)),
                total=words.format_count(facts.region_count),
                level=words.level,
                parent=words.parent,
                value=words.format_pct(facts.parent_pct),
                names=join_names([region.name for region in facts.above]),
            )
        )
    start = "P" if parts else f"{opening}, p"
    parts.append(_write_extremes(facts, words, start))
    if facts.left_out_count:
        count = words.format_count(facts.left_out_count)
        parts.append(LEFT_OUT.format(count=count, level=words.level))
    return " ".join(parts)


def _write_extremes(facts: Facts, words: Wording, start: str) -> str:
    highest = join_names([region.name for region in facts.highest])
    high = words.format_pct(facts.highest[0].value)
    if not facts.lowest:
        return ALL_EQUAL.format(start=start, highest=highest, high=high)
    return EXTREMES.format(
        start=start,
        highest=highest,
        high=high,
        lowest=join_names([region.name for region in facts.lowest]),
        low=words.format_pct(facts.lowest[0].value),
    )


def _write_changes(facts: Facts, words: Wording) -> str:
    if words.compare is None:
        return ""
    if not facts.falling_count + facts.rising_count + facts.unchanged_count:
        return NO_CHANGES.format(compare=words.compare)
    unchanged = facts.unchanged_count
    same = SAME.format(count=words.format_count(unchanged)) if unchanged else ""
    first = CHANGES.format(
        compare=words.compare,
        falling=words.format_count(facts.falling_count),
        rising=words.format_count(facts.rising_count),
        level=words.level,
        same=same,
    )
    several = facts.falling_count > len(facts.largest_fall)
    claims = [
        _claim(template, regions, words)
        for template, regions in (
            (LARGEST_FALL, facts.largest_fall),
            (SMALLEST_FALL, facts.smallest_fall if several else ()),
            (LARGEST_RISE, facts.largest_rise),
        )
        if regions
    ]
    if not claims:
        return first
    rest = "; ".join(claims)
    return f"{first} {rest[0].upper()}{rest[1:]}."


def _claim(template: str, regions: Sequence[RegionFigure], words: Wording) -> str:
    return template.format(
        names=join_names([region.name for region in regions]),
        value=words.format_points(regions[0].value),
        mark=UNCERTAIN if regions[0].uncertain else "",
    )


def write_attention(notice: Notice, words: Wording) -> str:
    """Write one thing to look at first."""
    figures = {name: _write_figure(name, value, words) for name, value in notice.values.items()}
    names = join_names([name for _, name in notice.regions])
    return ATTENTION[notice.code].format(names=names, level=words.level, **figures)


def _write_figure(name: str, value: float, words: Wording) -> str:
    if name.endswith("_pct"):
        return words.format_pct(value)
    if name.endswith("_poin"):
        return words.format_points(value)
    return words.format_count(value)
