"""The way back up: the regions above the selected one, each a button."""

import streamlit as st

from app.components.selection import Selection, go_to, visible_path
from app.format import escape_markdown
from app.text import screens as text


def draw_breadcrumb(selection: Selection) -> None:
    """Draw the path from the top to the selected region; the last part is where one stands."""
    path = visible_path(selection.code)
    if len(path) < 2:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for region in path[:-1]:
            st.button(
                escape_markdown(region.name),
                key=f"naik_{region.code}",
                icon=":material/chevron_left:",
                help=text.BACK_UP.format(name=text.LEVEL_LABELS[region.level].lower()),
                on_click=go_to,
                args=(region.code,),
                type="tertiary",
            )
        st.text(path[-1].name)
