"""All colours that carry a meaning, safe for colour-blind readers and on pale projectors.

Inside a palette classes differ in lightness too, so that a grey print still reads. The word or
the figure always stands beside the colour; the colour of text on it is computed, not chosen.
"""

PREVALENCE_COLORS = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
# From few to many children: another hue than prevalence, so that the two maps are not confused.
COUNT_COLORS = ("#f2f0f7", "#cbc9e2", "#9e9ac8", "#756bb1", "#54278f")
# From too few measured to enough.
PARTICIPATION_COLORS = ("#ffffcc", "#b5dfa8", "#41b6c4", "#225ea8")
# From falling fast to rising fast; the two ends differ in lightness as well.
CHANGE_COLORS = ("#4393c3", "#b9d9ec", "#f7f7f7", "#f4a582", "#b2182b")
ANOMALY_COLOR = "#762a83"
COVERAGE_COLORS = {
    "tercapai": "#2166ac",
    "hampir": "#92c5de",
    "jauh": "#d6604d",
    "anomali": ANOMALY_COLOR,
}
PROBLEM_COLORS = {
    "tipe_1": "#b2182b",
    "tipe_2": "#762a83",
    "waspada": "#f4a582",
    "baik": "#2166ac",
}
NO_DATA_COLOR = "#d9d9d9"
NO_TARGET_COLOR = "#ffffff"
# Statuses that judge nothing stay pale: half a year's figure, and one whose direction is unclear.
MIDYEAR_COLOR = "#fdf1d3"
NEUTRAL_COLOR = "#e7e0ee"
BORDER_COLOR = "#4b5563"
STATUS_COLORS = COVERAGE_COLORS | {
    "tanpa penilaian (tengah tahun)": MIDYEAR_COLOR,
    "tanpa target": NO_TARGET_COLOR,
    "belum ada data": NO_DATA_COLOR,
    "netral": NEUTRAL_COLOR,
}
SERIES_COLOR = "#2166ac"
BAND_COLOR = "rgba(33, 102, 172, 0.16)"
# Survey points beside a line: dark shades, told apart by their symbols in the first place.
SURVEY_COLORS = ("#8c510a", "#762a83", "#1b7837", "#b2182b")

# How a hatch is drawn (matplotlib's signs): missing falls to the right, uncertain to the left.
HATCHES = {"belum_ada_data": "////", "belum_meyakinkan": "\\\\\\\\"}

DARK_TEXT = "#0b0f1a"
LIGHT_TEXT = "#ffffff"
AA_CONTRAST = 4.5


def pick_count_colors(classes: int) -> tuple[str, ...]:
    """Colours for a number of count classes (1 to 5), spread over the whole range."""
    if not 1 <= classes <= len(COUNT_COLORS):
        raise ValueError(f"between 1 and {len(COUNT_COLORS)} classes, not {classes}")
    if classes == 1:
        return (COUNT_COLORS[1],)
    last = len(COUNT_COLORS) - 1
    return tuple(COUNT_COLORS[round(step * last / (classes - 1))] for step in range(classes))


def compute_luminance(color: str) -> float:
    """Relative luminance of "#rrggbb", 0 (black) to 1 (white), as WCAG 2.1 defines it."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def compute_contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((compute_luminance(first), compute_luminance(second)))
    return (high + 0.05) / (low + 0.05)


def compute_lightness(color: str) -> float:
    """CIE lightness L*, 0 to 100: what is left of a colour in a grey print."""
    luminance = compute_luminance(color)
    if luminance <= 216 / 24389:
        return luminance * 24389 / 27
    return float(116 * luminance ** (1 / 3) - 16)


def text_color_on(background: str) -> str:
    """The colour of text, dark or white, that reads better on a background."""
    dark, light = (compute_contrast(background, color) for color in (DARK_TEXT, LIGHT_TEXT))
    return DARK_TEXT if dark >= light else LIGHT_TEXT
