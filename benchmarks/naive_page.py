"""The page one would write first: `folium.Choropleth` in `st_folium`, everything by default."""

import os

import folium
import geopandas as gpd
import streamlit as st
from streamlit_folium import st_folium

st.set_page_config(layout="wide")


@st.cache_data
def load() -> gpd.GeoDataFrame:
    """Read the file once."""
    return gpd.read_file(os.environ["BENCH_GPKG"])


desa = load()
measures = [name for name in desa.columns if name not in ("code", "name", "geometry")]
measure = st.segmented_control("Ukuran", measures, default=measures[0]) or measures[0]
west, south, east, north = desa.total_bounds
peta = folium.Map()
choropleth = folium.Choropleth(
    geo_data=desa,
    data=desa,
    columns=["code", measure],
    key_on="feature.properties.code",
    legend_name=measure,
)
choropleth.geojson.add_child(folium.GeoJsonTooltip(["name", measure]))
choropleth.add_to(peta)
peta.fit_bounds([[south, west], [north, east]])
event = st_folium(peta, width=900, height=560)
drawing = event.get("last_active_drawing")
if drawing:
    st.text(f"Dipilih: {drawing['properties']['name']}")
