"""What can be taken along: the list as Excel, the quadrant and the map as pictures."""

import numpy as np
import pandas as pd
import streamlit as st

from analysis.problem_locations import TYPES, UNKNOWN
from analysis.problem_settings import ProblemSettings
from app import loaders
from app.charts.quadrant import pick_drawable
from app.components.downloads import locate_rows, read_shapes
from app.components.frame import is_demo
from app.components.problem_choice import describe_pairing, find_marks
from app.components.problem_map import Drawn, find_layer_scope
from app.components.problem_quadrant import make_lines
from app.components.problem_settings import describe_origin
from app.components.upload_result import EXCEL
from app.documents.exported import to_xlsx
from app.documents.lokasi import export_places, list_frame_notes, list_place_notes
from app.documents.map_png import make_legend_item, write_map_png
from app.documents.quadrant_png import QuadrantWords, write_quadrant_png
from app.figures import View
from app.format import format_date
from app.problem_figures import Pairing
from app.problem_palette import TYPE_COLORS
from app.problem_sentences import write_settings
from app.problem_view_loaders import PlaceView
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import lokasi as text
from app.text.screens import DEMO_MARK
from app.view_loaders import load_part
from geo.static_map import StaticMapText


def draw_downloads(place_view: PlaceView, places: pd.DataFrame, shown: pd.DataFrame) -> None:
    """Offer the list of all levels as Excel, the level shown as pictures; made when asked for.

    `places`, `shown`: of `load_places` and `load_shown` of the view.
    """
    pairing, settings, level = place_view.pairing, place_view.settings, place_view.level
    drawn = Drawn(pairing.scope_code, level, shown)
    words = {"code": pairing.scope_code, "period": pairing.period}
    with st.container(horizontal=True):
        st.download_button(
            text.DOWNLOAD_EXCEL,
            data=lambda: _make_excel(pairing, settings, places),
            file_name=f"{text.FILE_NAME.format(**words)}.xlsx",
            mime=EXCEL,
            icon=":material/table_view:",
            on_click="ignore",
        )
        if load_part(place_view.key, "ada_kuadran", (place_view,), lambda: _is_drawable(shown)):
            st.download_button(
                text.DOWNLOAD_QUADRANT,
                data=lambda: make_quadrant(pairing, settings, shown),
                file_name=f"{text.FILE_NAME_QUADRANT.format(**words)}.png",
                mime="image/png",
                icon=":material/scatter_plot:",
                on_click="ignore",
            )
        if loaders.load_layer(find_layer_scope(drawn), level) is not None:
            st.download_button(
                text.DOWNLOAD_MAP,
                data=lambda: make_map(pairing, settings, drawn),
                file_name=f"{text.FILE_NAME_MAP.format(**words)}.png",
                mime="image/png",
                icon=":material/image:",
                on_click="ignore",
            )


def _is_drawable(places: pd.DataFrame) -> bool:
    return not pick_drawable(places).empty


def list_frame(pairing: Pairing) -> list[tuple[str, str]]:
    """The notes on selection, periods and state that every file of these pages begins with."""
    return list_frame_notes(
        name_region(pairing.scope_code),
        describe_pairing(pairing),
        [words for words, _ in find_marks(pairing, pairing.scope_code)],
        demo=is_demo(),
        made_on=load_now(pairing.scope_code),
    )


def _make_excel(pairing: Pairing, settings: ProblemSettings, places: pd.DataFrame) -> bytes:
    origin = describe_origin(pairing.scope_code, settings)
    notes = [*list_frame(pairing), *list_place_notes(settings, origin)]
    return to_xlsx(export_places(places, notes))


def make_quadrant(pairing: Pairing, settings: ProblemSettings, places: pd.DataFrame) -> bytes:
    """The quadrant with title, selection, settings and date."""
    drawable = pick_drawable(places)
    name = name_region(pairing.scope_code)
    words = QuadrantWords(
        f"{text.QUADRANT_TITLE} – {name}", _subtitle(pairing), _footnote(pairing, settings)
    )
    return write_quadrant_png(drawable, make_lines(drawable, settings, pairing.scope_code), words)


def make_map(pairing: Pairing, settings: ProblemSettings, drawn: Drawn) -> bytes:
    """The map with title, selection, settings, date and legend."""
    view = View(find_layer_scope(drawn), drawn.level, str(pairing.source), "", None)
    shapes = read_shapes(view, drawn.scope_code)
    rows = locate_rows(shapes, drawn.places)
    kinds = np.where(rows < 0, UNKNOWN, drawn.places["type"].to_numpy(dtype=object)[rows])
    counts = drawn.places["type"].value_counts()
    legend = [
        make_legend_item(
            text.TYPES[kind],
            TYPE_COLORS[kind],
            hatch=kind == UNKNOWN,
            count=int(counts.get(kind, 0)),
        )
        for kind in TYPES
    ]
    words = StaticMapText(
        title=f"{text.MAP_TITLE} – {name_region(pairing.scope_code)}",
        subtitle=_subtitle(pairing),
        legend_title=text.TYPE_FILTER,
        footnote=_footnote(pairing, settings),
    )
    return write_map_png(
        shapes,
        [TYPE_COLORS[kind] for kind in kinds],
        [kind == UNKNOWN for kind in kinds],
        legend,
        words,
    )


def _subtitle(pairing: Pairing) -> str:
    described = describe_pairing(pairing)
    return f"{described} · {DEMO_MARK}" if is_demo() else described


def _footnote(pairing: Pairing, settings: ProblemSettings) -> str:
    states = ", ".join(words for words, _ in find_marks(pairing, pairing.scope_code))
    return text.FOOTNOTE.format(
        paired=describe_pairing(pairing),
        state=text.FOOTNOTE_STATE.format(state=states) if states else "",
        settings=write_settings(settings),
        made=format_date(load_now(pairing.scope_code)),
    )
