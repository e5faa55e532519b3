"""Peta untuk dibagikan: a map as one file that opens without internet."""

import streamlit as st

from app import loaders
from app.components.frame import (
    current_selection,
    draw_empty_database,
    draw_no_measurements,
    draw_title,
)
from app.components.shared_map import draw_composer
from app.components.view_choice import choose_view
from app.format import escape_markdown
from app.text import screens as text

selection = current_selection()
if selection is None:
    draw_empty_database()
elif selection.period is None:
    draw_title(text.PAGE_PETA_BAGIKAN, selection)
    draw_no_measurements(selection.region.name)
else:
    draw_title(text.PAGE_PETA_BAGIKAN, selection)
    st.text(text.SHARE_INTRO)
    view = choose_view(selection)
    if loaders.load_layer(view.scope_code, view.level) is None:
        level = text.LEVEL_LABELS[view.level].lower()
        name = escape_markdown(selection.region.name)
        st.info(text.NO_BOUNDARY_LAYER.format(level=level, name=name))
    else:
        draw_composer(selection, view)
