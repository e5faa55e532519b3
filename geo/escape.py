"""The one way of text into a map: folium reads names as Jinja, the browser as HTML and JS."""

import html
import unicodedata

_ENTITIES = str.maketrans({mark: f"&#{ord(mark)};" for mark in "{}$`\\%"})
_UNSAFE_MARKS = frozenset("<>{}`$\\")
_MARKDOWN_LINK = "]("
# Control, format (bidirectional overrides, zero width), surrogate, line and paragraph separators.
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def escape_markup(value: object) -> str:
    """Make any value safe as text inside HTML, a JavaScript string and a Jinja template."""
    return html.escape(str(value), quote=True).translate(_ENTITIES)


def find_unsafe_characters(name: str) -> tuple[str, ...]:
    """List what makes a region's name unfit for entry, each once, in order of appearance.

    Apostrophes, double quotes and slashes are in real names and pass. Control and invisible
    format characters, markdown links and the marks of HTML, Jinja and JavaScript do not.
    """
    found = dict.fromkeys(
        mark for mark in name if mark in _UNSAFE_MARKS or unicodedata.category(mark) in _HIDDEN
    )
    if _MARKDOWN_LINK in name:
        found[_MARKDOWN_LINK] = None
    return tuple(found)


def show_text(value: str, longest: int = 80) -> str:
    """Write a file's own words for a report: short, without what acts in a page or a terminal."""
    plain = "".join(
        "·" if mark in _UNSAFE_MARKS or unicodedata.category(mark) in _HIDDEN else mark
        for mark in " ".join(value[: 4 * longest].split())
    )
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def show_marks(marks: tuple[str, ...]) -> str:
    """Write unsafe marks for a report, the invisible ones by their number."""
    return " ".join(mark if mark.isprintable() else f"U+{ord(mark):04X}" for mark in marks)
